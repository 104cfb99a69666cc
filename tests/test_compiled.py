"""Compiled code and generated Python do the same: to the same records, and to the letter."""

from __future__ import annotations

import subprocess
import sys
from functools import partial
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from lxml import etree
from test_fast_ways import damaged_json
from test_laws import damaged_xml

import dushanbe_process as dp
from dushanbe_process import compiled
from dushanbe_process.forms.json import certain
from dushanbe_process.forms.xml import read as xml_form
from dushanbe_process.forms.xml import write as xml_out
from dushanbe_process.model import default_schema
from dushanbe_process.schema.generate import DEEPEST
from dushanbe_process.schema.mentions import Mentions
from dushanbe_process.testing import any_record
from dushanbe_process.tree import unstructure
from dushanbe_process.xml_parse import parse as parse_xml

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from dushanbe_process.schema import Model

SCHEMA = default_schema()

pytestmark = pytest.mark.skipif(
    not all(map(compiled.has, ("json_read", "json_write", "xml_read", "xml_write"))),
    reason="nothing is compiled here, or not of these sources: pip install -e . compiles it",
)


def _or_doubt(read: Callable[[], Any]) -> Any:
    """Return what is read, or that there is doubt."""
    try:
        return read()
    except Exception:  # noqa: BLE001  (whatever it is, it says that there is doubt)
        return None


def _same_json(data: bytes, record: Any) -> None:
    ways = [way(record, SCHEMA) for way in (certain.compiled_way, certain.generated_way)]
    by_c, by_python = (_or_doubt(partial(way, data)) for way in ways)
    if by_python is None:
        assert by_c is None
    else:
        assert by_c[0] == by_python[0]
        assert repr(by_c[0]) == repr(by_python[0])
        assert by_c[1] == by_python[1]
        assert _ids(by_c[2]) == _ids(by_python[2])


def _ids(found: Mentions | None) -> Any:
    if found is None:
        return None
    return dict(found.given), {kind: ids for kind, ids in found.made.items() if ids}


@given(record=any_record())
def test_json_is_read_alike(record: Model) -> None:
    """Both ways make the same record, meet as many strings, and gather the same ids."""
    _same_json(dp.dumps(record, "json"), SCHEMA.of(record))


@given(data=damaged_json())
def test_damaged_json_is_doubted_alike(data: bytes) -> None:
    """What one way doubts, the other doubts; where neither does, they agree."""
    for name in ("Dossier", "Resolution", "Statement"):
        _same_json(data, SCHEMA[name])
    assert _strings(data) == certain.strings_in(data)


def _strings(data: bytes) -> int:
    from dushanbe_process.compiled.json_read import strings_in  # noqa: PLC0415

    return strings_in(data)


@pytest.mark.parametrize(
    "text",
    [
        b"",
        b'"',
        b"\\",
        b'"a\\',
        b'"\\""',
        b'"\\\\"',
        b'"\\u0041"',
        b'"\\b"',
        b'"\\f"',
        b'"\\n\\t\\r\\/"',
        b'"' * 1000,
        b'"\xef\xbf\xbd"',
        b'"\xef\xbf\xbe"',
        b'"\xef\xbf\xbf"',
        b"\xef",
        b"\xef\xbf",
        b"x\xef\xbf\xbe",
    ],
)
def test_strings_are_counted_alike(text: bytes) -> None:
    """Strings are counted alike at the edges: escapes, ends of text, what XML cannot carry."""
    assert _strings(text) == certain.strings_in(text)


@given(record=any_record())
def test_json_is_written_alike(record: Model) -> None:
    """What is written without a tree is to the letter what is written of the tree."""
    import orjson  # noqa: PLC0415

    from dushanbe_process.forms.json.ways_out import written  # noqa: PLC0415

    tree = unstructure(record)
    by_c = written(record, SCHEMA)
    try:
        of_tree = orjson.dumps(tree, option=orjson.OPT_INDENT_2 | orjson.OPT_APPEND_NEWLINE)
    except TypeError:  # whole numbers of more than 64 bits, in the data of others
        assert by_c is None
    else:
        assert by_c == of_tree


