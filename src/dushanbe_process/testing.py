"""Hypothesis strategies derived from the schema, for our own laws and for your tests.

    from hypothesis import given
    from dushanbe_process.testing import records

    @given(records(Dossier))
    def test_my_exporter(dossier): ...

They reach every class and every member of every union, and texts that trouble formats:
right-to-left marks, leading and trailing blanks, CRLF, empty strings.  Needs the package
``hypothesis``.
"""

from __future__ import annotations

from functools import cache
from typing import Any, TypeVar, assert_never

from hypothesis import strategies as st

from dushanbe_process.errors import InvalidError
from dushanbe_process.model import default_schema
from dushanbe_process.model.body import Body, Paragraph
from dushanbe_process.model.conference import Session
from dushanbe_process.model.entity import Claim
from dushanbe_process.model.localized import LocalizedText
from dushanbe_process.model.text import Footnote, InlineText, Run
from dushanbe_process.schema import (
    Boolean,
    Choice,
    Code,
    Extra,
    Field,
    Inline,
    Integer,
    Localized,
    ManyOf,
    Model,
    Named,
    OneOf,
    Open,
    Schema,
    Shape,
    Text,
)
from dushanbe_process.schema.compile import quickly, tree_of
from dushanbe_process.schema.memo import once
from dushanbe_process.schema.references import find

Record = TypeVar("Record", bound=Model)

#: Strings that have broken formats before.
TROUBLE = (
    "",
    " ",
    "  two blanks before and after  ",
    "a line\r\nand another\rand a third\n",
    "\ttab\t",
    "]]>",
    "<b>&amp;</b>",
    "“Dushanbe ‘Process’” – \"straight\" and 'single'",
    "\u200fعملية دوشانبي\u200e",
    "Раванди Душанбе оид ба муқовимат бо терроризм: ғ ӣ қ ӯ ҳ ҷ",
    "杜尚别进程",
    "e\u0301 and \u00e9",
    "\u00a0\u2028\u2029\u0085\ufeff",
    "\U0001f54a\ufe0f",
    "_x000D_ &#13; {{ braces }} %s",
)
LANGUAGES = ("en", "fr", "es", "ru", "ar", "zh", "tg", "zh-Hans", "pt-BR")

#: How deep records are nested at the most; deeper ones are cut to what is required.
_DEPTH = 6

characters = st.characters(
    exclude_categories=["Cs"],
    exclude_characters=[chr(n) for n in range(32) if n not in (9, 10, 13)] + ["\ufffe", "\uffff"],
)
texts = st.one_of(st.text(characters, max_size=20), st.sampled_from(TROUBLE))
plain_data: st.SearchStrategy[Any] = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats(allow_nan=False, allow_infinity=False)
    | texts,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(texts, inner, max_size=3),
    max_leaves=6,
)


def records(cls: type[Record], schema: Schema | None = None) -> st.SearchStrategy[Record]:
    """Return a strategy for sound records of a class.

    A dossier comes with unique ids, and with references that lead to the right kind.
    """
    schema = schema or default_schema()
    made = once(schema, Strategies).record(cls.__name__, _DEPTH)
    if cls.__name__ == schema.whole:
        made = made.map(lambda record: sound(record, schema))
    return made  # type: ignore[return-value]


def any_record(schema: Schema | None = None) -> st.SearchStrategy[Model]:
    """Return a strategy for sound records of every class of the schema."""
    known = schema or default_schema()
    classes = [each.cls for each in known.records.values() if each.cls is not None]
    return st.sampled_from(classes).flatmap(lambda cls: records(cls, schema))


