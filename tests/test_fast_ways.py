"""The fast ways: they read what is right, doubt what is not, and agree with the thorough way."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from typing import TYPE_CHECKING, Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st
from test_laws import damaged_trees, damaged_xml

import dushanbe_process as dp
from dushanbe_process.forms.json import certain, parse
from dushanbe_process.forms.xml import read as xml_form
from dushanbe_process.model import default_schema
from dushanbe_process.schema import extra, record_of
from dushanbe_process.schema.compile import quickly
from dushanbe_process.schema.references import unsound
from dushanbe_process.schema.twins import maker_of
from dushanbe_process.testing import any_record, plain_data
from dushanbe_process.tree import structure, thorough, unstructure
from dushanbe_process.xml_parse import parse as parse_xml

if TYPE_CHECKING:
    from pathlib import Path

    from dushanbe_process.schema import Model

SCHEMA = default_schema()

#: What the fast reader of JSON leaves to the strict one: hard escapes, and very large numbers.
LEFT = re.compile(rb"\\[\\ubf]|[eE]\+?\d|\d{19}")


@given(record=any_record())
def test_trees_that_are_right_are_read_fast(record: Model) -> None:
    """The compiled readers of trees have no doubts about anything that was written."""
    tree = unstructure(record)
    del tree["version"]
    assert quickly(tree, SCHEMA[type(record).__name__], SCHEMA) == record


@given(record=any_record())
def test_json_that_is_right_is_read_fast(record: Model) -> None:
    """JSON is read by the fast parser, unless escapes or numbers in it want a closer look."""
    data = dp.dumps(record, "json")
    if not LEFT.search(data):
        assert certain.read(data, SCHEMA) == record
    assert certain.read(data, SCHEMA) in (record, None)


@pytest.mark.parametrize(
    "text",
    [
        '{"type": "letter", "version": 1, "id": "x", "note": ""}',
        '{"id": "x", "version": 1, "type": "letter"}',
        '{"version":1,"type":"letter","annexes":[],"id":"x"}',
        '\r\n {\t"version": 1, "id": "x", "masthead": {}, "type": "letter"}',
    ],
)
def test_json_of_others_is_read_fast(text: str) -> None:
    """Keys in another order, blanks and values that might have been left out raise no doubt."""
    made = certain.read(text.encode(), SCHEMA)
    assert made is not None
    assert made == structure(json.loads(text))


_THREADS = """
import threading
import dushanbe_process as dp
from dushanbe_process.forms.json import certain, parse
from dushanbe_process.model import default_schema
data, schema = dp.dumps(dp.sample(), "json"), default_schema()
made, start = [], threading.Barrier(8)
def read():
    start.wait()
    made.append(certain.read(data, schema))
