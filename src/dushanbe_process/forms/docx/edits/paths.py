"""Places in a record: the steps that lead to a value, reading along them, writing there."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any, TypeAlias

from dushanbe_process.model.localized import LocalizedText
from dushanbe_process.model.text import InlineText
from dushanbe_process.schema import Model, record_of

if TYPE_CHECKING:
    from collections.abc import Callable

#: The names of fields, the indexes of lists, the tags of texts in languages.
Path: TypeAlias = tuple[str | int, ...]


def written(path: Path) -> str:
    """Return a path as problems and reports write it: ``$.versions[0].body``."""
    steps = (each for each in path if each != "")  # the tag of no language in particular
    return "$" + "".join(f"[{each}]" if isinstance(each, int) else f".{each}" for each in steps)


def at(record: Any, path: Path) -> Any:
    """Return the value at a place."""
    for step in path:
        if isinstance(record, tuple):
            record = record[int(step)]
        else:
            record = record[step] if isinstance(record, Mapping) else getattr(record, str(step))
    return record


def changed(value: Any, path: Path, change: Callable[[Any], Any]) -> Any:
    """Return a value with what stands at a place inside it changed.

    Raises:
        InvalidError: when a record refuses the change.
    """
    if not path:
        return change(value)
    step, rest = path[0], path[1:]
    if isinstance(value, LocalizedText):
        texts: dict[str, Any] = {**value, str(step): change(value.get(str(step), ""))}
        return LocalizedText({tag: text for tag, text in texts.items() if text is not None})
    if isinstance(value, tuple):
        place = int(step)
        return (*value[:place], changed(value[place], rest, change), *value[place + 1 :])
    return value.evolve(**{str(step): changed(getattr(value, str(step)), rest, change)})


def records_of(value: Any, path: Path = ()) -> Iterator[tuple[Path, Model]]:
    """Yield every record inside a value with its place, each before those in it."""
    if isinstance(value, tuple):
        for index, each in enumerate(value):
            yield from records_of(each, (*path, index))
    elif isinstance(value, Model) and not isinstance(value, InlineText):
        yield path, value
        for field in record_of(type(value)).fields:
            yield from records_of(getattr(value, field.name), (*path, field.name))
