"""Hostile and broken input: one of our errors, in bounded time and memory, and nothing else."""

from __future__ import annotations

import io
import json
import zipfile
from typing import TYPE_CHECKING

import pytest

import dushanbe_process as dp
from dushanbe_process.forms.json import parse as parse_json
from dushanbe_process.reports.docx import package
from dushanbe_process.schema.generate import DEEPEST

if TYPE_CHECKING:
    from pathlib import Path

FORMATS = sorted(dp.formats())
SUFFIXES = {"json": "hostile/json", "xml": "hostile/xml*", "docx": "hostile/docx"}
NAMESPACE = "urn:dushanbe-process:1"
PARTNER = dp.Partner(id="x", name="X", kind=dp.PartnerKind.STATE)


def _files(cases: Path, *patterns: str) -> list[Path]:
    found = [path for each in patterns for path in sorted(cases.glob(each)) if path.is_file()]
    assert found, "the folder of cases is there, the cases are not"
    return found


def _refuses(data: bytes, name: str) -> dp.DushanbeError:
    with pytest.raises(dp.DushanbeError) as caught:
        dp.loads(data, name)
    assert str(caught.value)
    return caught.value


@pytest.mark.parametrize("name", FORMATS)
def test_no_hostile_file_breaks_a_reader(cases: Path, name: str) -> None:
    """No file made to break readers gets anything but one of our errors out of them.

    Word files among them that can be looked at are read as what they seem to be.
    """
    for path in _files(cases, "hostile/**/*"):
        if name == "docx" and path.parent.name == "docx":
            _reads_or_refuses(path.read_bytes())
        else:
            _refuses(path.read_bytes(), name)


def _reads_or_refuses(data: bytes) -> None:
    try:
        record, report = dp.read_docx(io.BytesIO(data))
    except dp.DushanbeError as error:
        assert str(error)
    else:
        assert report.origin == "foreign"
        assert dp.loads(dp.dumps(record, "json")) == record


def test_files_of_other_kinds_are_refused(cases: Path) -> None:
    """Real files of other kinds are refused by every reader that does not read their kind."""
    for path in _files(cases, "akn/un/*.xml", "docx/*/*.docx", "interop/**/*.json")[::3]:
        data = path.read_bytes()
        kind = {".xml": "akn", ".docx": "docx"}.get(path.suffix)
        for name in FORMATS:
            if name != kind:
                _refuses(data, name)
        assert (kind is None) == bool(dp.validate(path))


def test_json_is_judged_as_rfc_8259_judges(cases: Path) -> None:
    """What RFC 8259 forbids is refused, what it allows is parsed, up to what we forbid more."""
    folder = cases / "hostile"
    for line in (folder / "EXPECTED_JSON.jsonl").read_text(encoding="utf-8").splitlines():
        expected = json.loads(line)
        data = (cases / expected["file"]).read_bytes()
        try:
            parse_json(data)
        except dp.DushanbeError as error:
            if expected["rfc8259"] == "must accept":
                assert "twice" in str(error), expected["file"]
        else:
            assert expected["rfc8259"] != "must reject", expected["file"]


@pytest.mark.parametrize(
    ("text", "error", "message"),
    [
        ('{"type": "partner", "type": "partner"}', dp.MalformedError, "'type' is given twice"),
        ('{"type": NaN}', dp.MalformedError, "NaN is not a number"),
        ('{"a": Infinity}', dp.MalformedError, "Infinity"),
        ('{"a": 1e999}', dp.LimitExceededError, "too large"),
        ('{"a": ' + "1" * 5000 + "}", dp.LimitExceededError, "digits"),
        ('{"a": "\\ud800"}', dp.MalformedError, "surrogate"),
        ("[" * 100_000, dp.LimitExceededError, "deep"),
        ('{"a": 1,}', dp.MalformedError, "line 1"),
        ("", dp.MalformedError, "JSON"),
        ("[]", dp.InvalidError, "object"),
        ("{}", dp.InvalidError, r"\$.type: required"),
        ('{"type": "partner", "version": 2}', dp.UnsupportedVersionError, "version 2"),
        ('{"type": "partner", "version": true}', dp.UnsupportedVersionError, "True"),
        ('{"type": "nonsense", "version": 1}', dp.InvalidError, r"\$.type: 'nonsense'"),
    ],
)
def test_json_faults_are_named(text: str, error: type[Exception], message: str) -> None:
    """Each fault of JSON is one error that says what is wrong."""
    with pytest.raises(error, match=message):
        dp.loads(text.encode(), "json")


def test_json_in_other_encodings_is_refused() -> None:
    """JSON is UTF-8; a byte order mark before it is passed over."""
    text = dp.dumps(PARTNER, "json").decode()
    assert dp.loads(text.encode("utf-8-sig"), "json") == PARTNER
    with pytest.raises(dp.MalformedError, match="UTF-8"):
        dp.loads(text.encode("utf-16"), "json")


def _partner(inside: str, before: str = "") -> bytes:
    root = f'<partner xmlns="{NAMESPACE}" id="x" kind="state">'
    return f"{before}{root}{inside}</partner>".encode()


@pytest.mark.parametrize(
    ("before", "inside"),
    [
        ("<!DOCTYPE partner>", "<name>X</name>"),
        ("<!DOCTYPE partner SYSTEM 'file:///etc/passwd'>", "<name>X</name>"),
        ("<!DOCTYPE partner [<!ENTITY e 'X'>]>", "<name>&e;</name>"),
        ("<!DOCTYPE partner [<!ENTITY e SYSTEM 'file:///etc/passwd'>]>", "<name>&e;</name>"),
        ("<!DOCTYPE partner [<!ENTITY % e SYSTEM 'file:///etc/passwd'> %e;]>", "<name>X</name>"),
    ],
)
def test_document_types_and_entities_are_refused(before: str, inside: str) -> None:
    """XML with a document type declaration is refused, whatever it would do."""
    with pytest.raises(dp.MalformedError):
        dp.loads(_partner(inside, before), "xml")


