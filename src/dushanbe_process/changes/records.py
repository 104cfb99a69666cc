"""Two records compared field by field, as the schema lists the fields."""

from __future__ import annotations

from difflib import SequenceMatcher
from typing import TYPE_CHECKING, Any

import attrs

from dushanbe_process.changes.alignment import Item, Pairing, align
from dushanbe_process.changes.found import Change, changed
from dushanbe_process.changes.lines import Line, lines
from dushanbe_process.changes.told import (
    are_plain,
    called,
    running,
    told,
    told_plainly,
    with_marks,
    words_within,
)
from dushanbe_process.model.body import Body, Paragraph, Row
from dushanbe_process.model.documents import LanguageVersion
from dushanbe_process.model.localized import LocalizedText
from dushanbe_process.model.text import InlineText
from dushanbe_process.schema import Extra, Model, record_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

#: What stands below a line and is compared as lines of its own.
_BELOW = ("children", "rows")


@attrs.frozen
class _At:
    """Where a value stands: its paths in both records, and what people call it."""

    path: str = "$"
    old_path: str = "$"
    place: str = ""
    number: str | None = None
    language: str | None = None
    old_place: str | None = None

    def below(self, new: str, place: str, old: str | None = None) -> _At:
        """Return where something stands that is found by these steps."""
        path, old_path = self.path + new, self.old_path + (new if old is None else old)
        return attrs.evolve(self, path=path, old_path=old_path, place=place, old_place=None)

    def field(self, name: str) -> _At:
        """Return where a field stands."""
        place = ", ".join(filter(None, (self.place, name.replace("_", " "))))
        return self.below(f".{name}", place)

    def index(self, old: int, new: int, place: str) -> _At:
        """Return where an item of a list stands."""
        return self.below(f"[{new}]", place, f"[{old}]")

    def key(self, key: str) -> _At:
        """Return where the text of a language stands, or what open data has under a key."""
        return self.below(f".{key}" if key else "", f"{self.place} ({key})" if key else self.place)

    def is_wanted(self, language: str) -> bool:
        """Say whether texts of a language are compared."""
        return not self.language or not language or primary(language) == primary(self.language)

    def change(self, before: str | None, after: str | None, *, moved: bool = False) -> Change:
        path = self.old_path if after is None else self.path
        return changed(
            path,
            self.place,
            before,
            after,
            number=self.number,
            old_path=self.old_path if before is not None else None,
            old_place=self.old_place,
            moved=moved,
        )


def compared(before: Model, after: Model, language: str | None = None) -> Iterator[Change]:
    """Yield every change between two records; of texts in languages, those in one alone."""
    yield from _records(before, after, _At(language=language))


def primary(language: str) -> str:
    """Return a language without script and region."""
    return language.partition("-")[0]


def _records(before: Model, after: Model, at: _At) -> Iterator[Change]:
    """Yield the changes between two records, in the order of the fields."""
    if isinstance(before, Body) and isinstance(after, Body):
        yield from _bodies(before, after, at)
        return
    kinds = [record_of(type(each)) for each in (before, after)]
    if kinds[0].tag != kinds[1].tag:
        yield at.field("type").change(kinds[0].tag, kinds[1].tag)
    names = dict.fromkeys(each.name for kind in (kinds[1], kinds[0]) for each in kind.fields)
    yield from _fields(before, after, at, names)


def _fields(before: Model, after: Model, at: _At, names: Iterable[str]) -> Iterator[Change]:
    content = record_of(type(after)).content
    for name in names:
        old, new = getattr(before, name, None), getattr(after, name, None)
        if old != new:
            is_itself = content is not None and content.name == name
            here = at.below(f".{name}", at.place) if is_itself else at.field(name)
            yield from _values(old, new, here)


def _values(old: Any, new: Any, at: _At) -> Iterator[Change]:
    """Yield the changes between two values of a field that differ."""
    kind = type(new if new is not None else old)
    if issubclass(kind, LocalizedText):
        yield from _mappings(old or {}, new or {}, at)
    elif issubclass(kind, Extra):
        yield from _open(_tree(old), _tree(new), at)
    elif issubclass(kind, InlineText):
        yield from _running(old or InlineText(), new or InlineText(), at)
    elif issubclass(kind, tuple):
        yield from _rows(old or (), new or (), at)
    elif isinstance(old, Model) and isinstance(new, Model) and _is_compound(new):
        yield from _records(old, new, at)
    else:
        yield at.change(*(None if each is None else told(each) for each in (old, new)))


def _is_compound(record: Model) -> bool:
    """Say whether a record is told field by field, not as one value such as a symbol."""
    return type(record).__str__ is object.__str__ or isinstance(record, Paragraph)


def _tree(extra: Extra | None) -> Any:
    return (extra or Extra()).__to_tree__()


def _open(old: Any, new: Any, at: _At) -> Iterator[Change]:
    """Yield the changes of data that no class describes: key by key, value by value."""
    if isinstance(old, dict) and isinstance(new, dict):
        for key in sorted({*old, *new}):
            if old.get(key) != new.get(key):
                here = at.below(f".{key}", called(key, at.place))
                yield from _open(old.get(key), new.get(key), here)
    elif all(isinstance(each, list) and are_plain(each) for each in (old, new)):
        yield from _simple(tuple(old), tuple(new), at)
    else:
        yield at.change(*(None if each is None else told_plainly(each) for each in (old, new)))


