"""Which of the first lines of a foreign file is its title."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dushanbe_process.forms.docx.foreign.head import date_in, distribution_in, symbols_of
from dushanbe_process.forms.docx.foreign.looks import is_contents
from dushanbe_process.forms.docx.foreign.stated import Role
from dushanbe_process.forms.docx.foreign.units import Unit
from dushanbe_process.forms.docx.seen import lines_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dushanbe_process.forms.docx.foreign.placing import Placed
    from dushanbe_process.forms.docx.seen import SeenLine

#: How far from the beginning a title can stand, and how far after the head of a document.
_FIRST, _NEAR = 60, 25
_LONGEST_TITLE = 300
#: A title goes on for no more lines than these.
_MOST_LINES = 4
#: A line that ends so has no end.
_NO_END = (",", ":", "–", "—", " -", "،", "，", "：")
_TEXT = (Role.FORMULA, Role.PREAMBULAR, Role.OPERATIVE)
#: A paragraph as long as this is text: no title follows it.
_LONG = 200


def find_title(placed: list[Placed]) -> int | None:
    """Make one of the first lines the title; return where it is, or None."""
    first = [n for n, each in enumerate(placed) if isinstance(each.unit, Unit)][:_FIRST]
    stated = [n for n in first if placed[n].role is Role.TITLE]
    if stated:
        _keep_together(placed, stated)
        return stated[0]
    last = _end_of_head(placed)
    near = _before_text(placed, [n for n in first if n > last][:_NEAR])
    headings = [n for n in near if placed[n].role is Role.HEADING and not _is_dull(placed[n])]
    if last >= 0:
        sure = [n for n in headings if not placed[n].why]
        return _entitled(placed, sure[:1] or headings[-1:], "the heading under the head")
    near = [n for n in near if not _is_dull(placed[n])]
    if near and near[0] == first[0] and _stands_out(placed[near[0]]):
        return _entitled(placed, near[:1], "the first line, which stands out")
    if headings:
        return _entitled(placed, headings[:1], "the first heading")
    short = [n for n in near[:1] if len(placed[n].words) <= _LONGEST_TITLE]
    return _entitled(placed, short, "the first line")


def _keep_together(placed: list[Placed], stated: list[int]) -> None:
    """Leave one title: lines in its style that follow it belong to it, others are text."""
    last = stated[0]
    for n in stated[1:]:
        if n == last + 1:
            last = n
        else:
            placed[n].role, placed[n].level = Role.HEADING, 1


def _before_text(placed: list[Placed], near: list[int]) -> list[int]:
    """Return the lines that stand before the text begins."""
    for index, n in enumerate(near):
        is_text = placed[n].role is Role.PROSE and len(placed[n].words) > _LONG
        if placed[n].role in _TEXT or is_text or is_contents(placed[n].words):
            return near[: index + (is_text and index == 0 and _stands_out(placed[n]))]
    return near


def _is_dull(placed: Placed) -> bool:
    """Say whether a heading cannot be a title: it is a number, a sign or a date."""
    few = sum(each.isalpha() for each in placed.words) < 4  # noqa: PLR2004  (no word of a title)
    return few or date_in(placed.words) is not None


def _stands_out(placed: Placed) -> bool:
    unit = placed.unit
    if not isinstance(unit, Unit) or len(unit.words) > _LONGEST_TITLE or _is_dull(placed):
        return False
    return unit.is_bold or unit.is_centred or unit.is_capitals or placed.role is Role.HEADING


def _entitled(placed: list[Placed], found: list[int], why: str) -> int | None:
    if not found:
        return None
    [n] = found
    for more in (n, *_alike(placed, n)):
        placed[more].role, placed[more].level = Role.TITLE, 0
        placed[more].why = f"the title: {why}"
    return n


def _alike(placed: list[Placed], n: int) -> Iterator[int]:
    """Yield the lines that go on with a title: right below it, and looking like it."""
    for last in range(n, min(n + _MOST_LINES, len(placed) - 1)):
        before, after = placed[last].unit, placed[last + 1].unit
        if not isinstance(before, Unit) or not isinstance(after, Unit):
            return
        near = after.line.place == before.line.place + 1 and after.number is None
        if not near or not _goes_on(before, after) or len(after.words) > _LONG:
            return
        if date_in(after.words) is not None or placed[last + 1].role in _TEXT:
            return
        yield last + 1


def _goes_on(before: Unit, after: Unit) -> bool:
    """Say whether a title goes on in a line: it looks the same, or the one before has no end."""
    look = _look(before)
    if look == _look(after) and (look[0] or look[1]):
        return True
    return before.words.rstrip().endswith(_NO_END) and before.line.style == after.line.style


def _look(unit: Unit) -> tuple[bool, bool, bool, str]:
    return unit.is_centred, unit.is_capitals, unit.is_bold, unit.line.style


def seen_in(placed: Placed) -> list[SeenLine]:
    """Return the lines of a paragraph or of a table."""
    return [placed.unit.line] if isinstance(placed.unit, Unit) else [*lines_of((placed.unit,))]


def is_masthead(placed: Placed) -> bool:
    """Say whether something belongs to the head of one of our own documents."""
    if isinstance(placed.unit, Unit):
        return placed.role is Role.MASTHEAD
    lines = [each for each in seen_in(placed) if str(each.text).strip()]
    return all(each.style.startswith("masthead") for each in lines)


def is_official(placed: Placed) -> bool:
    """Say whether something belongs to the head of an official document."""
    lines = (str(each.text).strip() for each in seen_in(placed))
    return is_masthead(placed) or any(symbols_of([e]) or distribution_in(e) for e in lines)


def _end_of_head(placed: list[Placed]) -> int:
    """Return the last of the first blocks that belongs to the head of an official document."""
    return max((n for n, each in enumerate(placed[:_NEAR]) if is_official(each)), default=-1)
