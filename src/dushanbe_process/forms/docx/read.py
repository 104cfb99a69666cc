"""Word files to records: as they were written, or as they were edited since."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING, Literal, TypeAlias, get_args

import attrs

from dushanbe_process.errors import InvalidError, Problem
from dushanbe_process.forms.docx.manner import likely, properties, told
from dushanbe_process.forms.docx.names import MARK, w
from dushanbe_process.forms.docx.package import Package
from dushanbe_process.forms.docx.report import EDITS, DocxReport, Item, ItemKind, Origin
from dushanbe_process.forms.docx.write import Shown, digest
from dushanbe_process.forms.xml.read import from_xml
from dushanbe_process.forms.xml.write import to_xml
from dushanbe_process.schema.derive import tag_of

if TYPE_CHECKING:
    from dushanbe_process.forms.docx.seen import Seen
    from dushanbe_process.schema import Model, Schema
    from dushanbe_process.xml_parse import Element

#: What is done with tracked changes: accepted, rejected, or listed and not made.
Changes: TypeAlias = Literal["accept", "reject", "list"]

#: What every tracked change names, and nothing else in the text.
_TRACKED = b' w:author="'
_NOT_A_RECORD = "the carried record is damaged"


@attrs.frozen
class Carried:
    """The record that a Word file carries, and how its pages show it."""

    record: Model
    shown: Shown
    pages: str
    schema: Schema | None = None


def read_docx(  # noqa: PLR0913  (each is a choice that people make)
    data: bytes,
    *,
    base: Model | None = None,
    changes: Changes = "accept",
    strict: bool = False,
    schema: Schema | None = None,
    shown: Shown | None = None,
) -> tuple[Model, DocxReport]:
    """Return the record of a Word file as it was edited, and what was found in it."""
    if changes not in get_args(Changes):
        raise InvalidError([Problem("changes", f"{changes!r} is none of {get_args(Changes)}")])
    package = Package.open(data)
    carried = carried_by(package, schema)
    if base is None and carried is not None and untouched(package, carried):
        # Without tracked changes both views are one.
        return carried.record, DocxReport(Origin.OURS)
    record, report = _read(package, carried, base, changes, shown)
    if strict and not report.untouched:
        raise InvalidError([as_problem(each) for each in report] or [_foreign(report)])
    return record, report


def carried_by(package: Package, schema: Schema | None) -> Carried | None:
    """Return the record that a file carries; None where it carries none.

    Raises:
        InvalidError: when it is damaged or not sound.
    """
    carrier = package.carrier
    if carrier is None:
        return None
    inside = [child for child in carrier if isinstance(child.tag, str)]
    if len(inside) != 1:
        raise InvalidError([Problem("$", _NOT_A_RECORD)])
    known = {each.name: carrier.get(each.name) for each in attrs.fields(Shown)}
    shown = Shown(**{name: value for name, value in known.items() if value})
    return Carried(from_xml(inside[0], schema), shown, carrier.get("pages", ""), schema)


def untouched(package: Package, carried: Carried) -> bool:
    """Say whether the pages and the record are, to the byte, those that were written."""
    same = digest(package.parts) == carried.pages and not _altered(package, carried)
    return same and _TRACKED not in package.parts[package.main]


def _altered(package: Package, carried: Carried) -> bool:
    """Say whether the carried record is another than was put in; its spelling may be."""
    told = properties(package).get("dpDigest")
    if told is None or hashlib.sha256(package.carried).hexdigest() == told:
        return False
    written = to_xml(carried.record, carried.schema).removeprefix(
        b"<?xml version='1.0' encoding='UTF-8'?>\n"
    )
    return hashlib.sha256(written).hexdigest() != told


def _read(
    package: Package,
    carried: Carried | None,
    base: Model | None,
    changes: Changes,
    shown: Shown | None,
) -> tuple[Model, DocxReport]:
    from dushanbe_process.forms.docx.edits import edited  # noqa: PLC0415  (on first edit)
    from dushanbe_process.forms.docx.seen import see  # noqa: PLC0415

    seen = see(package, "accept" if changes == "accept" else "reject")
    record = carried.record if carried is not None else base
    if base is not None:
        _refuse_another(package, carried, base)
    if record is None:
        return _guessed(package, seen)
    how = shown or (carried.shown if carried else told(package) or likely(record, seen))
    made, found, marked = edited(record, how, seen, whole=carried is not None)
    items = list(found)
    if carried is not None and _altered(package, carried):
        items.insert(0, Item(ItemKind.DIGEST_MISMATCH, note="the carried record was changed"))
    if base is not None and carried is not None and base != record:
        from dushanbe_process.forms.docx.edits.rebased import rebased  # noqa: PLC0415

        made, conflicts = rebased(record, made, base)
        items += conflicts
    return made, DocxReport(_origin(package, carried, marked=marked), tuple(items))


def _refuse_another(package: Package, carried: Carried | None, base: Model) -> None:
    """Refuse a base that is another record than the file shows.

    Raises:
        InvalidError: when its class or its id is another.
    """
    said = properties(package)
    kind, id_ = said.get("dpFormat"), said.get("dpId")
    if carried is not None:
        kind = tag_of(type(carried.record).__name__)
        id_ = getattr(carried.record, "id", None)
    own = tag_of(type(base).__name__), str(getattr(base, "id", ""))
    if (kind or own[0], id_ or own[1]) != own:
        shown = " ".join(filter(None, (kind, id_)))
        message = f"the file shows another record ({shown}) than the base ({' '.join(own).strip()})"
        raise InvalidError([Problem("$", message)])


def _origin(package: Package, carried: Carried | None, *, marked: bool) -> Origin:
    if carried is not None:
        return Origin.OURS if marked else Origin.OURS_MARKS_LOST
    ours = marked or "dpFormat" in properties(package) or _has_marks(package)
    return Origin.OURS_DATA_LOST if ours else Origin.FOREIGN


def _has_marks(package: Package) -> bool:
    root: Element = package.element(package.main)
    return any(
        (each.get(w("name")) or "").startswith(MARK) for each in root.iter(w("bookmarkStart"))
    )


def _guessed(package: Package, seen: Seen) -> tuple[Model, DocxReport]:
    """Return what a file that carries no record seems to be, every guess reported."""
    from dushanbe_process.forms.docx.foreign import guessed  # noqa: PLC0415  (on demand)

    made, items = guessed(seen, package)
    return made, DocxReport(_origin(package, None, marked=False), items)


def as_problem(item: Item) -> Problem:
    """Return a finding as the problem that it is for those who want none."""
    return Problem(item.path or "$", str(attrs.evolve(item, path="")))


def _foreign(report: DocxReport) -> Problem:
    return Problem("$", f"the Word file is not as it was written ({report.origin.value})")


def from_docx(
    data: bytes, schema: Schema | None, edits: Literal["read", "refuse", "ignore"]
) -> Model:
    """Return the record of a Word file, without a word on what was edited.

    Raises:
        InvalidError: when something was edited that the record cannot hold.
    """
    if edits == "ignore":
        carried = carried_by(Package.open(data), schema)
        if carried is None:
            message = "the Word file carries no record of this library"
            raise InvalidError([Problem("$", message)])
        return carried.record
    record, report = read_docx(data, schema=schema, strict=edits == "refuse")
    lost = [each for each in report.of(ItemKind.UNPLACED) if each.after]
    if lost:
        raise InvalidError(list(map(as_problem, lost)))
    return record


__all__ = ["EDITS", "Carried", "Changes", "carried_by", "from_docx", "read_docx", "untouched"]