def _mappings(old: Any, new: Any, at: _At) -> Iterator[Change]:
    """Yield the changes language by language, or key by key."""
    is_text = isinstance(old or new, LocalizedText)
    if is_text and len(old) == len(new) == 1 and "" in {*old, *new} and [*old] != [*new]:
        # The same text, once under the tag of the default language, once plain.
        if [*old.values()] != [*new.values()]:
            yield at.change(*old.values(), *new.values())
        return
    for key in sorted({*old, *new}):
        if old.get(key) != new.get(key) and (not is_text or at.is_wanted(key)):
            yield at.key(key).change(old.get(key), new.get(key))


def _running(old: InlineText, new: InlineText, at: _At) -> Iterator[Change]:
    """Yield the change of running text: its words, or where they are the same, their marks."""
    words = [running(each) for each in (old, new)]
    if words[0] == words[1]:
        words = [with_marks(each) for each in (old, new)]
    yield at.change(*(each or None for each in words))


def _rows(old: tuple[Any, ...], new: tuple[Any, ...], at: _At) -> Iterator[Change]:
    """Yield the changes of a list: of records one by one, of values as they came and went."""
    if not all(isinstance(each, Model) and _is_compound(each) for each in (*old, *new)):
        yield from _simple(old, new, at)
        return
    for pair in align([_item(each) for each in old], [_item(each) for each in new]):
        one = None if pair.before is None else old[pair.before]
        other = None if pair.after is None else new[pair.after]
        if not at.is_wanted(getattr(other or one, "language", None) or ""):
            continue
        place = _name(other or one, at.place, pair)
        here = at.index(pair.before or 0, pair.after or 0, place)
        if one and other:
            if pair.moved:
                yield here.change(told(one), told(other), moved=True)
            yield from _records(one, other, here)
        elif other or not pair.moved:
            yield here.change(told(one) if one else None, told(other) if other else None)


def _simple(old: tuple[Any, ...], new: tuple[Any, ...], at: _At) -> Iterator[Change]:
    texts = [told(each) for each in old], [told(each) for each in new]
    for tag, a, b, c, d in SequenceMatcher(None, *texts, autojunk=False).get_opcodes():
        if tag == "equal":
            continue
        for n in range(max(b - a, d - c)):
            one = texts[0][a + n] if a + n < b else None
            other = texts[1][c + n] if c + n < d else None
            yield at.index(a + n, c + n, at.place).change(one, other)


def _item(record: Model) -> Item:
    """Return a record as what is aligned: by its name, or by all that it says."""
    fields = record_of(type(record)).fields
    named = next((getattr(record, each.name) for each in fields if each.identity), None)
    if isinstance(record, LanguageVersion):
        named = record.language
    name = named or getattr(record, "key", None)
    # One with a name becomes only what has the same name.
    kind = f"named {name}" if named else record_of(type(record)).kinds[-1]
    return Item(words_within(record), kind, name)


def _name(record: Any, place: str, pair: Pairing) -> str:
    """Return what people call a record: by its name, or by its number in the list."""
    kind = record_of(type(record)).tag.replace("_", " ")
    if named := getattr(record, "id", None) or getattr(record, "language", None):
        return f"{kind} {named}"
    index = pair.before if pair.after is None else pair.after
    above, comma, _ = place.rpartition(", ")
    return f"{above}{comma}{kind} {(index or 0) + 1}"


def _bodies(before: Body, after: Body, at: _At) -> Iterator[Change]:
    """Yield the changes of a text line by line, then of how its clauses are set."""
    old, new = list(lines(before, at.old_path)), list(lines(after, at.path))
    for pair in align([each.item() for each in old], [each.item() for each in new]):
        one = None if pair.before is None else old[pair.before]
        other = None if pair.after is None else new[pair.after]
        if one and other:
            here = _At(other.path, one.path, other.place, other.number, at.language, one.place)
            yield from _lines(one, other, here, moved=pair.moved)
        elif other or not pair.moved:
            yield _alone(one, other)
    yield from _fields(before, after, at, ("preamble_style", "operative_style"))


def _alone(one: Line | None, other: Line | None) -> Change:
    line = other or one
    assert line is not None  # noqa: S101  (one of the two is there)
    at = _At(line.path, line.path, line.place, line.number)
    return at.change(one.text if one else None, other.text if other else None)


def _lines(one: Line, other: Line, at: _At, *, moved: bool) -> Iterator[Change]:
    """Yield the changes of one line: its text first, then its other fields."""
    if moved:
        yield at.change(one.text, other.text, moved=True)
    if isinstance(one.subject, InlineText) and isinstance(other.subject, InlineText):
        if one.subject != other.subject:
            yield from _running(one.subject, other.subject, at)
    elif isinstance(one.subject, Row) and isinstance(other.subject, Row):
        if moved:
            return
        yield from _fields(one.subject, other.subject, at, ("cells",))
    elif isinstance(one.subject, Model) and isinstance(other.subject, Model):
        skipped = {*_BELOW, *(("text", "heading", "caption") if moved else ())}
        fields = record_of(type(other.subject)).fields
        ordered = sorted(fields, key=lambda each: each.name == "number")
        names = [each.name for each in ordered if each.name not in skipped]
        yield from (
            _of_text(each, one, other) if each.path == f"{other.path}.text" else each
            for each in _fields(one.subject, other.subject, at, names)
        )


def _of_text(change: Change, one: Line, other: Line) -> Change:
    """Return the change of what a paragraph says as one of the paragraph itself."""
    old_place = one.place if one.place != other.place else None
    return attrs.evolve(change, place=other.place, old_place=old_place)
