"""Several edited copies of one document as one compilation."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import attrs

from dushanbe_process.changes.lines import lines
from dushanbe_process.changes.records import compared
from dushanbe_process.errors import InvalidError, Problem
from dushanbe_process.model.documents import Document
from dushanbe_process.model.dossier import Dossier
from dushanbe_process.negotiation.blocks import Merging
from dushanbe_process.negotiation.parties import seated
from dushanbe_process.negotiation.points import Outcome, Point, point, position
from dushanbe_process.schema import record_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from dushanbe_process.changes.lines import Line
    from dushanbe_process.model.documents import LanguageVersion
    from dushanbe_process.negotiation.parties import Table
    from dushanbe_process.schema import Model


@attrs.frozen
class Compilation:
    """The text as it stands after a round: what is not agreed in brackets, with who wants what."""

    document: Document
    points: tuple[Point, ...] = ()

    def of(self, outcome: Outcome | str) -> tuple[Point, ...]:
        """Return the points with one outcome."""
        return tuple(each for each in self.points if each.outcome == outcome)

    @property
    def agreed(self) -> tuple[Point, ...]:
        """What all delegations made alike, which is in the text without brackets."""
        return self.of(Outcome.AGREED)

    @property
    def proposals(self) -> tuple[Point, ...]:
        """What some delegations want and nobody else touched."""
        return self.of(Outcome.PROPOSAL)

    @property
    def conflicts(self) -> tuple[Point, ...]:
        """Where delegations want different things."""
        return self.of(Outcome.CONFLICT)

    def __str__(self) -> str:
        """Return one line for each point."""
        return "\n".join(map(str, self.points))


def selected(record: Model, select: str | None) -> Document:
    """Return a document, or the one of a dossier that is selected.

    Raises:
        UnknownIdError: when a dossier holds no document under the id.
        InvalidError: when there is no document, or it has to be said which is meant.
    """
    if isinstance(record, Dossier):
        if select is not None:
            return record.document(select)
        if len(record.documents) == 1:
            return record.documents[0]
        ids = ", ".join(each.id for each in record.documents) or "none"
        raise InvalidError([Problem("$", f"say which document is meant (there are: {ids})")])
    if isinstance(record, Document):
        return record
    raise InvalidError([Problem("$", f"a {type(record).__name__} is no document")])


def compiled(
    base: Document, copies: Mapping[str, Document], dossier: Dossier | None
) -> Compilation:
    """Return what the copies make of the base.

    Raises:
        InvalidError: for a name that cannot stand in brackets, or a copy of another kind.
    """
    table = seated(copies, dossier)
    if problems := list(_strangers(base, copies)):
        raise InvalidError(problems)
    points: list[Point] = []
    versions = []
    for index, version in enumerate(base.versions):
        made, found = _version(version, copies, table, f"$.versions[{index}].body")
        versions.append(made)
        points += found
    document, found = _rest(base, copies, table)
    return Compilation(document.evolve(versions=versions), (*found, *points))


def _strangers(base: Document, copies: Mapping[str, Document]) -> Iterator[Problem]:
    for name, copy in copies.items():
        if type(copy) is not type(base):
            kinds = f"a {type(copy).__name__}, not a {type(base).__name__} as the base is"
            yield Problem(f"$.copies[{name!r}]", kinds)


def _version(
    version: LanguageVersion, copies: Mapping[str, Document], table: Table, path: str
) -> tuple[LanguageVersion, list[Point]]:
    """Return one language version of the compilation; those who have none have no say in it."""
    bodies = {
        name: mine.body
        for name, copy in copies.items()
        if (mine := copy.version(version.language)) is not None
    }
    seats = attrs.evolve(table, names=tuple(bodies))
    merging = Merging(seats, version.language)
    body = merging.body(version.body, bodies, path)
    known = {each.path: each for each in lines(body, path)}
    before = {each.path: each for each in lines(version.body, path)}
    return version.evolve(body=body), [
        _placed(each, before if _is_gone(each) else known) for each in merging.points
    ]


def _is_gone(point: Point) -> bool:
    """Say whether the point is about something that is in the base alone."""
    return point.path.endswith("]") and not any(each.text for each in point.positions)


def _placed(point: Point, known: Mapping[str, Line]) -> Point:
    """Return a point with what people call its place."""
    path = point.path
    while path and path not in known:
        path = path[: max(path.rfind("."), path.rfind("["))]
    line = known.get(path)
    if line is None:
        return point
    return attrs.evolve(point, place=line.place, number=line.number)


def _rest(
    base: Document, copies: Mapping[str, Document], table: Table
) -> tuple[Document, list[Point]]:
    """Return the document with what all changed alike beside the text, and every such change."""
    bare = {name: copy.evolve(versions=base.versions) for name, copy in copies.items()}
    alike = dict(_alike(bare)) if len(bare) > 1 else {}
    wanted: dict[tuple[str, str], dict[str | None, list[str]]] = {}
    said: dict[tuple[str, str], str] = {}
    for name, copy in bare.items():
        for change in compared(base, copy):
            place = (change.path, change.place)
            wanted.setdefault(place, {}).setdefault(change.after, []).append(name)
            said[place] = change.before or ""
    points = []
    for place, positions in wanted.items():
        told = tuple(
            position(table.parties(names), said[place], after) for after, names in positions.items()
        )
        field = place[0].split(".")[1].partition("[")[0]
        made = point(place[0], said[place], told, is_agreed=field in alike)
        points.append(attrs.evolve(made, place=place[1]))
    return base.evolve(**alike) if alike else base, points


def _alike(copies: Mapping[str, Document]) -> Iterator[tuple[str, Any]]:
    """Yield the fields that are the same in all copies; the identity is that of the base."""
    first, *others = copies.values()
    for each in record_of(type(first)).fields:
        if each.identity:
            continue
        value = getattr(first, each.name)
        if all(getattr(other, each.name) == value for other in others):
            yield each.name, value
