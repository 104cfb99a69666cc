"""Data of others in XML: JSON, spelled in elements that say of what kind they are."""

from __future__ import annotations

import math
import re
from typing import TYPE_CHECKING, Any

from dushanbe_process.errors import Problem
from dushanbe_process.forms.xml.faults import no_attributes, no_text, plain, unknown
from dushanbe_process.forms.xml.names import XSI

if TYPE_CHECKING:
    from collections.abc import Callable

    from dushanbe_process.xml_parse import Element

INTEGER = re.compile("-?(0|[1-9][0-9]{0,400})")
BOOLEANS = {"true": True, "1": True, "false": False, "0": False}


def open_data(element: Element, path: str, problems: list[Problem]) -> dict[str, Any]:
    """Return the data of others that an element holds."""
    no_attributes(element, path, problems)
    return _open_object(element, path, problems)


def _open_object(element: Element, path: str, problems: list[Problem]) -> dict[str, Any]:
    made: dict[str, Any] = {}
    for child, value in _open_values(element, path, problems):
        key = child.get("key")
        if key is None or key in made:
            fault = "a value without a key" if key is None else f"the key {key!r:.80} twice"
            problems.append(Problem(path, fault, child.sourceline))
        else:
            made[key] = value
    return made


def _open_values(element: Element, path: str, problems: list[Problem]) -> list[tuple[Element, Any]]:
    no_text(element, path, problems)
    namespace = element.tag.partition("}")[0] + "}"
    made = []
    for child in element:
        if child.tag != f"{namespace}value":
            problems.append(unknown(child, path))
        else:
            made.append((child, _open_value(child, path, problems)))
    return made


def _open_value(element: Element, path: str, problems: list[Problem]) -> Any:
    for key in element.keys():  # noqa: SIM118  (an element iterates over its children)
        if key not in ("key", "kind") and not key.startswith(XSI):
            message = f"unknown attribute {key!r:.80}"
            problems.append(Problem(path, message, element.sourceline))
    kind = element.get("kind")
    if kind == "object":
        return _open_object(element, path, problems)
    if kind == "list":
        return [value for _, value in _open_values(element, path, problems)]
    words = plain(element, path, problems)
    try:
        return _SCALARS[kind or ""](words)
    except (KeyError, ValueError):
        fault = f"{words!r:.40} is no value of the kind {kind!r:.40}"
        problems.append(Problem(path, fault, element.sourceline))
        return None


def _number(words: str) -> float:
    if not math.isfinite(value := float(words)):
        raise ValueError(words)
    return value


def _null(words: str) -> None:
    if words:
        raise ValueError(words)


def _whole(words: str) -> int:
    if not INTEGER.fullmatch(words):
        raise ValueError(words)
    return int(words)


_SCALARS: dict[str, Callable[[str], Any]] = {
    "string": str,
    "integer": _whole,
    "number": _number,
    "boolean": BOOLEANS.__getitem__,
    "null": _null,
}