def test_a_document_type_is_refused_in_large_files_too() -> None:
    """Files so large that the parser's own limits are lifted are searched for declarations."""
    inside = "<name>" + "X" * 9_000_000 + "</name>"
    with pytest.raises(dp.MalformedError, match="document type"):
        dp.loads(_partner(inside, "<!DOCTYPE partner>"), "xml")
    record = dp.loads(_partner(inside), "xml")
    assert dp.loads(dp.dumps(record, "xml")) == record


def test_xml_comments_and_instructions_change_nothing() -> None:
    """Comments, processing instructions and CDATA sections are read as if they were not there."""
    inside = "<!-- a --><name>A<!-- b -->B<?c d?><![CDATA[<C>]]></name>"
    assert dp.loads(_partner(inside), "xml") == PARTNER.evolve(name="AB<C>")


@pytest.mark.parametrize("encoding", ["utf-16", "iso-8859-1", "utf-8-sig"])
def test_xml_is_read_in_other_encodings(encoding: str) -> None:
    """XML in any encoding that it declares is read, also when its format is to be found out."""
    declaration = f"<?xml version='1.0' encoding='{encoding.removesuffix('-sig')}'?>"
    text = _partner("<name>Türkiye</name>", declaration).decode()
    assert dp.loads(text.encode(encoding)) == PARTNER.evolve(name="Türkiye")


def test_other_namespaces_and_versions_are_named() -> None:
    """A root that is not ours, or of another version, is one clear error."""
    with pytest.raises(dp.InvalidError, match="not a record"):
        dp.loads(b"<partner/>", "xml")
    with pytest.raises(dp.UnsupportedVersionError, match="'7'"):
        dp.loads(b'<partner xmlns="urn:dushanbe-process:7"/>', "xml")
    with pytest.raises(dp.InvalidError, match="name of a record"):
        dp.loads(f'<nonsense xmlns="{NAMESPACE}"/>'.encode(), "xml")


def _nested(depth: int) -> dp.Section:
    section = dp.Section()
    for _ in range(depth):
        section = dp.Section(children=[section])
    return section


@pytest.mark.parametrize("name", FORMATS)
def test_depth_is_bounded_alike_everywhere(name: str) -> None:
    """As deep as may be written is read again; one level more is refused, not written."""
    record = _nested(DEEPEST)
    assert dp.loads(dp.dumps(record, name), name) == record
    with pytest.raises(dp.LimitExceededError, match="deeper"):
        dp.dumps(_nested(DEEPEST + 1), name)


def test_depth_is_bounded_on_reading() -> None:
    """Records nested deeper than may be written are refused when they are read."""
    for depth in (DEEPEST + 1, 400, 5_000):
        tree = '{"type": "section", "version": 1' + ', "children": [{"type": "section"' * depth
        with pytest.raises(dp.LimitExceededError):
            dp.loads((tree + "}]" * depth + "}").encode(), "json")
        tag = f'<section xmlns="{NAMESPACE}">'
        xml = tag + "<children><section>" * depth + "</section></children>" * depth + "</section>"
        with pytest.raises((dp.LimitExceededError, dp.MalformedError)):
            dp.loads(xml.encode(), "xml")


def _zip(parts: dict[str, bytes]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for part, data in parts.items():
            archive.writestr(part, data)
    return buffer.getvalue()


TYPES = {"[Content_Types].xml": b"<Types/>"}


def test_zip_bombs_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    """A Word file is bounded in the number of its parts, their size and their compression."""
    many = {f"customXml/item{n}.xml": b"" for n in range(package.MOST_PARTS + 1)}
    assert "parts" in str(_refuses(_zip(TYPES | many), "docx"))
    bomb = _zip(TYPES | {"word/document.xml": b"\0" * 100_000_000})
    assert "compressed" in str(_refuses(bomb, "docx"))
    monkeypatch.setattr(package, "LARGEST_PART", 1_000)
    assert "bytes" in str(_refuses(_zip(TYPES | {"a": b"\0" * 2_000}), "docx"))


def test_a_part_that_lies_about_its_size_is_refused() -> None:
    """The size that a zip file states is not trusted."""
    data = bytearray(_zip(TYPES | {"word/document.xml": b"\0" * 10_000}))
    at = data.rindex(b"PK\x01\x02")
    data[at + 24 : at + 28] = (10).to_bytes(4, "little")
    _refuses(bytes(data), "docx")


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"", "zip"),
        (b"PK\x03\x04 and nothing more", "zip"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "password-protected"),
        (_zip({"a.txt": b"a"}), "not of Office Open XML"),
        (_zip(TYPES), "without a text"),
    ],
)
def test_what_is_no_word_file_is_named(data: bytes, message: str) -> None:
    """Each way of not being one of our Word files has its own words."""
    assert message in str(_refuses(data, "docx"))


@pytest.mark.parametrize("data", [b"", b"%PDF-1.7", b"\x89PNG", b"\0" * 100, b"hello"])
def test_unknown_content_is_named(data: bytes, tmp_path: Path) -> None:
    """Content of no known format is an error that lists the known ones."""
    with pytest.raises(dp.UnknownFormatError, match="json"):
        dp.loads(data)
    path = tmp_path / "file.bin"
    path.write_bytes(data)
    with pytest.raises(dp.UnknownFormatError, match="json"):
        dp.read(path)
