"""Two dossiers become one; where they contradict each other, both values are reported."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeVar

import attrs

from dushanbe_process.model.text import InlineText, LocalizedText
from dushanbe_process.schema import Extra, Field, Model, record_of

if TYPE_CHECKING:
    from dushanbe_process.model.dossier import Dossier

Record = TypeVar("Record", bound=Model)


@attrs.frozen
class Conflict:
    """Two different values of one field of one record."""

    path: str
    ours: Any
    theirs: Any

    def __str__(self) -> str:
        """Return both values in one line."""
        return f"{self.path}: {self.ours!r} (kept), {self.theirs!r}"


@attrs.frozen
class Merged:
    """The dossier that two became, and where they contradicted each other."""

    dossier: Dossier
    conflicts: tuple[Conflict, ...]


def merge(ours: Dossier, theirs: Dossier) -> Merged:
    """Return both dossiers as one."""
    if theirs.default_language != ours.default_language:
        theirs = named(theirs, theirs.default_language).evolve(
            default_language=ours.default_language
        )
    conflicts: list[Conflict] = []
    dossier = _merged(ours, theirs, "$", ours.default_language, conflicts)
    return Merged(dossier, tuple(conflicts))


def named(record: Record, language: str) -> Record:
    """Return the record with every plain text under the tag of its language."""
    return _named(record, language)  # type: ignore[no-any-return]


def _named(value: Any, language: str) -> Any:
    if isinstance(value, LocalizedText):
        return LocalizedText({tag or language: text for tag, text in value.items()})
    if isinstance(value, InlineText):
        return InlineText(*(_named(piece, language) for piece in value))
    if isinstance(value, tuple):
        return tuple(_named(each, language) for each in value)
    if isinstance(value, Model):
        fields = record_of(type(value)).fields
        changes = {each.name: _named(getattr(value, each.name), language) for each in fields}
        return value.evolve(**changes)
    return value


def _merged(
    ours: Record, theirs: Record, path: str, language: str, conflicts: list[Conflict]
) -> Record:
    """Return two records of one class as one."""
    changes = {}
    for field in record_of(type(ours)).fields:
        mine, yours = getattr(ours, field.name), getattr(theirs, field.name)
        here = f"{path}.{field.name}"
        if _same(mine, yours, language) or _says_nothing(field, yours):
            continue
        if _says_nothing(field, mine):
            changes[field.name] = yours
        else:
            changes[field.name] = _joined(mine, yours, here, language, conflicts)
    return ours.evolve(**changes) if changes else ours


def _says_nothing(field: Field, value: Any) -> bool:
    return not field.required and bool(value == field.default)


def _same(mine: Any, yours: Any, language: str) -> bool:
    return bool(mine == yours) or bool(_named(mine, language) == _named(yours, language))


def _joined(mine: Any, yours: Any, path: str, language: str, conflicts: list[Conflict]) -> Any:
    """Return two values that both say something as one; ours, where they contradict."""
    if isinstance(mine, LocalizedText):
        return _languages(mine, yours, path, language, conflicts)
    if isinstance(mine, Extra):
        both = sorted(mine.keys() & yours.keys())
        conflicts += [
            Conflict(f"{path}[{key!r}]", mine[key], yours[key])
            for key in both
            if mine[key] != yours[key]
        ]
        return Extra({**yours, **mine})
    if isinstance(mine, tuple):
        return _items(mine, yours, path, language, conflicts)
    if isinstance(mine, Model) and type(mine) is type(yours):
        return _merged(mine, yours, path, language, conflicts)
    conflicts.append(Conflict(path, mine, yours))
    return mine


def _languages(
    mine: LocalizedText,
    yours: LocalizedText,
    path: str,
    language: str,
    conflicts: list[Conflict],
) -> LocalizedText:
    plain = "" if "" in mine else language
    theirs = {plain if tag in ("", language) else tag: text for tag, text in yours.items()}
    conflicts += [
        Conflict(f"{path}.{tag or language}", mine[tag], theirs[tag])
        for tag in sorted(mine.keys() & theirs.keys())
        if mine[tag] != theirs[tag]
    ]
    return LocalizedText({**theirs, **mine})


def _items(
    mine: tuple[Any, ...],
    yours: tuple[Any, ...],
    path: str,
    language: str,
    conflicts: list[Conflict],
) -> tuple[Any, ...]:
    """Return ours, each joined with the one of theirs that has its id; then the rest of theirs."""
    theirs = {each.id: each for each in yours if hasattr(each, "id")}
    known = {each.id for each in mine if hasattr(each, "id")}
    joined = []
    for index, each in enumerate(mine):
        other = theirs.get(getattr(each, "id", ""))
        if other is None:
            joined.append(each)
        else:
            joined.append(_joined(each, other, f"{path}[{index}]", language, conflicts))
    return (
        *joined,
        *(
            each
            for each in yours
            if getattr(each, "id", None) not in known
            and not any(_same(each, one, language) for one in mine)
        ),
    )
