"""The laws: what holds for every record in every installed format."""

from __future__ import annotations

import copy
from typing import TYPE_CHECKING, Any

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

import dushanbe_process as dp
from dushanbe_process.model import default_schema
from dushanbe_process.testing import any_record, plain_data, records
from dushanbe_process.tree import structure, thorough, unstructure

if TYPE_CHECKING:
    from dushanbe_process.schema import Model

FORMATS = sorted(dp.formats())
VALIDATOR = jsonschema.Draft202012Validator(dp.json_schema())
XML_SCHEMA = etree.XMLSchema(etree.fromstring(dp.xsd().encode()))


@pytest.mark.parametrize("name", FORMATS)
@given(record=any_record())
def test_round_trip(name: str, record: Model) -> None:
    """Any format gives back the record that was written, and writes it the same again."""
    data = dp.dumps(record, name)
    again = dp.loads(data, name)
    assert again == record
    assert dp.dumps(again, name) == data


@pytest.mark.parametrize("name", FORMATS)
@given(dossier=records(dp.Dossier))
def test_round_trip_of_a_whole_dossier(name: str, dossier: dp.Dossier) -> None:
    """A dossier, with its references, comes back too; its format is told by its content."""
    assert dp.loads(dp.dumps(dossier, name)) == dossier


@given(record=any_record(), data=st.data())
def test_agreement(record: Model, data: st.DataObject) -> None:
    """Through any chain of formats the story stays the same."""
    chain = data.draw(st.lists(st.sampled_from(FORMATS), min_size=2, max_size=4))
    told = record
    for name in chain:
        told = dp.loads(dp.dumps(told, name), name)
    assert told == record
    assert [dp.dumps(told, name) for name in FORMATS] == [
        dp.dumps(record, name) for name in FORMATS
    ]


@given(record=any_record())
def test_schemas_accept(record: Model) -> None:
    """The published schemas accept everything that is written."""
    VALIDATOR.validate(unstructure(record))
    XML_SCHEMA.assertValid(etree.fromstring(dp.dumps(record, "xml")))


@given(record=any_record())
def test_both_readers_agree_on_what_is_right(record: Model) -> None:
    """The thorough way reads what the compiled way reads, to the same record."""
    tree = unstructure(record)
    known = default_schema()[type(record).__name__]
    assert thorough(tree, known, default_schema()) == structure(tree) == record


def _places(tree: Any) -> list[tuple[Any, Any]]:
    """Return every container of a tree with every key or index in it."""
    if not isinstance(tree, dict | list):
        return []
    pairs = list(tree.items()) if isinstance(tree, dict) else list(enumerate(tree))
    return [(tree, key) for key, _ in pairs] + [
        place for _, value in pairs for place in _places(value)
    ]


@st.composite
def damaged_trees(draw: st.DrawFn) -> Any:
    """Return the tree of a record with one to three things in it broken."""
    tree: Any = copy.deepcopy(unstructure(draw(any_record())))
    for _ in range(draw(st.integers(1, 3))):
        if not (places := _places(tree)):
            break
        container, key = draw(st.sampled_from(places))
        match draw(st.sampled_from(["drop", "replace", "rename", "wrap", "add"])):
            case "drop":
                del container[key]
            case "replace":
                container[key] = draw(plain_data)
            case "wrap":
                container[key] = [container[key]]
            case "rename" if isinstance(container, dict):
                container[key + "x"] = container.pop(key)
            case _ if isinstance(container, dict):
                container["unheard_of"] = draw(plain_data)
            case _:
                container.append(draw(plain_data))
    return tree


@given(tree=damaged_trees())
def test_judges_agree(tree: Any) -> None:
    """What the JSON Schema rejects is never read silently, and faults have paths."""
    try:
        record = structure(tree)
    except dp.DushanbeError as error:
        if isinstance(error, dp.InvalidError):
            assert all(problem.path.startswith("$") for problem in error.problems)
        return
    VALIDATOR.validate(tree)
    assert structure(unstructure(record)) == record


@st.composite
def damaged_xml(draw: st.DrawFn) -> bytes:
    """Return the XML of a record with one to three things in it broken."""
    root = etree.fromstring(dp.dumps(draw(any_record()), "xml"))
    for _ in range(draw(st.integers(1, 3))):
        element = draw(st.sampled_from(list(root.iter())))
        parent = element.getparent()
        match draw(
            st.sampled_from(["drop", "rename", "text", "attribute", "twice", "move", "cut"])
        ):
            case "drop" if parent is not None:
                parent.remove(element)
            case "rename":
                element.tag += "x"
            case "text":
                element.text = draw(st.sampled_from(["", " ", "stray", "1"]))
            case "attribute":
                name = draw(st.sampled_from([*element.keys(), "unheard_of"]))
                element.set(name, draw(st.sampled_from(["", " ", "x y", "0", "true"])))
            case "twice" if parent is not None:
                parent.append(copy.deepcopy(element))
            case "move" if parent is not None:
                parent.insert(0, element)
            case _ if element.keys():
                del element.attrib[element.keys()[0]]
    return bytes(etree.tostring(root))


@given(data=damaged_xml())
def test_judges_agree_on_xml(data: bytes) -> None:
    """What the XML Schema rejects is never read silently."""
    try:
        record = dp.loads(data, "xml")
    except dp.DushanbeError:
        return
    XML_SCHEMA.assertValid(etree.fromstring(data))
    assert dp.loads(dp.dumps(record, "xml")) == record


@pytest.mark.parametrize("name", FORMATS)
@given(data=st.data())
def test_legible_failure(name: str, data: st.DataObject) -> None:
    """Any bytes raise one of our errors, or are read; nothing else happens."""
    whole = dp.dumps(data.draw(any_record()), name)
    start = data.draw(st.integers(0, len(whole) - 1))
    end = data.draw(st.integers(start, min(len(whole), start + 40)))
    put = data.draw(st.binary(max_size=20))
    for broken in (put, whole[:end], whole[:start] + put + whole[end:]):
        try:
            dp.loads(broken, name)
        except dp.DushanbeError as error:
            assert str(error)
