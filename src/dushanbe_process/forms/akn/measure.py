"""How much of a file's text a record holds: both texts complete, in their order, side by side."""

from __future__ import annotations

from collections import Counter
from itertools import takewhile
from typing import TYPE_CHECKING, TypeAlias

import attrs

from dushanbe_process.forms.akn.folding import NO_TEXT, fold, said
from dushanbe_process.forms.akn.head import Line, is_line, lines
from dushanbe_process.model.body import Block, Paragraph, Section

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from dushanbe_process.model.documents import Document, LanguageVersion

#: The lines of heads and feet, part by part: of each version that is known, by its identity.
Head: TypeAlias = "Mapping[str, Iterable[Line]]"
Heads: TypeAlias = "Mapping[int, tuple[LanguageVersion, Head]]"
#: Beyond so many words only what there is is compared, and not in which order.
_MANY = 3_000
#: What is not the same is never wholly kept.
_ALMOST = 0.9999


@attrs.frozen
class Kept:
    """The text of a file and the text of the record that was read from it, blanks folded."""

    source: str
    record: str

    @property
    def whole(self) -> bool:
        """Whether the two are the same to the letter."""
        return self.source == self.record

    @property
    def share(self) -> float:
        """How much of the file's text is in the record, in the same order: from 0 to 1."""
        if self.whole:
            return 1.0
        from difflib import SequenceMatcher  # noqa: PLC0415  (wanted where something is wrong)

        there, here = self.source.split(), self.record.split()
        most = max(len(there), len(here))
        if most > _MANY:
            return min(sum((Counter(there) & Counter(here)).values()) / most, _ALMOST)
        matched = SequenceMatcher(None, there, here, autojunk=False).get_matching_blocks()
        return sum(each.size for each in matched) / max(most, 1)

    def difference(self, width: int = 60) -> str:
        """Return where the two part, each with the words that follow; empty, if they do not."""
        if self.whole:
            return ""
        same = takewhile(
            lambda pair: pair[0] == pair[1], zip(self.source, self.record, strict=False)
        )
        start = max(sum(1 for _ in same) - 20, 0)
        cut = slice(start, start + width)
        return f"the file has …{self.source[cut]}…, the record …{self.record[cut]}…"


def text_of_record(document: Document) -> str:
    """Return the text of a document and of those within it, blanks folded."""
    return fold(gathered(document))


def gathered(document: Document, heads: Heads | None = None) -> str:
    """Return the same, as it is; what was read with folded blanks has them folded already.

    ``heads`` are lines of heads and feet that are known, so that they need not be made again.
    """
    made: list[str] = []
    _document(document, made, heads or {})
    return " ".join(filter(None, made)).replace("\n", " ")


def _document(document: Document, made: list[str], heads: Heads) -> None:
    for version in document.versions:
        known = heads.get(id(version))
        _version(version, made, known[1] if known else _head(document, version))
    for annex in document.annexes:
        _document(annex, made, heads)


def _head(document: Document, version: LanguageVersion) -> Head:
    return {part: lines(part, document, version) for part in ("cover", "preface", "conclusions")}


def _version(version: LanguageVersion, made: list[str], head: Head) -> None:
    body = version.body
    made += [each.words for each in head["cover"]]
    made += [each.words for each in head["preface"]]
    _blocks([each for each in body.front if not is_line(each)], made)
    made.append(said(body.formula))
    _blocks(body.preamble, made)
    _blocks(body.operative, made)
    made += [each.words for each in head["conclusions"]]
    _blocks(body.closing, made)


def _blocks(blocks: Iterable[Block], made: list[str]) -> None:
    for block in blocks:
        made.append(block.number or "")
        if isinstance(block, Paragraph):
            made.append(said(block.text))
            if below := block.children:
                _blocks(below, made)
            if (wrap_up := block.wrap_up) is not NO_TEXT:
                made.append(said(wrap_up))
        elif isinstance(block, Section):
            made.append(said(block.heading))
            _blocks(block.children, made)
        else:
            made.append(said(block.caption))
            made += [said(cell.text) for row in block.rows for cell in row.cells]
