"""How XML text spells strings, and the data of others."""

from __future__ import annotations

from functools import lru_cache
from typing import Any


def text(value: str) -> str:
    """Return a string as the text of an element."""
    if "&" in value or "<" in value or ">" in value or "\r" in value:
        value = value.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
        return value.replace("\r", "&#13;")
    return value


@lru_cache(4096)
def quoted(value: str) -> str:
    """Return a string as the value of an attribute, in its quotation marks."""
    value = text(value).replace('"', "&quot;").replace("\t", "&#9;").replace("\n", "&#10;")
    return f'"{value}"'


def _word(value: Any) -> str:
    if type(value) is bool:
        return "true" if value else "false"
    return str(value)


def open_element(out: list[str], name: str, value: dict[str, Any], indent: str) -> None:
    """Write the element of data of others."""
    out.append(f"{indent}<{name}>\n")
    for key, each in value.items():
        _open_value(out, key, each, indent + "  ")
    out.append(f"{indent}</{name}>\n")


_KINDS = {str: "string", int: "integer", float: "number", bool: "boolean", type(None): "null"}


def _open_value(out: list[str], key: str | None, value: Any, indent: str) -> None:
    """Write one value of the data of others, which says of what kind it is."""
    start = f"{indent}<value" + (f" key={quoted(key)}" if key is not None else "")
    if isinstance(value, dict | list):
        kind = "object" if isinstance(value, dict) else "list"
        pairs = value.items() if isinstance(value, dict) else ((None, each) for each in value)
        out.append(f'{start} kind="{kind}">\n')
        for inner, each in pairs:
            _open_value(out, inner, each, indent + "  ")
        out.append(f"{indent}</value>\n")
    elif value is None:
        out.append(f'{start} kind="null"/>\n')
    else:
        word = repr(value) if type(value) is float else _word(value)
        out.append(f'{start} kind="{_KINDS[type(value)]}">{text(word)}</value>\n')
