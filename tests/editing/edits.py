"""Edits of text: what a person does in an editor, and what becomes of the record by it."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING, Any, Literal, Protocol

import attrs

from dushanbe_process.model.text import Footnote, InlineText
from editing.lines import Line
from editing.words import cut, even, marked, replaced

if TYPE_CHECKING:
    from collections.abc import Sequence

#: What an edit needs to know of a document: its lines and its language.
Lines = list[Line]


class Edit(Protocol):
    """One edit: whether it can be made, what a person does, what becomes of the lines."""

    def fits(self, lines: Sequence[Line]) -> bool:
        """Say whether it can be made here, with an outcome that nobody could argue about."""

    def command(self, lines: Sequence[Line]) -> dict[str, Any]:
        """Return what the person at the keyboard is told."""

    def applied(self, lines: Sequence[Line], language: str) -> Lines:
        """Return the lines as they are afterwards, their numbers not yet counted."""


def place(lines: Sequence[Line], at: int) -> dict[str, Any]:
    """Return how the person finds a line: what it says, and how many said so before."""
    shown = lines[at].shown
    return {"text": shown, "nth": sum(each.shown == shown for each in lines[:at])}


def is_text(lines: Sequence[Line], at: int) -> bool:
    """Say whether there is a line here that has words of its own."""
    return at < len(lines) and lines[at].role != "table" and bool(lines[at].shown.strip())


def is_paragraph(lines: Sequence[Line], at: int) -> bool:
    """Say whether a line is a paragraph of the text."""
    roles = ("front", "preamble", "operative", "closing")
    return is_text(lines, at) and lines[at].role in roles


def is_one_of_several(lines: Sequence[Line], at: int) -> bool:
    """Say whether a line is a paragraph, and not the last of its part."""
    if not is_paragraph(lines, at):
        return False
    return sum(each.role == lines[at].role for each in lines if each.shown.strip()) > 1


def free_of_lead(text: str) -> Literal["Bold", "Italic"]:
    """Return the mark that lead words in the script of a text have not by their style."""
    is_arabic = any(unicodedata.bidirectional(each) == "AL" for each in text)
    return "Italic" if is_arabic else "Bold"


def alike(one: Line, other: Line) -> bool:
    """Say whether two lines stand in one part, at one depth."""
    return (one.role, one.depth, one.counted) == (other.role, other.depth, other.counted)


@attrs.frozen
class Replace:
    """Select some characters and type others over them; none selected: type; none typed: delete."""

    at: int
    begin: int
    end: int
    text: str = ""

    def fits(self, lines: Sequence[Line]) -> bool:
        """Something is left to say, and the manner of what is typed is beyond doubt."""
        if not is_text(lines, self.at):
            return False
        line = lines[self.at]
        length = len(str(line.text))
        if not 0 <= self.begin <= self.end <= length or (self.begin, self.end) == (0, length):
            return False
        inside = cut(cut(line.text, self.begin)[1], self.end - self.begin)[0]
        if len([each for each in inside if str(each)]) > 1:
            return False
        return even(line.text, self.begin) and even(line.text, self.end)

    def command(self, lines: Sequence[Line]) -> dict[str, Any]:
        """Count from where the words begin as they are seen."""
        begin, end = (each + len(lines[self.at].before) for each in (self.begin, self.end))
        if begin == end:
            return {"do": "type", "place": place(lines, self.at), "at": begin, "text": self.text}
        where = place(lines, self.at)
        return {"do": "replace", "place": where, "begin": begin, "end": end, "text": self.text}

    def applied(self, lines: Sequence[Line], language: str) -> Lines:
        """Change one line."""
        line = lines[self.at]
        text = replaced(line.text, self.begin, self.end, self.text)
        return [*lines[: self.at], line.saying(text, language), *lines[self.at + 1 :]]


@attrs.frozen
class Retype:
    """Give a line other words, by typing over them or by deleting them first."""

    at: int
    text: str
    way: Literal["over", "after deleting"]

    def fits(self, lines: Sequence[Line]) -> bool:
        """Notes would be lost with the words, so there are none."""
        return is_text(lines, self.at) and all(isinstance(p, str) for p in lines[self.at].text)

    def command(self, lines: Sequence[Line]) -> dict[str, Any]:
        """Select all words; press a key first or not."""
        where = place(lines, self.at)
        words = lines[self.at].before + self.text
        if self.way == "over":
            return {"do": "replace", "place": where, "begin": 0, "end": 9999, "text": words}
        return {"do": "retype", "place": where, "text": words}

    def applied(self, lines: Sequence[Line], language: str) -> Lines:
        """Change one line."""
        line = lines[self.at].saying(InlineText(self.text), language)
        line = attrs.evolve(line, retyped=True)
        return [*lines[: self.at], line, *lines[self.at + 1 :]]


@attrs.frozen
class Break:
    """Press Enter in a line, and type what is to stand on the new one."""

    at: int
    offset: int
    text: str = ""

    def fits(self, lines: Sequence[Line]) -> bool:
        """Only at the end is there room for a text, in a manner beyond doubt; at the start none."""
        if not is_paragraph(lines, self.at):
            return False
        text = lines[self.at].text
        at_end = self.offset == len(str(text))
        return 0 <= self.offset <= len(str(text)) and (
            (at_end and bool(self.text) and even(text, self.offset))
            or (not at_end and not self.text and self._parts(text))
        )

    def _parts(self, text: InlineText) -> bool:
        after = cut(text, self.offset)[1]
        return even(text, self.offset) and bool(str(after).strip()) == bool(str(after))

    def command(self, lines: Sequence[Line]) -> dict[str, Any]:
        """Enter is the end of a line in what is typed."""
        where = place(lines, self.at)
        return {"do": "type", "place": where, "at": self.offset, "text": f"\n{self.text}"}

    def applied(self, lines: Sequence[Line], language: str) -> Lines:
        """The first part keeps what the line was, the second is new; before it, nothing is."""
        line = lines[self.at]
        before, after = cut(line.text, self.offset)
        if not str(before).strip():
            pair = [line.another(InlineText(), language), line]
        elif self.text:
            pair = [line, line.another(InlineText(self.text), language)]
        else:
            pair = [line.saying(before, language), line.another(after, language)]
            pair = [each.shared() for each in pair]
        return [*lines[: self.at], *pair, *lines[self.at + 1 :]]


@attrs.frozen
class Join:
    """Join a line with the next."""

    at: int
    key: Literal["Delete", "SwBackspace"]

    def fits(self, lines: Sequence[Line]) -> bool:
        """Both are of one kind; Backspace before a counted number takes the number away first."""
        if not is_paragraph(lines, self.at) or not is_text(lines, self.at + 1):
            return False
        if self.key == "SwBackspace" and lines[self.at].counted:
            return False
        return alike(lines[self.at], lines[self.at + 1])

    def command(self, lines: Sequence[Line]) -> dict[str, Any]:
        """Say where and by which key."""
        return {"do": "join", "place": place(lines, self.at), "key": self.key}

    def applied(self, lines: Sequence[Line], language: str) -> Lines:
        """The first keeps what it was."""
        first, second = lines[self.at], lines[self.at + 1]
        line = first.saying(InlineText(*first.text, *second.text), language).shared()
        line = attrs.evolve(
            line,
            joined=(*first.joined, *second.joined, second.origin),
            unsure=(*first.unsure, *second.unsure, *[second.origin] * second.retyped),
        )
        return [*lines[: self.at], line, *lines[self.at + 2 :]]


@attrs.frozen
class Mark:
    """Set some characters in bold or italics."""

    at: int
    begin: int
    end: int
    how: Literal["Bold", "Italic"]

    def fits(self, lines: Sequence[Line]) -> bool:
        """The characters are in one manner so far, without a note.

        Where they may stand in lead words, it is the mark that the style of these has not: the
        command for the other one takes it away.
        """
        if not is_paragraph(lines, self.at):
            return False
        line = lines[self.at]
        text, lead = line.text, getattr(line.block, "lead", None) or ""
        typed_in_lead = line.new or (line.touched and line.led is not None)
        styled = self.begin < len(lead) or line.parted or typed_in_lead
        if styled and self.how != free_of_lead(str(text)):
            return False
        inside = cut(cut(text, self.begin)[1], self.end - self.begin)[0]
        return 0 < self.begin < self.end <= len(str(text)) and list(inside) == [str(inside)]

    def command(self, lines: Sequence[Line]) -> dict[str, Any]:
        """Select, and choose the command."""
        where = place(lines, self.at)
        return {"do": "mark", "place": where, "begin": self.begin, "end": self.end, "how": self.how}

    def applied(self, lines: Sequence[Line], language: str) -> Lines:
        """Change one line."""
        mark = {"Bold": "strong", "Italic": "emphasis"}[self.how]
        text = marked(lines[self.at].text, self.begin, self.end, mark)
        line = lines[self.at].saying(text, language)
        return [*lines[: self.at], line, *lines[self.at + 1 :]]


@attrs.frozen
class Note:
    """Type at the end of a footnote."""

    number: int
    text: str

    def fits(self, lines: Sequence[Line]) -> bool:
        """There is such a note."""
        return self.number < sum(len(each.text.footnotes) for each in lines)

    def command(self, lines: Sequence[Line]) -> dict[str, Any]:
        """Say which, counted through the document."""
        assert lines
        return {"do": "note", "number": self.number, "text": self.text}

    def applied(self, lines: Sequence[Line], language: str) -> Lines:
        """Change the note in the line where its mark stands."""
        passed, made = 0, []
        for line in lines:
            pieces = list(line.text)
            for place_, piece in enumerate(pieces):
                if isinstance(piece, Footnote):
                    if passed == self.number:
                        longer = InlineText(*piece.text, self.text)
                        pieces[place_] = piece.evolve(text=longer)
                    passed += 1
            changed = InlineText(*pieces)
            made.append(line if changed == line.text else line.saying(changed, language))
        return made
