"""What a person sees of a document: lines of text and tables, without what is struck out."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import uno  # noqa: F401  (lets what stands in com.sun.star be imported)
from com.sun.star.container import NoSuchElementException

if TYPE_CHECKING:
    from collections.abc import Iterator

_DELETED = "Delete"
_PARAGRAPH = "SwXParagraph"


@dataclass
class Line:
    """A paragraph as it is seen: the pieces of text that are not struck out.

    What is struck out may join several paragraphs to one line.
    """

    paragraphs: list[Any] = field(default_factory=list)
    _pieces: list[Any] | None = None

    def take(self, paragraph: Any, hidden: set[str] | None) -> None:
        """Take in a paragraph; ``hidden`` are the deletions that it begins and ends in."""
        self.paragraphs.append(paragraph)
        if hidden is not None:
            self._pieces = [*(self._pieces or []), *_visible(paragraph, hidden)]

    @property
    def pieces(self) -> list[Any]:
        """What is seen of the text, portion by portion."""
        if self._pieces is None:
            self._pieces = list(_visible(self.paragraphs[0], set()))
        return self._pieces

    @property
    def label(self) -> str:
        """The number that is printed before the line."""
        return str(self.paragraphs[0].ListLabelString)

    @property
    def style(self) -> str:
        """The name of the style."""
        return str(self.paragraphs[0].ParaStyleName)

    @property
    def begin(self) -> Any:
        """The place before the first character."""
        return self.pieces[0].Start if self.pieces else self.paragraphs[-1].Start

    @property
    def end(self) -> Any:
        """The place after the last character."""
        return self.pieces[-1].End if self.pieces else self.paragraphs[-1].Start

    @property
    def home(self) -> Any:
        """The beginning of the paragraph that is seen first, before what is struck out in it."""
        begin = self.begin
        cursor = begin.Text.createTextCursorByRange(begin)
        cursor.gotoStartOfParagraph(False)  # noqa: FBT003  (UNO knows no keywords)
        return cursor.Start

    @property
    def text(self) -> str:
        """The words, without marks of footnotes."""
        return "".join(each.String for each in self.pieces if not _is_note(each))

    def says(self, words: str) -> bool:
        """Say whether these are its words, quickly where they cannot be."""
        if self._pieces is None and not self.paragraphs[0].String.startswith(words[:5]):
            return False
        return self.text == words

    def read(self, marks: set[str]) -> str:
        """Return its words where nothing is struck out, and notes have these marks."""
        whole = str(self.paragraphs[0].String)
        return self.text if any(mark in whole for mark in marks) else whole

    def at(self, offset: int) -> Any:
        """Return the place after so many characters, as near to the left as can be."""
        if offset >= len(self.text):
            return self.end
        passed = 0
        for piece in self.pieces:
            length = 0 if _is_note(piece) else len(piece.String)
            if length and offset <= passed + length:
                cursor = piece.Text.createTextCursorByRange(piece.Start)
                cursor.goRight(offset - passed, False)  # noqa: FBT003  (UNO knows no keywords)
                return cursor
            passed += length
        return self.begin


def _visible(paragraph: Any, hidden: set[str]) -> Iterator[Any]:
    """Yield the pieces that are not struck out, and keep count of what is."""
    for portion in each_of(paragraph):
        kind = portion.TextPortionType
        if kind in ("Text", "Footnote"):
            if not hidden:
                yield portion
        elif kind == "Redline" and portion.RedlineType == _DELETED and not portion.IsCollapsed:
            (hidden.add if portion.IsStart else hidden.discard)(portion.RedlineIdentifier)


def each_of(text: Any) -> Iterator[Any]:
    """Yield what a text is made of; every question asked of LibreOffice takes its time."""
    walk = text.createEnumeration()
    while True:
        try:
            yield walk.nextElement()
        except NoSuchElementException:
            return


def _is_note(piece: Any) -> bool:
    return bool(piece.TextPortionType == "Footnote")


def elements(text: Any, *, redlined: bool = True) -> Iterator[Line | Any]:
    """Yield the lines and the tables of a text, in their order.

    Where nothing is struck out, the pieces of a line are read only when they are asked for.
    """
    line = Line()
    hidden: set[str] = set()
    for element in each_of(text):
        if element.ImplementationName != _PARAGRAPH:
            if line.paragraphs:
                yield line
            line = Line()
            yield element
            continue
        line.take(element, hidden if redlined else None)
        if not hidden:
            yield line
            line = Line()
    if line.paragraphs:
        yield line


def lines(text: Any, *, redlined: bool = True) -> list[Line]:
    """Return the lines of a text, those of its tables left out."""
    return [each for each in elements(text, redlined=redlined) if isinstance(each, Line)]


def find(text: Any, words: str, nth: int = 0, *, redlined: bool = True) -> tuple[Line, Line | None]:
    """Return the nth line that says just this, and the line after it.

    Raises:
        LookupError: when there is none.
    """
    walk = (each for each in elements(text, redlined=redlined) if isinstance(each, Line))
    before = nth
    for line in walk:
        if line.says(words):
            if not before:
                return line, next(walk, None)
            before -= 1
    message = f"there is no line {nth} that says {words!r}"
    raise LookupError(message)