class Strategies:
    """The strategies of one schema, by record and by how deep it may still nest."""

    def __init__(self, schema: Schema) -> None:
        """Take the schema."""
        self.schema = schema
        self.record = cache(self._record)
        self.fields = cache(self._fields)

    def __repr__(self) -> str:
        """Stay short: strategies show what they are made of when a test fails."""
        return "…"

    def _record(self, name: str, depth: int) -> st.SearchStrategy[Model]:
        if self.schema[name].cls is None:
            message = f"{name} has no class: a frozen schema has no strategies"
            raise TypeError(message)
        return _record(self, name, depth)

    def _fields(self, name: str, depth: int) -> st.SearchStrategy[dict[str, Any]]:
        """Return the strategy of the fields of a record, the optional ones not always there."""
        fields = [each for each in self.schema[name].fields if each.required or depth > 0]
        whole = name == self.schema.whole
        values = {each.name: self.field(each, depth, whole=whole) for each in fields}
        required = {each.name for each in fields if each.required or whole}
        return st.fixed_dictionaries(
            {name: values[name] for name in values if name in required},
            optional={name: values[name] for name in values if name not in required},
        )

    def field(self, field: Field, depth: int, *, whole: bool) -> st.SearchStrategy[Any]:
        """Return the strategy of one field; the lists of a dossier are never empty."""
        if isinstance(field.shape, ManyOf) and (whole or field.nonempty):
            return st.lists(self.shape(field.shape.item, depth - 1), min_size=1, max_size=2)
        made = self.shape(field.shape, depth - 1)
        return made.filter(bool) if field.nonempty else made

    def shape(self, shape: Shape, depth: int) -> st.SearchStrategy[Any]:
        """Return the strategy of a shape."""
        match shape:
            case Text():
                return texts
            case Code():
                return _codes(shape)
            case Integer():
                small = st.integers(shape.minimum, shape.minimum + 20)
                return small | st.integers(shape.minimum, shape.maximum)
            case Boolean():
                return st.booleans()
            case Choice():
                return st.sampled_from(_members(shape))
            case Localized():
                return localized_texts
            case Inline():
                return self.inline(shape, depth)
            case ManyOf():
                most = 3 if depth > 0 else 0
                return st.lists(self.shape(shape.item, depth), max_size=most)
            case Named():
                return st.deferred(lambda: self.record(shape.record, max(depth, 0)))
            case OneOf():
                members = [self._later(name, depth) for name in shape.records]
                return st.one_of(members)
            case Open():
                return st.dictionaries(texts, plain_data, max_size=3).map(Extra)
        assert_never(shape)

    def _later(self, name: str, depth: int) -> st.SearchStrategy[Model]:
        return st.deferred(lambda: self.record(name, max(depth, 0)))

    def inline(self, shape: Inline, depth: int) -> st.SearchStrategy[InlineText]:
        """Return the strategy of running text."""
        if depth <= 0:
            return texts.map(InlineText)
        pieces = st.one_of(texts, *[self._later(name, min(depth, 2)) for name in shape.records])
        return st.lists(pieces, max_size=4).map(lambda made: InlineText(*made))


@st.composite
def _record(draw: st.DrawFn, strategies: Strategies, name: str, depth: int) -> Any:
    return _made(strategies.schema[name].cls, draw(strategies.fields(name, depth)))


localized_texts = st.one_of(
    texts.map(LocalizedText),
    st.dictionaries(st.sampled_from(("", *LANGUAGES)), texts, min_size=1, max_size=4).map(
        LocalizedText
    ),
)


@cache
def _codes(shape: Code) -> st.SearchStrategy[Any]:
    """Return a strategy for a code: its examples, and what its pattern allows."""
    made = st.sampled_from(shape.examples)
    if shape.check is None:
        allowed = st.characters(exclude_categories=("Cs", "Cc"), exclude_characters="\ufffe\uffff")
        by_pattern = st.from_regex(shape.pattern, fullmatch=True, alphabet=allowed)
        made = made | by_pattern.filter(lambda text: _accepted(shape, text))
    return made if shape.cls is str else made.map(shape.cls.parse)


def _members(shape: Choice) -> list[Any]:
    return list(shape.cls or ())


def _accepted(shape: Code, text: str) -> bool:
    try:
        return shape.cls is str or bool(shape.cls.parse(text))
    except InvalidError:
        return False


def _made(cls: type[Model], chosen: dict[str, Any]) -> Model:
    """Make a record of chosen values, mended where its fields must agree."""
    mend = _MENDED.get(cls.__name__)
    return cls(**(mend(chosen) if mend else chosen))


