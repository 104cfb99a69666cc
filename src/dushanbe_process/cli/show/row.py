"""A row of many records: how many of each class, and what each is called."""

from __future__ import annotations

from collections import Counter
from itertools import islice
from typing import TYPE_CHECKING

from rich.console import Group

from dushanbe_process.cli.show.layout import columns, facts, heading, text, title
from dushanbe_process.cli.show.words import capitalized, counted, shortened
from dushanbe_process.reports import words
from dushanbe_process.reports.overview.fields import name_of
from dushanbe_process.reports.overview.reader import Reader
from dushanbe_process.schema.derive import tag_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rich.console import RenderableType

    from dushanbe_process.cli.show.layout import Row
    from dushanbe_process.schema import Model

#: So many records are named; the rest is counted.
_NAMED = 100


def row(records: Iterator[Model]) -> RenderableType:
    """Return the overview of many records, which are read one by one."""
    count: Counter[str] = Counter()
    named = [_line(each, count) for each in islice(records, _NAMED)]
    for each in records:
        count[_kind(each)] += 1
    rest = count.total() - len(named)
    return Group(
        title(counted(count.total(), "record")),
        facts((kind, str(number)) for kind, number in sorted(count.items())),
        heading("Records"),
        columns(named, ("Kind", "Identifier", "Name")) or "none",
        *([text(f"... and {rest} more", "italic")] if rest else []),
    )


def _line(record: Model, count: Counter[str]) -> Row:
    kind = _kind(record)
    count[kind] += 1
    name = shortened(name_of(record, Reader()))
    return (kind, getattr(record, "id", ""), "" if name == kind else name)


def _kind(record: Model) -> str:
    return capitalized(words.label(tag_of(type(record).__name__)))