@given(record=any_record())
def test_xml_is_written_alike(record: Model) -> None:
    """Both ways write the same, to the letter, and gather the same ids."""
    from dushanbe_process.forms.xml.ways_out import written  # noqa: PLC0415

    known = SCHEMA.of(record)
    assert known is not None
    by_c, by_python = written(record, known, SCHEMA), xml_out.generated_way(SCHEMA)(record, known)
    assert by_c is not None
    assert by_c[0] == by_python[0]
    assert _ids(by_c[1]) == _ids(by_python[1])


@pytest.mark.parametrize("length", [*range(70), 255, 256, 4096, 100_000])
@pytest.mark.parametrize(
    "mark", ['"', "\\", "\n", "\t", "\r", "&", "<", ">", "]]>", "\x7f", "ё", "的", "😀", "\x85"]
)
def test_every_character_is_written_at_every_place(mark: str, length: int) -> None:
    """A character that is escaped, or is several bytes, comes back from wherever it stands."""
    texts = [mark + "a" * length, "a" * length + mark, "a" * length + mark + "a" * 40]
    for text in texts:
        partner = dp.Partner(id="x", name=text, kind="state", note={"en": text})
        for form in ("json", "xml"):
            assert dp.loads(dp.dumps(partner, form), form) == partner


def test_what_leads_nowhere_is_not_written() -> None:
    """A dossier whose references lead nowhere is refused, with the path, as by the slow way."""
    dossier = dp.Dossier(title="X", conferences=[])
    broken = object.__new__(dp.Dossier)
    for each in SCHEMA["Dossier"].fields:
        object.__setattr__(broken, each.name, getattr(dossier, each.name))
    conference = dp.Conference(
        id="c", title="C", dates="2020", partnerships=[dp.Partnership(partner="p", roles=["host"])]
    )
    object.__setattr__(broken, "conferences", (conference,))
    with pytest.raises(dp.InvalidError, match=r"\$\.conferences\[0\]\.partnerships\[0\]\.partner"):
        dp.dumps(broken, "json")


def test_an_unfinished_record_is_an_error() -> None:
    """A record of which a field was never filled raises AttributeError; nothing worse happens."""
    with pytest.raises(AttributeError):
        dp.dumps(object.__new__(dp.Partner), "json")


@pytest.mark.parametrize("format", ["json", "xml"])
def test_depth_has_one_bound(format: str) -> None:
    """Records as deep in one another as is allowed are read and written; one deeper is refused."""
    paragraph = dp.Paragraph(text="x")
    for _ in range(DEEPEST):
        paragraph = dp.Paragraph(text="x", children=[paragraph])
    assert dp.loads(dp.dumps(paragraph, format), format) == paragraph
    deeper = dp.Paragraph(text="x", children=[paragraph])
    with pytest.raises(dp.LimitExceededError):
        dp.dumps(deeper, format)


def _same_xml(data: bytes) -> None:
    try:
        root = parse_xml(data)
    except dp.DushanbeError:
        return
    _same_element(root)


def _same_element(root: Any) -> None:
    record = SCHEMA.tagged(root.tag.rpartition("}")[2])
    if record is None:
        return
    made, ids = [], []
    for way in (xml_form.compiled_way(SCHEMA), xml_form.generated_way(SCHEMA)):
        found = Mentions()
        made.append(_or_doubt(partial(way, root, record, found)))
        ids.append(_ids(found))
    by_c, by_python = made
    assert by_c == by_python
    assert repr(by_c) == repr(by_python)
    assert by_c is None or ids[0] == ids[1]


@given(record=any_record())
def test_xml_is_read_alike(record: Model) -> None:
    """Both ways make the same record of an element, and gather the same ids."""
    _same_xml(dp.dumps(record, "xml"))


@given(data=damaged_xml())
def test_damaged_xml_is_doubted_alike(data: bytes) -> None:
    """What one way doubts, the other doubts; where neither does, they agree."""
    _same_xml(data)


_HEAD = '<paragraph xmlns="urn:dushanbe-process:1"'


