"""The directive ``model-reference``: every class of the model, written from its description.

The pages of the reference that say what a class holds are never written by hand.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple, assert_never

from sphinx.util.docutils import SphinxDirective
from sphinx.util.nodes import make_refnode

from dushanbe_process.model import default_schema
from dushanbe_process.schema import (
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
    Text,
)

if TYPE_CHECKING:
    from collections.abc import Iterable

    from docutils import nodes
    from sphinx.addnodes import pending_xref
    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment

    from dushanbe_process.schema import Record, Schema, Shape


class FieldRow(NamedTuple):
    """What the reference says about one field."""

    name: str
    kind: str
    required: bool
    sentence: str


class ClassEntry(NamedTuple):
    """What the reference says about one class."""

    name: str
    doc: str
    rows: list[FieldRow]


def entries_of(schema: Schema) -> list[ClassEntry]:
    """Return what there is to say about every class of a schema."""
    return [_entry(record) for record in schema.records.values()]


def page_of(entries: Iterable[ClassEntry]) -> str:
    """Return the entries as Markdown: a heading, the sentence and a table for each class."""
    return "\n\n".join(_section(entry) for entry in entries) + "\n"


def words_of(shape: Shape) -> str:
    """Return what a shape is called in the reference, with links to the classes it mentions."""
    match shape:
        case Text():
            return "text"
        case Code():
            of = f" of a {shape.refers_to}" if shape.refers_to not in (None, "*") else ""
            return f"`{shape.name}`{of and f' (id{of})'}"
        case Integer():
            return "whole number"
        case Boolean():
            return "true or false"
        case Choice():
            return " \\| ".join(f"`{value}`" for value in shape.values)
        case Localized():
            return "`LocalizedText`"
        case Inline():
            return f"`InlineText` (strings, {_links(shape.records)})"
        case ManyOf():
            return f"any number of: {words_of(shape.item)}"
        case Named():
            return _link(shape.record)
        case OneOf():
            return f"one of {_links(shape.records)}"
        case Open():
            return "any plain data"
    assert_never(shape)


def _entry(record: Record) -> ClassEntry:
    rows = [
        FieldRow(each.name, words_of(each.shape), each.required, each.doc) for each in record.fields
    ]
    return ClassEntry(record.name, record.doc, rows)


def _section(entry: ClassEntry) -> str:
    lines = [f"(model-{entry.name})=", f"## {entry.name}", "", _plain(entry.doc), ""]
    lines += ["| field | | what it is | |", "|---|---|---|---|"]
    lines += [
        f"| `{row.name}` | {row.kind} | {row.sentence} | {'required' if row.required else ''} |"
        for row in entry.rows
    ]
    return "\n".join(lines)


def _plain(doc: str) -> str:
    """Return a docstring as Markdown: one indentation, literals in single backticks."""
    return "\n".join(line.strip() for line in doc.strip().splitlines()).replace("``", "`")


def _links(records: Iterable[str]) -> str:
    return ", ".join(map(_link, records))


def _link(record: str) -> str:
    return f"[{record}](#model-{record})"


class ModelReference(SphinxDirective):
    """Put the reference of the whole model here."""

    has_content = False

    def run(self) -> list[nodes.Node]:
        """Return the parsed page."""
        page = page_of(entries_of(default_schema()))
        return self.parse_text_to_nodes(page, allow_section_headings=True)


def to_model(
    app: Sphinx, env: BuildEnvironment, node: pending_xref, shown: nodes.TextElement
) -> nodes.Element | None:
    """Lead a mention of a class of the model, in a signature, to its place in the reference."""
    name = node.get("reftarget", "").rpartition(".")[2]
    label = env.domains.standard_domain.anonlabels.get(f"model-{name.lower()}")
    if node.get("refdomain") != "py" or label is None:
        return None
    return make_refnode(app.builder, node["refdoc"], *label, shown)


def setup(app: Sphinx) -> dict[str, Any]:
    """Tell Sphinx about the directive."""
    app.add_directive("model-reference", ModelReference)
    app.connect("missing-reference", to_model)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
