"""The words of a paragraph while they are gathered: pieces, bookmarks, comments."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import attrs

from dushanbe_process.forms.docx.names import MARK
from dushanbe_process.forms.docx.seen.things import Mark
from dushanbe_process.model.codes import Uri
from dushanbe_process.model.text import Footnote, InlineText, Run

if TYPE_CHECKING:
    from dushanbe_process.model.text import Piece

_URI = re.compile(Uri.__metadata__[0].pattern)  # type: ignore[attr-defined]


@attrs.define
class Words:
    """What is gathered of one paragraph."""

    pieces: list[Piece] = attrs.field(factory=list)
    length: int = 0
    #: Where the first lead words end, and whether they may go on.
    lead: int = 0
    leading: bool = True
    #: Name and start of the bookmarks that begin here, and of those whose end is still to come.
    marks: list[tuple[str, int]] = attrs.field(factory=list)
    starts: set[tuple[str, int]] = attrs.field(factory=set)
    generated: bool = False
    open: dict[str, str] = attrs.field(factory=dict)
    empty: set[str] = attrs.field(factory=set)
    #: How many of the bookmarks began in paragraphs of which nothing is left, their ends neither.
    passed: int = 0
    #: Whether a page or column ended here: a new line, where words stand on both sides.
    broken: bool = False

    def say(self, text: str, marks: dict[str, bool], link: str = "", *, lead: bool = False) -> None:
        """Add words in some manner."""
        after_note = bool(self.pieces) and isinstance(self.pieces[-1], Footnote)
        if not text or (after_note and text.isspace() and marks.get("superscript")):
            return  # some editors set a raised blank after the mark of a note
        if self.broken:
            self.broken, text = False, f"\n{text}" if self.length else text
        given: dict[str, Any] = {name: True for name, on in marks.items() if on}
        if link and _URI.fullmatch(link):
            given["link"] = link
        self.pieces.append(Run(text=text, **given) if given else text)
        self.length += len(text)
        if lead and self.leading:
            self.lead = self.length
        self.leading = self.leading and (lead or not self.lead)

    def note(self, note: Footnote) -> None:
        """Add a footnote."""
        self.pieces.append(note)
        self.leading = False

    def begin(self, id_: str, name: str) -> None:
        """Begin a bookmark."""
        self.marks.append((name, self.length))
        self.starts.add((name, self.length))
        self.open[id_] = name

    def end(self, id_: str) -> None:
        """End a bookmark: it is empty where no words stand in it."""
        name = self.open.pop(id_, None)
        if name is not None and (name, self.length) in self.starts:
            self.empty.add(name)

    def pass_over(self) -> None:
        """Note that the paragraph that ends here is gone, where nothing of it is left."""
        if not self.pieces:
            self.passed = len(self.marks)

    def since(self, piece: int) -> str:
        """Return the words from a piece on."""
        return "".join(str(e) for e in self.pieces[piece:] if not isinstance(e, Footnote))

    def text(self) -> InlineText:
        """Return the words, their marks and notes."""
        return InlineText(*self.pieces)

    def found(self) -> tuple[Mark, ...]:
        """Return the bookmarks; one that ends in a later paragraph holds what follows it here.

        What is left of a paragraph that is gone counts only where the one after it has nothing.
        """
        unended = self.open.values()
        hollow = self.empty | {name for name in unended if (name, self.length) in self.starts}
        made = [Mark(name, name not in hollow) for name, _ in self.marks]
        gone, rest = made[: self.passed], made[self.passed :]
        if any(each.name.startswith(MARK) for each in rest):
            gone = [each for each in gone if each.full]
        return (*gone, *rest)


def plain(text: InlineText) -> InlineText:
    """Return running text without notes, as a note itself holds it."""
    return InlineText(*(str(each.text) if isinstance(each, Footnote) else each for each in text))
