"""Lines that are each an item of a list, as signatures are: removed, moved and new ones."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from dushanbe_process.errors import InvalidError
from dushanbe_process.forms.docx.edits.expected import flattened
from dushanbe_process.forms.docx.edits.paths import at, changed
from dushanbe_process.forms.docx.edits.rows import rearranged
from dushanbe_process.forms.docx.report import ItemKind
from dushanbe_process.model.entity import Entity, Sourced
from dushanbe_process.model.text import InlineText
from dushanbe_process.schema import Code, Inline, Localized, Model, Text, record_of
from dushanbe_process.tree import unstructure

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dushanbe_process.forms.docx.edits.paths import Path
    from dushanbe_process.forms.docx.edits.reading import Reading


def edit_lines(reading: Reading) -> None:
    """Bring lines that are gone, new or moved into the lists that they are items of."""
    items = dict(_items(reading))
    for path in dict.fromkeys(each[:-1] for each in items.values()):
        _edit_list(reading, path, {n: each for n, each in items.items() if each[:-1] == path})


def _items(reading: Reading) -> Iterator[tuple[int, Path]]:
    """Yield the units that show an item of a list, and all of it, with the place of the item."""
    for index, parts in enumerate(reading.expected.parts):
        unit = reading.old[index]
        if not parts or unit.whole or unit.spot is not None or index in reading.nodes:
            continue
        paths = [each.leaf.path for each in parts]
        for length in range(len(paths[0]) - 1, 0, -1):
            item = paths[0][:length]
            if isinstance(item[-1], int):
                fields = {str(each[length]) for each in paths if each[:length] == item}
                if _is_all(at(reading.expected.record, item), fields):
                    yield index, item
                break


def _is_all(item: object, fields: set[str]) -> bool:
    """Say whether some fields are all that can be seen of a record without an identity."""
    if not isinstance(item, Model) or isinstance(item, Entity):
        return False
    unseen = {each.name for each in record_of(Sourced).fields}
    for field in record_of(type(item)).fields:
        refers = isinstance(field.shape, Code) and field.shape.refers_to
        if getattr(item, field.name) and field.name not in fields | unseen and not refers:
            return False
    return True


def _edit_list(reading: Reading, path: Path, items: dict[int, Path]) -> None:
    shown = {int(each[-1]) for each in items.values()}
    order: list[int | Model] = []
    new: list[tuple[int, int]] = []
    last: int | None = None
    for index, unit in enumerate(reading.page.units):
        old = reading.pairing.known.get(index)
        if old is not None:
            last = old if old in items else None
            place = int(items[old][-1]) if old in items else None
            if place is not None and place not in order:
                order.append(place)
        elif last is not None and unit.says and index not in reading.places:
            made = _made(reading, last, items[last], flattened(unit))
            if made is None:
                last = None
                continue
            new.append((index, len(order)))
            order.append(made)
    if order != sorted(shown):
        _rearrange(reading, path, items, order, new)


def _rearrange(
    reading: Reading,
    path: Path,
    items: dict[int, Path],
    order: list[int | Model],
    new: list[tuple[int, int]],
) -> None:
    """Put a list into the order in which it is seen, and report what became of its items."""
    shown = {int(each[-1]) for each in items.values()}
    try:
        made = changed(reading.record, path, lambda old: rearranged(old, order, shown))
        unstructure(made)
    except InvalidError:
        return
    reading.record = made
    for index, place in new:
        reading.places[index] = (*path, place)
        unit = reading.page.units[index]
        kind = ItemKind.COPIED if index in reading.pairing.copies else ItemKind.NEW
        reading.note(kind, (*path, place), unit, "", unit.text)
    highest = -1
    for place in (each for each in order if isinstance(each, int)):
        if place < highest:
            unit = reading.old[next(n for n, each in items.items() if each[-1] == place)]
            reading.note(ItemKind.MOVED, (*path, order.index(place)), unit, unit.text)
        highest = max(highest, place)
    for index, item in items.items():
        if item[-1] not in order:
            reading.excused.add(index)
            reading.note(ItemKind.REMOVED, item, reading.old[index], reading.old[index].text)


def _made(reading: Reading, like: int, item: Path, said: str) -> Model | None:
    """Return the item that a new line tells of, which is built as the line before it is."""
    found = _pattern(reading, like).fullmatch(said.strip())
    if found is None:
        return None
    cls = type(at(reading.expected.record, item))
    shapes = {each.name: each.shape for each in record_of(cls).fields}
    values: dict[str, Any] = {}
    for part, words in zip(reading.expected.parts[like], found.groups(), strict=True):
        field, *rest = part.leaf.path[len(item) :]
        if words is None:
            continue
        match shapes.get(str(field)):
            case Localized():
                values[str(field)] = {str(rest[0]): words.strip()}
            case Inline():
                values[str(field)] = InlineText(words.strip())
            case Text():
                values[str(field)] = words.strip()
    try:
        return cls(**values) if values else None
    except InvalidError:
        return None


def _blank_or_words(piece: str) -> str:
    """Return what matches some words of a layout, or the blanks between: a new line is one."""
    if not piece.isspace():
        return re.escape(piece)
    return r"\s*\n\s*" if "\n" in piece else r"[^\S\n]+"


def _pattern(reading: Reading, like: int) -> re.Pattern[str]:
    """Return how a line is built: what a layout says between the texts; later ones may fail."""
    flat, end, pattern, closed = flattened(reading.old[like]), 0, "", ""
    for part in reading.expected.parts[like]:
        between = "".join(map(_blank_or_words, re.split(r"(\s+)", flat[end : part.start])))
        pattern += f"(?:{between}(.+?)" if end else f"{between}(.+?)"
        closed += ")?" if end else ""
        end = part.end
    return re.compile(pattern + closed, re.DOTALL)
