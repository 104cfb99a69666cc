"""The table of the installed formats."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dushanbe_process.cli.show.layout import columns, text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from rich.console import RenderableType

    from dushanbe_process.forms import Format


def table(formats: Sequence[Format]) -> RenderableType:
    """Return the formats: name, suffixes, media type, description."""
    rows = [
        (text(each.name, "bold"), " ".join(each.suffixes), each.media_type, each.description)
        for each in formats
    ]
    narrow = columns([(name, "\n".join(rest)) for name, *rest in rows])
    head = ("Name", "Suffixes", "Media type", "Description")
    return columns(rows, head, narrow) or "no formats"