def _run(chosen: dict[str, Any]) -> dict[str, Any]:
    return chosen | {"subscript": False} if chosen.get("superscript") else chosen


def _footnote(chosen: dict[str, Any]) -> dict[str, Any]:
    text = InlineText(*(piece for piece in chosen["text"] if not isinstance(piece, Footnote)))
    return chosen | {"text": text}


def _paragraph(chosen: dict[str, Any]) -> dict[str, Any]:
    if chosen.get("lead") is not None:
        return chosen | {"lead": str(chosen["text"])[: len(chosen["lead"])]}
    return chosen


def _session(chosen: dict[str, Any]) -> dict[str, Any]:
    starts, ends = chosen.get("starts"), chosen.get("ends")
    return chosen | {"ends": None} if starts and ends and ends.before(starts) else chosen


def _claim(chosen: dict[str, Any]) -> dict[str, Any]:
    values = chosen.get("values", [])
    mended = [each.evolve(preferred=each.preferred and not n) for n, each in enumerate(values)]
    return chosen | {"values": mended}


def _body(chosen: dict[str, Any]) -> dict[str, Any]:
    seen: set[str] = set()
    parts = ("front", "preamble", "operative", "closing")
    return chosen | {part: _keyed(chosen[part], seen) for part in parts if part in chosen}


def _keyed(blocks: Any, seen: set[str]) -> list[Any]:
    """Return blocks without the keys that stand twice."""
    made = []
    for block in blocks:
        kept = block
        if kept.key in seen:
            kept = kept.evolve(key=None)
        seen |= {kept.key} - {None}
        if hasattr(kept, "children"):
            kept = kept.evolve(children=_keyed(kept.children, seen))
        made.append(kept)
    return made


_MENDED = {
    Run.__name__: _run,
    Footnote.__name__: _footnote,
    Paragraph.__name__: _paragraph,
    Session.__name__: _session,
    Claim.__name__: _claim,
    Body.__name__: _body,
}


def sound(record: Model, schema: Schema | None = None) -> Model:
    """Return the record with unique ids and with references that lead to the right kind.

    A reference to a kind that the record holds nothing of is left out.
    """
    schema = schema or default_schema()
    name = type(record).__name__
    tree, _ = tree_of(record, schema[name], schema)
    known: dict[str, list[str]] = {"*": []}
    taken: set[str] = set()
    for number, given in enumerate(find(tree, schema[name], schema).given):
        unique = given.id if given.id not in taken else f"{given.id}-{number}"
        while unique in taken:
            unique += "x"
        taken.add(unique)
        given.tree["id"] = unique
        for kind in (*given.kinds, "*"):
            known.setdefault(kind, []).append(unique)
    settled = _settled(tree, schema[name].name, schema, known)
    made = quickly(settled, schema[name], schema)
    assert made is not None, "it was sound, but for the ids"  # noqa: S101  (a strategy)
    return made


def _settled(tree: dict[str, Any], name: str, schema: Schema, known: dict[str, list[str]]) -> Any:
    """Return the tree of a record with its references turned to ids that are known."""
    made = {}
    for field in schema[name].fields:
        if field.name in tree:
            value = _turned(tree[field.name], field.shape, schema, known)
            if value is not None:
                made[field.name] = value
    return made


def _turned(value: Any, shape: Shape, schema: Schema, known: dict[str, list[str]]) -> Any:
    match shape:
        case Code() if shape.refers_to:
            targets = known.get(shape.refers_to, [])
            return targets[len(value) % len(targets)] if targets else None
        case ManyOf():
            turned = (_turned(each, shape.item, schema, known) for each in value)
            return [each for each in turned if each is not None]
        case Named():
            return _settled(value, shape.record, schema, known)
        case OneOf() | Inline() if isinstance(value, dict):
            record = schema.tagged(value["type"])
            inner = _settled(value, record.name, schema, known) if record else {}
            return {"type": value["type"], **inner}
        case Inline() if isinstance(value, list):
            pieces = (
                piece if isinstance(piece, str) else _turned(piece, shape, schema, known)
                for piece in value
            )
            return list(pieces)
        case _:
            return value
