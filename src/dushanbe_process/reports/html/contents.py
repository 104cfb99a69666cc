"""The headings of a page, and the table of contents that is made of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs

from dushanbe_process.reports.html.text import Ids, escaped, one_line
from dushanbe_process.reports.labels import labels_of

if TYPE_CHECKING:
    from collections.abc import Iterator

#: How deep the table of contents goes.
_DEPTH = 2
_LOWEST = 6


@attrs.frozen
class Entry:
    """A heading: its level among the blocks, its words, its place on the page."""

    level: int
    words: str
    id: str
    listed: bool


@attrs.define
class Outline:
    """The headings of a page in their order."""

    entries: list[Entry] = attrs.field(factory=list)
    _last: int = 0

    def add(self, level: int, words: str, id_: str, *, listed: bool) -> int:
        """Note a heading and return its level in HTML: never more than one below the last."""
        self.entries.append(Entry(level, words, id_, listed))
        self._last = max(1, min(level + 1, self._last + 1, _LOWEST))
        return self._last

    @property
    def last(self) -> str | None:
        """The place of the last heading: what stands below it can be named after it."""
        return self.entries[-1].id if self.entries else None


def contents(outline: Outline, language: str, ids: Ids) -> str:
    """Return the table of contents, or nothing where there is nothing to list."""
    entries = [each for each in outline.entries if each.listed and 0 < each.level <= _DEPTH]
    if not entries:
        return ""
    name = escaped(labels_of(language).parts.contents)
    id_ = ids.new("contents")
    return (
        f'<nav class="contents" aria-labelledby="{id_}">\n<p id="{id_}">{name}</p>\n'
        f"{''.join(_nested(entries))}</nav>\n"
    )


def _nested(entries: list[Entry]) -> Iterator[str]:
    """Yield lists within lists; where a level is left out, the entry goes one level down."""
    open_: list[int] = []
    for entry in entries:
        while len(open_) > 1 and entry.level < open_[-1]:
            open_.pop()
            yield "</li></ul>\n"
        if not open_ or entry.level > open_[-1]:
            open_.append(entry.level)
            yield "<ul>\n"
        else:
            open_[-1] = entry.level
            yield "</li>\n"
        yield f'<li><a href="#{entry.id}">{one_line(entry.words)}</a>'
    yield "</li></ul>\n" * len(open_)