@pytest.mark.parametrize(
    "text",
    [
        f"{_HEAD}><text>a<!-- b -->c</text></paragraph>",
        f"{_HEAD}><text>a<![CDATA[<b>]]>c</text></paragraph>",
        f'{_HEAD} xmlns:o="urn:other" o:number="1."><text>a</text></paragraph>',
        f'{_HEAD}><text xmlns="">a</text></paragraph>',
        f'{_HEAD}><text xmlns="urn:other">a</text></paragraph>',
        f"{_HEAD}><text/></paragraph>",
        f"{_HEAD}> \t\r\n <text>a</text>\n</paragraph>",
        f"{_HEAD}>&#160;<text>a</text></paragraph>",
        f"{_HEAD}><text>a</text><text>b</text></paragraph>",
        f"{_HEAD}><children><paragraph><text>a</text></paragraph></children></paragraph>",
        f"{_HEAD}><text>a</text><children/></paragraph>",
        f'{_HEAD} number=""><text>a</text></paragraph>',
        f'{_HEAD} number="&#x1F600;"><text>a<run emphasis="1">b</run>c</text></paragraph>',
        f'{_HEAD}><text>a<run emphasis="yes">b</run>c</text></paragraph>',
    ],
)
def test_xml_of_others_is_read_alike(text: str) -> None:
    """What only others write is read alike, or doubted alike."""
    _same_xml(text.encode())


@pytest.mark.parametrize(
    "change",
    [
        lambda text: setattr(text, "text", etree.CDATA("a")),
        lambda text: setattr(text, "text", ""),
        lambda text: setattr(text, "tail", ""),
        lambda text: setattr(text.getparent(), "text", ""),
        lambda text: text.append(etree.Comment("x")),
        lambda text: text.append(etree.Entity("nbsp")),
        lambda text: text.insert(0, etree.ProcessingInstruction("x")),
        lambda text: text.append(etree.Element("run")),
        lambda text: text.set("{urn:other}language", "en"),
        lambda text: etree.Element("other").append(text.getparent()),
    ],
)
def test_trees_made_by_hand_are_read_alike(change: Callable[[Any], None]) -> None:
    """Trees such as no parser makes of a file are read alike, or doubted alike."""
    root = etree.fromstring(f"{_HEAD}><text>a</text></paragraph>")
    change(root[0])
    _same_element(root)
    quantity = etree.fromstring(f'{_HEAD.replace("paragraph", "quantity", 1)} value="1"/>')
    quantity.text = ""
    _same_element(quantity)


def test_hostile_files_are_doubted_alike(cases: Path) -> None:
    """Of files made to do harm both ways think the same."""
    for path in sorted((cases / "hostile").rglob("*")):
        if path.is_file() and path.stat().st_size < 5_000_000:
            data = path.read_bytes()
            assert _strings(data) == certain.strings_in(data), path.name
            _same_json(data, SCHEMA["Dossier"])
            _same_xml(data)


_PURE = """
import dushanbe_process as dp
from dushanbe_process import compiled
assert not compiled.has("json_read")
for name in ("json", "xml"):
    assert dp.loads(dp.dumps(dp.sample(), name), name) == dp.sample()
import sys
assert not [each for each in sys.modules if each.startswith("dushanbe_process.compiled.")]
"""


def test_python_alone_can_be_asked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    """With ``DUSHANBE_PROCESS_PURE`` in the environment nothing compiled is loaded."""
    monkeypatch.setenv(compiled.PURE, "1")
    subprocess.run([sys.executable, "-c", _PURE], check=True)  # noqa: S603  (our own)


def test_what_was_compiled_of_other_sources_is_not_used(tmp_path: Path) -> None:
    """After a source has changed nothing compiled is used until it is compiled again."""
    source = tmp_path / "making.pyx"
    source.write_text("one")
    assert not compiled.are_of_these_sources.__wrapped__(tmp_path)
    (tmp_path / compiled.MADE_OF).write_text(compiled.sources_in(tmp_path))
    assert compiled.are_of_these_sources.__wrapped__(tmp_path)
    source.write_text("another")
    assert not compiled.are_of_these_sources.__wrapped__(tmp_path)


def test_a_module_that_cannot_be_loaded_is_not_there() -> None:
    """What was not compiled, or for another Python, is as if it were not there."""
    assert not compiled.has("no_such_module")
