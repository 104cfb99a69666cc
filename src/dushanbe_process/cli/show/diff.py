"""What changed between two records, for a terminal: by paragraph number, word by word."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import attrs
from rich.padding import Padding
from rich.text import Text

from dushanbe_process.changes.found import Change, ChangeKind, Diff
from dushanbe_process.changes.words import Fate, WordChange, tokens
from dushanbe_process.cli.streams import one_line

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from rich.console import Console, ConsoleOptions, RenderableType

_SIGNS = {
    ChangeKind.ADDED: ("+", "green"),
    ChangeKind.REMOVED: ("-", "red"),
    ChangeKind.CHANGED: ("~", "yellow"),
    ChangeKind.MOVED: (">", "cyan"),
}
_STYLES = {Fate.SAME: "", Fate.REMOVED: "red strike", Fate.ADDED: "green underline"}
_MARKS = {Fate.REMOVED: ("[-", "-]"), Fate.ADDED: ("{+", "+}")}
#: How many words are shown before and after a change within a long text.
_AROUND = 24
#: How many words and blanks that came or went are shown, and of more how many.
_LONGEST, _BEGINNING = 800, 120
_LINE_END = re.compile("\r\n|[\n\r\v\f\x85\u2028\u2029]")


@attrs.frozen
class DiffView:
    """Changes as they are printed; where there is no colour, marks stand for it."""

    diff: Diff

    def __rich_console__(
        self, console: Console, options: ConsoleOptions
    ) -> Iterator[RenderableType]:
        """Yield the changes, those of numbers alone last."""
        coloured = console.color_system is not None and not console.no_color
        for change in self.diff.changes:
            if not change.is_renumbering:
                yield from _shown(change, coloured=coloured)
        if renumbered := [each for each in self.diff.changes if each.is_renumbering]:
            yield from _renumbered(renumbered)
        yield Text(_counted(self.diff), "dim")


def _shown(change: Change, *, coloured: bool) -> Iterator[RenderableType]:
    sign, colour = _SIGNS[change.kind]
    head = Text(f"{sign} ", f"bold {colour}")
    head.append(one_line(change.place), "bold")
    head.append(f"  {change.kind}", colour)
    if change.old_place or change.kind is ChangeKind.MOVED:
        word = " from" if change.kind is ChangeKind.MOVED else ", was"
        head.append(f"{word} {one_line(change.old_place or change.old_path or '')}", "dim")
    yield head
    words = change.words or (_whole(change.before or change.after or ""),)
    text = Text()
    for each in _shortened(words) if change.words else words:
        begin, end = ("", "") if coloured else _MARKS.get(each.fate, ("", ""))
        text.append(f"{begin}{_safe(each.text)}{end}", _STYLES[each.fate])
    yield Padding(text, (0, 0, 0, 4))


def _whole(text: str) -> WordChange:
    """Return what came or went; of a whole text, how it begins and how long it is."""
    row = tokens(text)
    if len(row) > _LONGEST:
        text = f"{''.join(row[:_BEGINNING]).rstrip()} … ({len(text.split()):,} words)"
    return WordChange(Fate.SAME, text)


def _safe(text: str) -> str:
    """Return a text with nothing in it that a terminal would obey but the ends of lines.

    What ends or begins with one keeps it apart from what stands beside it.
    """
    return "\n".join(one_line(each.replace("\t", " ")) for each in _LINE_END.split(text))


def _shortened(words: Sequence[WordChange]) -> Iterator[WordChange]:
    """Yield the pieces; of long ones that stayed the same, only what is near a change."""
    for index, each in enumerate(words):
        row = tokens(each.text)
        if each.fate is not Fate.SAME or len(row) <= 2 * _AROUND:
            yield each
            continue
        first = "".join(row[:_AROUND]) if index else ""
        last = "".join(row[-_AROUND:]) if index < len(words) - 1 else ""
        yield WordChange(Fate.SAME, f"{first} … {last}" if first or last else each.text)


def _renumbered(changes: Sequence[Change]) -> Iterator[RenderableType]:
    """Yield one line for paragraphs of which only the numbers changed."""
    told = ", ".join(f"{each.before} → {each.after}" for each in changes)
    head = Text("~ ", "bold yellow")
    head.append("renumbered", "bold")
    head.append(f"  {one_line(told)}")
    yield head


def _counted(diff: Diff) -> str:
    renumbered = sum(each.is_renumbering for each in diff.changes)
    counts = [
        (sum(each.kind is kind and not each.is_renumbering for each in diff.changes), kind.value)
        for kind in ChangeKind
    ]
    said = [f"{count} {word}" for count, word in (*counts, (renumbered, "renumbered")) if count]
    return ", ".join(said)
