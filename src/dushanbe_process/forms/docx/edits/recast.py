"""Numbers that an editor counts in another manner than they were written in.

A file that went through another kind of file may count with figures where it counted with
letters; which paragraph is the second of its list is still seen.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs

from dushanbe_process.forms.docx.edits.faces import bare
from dushanbe_process.reports.conventions.numbering import list_number

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from dushanbe_process.forms.docx.edits.pairing import Pairing
    from dushanbe_process.forms.docx.edits.units import Sheet, Unit
    from dushanbe_process.forms.docx.seen import SeenLine


def as_written(page: Sheet, old: Sequence[Unit], pairing: Pairing, language: str) -> Sheet:
    """Return a page whose numbers are in the manner in which they were written."""
    ours = {(each.line.depth, each.line.count): each.line.number for each in old}
    known = [page.units[new].line for new in pairing.known]
    recast = {each.depth for each in known if _is_recast(each, ours)}
    units = [
        _with_number(each, ours.get((each.line.depth, each.line.count)), language)
        if each.line.depth in recast and _is_counted(each.line)
        else each
        for each in page.units
    ]
    return attrs.evolve(page, units=tuple(units))


def _is_recast(line: SeenLine, ours: Mapping[tuple[int, int | None], str | None]) -> bool:
    number = ours.get((line.depth, line.count)) if _is_counted(line) else None
    return number is not None and bare(number) != bare(line.number)


def _is_counted(line: SeenLine) -> bool:
    return bool(line.number and line.count)


def _with_number(unit: Unit, number: str | None, language: str) -> Unit:
    line = unit.line
    counted = number or list_number(line.depth, line.count or 1, language)
    return attrs.evolve(unit, line=attrs.evolve(line, number=counted))
