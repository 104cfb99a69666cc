"""What a Word file carries beside its pages: who changed and remarked what, and its properties."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING

from rich.console import Group
from rich.text import Text

from dushanbe_process.cli.show.layout import columns, facts, heading, items, text

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from rich.console import RenderableType

    from dushanbe_process.forms.docx.found import HiddenData
    from dushanbe_process.forms.docx.seen import Change, Comment

    By = tuple[str, str]

_SEVERAL = {
    "insertion": "inserted",
    "deletion": "deleted",
    "move": "moved",
    "formatting": "reformatted",
}
#: How many characters of the first changes are shown, and of how many changes.
_FIRST = 60
_MOST = 4
_DAY = 10
_MARK = "¶"


def metadata(found: HiddenData) -> RenderableType:
    """Return everything that a file hides; a line where it hides nothing."""
    parts = list(chain(_data(found), _changes(found.changes), _comments(found.comments)))
    parts += [*_properties(found), *_unseen(found)]
    return Group(*parts) if parts else text("nothing but what stands on its pages")


def _data(found: HiddenData) -> Iterator[RenderableType]:
    told = {
        "Record": found.record,
        "Sessions": f"{found.sessions} editing sessions numbered by Word" * bool(found.sessions),
        "Files": ", ".join(found.embedded),
    }
    if any(told.values()):
        yield heading("Data in the file")
        yield facts(list(told.items()))


def _changes(changes: Sequence[Change]) -> Iterator[RenderableType]:
    """Yield a table of tracked changes: who changed how much on what day, and how it begins."""
    if not changes:
        return
    grouped: dict[By, dict[str, list[Change]]] = {}
    for each in changes:
        by = (each.author, each.date[:_DAY])
        grouped.setdefault(by, {}).setdefault(each.kind, []).append(each)
    rows: list[tuple[str | Text, ...]] = []
    for (author, day), kinds in grouped.items():
        who = (author or "nobody named", day or "–")
        for kind, several in kinds.items():
            told = _told(several)
            rows.append((*who, _SEVERAL[kind], f"{len(several):,}", f"{_words(several):,}", told))
            who = ("", "")
    yield heading(f"Tracked changes ({len(changes):,})")
    yield columns(rows, ("By", "On", "What", "Times", "Words", "First of them")) or ""


def _words(changes: Sequence[Change]) -> int:
    return sum(len(each.text.replace(_MARK, " ").split()) for each in changes)


def _told(changes: Sequence[Change]) -> Text:
    """Return the words that the first changes are about, apart from each other."""
    folded = (" ".join(each.text.replace(_MARK, " ").split()) for each in changes)
    said = list(dict.fromkeys(filter(None, folded)))
    if not said:
        marks = all(_MARK in each.text for each in changes)
        return Text("ends of paragraphs" if marks else "no words", "italic")
    first = " · ".join(said[:_MOST])
    cut = len(first) > _FIRST or len(said) > _MOST
    return text(f"{first[:_FIRST].rstrip()} …" if cut else first)


def _comments(comments: Sequence[Comment]) -> Iterator[RenderableType]:
    if comments:
        yield heading(f"Comments ({len(comments):,})")
        rows = [
            (each.author or "nobody named", each.date[:_DAY] or "–", _short(each.about), each.text)
            for each in comments
        ]
        yield columns(rows, ("By", "On", "About", "Comment")) or ""


def _short(words: str) -> str:
    folded = " ".join(words.split())
    return f"{folded[:_FIRST].rstrip()} …" if len(folded) > _FIRST else folded


def _properties(found: HiddenData) -> Iterator[RenderableType]:
    if found.properties:
        yield heading("Properties")
        yield facts([(name, text(value)) for name, value in found.properties.items()])


def _unseen(found: HiddenData) -> Iterator[RenderableType]:
    if found.unseen:
        yield heading("Not on the page")
        yield items(found.unseen) or ""
