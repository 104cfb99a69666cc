"""Where sources disagree, and what was looked for and not found."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dushanbe_process.cli.show.layout import Row, columns, heading, indented, items, remark, text
from dushanbe_process.cli.show.words import counted, spelt

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rich.console import RenderableType

    from dushanbe_process.cli.show.reader import Reader
    from dushanbe_process.model.entity import Claim, ClaimedValue

_MARK = "preferred"


def disagreements(reader: Reader) -> Iterator[RenderableType]:
    """Yield every claim: its values, which of them the record follows, who says so and why."""
    claims = reader.dossier.claims
    if claims:
        yield heading(f"Where sources differ ({counted(len(claims), 'question')})")
    for index, claim in enumerate(claims):
        if index:
            yield ""
        yield indented(*_claim(reader, claim))


def _claim(reader: Reader, claim: Claim) -> Iterator[RenderableType]:
    question = reader.words(claim.question)
    about = f"{reader.called(claim.about)}: {spelt(claim.aspect).lower()}"
    yield text(question or about, "bold")
    table = columns([_value(reader, each) for each in claim.values])
    if table:
        yield indented(table)
    if claim.reason:
        yield indented(text(f"Why: {reader.words(claim.reason)}", "italic"))


def _value(reader: Reader, value: ClaimedValue) -> Row:
    mark = text(_MARK if value.preferred else " " * len(_MARK), "green")
    return (mark, reader.words(value.value), remark("", reader.sources(value.sources)))


def not_found(reader: Reader) -> Iterator[RenderableType]:
    """Yield what was looked for and not found, for each thing where that is said."""
    missing = [each for each in reader.dossier.entities() if each.not_found]
    if missing:
        yield heading("What was not found", "bold yellow")
    for each in missing:
        name = text(reader.name(each), "bold")
        yield indented(name.append_text(text(f" ({each.id})", "dim")))
        found = items(list(map(reader.words, each.not_found)))
        if found:
            yield indented(indented(found))
