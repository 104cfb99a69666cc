"""How a record shows itself in a console and in a notebook."""

from __future__ import annotations

from enum import Enum
from html import escape
from typing import Any

import attrs

_SHOWN = 4
_WIDTH = 48
_LISTED = 20


def _told(record: Any) -> list[tuple[str, Any]]:
    """Return the fields whose value says something, in order."""
    return [
        (each.name, value)
        for each in attrs.fields(type(record))
        if (value := getattr(record, each.name)) != each.default
    ]


def _brief(value: object) -> str:
    """Return the value in a few words."""
    if isinstance(value, tuple):
        return f"<{len(value)} {'item' if len(value) == 1 else 'items'}>"
    if isinstance(value, Enum):
        return repr(value.value)
    if attrs.has(type(value)) and type(value).__str__ is object.__str__:
        return f"<{type(value).__name__}>"
    if isinstance(value, int):
        return repr(value)
    words = " ".join(str(value).split())
    told = repr(words if len(words) <= _WIDTH else f"{words[: _WIDTH - 1]}…")
    return told if len(told) <= _WIDTH + 4 else f"{told[:_WIDTH]}…"


def repr_of(record: Any) -> str:
    """Return the class with its first few telling fields: ``Partner(id='unoct', …)``."""
    told = [f"{name}={_brief(value)}" for name, value in _told(record)]
    rest = ["…"] if len(told) > _SHOWN else []
    return f"{type(record).__name__}({', '.join(told[:_SHOWN] + rest)})"


def html_of(record: Any) -> str:
    """Return a table of the telling fields, one row each, everything escaped."""
    rows = "".join(
        f"<tr><th scope='row'>{escape(name)}</th><td>{_cell(value)}</td></tr>"
        for name, value in _told(record)
    )
    return f"<table><caption>{type(record).__name__}</caption>{rows}</table>"


def _cell(value: object) -> str:
    if isinstance(value, tuple):
        shown = [str(item) for item in value[:_LISTED]]
        if len(value) > _LISTED:
            shown.append(f"… and {len(value) - _LISTED} more")
        items = "".join(f"<li>{escape(item)}</li>" for item in shown)
        return f"<ol>{items}</ol>"
    return escape(str(value))