threads = [threading.Thread(target=read) for _ in range(8)]
for each in threads: each.start()
for each in threads: each.join()
assert len(made) == 8 and all(each == dp.sample() for each in made)
"""


def test_threads_may_read_from_the_first() -> None:
    """What is made when the first file is read is made once, however many threads read it."""
    subprocess.run([sys.executable, "-c", _THREADS], check=True)  # noqa: S603  (our own)


@given(record=any_record())
def test_trees_to_keep_and_to_pass_on_are_equal(record: Model) -> None:
    """Both kinds of tree say the same; one that is kept shares nothing that can change."""
    kept, passed = unstructure(record), unstructure(record, kept=False)
    assert kept == passed
    _scribble(kept)
    assert unstructure(record) == passed


def _scribble(tree: Any) -> None:
    """Empty every container of a tree."""
    for inner in tree.values() if isinstance(tree, dict) else tree:
        if isinstance(inner, dict | list):
            _scribble(inner)
    tree.clear()


def _slowly(tree: Any) -> Model | None:
    """Return what the thorough way alone makes of a tree with a type that is known."""
    record = SCHEMA.tagged(tree.get("type"))
    assert record is not None
    plain = {key: value for key, value in tree.items() if key != "version"}
    try:
        made = thorough(plain, record, SCHEMA)
    except dp.DushanbeError:
        return None
    return None if record.name == SCHEMA.whole and unsound(plain, record, SCHEMA) else made


@given(tree=damaged_trees())
def test_fast_and_thorough_agree_on_damaged_trees(tree: Any) -> None:
    """A damaged tree is read to the same record with the fast way as without it, or not at all."""
    try:
        record = structure(tree)
    except (dp.UnsupportedVersionError, dp.LimitExceededError):
        return
    except dp.InvalidError:
        if "type" in tree and SCHEMA.tagged(tree["type"]) and "version" in tree:
            assert _slowly(tree) is None
        return
    assert _slowly(tree) == record


#: What is put into JSON to damage it.
PUT = (
    b'"note": "x",',
    b'"id":"a",',
    b'"x"',
    b'": "',
    b"\\u0022",
    b"\\ud800",
    b"\\n",
    b"\\b",
    b'\\"',
    b"\\\\",
    b"\xef\xbf\xbe",
    b"\xff",
    b" ",
    b"\n",
    b"1e9",
    b"-0",
    b"NaN",
)


@st.composite
def damaged_json(draw: st.DrawFn) -> bytes:
    """Return the JSON of a damaged tree, or JSON damaged as text: keys twice, escapes, blanks."""
    if draw(st.booleans()):
        return json.dumps(draw(damaged_trees()), ensure_ascii=draw(st.booleans())).encode()
    data = dp.dumps(draw(any_record()), "json")
    for _ in range(draw(st.integers(1, 3))):
        places = [found.end() for found in re.finditer(rb'[{\[,":]', data)]
        start = draw(st.sampled_from(places))
        put = draw(st.sampled_from(PUT))
        data = data[:start] + put + data[start:]
    return data


@given(data=damaged_json())
def test_fast_and_strict_json_agree(data: bytes) -> None:
    """What the fast reader of JSON accepts, the strict reader accepts, to the same record."""
    made = certain.read(data, SCHEMA)
    if made is not None:
        assert structure(parse(data)) == made


_PARTNER = '"type": "partner", "version": 1, "id": "x", "kind": "state"'


@pytest.mark.parametrize(
    "inside",
    [
        '"name": "X", "name": "X"',
        '"name": {"en": "X", "en": "X"}',
        '"name": "X", "extra": {"a": {"b": 1, "b": 1}}',
        '"version": 1, "name": "X"',
        '"name": "X", "extra": {"\\"a": 1, "\\"a": 1}',
        '"name": "X\\u0022\\u0022", "note": "", "note": ""',
        '"name": "X\\\\", "note": "", "note": ""',
    ],
)
def test_keys_given_twice_never_pass(inside: str) -> None:
    """A key that is given twice is refused at every depth, whatever else the text holds."""
    text = f"{{{_PARTNER}, {inside}}}"
    assert certain.read(text.encode(), SCHEMA) is None
    with pytest.raises(dp.MalformedError, match="twice"):
        dp.loads(text.encode(), "json")


def test_whole_numbers_beyond_64_bits_stay_whole() -> None:
    """Numbers that the fast parser would make floats of come back to the last digit."""
    for number in (2**63, 2**64, 10**30, -(2**63) - 1, -(2**63)):
        partner = dp.Partner(id="x", name="X", kind="state", extra={"n": number, "f": 1e30})
        assert dp.loads(dp.dumps(partner, "json"), "json") == partner


@given(record=any_record())
def test_xml_that_is_right_is_read_fast(record: Model) -> None:
    """The compiled readers of XML have no doubts about anything that was written."""
    root = parse_xml(dp.dumps(record, "xml"))
    assert xml_form.quickly(root, SCHEMA) == record
    assert xml_form.thoroughly(root, SCHEMA) == record


@given(data=damaged_xml())
def test_fast_and_thorough_agree_on_damaged_xml(data: bytes) -> None:
    """Damaged XML that the fast way reads, the thorough way reads, to the same record."""
    try:
        root = parse_xml(data)
        made = xml_form.quickly(root, SCHEMA)
    except dp.DushanbeError:
        return
    if made is not None:
        assert xml_form.thoroughly(root, SCHEMA) == made


@pytest.mark.parametrize("put", ["&#xFFFE;", "&#0;", "\ufffe", "&#xD800;", "\x0c"])
def test_xml_never_brings_characters_that_it_cannot_carry(put: str) -> None:
    """The parser refuses what the fast reader of XML relies on it to refuse."""
    text = (
        f'<partner xmlns="urn:dushanbe-process:1" id="x" kind="state"><name>{put}</name></partner>'
    )
    with pytest.raises(dp.MalformedError):
        dp.loads(text.encode(), "xml")


def test_hostile_json_is_never_read_fast(cases: Path) -> None:
    """The fast reader of JSON lets nothing pass that the oracle of RFC 8259 rejects."""
    files = [each for each in (cases / "hostile/json").rglob("*") if each.is_file()]
    assert files
    for path in files:
        assert certain.read(path.read_bytes(), SCHEMA) is None


@given(record=any_record())
def test_nothing_is_wrong_where_only_defaults_are(record: Model) -> None:
    """A check that is skipped where its fields say nothing would have found nothing there."""
    faults = type(record).__faults__
    names: Any = getattr(faults, "only_with", None)
    if getattr(faults, "below", False):
        said = repr(unstructure(record))
        assert any(f"'{name}'" in said for name in names) or not list(record.__faults__())
    elif names is not None:
        defaults = {each.name: each.default for each in SCHEMA[type(record).__name__].fields}
        values = {name: getattr(record, name) for name in defaults}
        bare = attrs.make_class("Bare", [*values], frozen=False)(**values)
        for name in names:
            setattr(bare, name, defaults[name])
        assert not list(type(record).__faults__(bare))


@given(record=any_record())
def test_records_made_of_right_values_are_equal(record: Model) -> None:
    """What is made without the constructor is what the constructor makes."""
    values = {each.name: getattr(record, each.name) for each in record_of(type(record)).fields}
    cls: Any = type(record)
    made = maker_of(cls)(**values)
    assert type(made) is cls
    assert made == record


@given(data=st.dictionaries(st.text(), plain_data))
def test_plain_data_is_frozen_alike_both_ways(data: dict[str, Any]) -> None:
    """Data that is kept at once is kept as it is when every part of it is looked at."""
    try:
        slowly = extra._thoroughly(data)
    except dp.InvalidError:
        slowly = None
    try:
        quickly = extra._quickly(data, 0)
    except extra._Unsure:
        return
    assert quickly == slowly
    assert repr(quickly) == repr(slowly)
