"""One description: what is derived from the class bodies follows them."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import attrs
import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

import dushanbe_process as dp
from dushanbe_process.migrations import VERSION
from dushanbe_process.model import default_schema
from dushanbe_process.schema import Many, Model, Schema, derive, field, model
from dushanbe_process.schema.history import breaks, freeze, frozen, thaw
from dushanbe_process.schema.json_schema import json_schema
from dushanbe_process.schema.reference import reference
from dushanbe_process.schema.xsd import xsd
from dushanbe_process.testing import records

if TYPE_CHECKING:
    from collections.abc import Callable

FORMATS = sorted(dp.formats())
NAMESPACE = f"urn:dushanbe-process:{VERSION}"


@model
class PartnerWithMotto(dp.Partner):
    """A partner with one more field: the line below is the whole change."""

    motto: dp.LocalizedText = field("What it lives by.", default=dp.LocalizedText())


@model
class Everything(Model):
    """One optional field of every shape."""

    words: str | None = field("Text.", default=None)
    code: dp.Slug | None = field("Code.", default=None)
    count: int | None = field("Integer.", default=None)
    yes: bool = field("Boolean.", default=False)
    kind: dp.PartnerKind | None = field("Choice.", default=None)
    names: dp.LocalizedText = field("Localized.", default=dp.LocalizedText())
    text: dp.InlineText = field("Inline.", default=dp.InlineText())
    venue: dp.Venue | None = field("Named.", default=None)
    block: dp.Block | None = field("One of.", default=None)
    extra: dp.Extra = field("Open.", default=dp.Extra())
    many_words: Many[str] = field("Many texts.", default=())
    many_codes: Many[dp.Slug] = field("Many codes.", default=())
    many_marks: Many[dp.Designation] = field("Many codes with blanks.", default=())
    many_counts: Many[int] = field("Many integers.", default=())
    many_kinds: Many[dp.PartnerKind, str] = field("Many choices.", default=())
    many_names: Many[dp.LocalizedText, str] = field("Many localized.", default=())
    many_texts: Many[dp.InlineText, str] = field("Many inline.", default=())
    many_venues: Many[dp.Venue] = field("Many named.", default=())
    many_blocks: Many[dp.Block] = field("Many of several.", default=())


MOTTO = derive([PartnerWithMotto])
EVERYTHING = derive([Everything])


def _schemas_accept(record: Model, schema: Schema) -> None:
    tree = json.loads(dp.dumps(record, "json", schema=schema))
    jsonschema.Draft202012Validator(json_schema(schema, VERSION)).validate(tree)
    etree.XMLSchema(etree.fromstring(xsd(schema, NAMESPACE).encode())).assertValid(
        etree.fromstring(dp.dumps(record, "xml", schema=schema))
    )


@pytest.mark.parametrize("name", FORMATS)
def test_a_new_field_is_one_line(name: str) -> None:
    """A field added to a class is in every format, in both schemas and in the reference."""
    record = PartnerWithMotto(id="x", name="X", kind=dp.PartnerKind.STATE, motto={"tg": "Сулҳ"})
    data = dp.dumps(record, name, schema=MOTTO)
    assert dp.loads(data, name, schema=MOTTO) == record
    _schemas_accept(record, MOTTO)
    properties = json_schema(MOTTO, VERSION)["$defs"]["PartnerWithMotto"]["properties"]
    assert properties["motto"]["description"] == "What it lives by."
    assert 'name="motto"' in xsd(MOTTO, NAMESPACE)
    assert "| `motto` | `LocalizedText` | What it lives by. |" in reference(MOTTO)


@given(data=st.data())
def test_a_new_field_is_reached_by_the_strategies(data: st.DataObject) -> None:
    """Strategies fill a field added to a class, without a word anywhere else."""
    strategy = records(PartnerWithMotto, MOTTO).filter(lambda record: bool(record.motto))
    assert data.draw(strategy).motto


def test_a_new_field_is_not_known_to_the_old_schema() -> None:
    """A class of another schema is refused, so that none of its fields is lost."""
    record = PartnerWithMotto(id="x", name="X", kind=dp.PartnerKind.STATE)
    with pytest.raises(TypeError, match="PartnerWithMotto"):
        dp.dumps(record, "json")
    with pytest.raises(dp.InvalidError, match="partners"):
        dp.Dossier(partners=[record])


@pytest.mark.parametrize("name", FORMATS)
@given(record=records(Everything, EVERYTHING))
def test_every_shape_has_its_place(name: str, record: Everything) -> None:
    """A field of any shape, alone or many times, is carried and accepted."""
    assert dp.loads(dp.dumps(record, name, schema=EVERYTHING), name, schema=EVERYTHING) == record
    _schemas_accept(record, EVERYTHING)


def _class_with(annotation: Any, **marks: Any) -> Callable[[], Schema]:
    def make() -> Schema:
        body = {"__annotations__": {"odd": annotation}, "odd": field("Odd.", **marks)}
        return derive([model(type("Odd", (Model,), body))])

    return make


@pytest.mark.parametrize("annotation", [float, dict[str, str], object])
def test_an_annotation_without_a_shape_is_refused(annotation: Any) -> None:
    """A type that no format can carry is refused when the schema is derived."""
    with pytest.raises(TypeError, match=r"Odd\.odd"):
        _class_with(annotation)()


def test_reserved_names_are_refused() -> None:
    """No field can be called what every record may say of itself in a file."""

    @model
    class Odd(Model):
        """Odd."""

        type: str = field("Odd.")

    with pytest.raises(TypeError, match=r"Odd\.type"):
        derive([Odd])


def test_every_field_is_documented() -> None:
    """Every class and every field has a sentence."""
    for record in default_schema().records.values():
        assert record.doc.strip().endswith((".", ":")), record.name
        for each in record.fields:
            assert each.doc, f"{record.name}.{each.name}"


def test_released_schemas_thaw_to_what_was_frozen() -> None:
    """A frozen schema says all that reading a file of its version takes."""
    data = json.loads(json.dumps(freeze(default_schema())))
    assert freeze(thaw(data)) == data
    assert not breaks(thaw(data), default_schema())
    assert not breaks(default_schema(), thaw(data))


def test_the_present_version_breaks_nothing() -> None:
    """Documents of the released schema of this version are still read."""
    assert breaks(frozen(VERSION), default_schema()) == []


def _altered(name: str, **changes: Any) -> Schema:
    """Return the present schema with one field of Partner altered, or gone."""
    schema = default_schema()
    partner = schema["Partner"]
    fields = [
        attrs.evolve(each, **changes) if each.name == name else each
        for each in partner.fields
        if each.name != name or changes
    ]
    altered = attrs.evolve(partner, fields=tuple(fields))
    return Schema({**schema.records, "Partner": altered}, schema.whole)


SHAPES: dict[str, Any] = {each.name: each.shape for each in default_schema()["Partner"].fields}


def _changed(name: str, **changes: Any) -> Any:
    """Return the shape of a field of Partner, altered."""
    return attrs.evolve(SHAPES[name], **changes)


@pytest.mark.parametrize(
    ("schema", "message"),
    [
        (_altered("website"), "Partner.website: is gone"),
        (_altered("website", required=True), "Partner.website: has become required"),
        (_altered("kind", shape=_changed("kind", values=("state",))), "'group' is gone"),
        (_altered("country", shape=SHAPES["name"]), "has moved in XML"),
        (_altered("country", shape=_changed("country", pattern="x")), "another form"),
    ],
)
def test_breaks_are_computed(schema: Schema, message: str) -> None:
    """Whatever makes old documents unreadable is found by comparing the schemas."""
    assert any(message in each for each in breaks(default_schema(), schema))


def test_additions_break_nothing() -> None:
    """An optional field more is no break; a field less is one, seen from the other side."""
    plain, more = derive([dp.Partner]), derive([PartnerWithMotto])
    renamed = attrs.evolve(more["PartnerWithMotto"], name="Partner")
    grown = Schema({**more.records, "Partner": renamed}, None)
    assert breaks(plain, grown) == []
    assert breaks(grown, plain) != []
