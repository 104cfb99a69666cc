"""What each paragraph of a foreign file does: stated by its style, or guessed, with evidence."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import attrs

from dushanbe_process.forms.docx.closing import is_closing
from dushanbe_process.forms.docx.foreign.head import date_in
from dushanbe_process.forms.docx.foreign.looks import heading_by_level, heading_by_look
from dushanbe_process.forms.docx.foreign.stated import INNERMOST, Role, stated
from dushanbe_process.forms.docx.foreign.typed import is_bullet
from dushanbe_process.forms.docx.foreign.units import Unit
from dushanbe_process.reports.conventions import recognise_lead

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dushanbe_process.forms.docx.seen import SeenTable

_WE = r".{3,600}[,:،：，]"
_FORMULA = re.compile(
    rf"(?:the|la|le|el|los) [\w’' -]{{3,80}},|(?:we|nous|nosotros|мы|мо),? {_WE}"
    rf"|نحن،? {_WE}|إن .{{3,80}}،|我们{_WE}|大会，|安全理事会，"
    r"|(?:генеральная ассамблея|совет безопасности|конференция)[\w -]{0,80},",
    re.IGNORECASE | re.DOTALL,
)
#: How far from the beginning the formula of a document can stand.
_OPENING = 80


@attrs.define
class Placed:
    """A paragraph or table with what it does there, how deep, and on what evidence.

    ``part`` is the part of the text that it stands in; ``lead`` its lead phrase.
    """

    unit: Unit | SeenTable
    role: Role
    level: int = 0
    why: str = ""
    part: str = "operative"
    lead: str | None = None
    #: What stands in a table that is the head of a document.
    cells: list[Unit] = attrs.field(factory=list)

    @property
    def words(self) -> str:
        """The words, of a paragraph."""
        return self.unit.whole if isinstance(self.unit, Unit) else ""


def place(found: Sequence[Unit | SeenTable]) -> list[Placed]:
    """Return what each paragraph and table does by itself, whatever stands around it."""
    return [_by_itself(each) for each in found]


def _by_itself(unit: Unit | SeenTable) -> Placed:
    if not isinstance(unit, Unit):
        return Placed(unit, Role.TABLE)
    if unit.line.generated:
        return Placed(unit, Role.CONTENTS)
    known = stated(unit.line.style)
    if known is not None:
        return Placed(unit, *known)
    level = heading_by_level(unit)
    if level is not None:
        named = unit.line.style.startswith("heading")
        return Placed(unit, Role.HEADING, level, "" if named else "a heading by its outline level")
    looked = heading_by_look(unit)
    if looked is not None:
        return Placed(unit, Role.HEADING, looked[0], f"a heading by its look: {looked[1]}")
    return Placed(unit, Role.PROSE, why="a paragraph of text")


def find_formula(placed: list[Placed], start: int, language: str) -> int | None:
    """Find the opening formula after the title; return where it is, or None."""
    last = min(len(placed), start + _OPENING)
    for n in range(start, last):
        if placed[n].role is Role.FORMULA:
            return n
        unit = placed[n].unit
        if not isinstance(unit, Unit) or placed[n].role is not Role.PROSE or unit.number:
            continue
        if _FORMULA.fullmatch(unit.words) and _leads(placed, n + 1, language, "preambular"):
            placed[n].role = Role.FORMULA
            placed[
                n
            ].why = "the opening formula: it ends in a comma, and preambular paragraphs follow"
            return n
    return None


def _leads(placed: list[Placed], n: int, language: str, part: str) -> bool:
    """Say whether a paragraph begins with a lead phrase."""
    if n >= len(placed):
        return False
    unit = placed[n].unit
    if placed[n].role is Role.PREAMBULAR:
        return part == "preambular"
    if placed[n].role is Role.HEADING and placed[n].level != INNERMOST:
        return False
    bare = unit.words.lstrip("-–— ") if isinstance(unit, Unit) else ""
    return bool(bare) and recognise_lead(bare, language, part) is not None  # type: ignore[arg-type]


def find_preamble(placed: list[Placed], start: int, formula: int | None, language: str) -> int:
    """Mark the preambular paragraphs; return where the operative part begins."""
    begin = formula + 1 if formula is not None else _first_lead(placed, start, language)
    if begin is None:
        return start
    n = begin
    while n < len(placed) and _is_preambular(placed, n, language):
        found = placed[n]
        if found.role is Role.PROSE:
            found.role = Role.PREAMBULAR
            found.why = "a preambular paragraph: it stands before the operative ones"
            if _leads(placed, n, language, "preambular"):
                found.why = "a preambular paragraph: by its lead phrase"
        found.part = "preamble"
        n += 1
    if formula is not None:
        placed[formula].part = "formula"
    return n


def _first_lead(placed: list[Placed], start: int, language: str) -> int | None:
    """Return the first of two paragraphs that begin as preambular ones do."""
    for n in range(start, min(len(placed), start + _OPENING)):
        if placed[n].role is Role.PREAMBULAR:
            return n
        if placed[n].role is Role.PROSE and _leads(placed, n, language, "preambular"):
            return n if _leads(placed, n + 1, language, "preambular") else None
    return None


def _is_preambular(placed: list[Placed], n: int, language: str) -> bool:
    """Say whether the preamble goes on with a paragraph."""
    found = placed[n]
    if found.role is Role.PREAMBULAR:
        return True
    unit = found.unit
    if found.role is Role.HEADING:
        return _leads(placed, n, language, "preambular")
    if found.role is not Role.PROSE or not isinstance(unit, Unit) or stated(unit.line.style):
        return False
    if _leads(placed, n, language, "preambular"):
        return True
    if unit.number and not is_bullet(unit.number):
        return not unit.number[0].isdigit() and placed[n - 1].part == "preamble"
    if _leads(placed, n, language, "operative"):
        return False
    return unit.words.endswith((",", ";", "،", "؛", "，", "；"))


def find_closing(placed: list[Placed], start: int) -> None:
    """Mark what stands under the text: place, date and signatures."""
    n = len(placed)
    while n > start + 1:
        unit = placed[n - 1].unit
        if not isinstance(unit, Unit):
            break
        known = placed[n - 1].role is Role.ADOPTION
        if not known and not is_closing(unit.words) and date_in(unit.words) is None:
            break
        if not known:
            placed[n - 1].why = "a line under the text: place, date or signature"
            placed[n - 1].role = Role.PROSE
        placed[n - 1].part = "closing"
        n -= 1
