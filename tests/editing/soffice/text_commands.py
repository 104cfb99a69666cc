"""Edits of text, as a person gives them: a cursor set, keys pressed, commands chosen."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from editing.soffice.view import find

if TYPE_CHECKING:
    from editing.soffice.editor import Editor
    from editing.soffice.view import Line


class Typist:
    """A person at the keyboard, in one document."""

    def __init__(self, office: Editor, document: Any) -> None:
        """Sit down."""
        self.office = office
        self.document = document
        self.cursor = document.CurrentController.ViewCursor

    def press(self, name: str, **arguments: object) -> None:
        """Give a command."""
        self.office.command(self.document, name, **arguments)

    def line(self, place: dict[str, Any]) -> tuple[Line, Line | None]:
        """Return the line of a place, and the next."""
        text, nth = place["text"], place.get("nth", 0)
        return find(self.document.Text, text, nth, redlined=self.redlined)

    @property
    def redlined(self) -> bool:
        """Whether something may be struck out."""
        return bool(self.document.RecordChanges or self.document.Redlines.hasElements())

    def go(self, place: Any, *, selecting: bool = False) -> None:
        """Put the cursor somewhere."""
        self.office.settle()
        self.cursor.gotoRange(place, selecting)

    def select(self, begin: Any, end: Any) -> None:
        """Select from one place to another."""
        self.go(begin)
        self.go(end, selecting=True)

    def write(self, words: str) -> None:
        """Type: lines apart are paragraphs."""
        for number, words_of_line in enumerate(words.split("\n")):
            if number:
                self.press("InsertPara")
            if words_of_line:
                self.press("InsertText", Text=words_of_line)

    def type(self, place: dict[str, Any], at: int, text: str) -> None:
        """Type at a place of a line."""
        self.go(self.line(place)[0].at(at))
        self.write(text)

    def replace(self, place: dict[str, Any], begin: int, end: int, text: str) -> None:
        """Select words, and type others over them or delete them."""
        line, _ = self.line(place)
        self.select(line.at(begin), line.at(end))
        if text:
            self.write(text)
        else:
            self.press("Delete")

    def retype(self, place: dict[str, Any], text: str) -> None:
        """Delete all words of a line, then type others."""
        line, _ = self.line(place)
        self.select(line.begin, line.end)
        self.press("Delete")
        self.write(text)

    def join(self, place: dict[str, Any], key: str) -> None:
        """Join a line with the next, from the end of the one or the beginning of the other."""
        line, after = self.line(place)
        if key == "Delete":
            self.go(line.end)
        else:
            assert after is not None
            self.go(after.begin)
        self.press(key)

    def remove(self, place: dict[str, Any]) -> None:
        """Select a line with its end, and delete it."""
        self._select_whole(place)
        self.press("Delete")

    def cut(self, place: dict[str, Any], before: dict[str, Any]) -> None:
        """Cut a line with its end, and paste it before another."""
        self._select_whole(place)
        self.press("Cut")
        self.go(self.line(before)[0].home)
        self.press("Paste")

    def copy(self, place: dict[str, Any], before: dict[str, Any]) -> None:
        """Copy a line with its end, and paste it before another."""
        self._select_whole(place)
        self.press("Copy")
        self.go(self.line(before)[0].home)
        self.press("Paste")

    def _select_whole(self, place: dict[str, Any]) -> None:
        line, after = self.line(place)
        assert after is not None
        self.select(line.home, after.home)

    def shift(self, place: dict[str, Any], where: str) -> None:
        """Move a line up or down by the key for it."""
        self.go(self.line(place)[0].begin)
        self.press(where)

    def mark(self, place: dict[str, Any], begin: int, end: int, how: str) -> None:
        """Set words in bold or italics."""
        line, _ = self.line(place)
        self.select(line.at(begin), line.at(end))
        self.press(how)

    def style(self, place: dict[str, Any], name: str) -> None:
        """Give a line the style of this name, its number taken away."""
        line, _ = self.line(place)
        self.go(line.begin)
        self.press("RemoveBullets")
        self.press("StyleApply", Style=name, FamilyName="ParagraphStyles")

    def note(self, number: int, text: str) -> None:
        """Type at the end of a footnote."""
        self.go(self.document.Footnotes.getByIndex(number).End)
        self.write(text)
