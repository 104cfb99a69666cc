"""What our own pages add to a text, in files whose record was lost: remarks and adoptions."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from dushanbe_process.forms.docx.foreign.head import date_in
from dushanbe_process.forms.docx.foreign.units import Unit
from dushanbe_process.forms.docx.report import Item, ItemKind
from dushanbe_process.model.documents import Adoption, AdoptionMode, TextStatus, VersionStatus
from dushanbe_process.model.localized import LocalizedText
from dushanbe_process.reports import conventions
from dushanbe_process.reports.labels import LANGUAGES, labels_of

if TYPE_CHECKING:
    from dushanbe_process.forms.docx.foreign.placing import Placed

_KINDS = ("Declaration", "Resolution", "Decision", "Report")


def _remarks() -> dict[str, tuple[str, Any]]:
    """Return what each remark of our pages says of a document, in every language."""
    made: dict[str, tuple[str, Any]] = {}
    for language in LANGUAGES:
        words = labels_of(language).remarks
        made |= {
            words.text_partial: ("text_status", TextStatus.PARTIAL),
            words.text_not_found: ("text_status", TextStatus.NOT_FOUND),
            words.text_not_included: ("text_status", TextStatus.NOT_INCLUDED),
            words.unofficial_translation: ("status", VersionStatus.UNOFFICIAL),
            words.machine_translation: ("status", VersionStatus.MACHINE),
        }
    return made


_REMARKS = _remarks()


def take_out(
    placed: list[Placed], language: str, known: set[str]
) -> tuple[dict[str, Any], list[Item]]:
    """Take what our pages add out of what was placed; return what it says, and the findings.

    What it says is by the name of a field: ``text_status`` and ``adoption`` of a document, which
    must be among those that are ``known``, ``status`` of a language version.
    """
    said: dict[str, Any] = {}
    items: list[Item] = []
    for each in list(placed):
        unit = each.unit
        if not isinstance(unit, Unit) or unit.line.style not in ("remark", "adoption"):
            continue
        found = _said(unit, language)
        if found is None or found[0] not in {*known, "status"}:
            continue
        name, value = found
        if name in said and name != "adoption":
            continue
        said[name] = _joined(said.get(name), value)
        placed.remove(each)
        path = "$.versions[0].status" if name == "status" else f"$.{name}"
        note = f"what our pages add, by its style, {unit.line.style}"
        items.append(Item(ItemKind.GUESSED, path, unit.place, after=unit.words, note=note))
    return said, items


def _said(unit: Unit, language: str) -> tuple[str, Any] | None:
    if unit.line.style == "remark":
        return _REMARKS.get(unit.words)
    adoption = _adopted(unit, language)
    return None if adoption is None else ("adoption", adoption)


def _joined(before: Any, now: Any) -> Any:
    """Return an adoption of which one line says when, and another how."""
    if not isinstance(before, Adoption) or now.mode is None:
        return now
    return before.evolve(mode=now.mode)


def _adopted(unit: Unit, language: str) -> Adoption | None:
    """Return the adoption that lines tell of: all of them, or none."""
    for mode in AdoptionMode:
        phrases = {conventions.adoption(mode, language, kind=kind) for kind in _KINDS}
        if mode is not AdoptionMode.OTHER and unit.words in phrases:
            return Adoption(mode=mode)
    lines = [each.strip() for each in str(unit.text).split("\n") if each.strip()]
    date = date_in(lines[-1]) if lines else None
    if date is None or unit.text.footnotes:
        return None
    if len(lines) == 1:
        return Adoption(date=date)
    meeting = lines[0]
    if len(lines) == 2 and any(each.isdigit() for each in meeting):  # noqa: PLR2004  (meeting, date)
        return Adoption(date=date, meeting=LocalizedText({language: meeting}))
    return None
