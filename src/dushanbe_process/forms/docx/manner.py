"""How a Word file shows its record: as its properties tell, or as its words show."""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs

from dushanbe_process.errors import DushanbeError
from dushanbe_process.forms.docx.write import Shown
from dushanbe_process.model.documents import Document

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dushanbe_process.forms.docx.package import Package
    from dushanbe_process.forms.docx.seen import Seen
    from dushanbe_process.schema import Model

_OFFICIAL = ("en", "fr", "es", "ru", "ar", "zh", "tg")


def properties(package: Package) -> dict[str, str]:
    """Return the properties that the file was given beside those that Word knows."""
    name = next(
        (each.target for each in package.relations("") if each.kind == "custom-properties"), ""
    )
    if name not in package.parts:
        return {}
    return {
        each.get("name", ""): "".join(each.itertext())
        for each in package.element(name)
        if isinstance(each.tag, str)
    }


def told(package: Package) -> Shown | None:
    """Return how the record was shown, as the properties of the file tell, if they do."""
    said = properties(package).get("dpShown", "")
    pairs = dict(each.split("=", 1) for each in said.split() if "=" in each)
    known = {each.name for each in attrs.fields(Shown)}
    kept = {name: value for name, value in pairs.items() if name in known}
    return Shown(**kept) if kept else None


def likely(record: Model, seen: Seen) -> Shown:
    """Return in which language a record is shown, going by the words that are seen."""
    from dushanbe_process.forms.docx.edits.expected import Expected  # noqa: PLC0415
    from dushanbe_process.forms.docx.edits.tokens import plainly  # noqa: PLC0415

    words = {plainly(each.text) for each in seen.lines()} - {""}

    def found(shown: Shown) -> int:
        try:
            units = Expected(record, shown).sheet.units
        except DushanbeError:
            return -1
        return len(words.intersection(plainly(each.text) for each in units))

    return max((Shown(each) for each in _languages(record)), key=found)


def _languages(record: Model) -> Iterator[str]:
    spoken = [each.language for each in record.versions] if isinstance(record, Document) else []
    yield from dict.fromkeys((*spoken, *_OFFICIAL))
