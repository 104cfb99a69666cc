"""Two dossiers become one; where they contradict each other, both values are reported."""

from __future__ import annotations

from collections import Counter
from operator import is_
from typing import TYPE_CHECKING, Any, TypeVar

import attrs

from dushanbe_process.errors import InvalidError, Problem
from dushanbe_process.model.body import Body
from dushanbe_process.model.documents import LanguageVersion
from dushanbe_process.model.entity import ClaimedValue, Entity, holds_entities
from dushanbe_process.model.localized import LocalizedText
from dushanbe_process.model.symbol import Symbol
from dushanbe_process.model.time_and_place import DateSpan, Moment, PartialDate, Quantity
from dushanbe_process.schema import Extra, Field, Model, record_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from dushanbe_process.model.dossier import Dossier

Record = TypeVar("Record", bound=Model)

#: What is one value, though it has fields: half of ours and half of theirs would be neither.
_WHOLE = (Body, Symbol, Quantity)


@attrs.frozen
class Conflict:
    """Two different values of one field of one record.

    Ours is kept, unless a ``note`` says what became of both.
    """

    path: str
    ours: Any
    theirs: Any
    note: str = ""

    def __str__(self) -> str:
        """Return both values in one line, or what became of them."""
        if self.note:
            return f"{self.path}: {self.note}"
        return f"{self.path}: {_said(self.ours)} (kept), {_said(self.theirs)}"


def _said(value: Any) -> str:
    """Return a value as people write it; a plain string between quotation marks."""
    if isinstance(value, PartialDate | DateSpan | Moment | Symbol):
        return str(value)
    return repr(value)


@attrs.frozen
class Merged:
    """The dossier that two became, and where they contradicted each other."""

    dossier: Dossier
    conflicts: tuple[Conflict, ...]


def merge(ours: Dossier, theirs: Dossier) -> Merged:
    """Return both dossiers as one.

    Raises:
        InvalidError: when an id is given twice, or to two things of different kinds.
    """
    dropped: list[Conflict] = []
    if theirs.default_language != ours.default_language:
        dropped = list(_said_twice(theirs, theirs.default_language, "$"))
        theirs = _named(theirs, theirs.default_language, once=True)
        theirs = theirs.evolve(default_language=ours.default_language)
    merging = _Merging(ours, theirs)
    dossier = merging.record(ours, theirs, "$")
    return Merged(dossier, (*dropped, *merging.conflicts))


class _Merging:
    """One merge under way: every id of both sides, and the conflicts met so far."""

    def __init__(self, ours: Dossier, theirs: Dossier) -> None:
        self.language = ours.default_language
        self.ours, self.theirs = _by_id(ours), _by_id(theirs)
        self.conflicts: list[Conflict] = []
        problems = [
            Problem(f"{each.path}.id", f"{id_!r} is a {_kind(each)}, and a {_kind(other)} of ours")
            for id_, each in self.theirs.items()
            if (other := self.ours.get(id_)) and _kind(each) != _kind(other)
        ]
        if problems:
            raise InvalidError(problems)

    def record(self, mine: Record, yours: Model | None, path: str) -> Record:
        """Return a record of ours with what theirs adds to it."""
        changes = {}
        for field in record_of(type(mine)).fields:
            value = getattr(mine, field.name)
            other = getattr(yours, field.name, field.default)
            kept = self.value(field, value, other, f"{path}.{field.name}")
            if kept is not value:
                changes[field.name] = kept
        return mine.evolve(**changes) if changes else mine

    def value(self, field: Field, mine: Any, yours: Any, path: str) -> Any:
        """Return a field of ours with what theirs adds to it."""
        if holds_entities(field):
            return self.entities(mine, yours, path)
        if yours is attrs.NOTHING or mine == yours or _says_nothing(field, yours):
            return mine
        if _says_nothing(field, mine):
            return yours
        if _named(mine, self.language) == _named(yours, self.language):
            return mine
        return self.joined(mine, yours, path)

    def entities(
        self, mine: tuple[Entity, ...], yours: tuple[Entity, ...], path: str
    ) -> tuple[Entity, ...]:
        """Return our entities, each with what theirs adds, and those that are theirs alone."""
        joined = [self.entity(each, f"{path}[{index}]") for index, each in enumerate(mine)]
        joined += self.new(yours)
        unchanged = len(joined) == len(mine) and all(map(is_, joined, mine))
        return mine if unchanged else tuple(joined)

    def entity(self, mine: Entity, path: str) -> Entity:
        """Return an entity of ours, with what theirs adds wherever it stands among theirs."""
        yours = self.theirs.get(mine.id)
        if yours is None:
            return self.record(mine, None, path)
        if self.ours[mine.id].within != yours.within:
            self.conflicts.append(Conflict(path, self.ours[mine.id].place, yours.place))
        kinds = [record_of(type(each)).tag for each in (mine, yours.entity)]
        if kinds[0] != kinds[1]:
            self.conflicts.append(Conflict(f"{path}.type", *kinds))
        return self.record(mine, yours.entity, path)

    def new(self, yours: Iterable[Entity]) -> list[Entity]:
        """Return the entities that are theirs alone, without those in them that are ours too."""
        return [
            each.evolve(
                **{
                    field.name: self.new(getattr(each, field.name))
                    for field in record_of(type(each)).fields
                    if holds_entities(field)
                }
            )
            for each in yours
            if each.id not in self.ours
        ]

    def joined(self, mine: Any, yours: Any, path: str) -> Any:
        """Return two values that both say something as one; ours, where they contradict."""
        if isinstance(mine, LocalizedText):
            return self.languages(mine, yours, path)
        if isinstance(mine, Extra):
            self.differing(mine, yours, "{}[{!r}]", path)
            return Extra({**yours, **mine})
        if isinstance(mine, tuple):
            return self.items(mine, yours, path)
        if isinstance(mine, Model) and type(mine) is type(yours) and not isinstance(mine, _WHOLE):
            return self.record(mine, yours, path)
        self.conflicts.append(Conflict(path, mine, yours))
        return mine

    def differing(self, mine: Any, yours: Any, form: str, path: str) -> None:
        """Note under which keys two mappings differ."""
        self.conflicts += [
            Conflict(form.format(path, key or self.language), mine[key], yours[key])
            for key in sorted(mine.keys() & yours.keys())
            if mine[key] != yours[key]
        ]

    def languages(self, mine: LocalizedText, yours: LocalizedText, path: str) -> LocalizedText:
        """Return one text in the languages of both."""
        if not any({"", self.language} <= each.keys() for each in (mine, yours)):
            plain = "" if "" in mine else self.language
            usual = ("", self.language)
            yours = LocalizedText({plain if tag in usual else tag: yours[tag] for tag in yours})
        self.differing(mine, yours, "{}.{}", path)
        return LocalizedText({**yours, **mine})

    def items(self, mine: tuple[Any, ...], yours: tuple[Any, ...], path: str) -> tuple[Any, ...]:
        """Return our items, each with what theirs adds, and those that are theirs alone."""
        theirs = self.by_key(yours)
        joined = []
        for index, (key, each) in enumerate(self.by_key(mine).items()):
            other = theirs.pop(key, each)
            kept = each
            if isinstance(each, Model) and other != each:
                kept = self.record(each, other, f"{path}[{index}]")
            joined.append(kept)
        joined += theirs.values()
        return self.with_one_preferred(mine, joined, path)

    def by_key(self, items: tuple[Any, ...]) -> dict[Any, Any]:
        """Return items by what makes two of them the same; the second such is another."""
        seen: Counter[Any] = Counter()
        found = {}
        for each in items:
            key: Any = _named(each, self.language)
            if isinstance(each, LanguageVersion):
                key = each.language
            elif isinstance(each, ClaimedValue):
                key = key.value
            found[key, seen[key]] = each
            seen[key] += 1
        return found

    def with_one_preferred(
        self, mine: tuple[Any, ...], joined: list[Any], path: str
    ) -> tuple[Any, ...]:
        """Return claimed values of which at most one is preferred: ours, where we prefer one."""
        preferred = [each for each in joined if isinstance(each, ClaimedValue) and each.preferred]
        if len(preferred) <= 1:
            return tuple(joined)
        ours = next((index for index, each in enumerate(mine) if each.preferred), None)
        ours = joined.index(preferred[0]) if ours is None else ours
        self.conflicts += [
            Conflict(f"{path}[{ours}].preferred", joined[ours].value, each.value)
            for each in preferred
            if each is not joined[ours]
        ]
        return tuple(
            each.evolve(preferred=each.preferred and index == ours)
            for index, each in enumerate(joined)
        )


