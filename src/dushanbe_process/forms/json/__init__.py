"""JSON (RFC 8259): the plain tree, in UTF-8, keys in the order of the model."""

from __future__ import annotations

import json
import math
import re
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from dushanbe_process import compiled
from dushanbe_process.errors import LimitExceededError, MalformedError
from dushanbe_process.forms import Format
from dushanbe_process.model import default_schema
from dushanbe_process.tree import structure, unstructure

if TYPE_CHECKING:
    from collections.abc import Callable

    from dushanbe_process.schema import Model, Schema

#: Where one object ends and the next begins: JSON Lines.
_NEXT_LINE = re.compile(rb"\}\r?\n\{")

_SURROGATE = re.compile(r"\\u[dD][89a-fA-F]")


def dumps(record: Model, *, schema: Schema | None = None) -> bytes:
    """Return the record as JSON, two spaces to a level, with a line feed at the end."""
    import orjson  # noqa: PLC0415  (not for reading)

    schema = schema or default_schema()
    if (written := _compiled()) is not None and (text := written(record, schema)) is not None:
        return text
    tree = unstructure(record, schema, kept=False)
    try:
        return orjson.dumps(tree, option=orjson.OPT_INDENT_2 | orjson.OPT_APPEND_NEWLINE)
    except TypeError:  # whole numbers of more than 64 bits, in the data of others
        return json.dumps(tree, ensure_ascii=False, indent=2).encode() + b"\n"


@cache
def _compiled() -> Callable[[Model, Schema], bytes | None] | None:
    """Return what writes records without trees, where it is there."""
    if not compiled.has("json_write"):
        return None
    from dushanbe_process.forms.json.ways_out import written  # noqa: PLC0415  (it is compiled)

    return written


def loads(data: bytes, *, schema: Schema | None = None) -> Model:
    """Return the record that JSON holds.

    Raises:
        MalformedError: when it is not JSON; also for a key given twice, for a number that is
            none, and for half a surrogate pair, which JSON's own grammar lets pass.
        LimitExceededError: when it is nested too deep.
        InvalidError: with every fault, when it is JSON and no sound record.
    """
    from dushanbe_process.forms.json import certain  # noqa: PLC0415  (only where it is wanted)

    made = certain.read(data, schema or default_schema())
    return made if made is not None else structure(parse(data), schema)


def parse(data: bytes) -> Any:
    """Return the plain tree that JSON text holds, strictly."""
    text = _decoded(data)
    try:
        tree = json.loads(
            text, object_pairs_hook=_object, parse_constant=_constant, parse_float=_float
        )
    except json.JSONDecodeError as error:
        raise MalformedError("JSON", error.msg, error.lineno, error.colno) from None
    except RecursionError:
        message = "JSON nested too deep"
        raise LimitExceededError(message) from None
    except ValueError as error:  # a whole number with more digits than Python converts
        raise LimitExceededError(str(error)) from None
    if _SURROGATE.search(text) and _has_lone_surrogate(tree):
        raise MalformedError("JSON", "half of a surrogate pair")
    return tree


def _decoded(data: bytes) -> str:
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        reason = f"not UTF-8 at byte {error.start}: {error.reason}"
        raise MalformedError("JSON", reason) from None


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    made = dict(pairs)
    if len(made) != len(pairs):
        keys = sorted(key for key, _ in pairs)
        twice = next(key for key, after in pairwise(keys) if key == after)
        raise MalformedError("JSON", f"the key {twice!r:.80} is given twice in one object")
    return made


def _constant(name: str) -> None:
    raise MalformedError("JSON", f"{name} is not a number of JSON")


def _float(digits: str) -> float:
    value = float(digits)
    if not math.isfinite(value):
        message = f"the number {digits:.40} is too large"
        raise LimitExceededError(message)
    return value


def _has_lone_surrogate(tree: Any) -> bool:
    try:
        json.dumps(tree, ensure_ascii=False).encode()
    except UnicodeEncodeError:
        return True
    return False


def sniff(head: bytes) -> bool:
    """Say whether a file that begins so may be JSON."""
    text = head.removeprefix(b"\xef\xbb\xbf").lstrip()
    return text[:1] in (b"{", b"[") and _NEXT_LINE.search(text) is None


FORMAT = Format(
    "json",
    (".json",),
    "application/json",
    "JSON, valid against the JSON Schema",
    dumps,
    loads,
    sniff,
)
