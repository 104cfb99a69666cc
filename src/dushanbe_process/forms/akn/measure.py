"""How much of a file's text a record holds: both texts complete, in their order, side by side."""

from __future__ import annotations

from collections import Counter
from itertools import takewhile
from typing import TYPE_CHECKING

import attrs

from dushanbe_process.forms.akn.folding import fold, words
from dushanbe_process.forms.akn.head import is_line, lines
from dushanbe_process.forms.akn.names import INLINE, is_akn, local
from dushanbe_process.model.body import Block, Paragraph, Section, Table

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from dushanbe_process.model.documents import Document, LanguageVersion
    from dushanbe_process.xml_parse import Element
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


def text_of_file(root: Element) -> str:
    """Return the text of all documents of a file but their ``meta``, blanks folded."""
    made: list[str] = []
    _gather(root, made)
    return fold("".join(made))


def _gather(element: Element, made: list[str]) -> None:
    name = local(element)
    if name == "meta":
        return
    inline = name in INLINE and name not in ("authorialNote", "eol", "br") and is_akn(element)
    if not inline or (name == "docDate" and _runs_on(made, element)):
        made.append(" ")
    made.append(element.text or "")
    for each in element:
        _gather(each, made)
        made.append(each.tail or "")
    if not inline:
        made.append(" ")


def _runs_on(made: list[str], element: Element) -> bool:
    """Say whether a date follows upon a letter without a blank: the reader puts one there."""
    before = next((each for each in reversed(made) if each), "")[-1:]
    first = "".join(element.itertext())[:1]
    return before.isalpha() and before.lower() != before.upper() and first.isdigit()


def text_of_record(document: Document) -> str:
    """Return the text of a document and of those within it, blanks folded."""
    return fold(" ".join(_document(document)))


def _document(document: Document) -> Iterator[str]:
    for version in document.versions:
        yield from _version(document, version)
    for annex in document.annexes:
        yield from _document(annex)


def _version(document: Document, version: LanguageVersion) -> Iterator[str]:
    body = version.body
    yield from (each.words for each in lines("cover", document, version))
    yield from (each.words for each in lines("preface", document, version))
    yield from _blocks(each for each in body.front if not is_line(each))
    yield words(body.formula)
    yield from _blocks(body.preamble)
    yield from _blocks(body.operative)
    yield from (each.words for each in lines("conclusions", document, version))
    yield from _blocks(body.closing)


def _blocks(blocks: Iterable[Block]) -> Iterator[str]:
    for block in blocks:
        yield block.number or ""
        match block:
            case Paragraph():
                yield words(block.text)
                yield from _blocks(block.children)
                yield words(block.wrap_up)
            case Section():
                yield words(block.heading)
                yield from _blocks(block.children)
            case Table():
                yield words(block.caption)
                for row in block.rows:
                    yield from (words(cell.text) for cell in row.cells)