@attrs.frozen
class _Placed:
    """An entity, where it stands, and the id of the one that it stands in."""

    entity: Entity
    path: str
    within: str | None

    @property
    def place(self) -> str:
        """What it stands in, in words."""
        return "in the dossier itself" if self.within is None else f"in {self.within!r}"


def _placed(record: Model, path: str = "$", within: str | None = None) -> Iterator[_Placed]:
    """Yield every entity of a record, each before those in it."""
    for field in filter(holds_entities, record_of(type(record)).fields):
        for index, each in enumerate(getattr(record, field.name)):
            here = f"{path}.{field.name}[{index}]"
            yield _Placed(each, here, within)
            yield from _placed(each, here, each.id)


def _by_id(dossier: Dossier) -> dict[str, _Placed]:
    found: dict[str, _Placed] = {}
    problems = []
    for each in _placed(dossier):
        if each.entity.id in found:
            message = f"the id {each.entity.id!r} is given twice"
            problems.append(Problem(f"{each.path}.id", message))
        found.setdefault(each.entity.id, each)
    if problems:
        raise InvalidError(problems)
    return found


def _kind(placed: _Placed) -> str:
    """Return the name of the kind that references to an entity ask for."""
    kinds = record_of(type(placed.entity)).kinds
    return kinds[kinds.index(Entity.__name__) - 1]


def _says_nothing(field: Field, value: Any) -> bool:
    return not field.required and bool(value == field.default)


def _said_twice(value: Any, language: str, path: str) -> Iterator[Conflict]:
    """Yield the texts that say one thing plainly and another under the tag of their language.

    Once every text is under its tag, only the second has a place.
    """
    if isinstance(value, LocalizedText):
        if "" in value and value.get(language, value[""]) != value[""]:
            yield Conflict(f"{path}.{language}", value[language], value[""])
    elif isinstance(value, tuple):
        for index, each in enumerate(value):
            yield from _said_twice(each, language, f"{path}[{index}]")
    elif isinstance(value, Model):
        for field in record_of(type(value)).fields:
            yield from _said_twice(getattr(value, field.name), language, f"{path}.{field.name}")


def _named(value: Any, language: str, *, once: bool = False) -> Any:
    """Return a value with every plain text in it under the tag of its language.

    A text that has that tag already stays as it is; or loses the plain one, where there must
    be no second.
    """
    if isinstance(value, LocalizedText):
        if language in value and not once:
            return value
        return LocalizedText({tag or language: text for tag, text in value.items()})
    if isinstance(value, tuple):
        return tuple(_named(each, language, once=once) for each in value)
    if isinstance(value, Model):
        changes = {
            each.name: _named(getattr(value, each.name), language, once=once)
            for each in record_of(type(value)).fields
        }
        return value.evolve(**changes)
    return value
