"""Between records and plain trees of dicts, lists, strings, numbers and booleans.

Reading tries the compiled way first, which accepts exactly what is right.  Where it doubts,
cattrs goes through the same tree and every fault is listed with its path.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, assert_never

from dushanbe_process.errors import InvalidError, LimitExceededError, Problem
from dushanbe_process.migrations import VERSION, upgrade
from dushanbe_process.model import default_schema
from dushanbe_process.schema.check import acceptor, refusal
from dushanbe_process.schema.compile import quickly, tree_of
from dushanbe_process.schema.generate import too_deep
from dushanbe_process.schema.memo import once
from dushanbe_process.schema.references import unsound
from dushanbe_process.schema.shapes import (
    Boolean,
    Choice,
    Code,
    Inline,
    Integer,
    Localized,
    ManyOf,
    Named,
    OneOf,
    Open,
    Shape,
    Text,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from cattrs import Converter

    from dushanbe_process.schema import Model, Record, Schema

    Hook = Callable[[Any, Any], Any]


def unstructure(
    record: Model, schema: Schema | None = None, *, kept: bool = True
) -> dict[str, Any]:
    """Return the plain tree of a record: its type and version first, defaults left out.

    A tree that is not ``kept``, but only read, may share its parts with the record.

    Raises:
        InvalidError: when the record as a whole is not sound (a reference leads nowhere).
        LimitExceededError: when records stand too deep in one another.
        TypeError: when the object is no record of the schema.
    """
    schema = schema or default_schema()
    known = schema.of(record)
    if known is None:
        message = f"{type(record).__name__} is not a class of the schema"
        raise TypeError(message)
    tree, found = tree_of(record, known, schema, kept=kept)
    if known.name == schema.whole and not found.are_sound(schema):
        raise InvalidError(unsound(tree, known, schema))
    return {"type": known.tag, "version": VERSION, **tree}


def structure(tree: object, schema: Schema | None = None) -> Model:
    """Return the record that a plain tree describes.

    Raises:
        InvalidError: with every fault of the tree, each with its path.
        UnsupportedVersionError: when it was written for a version not known here.
        LimitExceededError: when records stand too deep in one another.
    """
    schema = schema or default_schema()
    tree = upgrade(tree)
    record = schema.tagged(tree.get("type"))
    if record is None:
        known = ", ".join(sorted(each.tag for each in schema.records.values()))
        problem = Problem("$.type", f"{tree.get('type')!r:.80} is not one of {known}")
        raise InvalidError([problem])
    plain = {key: value for key, value in tree.items() if key != "version"}
    made = quickly(plain, record, schema)
    return made if made is not None else _explained(plain, record, schema)


def _explained(tree: dict[str, Any], record: Record, schema: Schema) -> Model:
    """Return the record after all, or raise every fault that the tree has."""
    made: Model | None = None
    problems: list[Problem] = []
    try:
        made = thorough(tree, record, schema)
    except InvalidError as error:
        problems += error.problems
    if record.name == schema.whole:
        problems += unsound(tree, record, schema)
    if made is None or problems:
        raise InvalidError(problems)
    return made


def thorough(tree: dict[str, Any], record: Record, schema: Schema) -> Model:
    """Read a tree through cattrs, which goes on after a fault.

    Raises:
        InvalidError: with every fault of the tree, each with its path.
    """
    try:
        made: Model = once(schema, converter).structure(tree, record.cls)
    except LimitExceededError:
        raise
    except RecursionError:
        raise too_deep() from None
    except Exception as error:  # noqa: BLE001  (sorted out below)
        raise InvalidError(list(_problems(error, "$"))) from None
    return made


def converter(schema: Schema) -> Converter:
    """Return a cattrs converter that structures every class of the schema, strictly."""
    from cattrs import Converter  # noqa: PLC0415  (wanted only where something is wrong)

    made = Converter(detailed_validation=True)
    for record in schema.records.values():
        made.register_structure_hook(record.cls, _record_hook(record, schema, made))
    return made


def _record_hook(record: Record, schema: Schema, converter: Converter) -> Hook:
    from cattrs.gen import make_dict_structure_fn, override  # noqa: PLC0415

    made: list[Hook] = []

    def hook(tree: Any, cls: Any) -> Any:
        if type(tree) is not dict:
            message = f"expected an object, got {_kind(tree)}"
            raise refusal(message)
        if not made:
            fields: Any = {
                field.name: override(struct_hook=_hook(field.shape, schema, converter))
                for field in record.fields
            }
            made.append(
                make_dict_structure_fn(cls, converter, _cattrs_forbid_extra_keys=True, **fields)
            )
        return made[0](_known(tree, record), cls)

    return hook


def _known(tree: dict[str, Any], record: Record) -> dict[str, Any]:
    """Return the tree without what says its type, and with what is unknown in its place."""
    for key, right in (("type", record.tag), ("version", VERSION)):
        if tree.get(key, right) != right:
            raise InvalidError([Problem(f"$.{key}", f"expected {right!r}, got {tree[key]!r:.80}")])
    tree = {key: value for key, value in tree.items() if key not in ("type", "version")}
    place = record.open
    names = {field.name for field in record.fields}
    unknown = {key: value for key, value in tree.items() if key not in names}
    if place is None or not unknown:
        return tree
    kept = tree.get(place.name, {})
    if type(kept) is not dict:
        return {key: value for key, value in tree.items() if key in names}
    if both := sorted(kept.keys() & unknown.keys()):
        raise refusal(f"{both[0]!r} stands both in {place.name} and beside it")
    return {k: v for k, v in tree.items() if k in names} | {place.name: {**kept, **unknown}}


def _kind(value: object) -> str:
    words = {type(None): "null", dict: "an object", list: "a list", str: "a string"}
    words |= {bool: "true or false", int: "a number", float: "a number"}
    return words.get(type(value), type(value).__name__)


def _hook(shape: Shape, schema: Schema, converter: Converter) -> Hook:
    """Return the hook that structures one value of a shape, from its plain form alone."""
    match shape:
        case Text() | Integer() | Boolean() | Choice():
            accept = acceptor(shape)
            return lambda value, _: accept(value)
        case Code():
            return lambda value, _: _code(shape, value)
        case Localized():
            return lambda value, _: shape.cls.__from_tree__(value)
        case Open():
            return lambda value, _: _open(shape, value)
        case Inline():
            tagged = _tagged_hook(shape.records, schema, converter)
            return lambda value, _: _inline(shape, value, tagged)
        case ManyOf():
            item = _hook(shape.item, schema, converter)
            return lambda value, _: _many(value, item)
        case Named():
            return lambda value, _: converter.structure(value, shape.cls)
        case OneOf():
            return _tagged_hook(shape.records, schema, converter)
    assert_never(shape)


def _code(shape: Code, value: Any) -> Any:
    if type(value) is not str:
        message = f"expected a string, got {_kind(value)}"
        raise refusal(message)
    return acceptor(shape)(value)


def _open(shape: Open, value: Any) -> Any:
    if type(value) is not dict:
        message = f"expected an object, got {_kind(value)}"
        raise refusal(message)
    return acceptor(shape)(value)


def _many(values: Any, item: Hook) -> tuple[Any, ...]:
    from cattrs import IterableValidationError, IterableValidationNote  # noqa: PLC0415

    if type(values) is not list:
        message = f"expected a list, got {_kind(values)}"
        raise refusal(message)
    made, errors = [], []
    for index, value in enumerate(values):
        try:
            made.append(item(value, None))
        except LimitExceededError:
            raise
        except Exception as error:  # noqa: BLE001  (collected, and sorted out at the end)
            note = IterableValidationNote(f"item {index}", index, object)
            error.__notes__ = [*getattr(error, "__notes__", []), note]
            errors.append(error)
    if errors:
        raise IterableValidationError("While structuring a list", errors, tuple)
    return tuple(made)


def _inline(shape: Inline, value: Any, tagged: Hook) -> Any:
    if type(value) is str:
        return acceptor(shape)(value)
    text = acceptor(Text())
    pieces = _many(
        value, lambda piece, _: text(piece) if type(piece) is str else tagged(piece, None)
    )
    return acceptor(shape)(pieces)


def _tagged_hook(records: tuple[str, ...], schema: Schema, converter: Converter) -> Hook:
    members = {schema[name].tag: schema[name] for name in records}

    def hook(tree: Any, _: Any) -> Any:
        if type(tree) is not dict:
            message = f"expected an object, got {_kind(tree)}"
            raise refusal(message)
        tag = tree.get("type")
        record = members.get(tag) if isinstance(tag, str) else None
        if record is None:
            said = f"{tag!r:.80} is not one of" if "type" in tree else "missing: one of"
            raise InvalidError([Problem("$.type", f"{said} {', '.join(members)}")])
        return converter.structure(tree, record.cls)

    return hook


def _problems(error: BaseException, path: str) -> Iterator[Problem]:
    """Yield the faults that a tree of validation errors reports, each with its path."""
    from cattrs import BaseValidationError, ForbiddenExtraKeysError  # noqa: PLC0415

    if isinstance(error, BaseValidationError):
        for each in error.exceptions:
            yield from _problems(each, path + _segment(each))
    elif isinstance(error, InvalidError):
        yield from (problem.below(path) for problem in error.problems)
    elif isinstance(error, ForbiddenExtraKeysError):
        yield from (Problem(path, f"unknown key {key!r}") for key in sorted(error.extra_fields))
    elif isinstance(error, KeyError):
        yield Problem(path, "required, but missing")
    else:
        yield Problem(path, str(error) or type(error).__name__)


def _segment(error: BaseException) -> str:
    """Return the step of the path that cattrs noted on an error."""
    from cattrs import AttributeValidationNote, IterableValidationNote  # noqa: PLC0415

    for note in getattr(error, "__notes__", ()):
        if isinstance(note, AttributeValidationNote):
            return f".{note.name}"
        if isinstance(note, IterableValidationNote):
            return f"[{note.index}]"
    return ""
