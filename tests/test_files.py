"""Reading and writing files: whole or not at all, and the format found out."""

from __future__ import annotations

import io
import os
import stat
from typing import TYPE_CHECKING, Any

import pytest

import dushanbe_process as dp
from dushanbe_process import forms

if TYPE_CHECKING:
    from pathlib import Path

FORMATS = sorted(dp.formats())
PARTNER = dp.Partner(id="x", name={"en": "X", "ar": "س"}, kind=dp.PartnerKind.STATE)


@pytest.mark.parametrize("name", FORMATS)
def test_files_come_back(name: str, tmp_path: Path) -> None:
    """A record written to a path, given as a string or not, is read from it."""
    path = tmp_path / f"partner{dp.formats()[name].suffixes[0].upper()}"
    dp.write(PARTNER, str(path))
    assert dp.read(path) == dp.read(str(path)) == PARTNER


@pytest.mark.parametrize("name", FORMATS)
def test_the_class_that_is_expected(name: str, tmp_path: Path) -> None:
    """A reader who expects one class is refused every other."""
    dp.write(PARTNER, tmp_path / "partner", format=name)
    assert dp.read(tmp_path / "partner", expect=dp.Partner).country is None
    with pytest.raises(dp.InvalidError, match="expected a Dossier, got a Partner"):
        dp.read(tmp_path / "partner", expect=dp.Dossier)


@pytest.mark.parametrize("name", FORMATS)
def test_open_files_come_back(name: str) -> None:
    """A file open for bytes is written in the format named, and its format is found out."""
    file = io.BytesIO()
    dp.write(PARTNER, file, format=name)
    file.seek(0)
    assert dp.read(file) == PARTNER


def test_an_open_file_without_a_format_is_refused() -> None:
    """What is open has no suffix to go by: the format has to be named."""
    with pytest.raises(dp.UnknownFormatError, match="format="):
        dp.write(PARTNER, io.BytesIO())


@pytest.mark.parametrize("name", FORMATS)
@pytest.mark.parametrize("suffix", [".json", ".xml", ".docx", ".txt", ""])
def test_content_goes_before_suffix(name: str, suffix: str, tmp_path: Path) -> None:
    """A file under the wrong name is read for what it is."""
    path = tmp_path / f"partner{suffix}"
    path.write_bytes(dp.dumps(PARTNER, name))
    assert dp.read(path) == PARTNER


def test_format_overrides(tmp_path: Path) -> None:
    """A format that is named goes before content and suffix."""
    path = tmp_path / "partner.json"
    dp.write(PARTNER, path, format="xml")
    assert path.read_bytes().startswith(b"<?xml")
    with pytest.raises(dp.MalformedError, match="JSON"):
        dp.read(path, format="json")


@pytest.mark.parametrize("bad", ["partner.pdf", "partner", ".json.bak"])
def test_unknown_suffixes_are_refused(bad: str, tmp_path: Path) -> None:
    """A suffix that is no format's is an error that lists the formats; nothing is written."""
    with pytest.raises(dp.UnknownFormatError, match="docx, json"):
        dp.write(PARTNER, tmp_path / bad)
    assert not list(tmp_path.iterdir())


def test_unknown_formats_are_refused() -> None:
    """A format that is not installed is an error that lists those that are."""
    with pytest.raises(dp.UnknownFormatError, match=r"'yaml'.*json"):
        dp.dumps(PARTNER, "yaml")


def test_convert(tmp_path: Path) -> None:
    """A chain of conversions ends where it began."""
    first, *rest = [tmp_path / f"partner.{name}" for name in (*FORMATS, "last.json")]
    dp.write(PARTNER, first)
    before = first
    for path in rest:
        dp.convert(before, path)
        before = path
    assert dp.read(before) == PARTNER


def test_a_failure_leaves_the_old_file(tmp_path: Path) -> None:
    """What cannot be written leaves what was there, and nothing beside it."""
    path = tmp_path / "dossier.json"
    dp.write(dp.Dossier(), path)
    before = path.read_bytes()
    with pytest.raises(dp.InvalidError, match="given twice"):
        dp.write(dp.Dossier(partners=[PARTNER, PARTNER]), path)
    assert path.read_bytes() == before
    assert list(tmp_path.iterdir()) == [path]


def test_a_failure_while_writing_leaves_the_old_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """When the disk fails half way, the old file stands and nothing is left beside it."""
    path = tmp_path / "partner.json"
    path.write_text("old")

    def fail(*_: Any) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("pathlib.Path.replace", fail)
    with pytest.raises(OSError, match="No space"):
        dp.write(PARTNER, path)
    assert path.read_text() == "old"
    assert list(tmp_path.iterdir()) == [path]


def test_links_and_modes_are_kept(tmp_path: Path) -> None:
    """Writing through a link changes the file it leads to, which keeps its permissions."""
    real, link = tmp_path / "real.json", tmp_path / "link.json"
    real.write_text("old")
    real.chmod(0o640)
    link.symlink_to(real)
    dp.write(PARTNER, link)
    assert link.is_symlink()
    assert dp.read(real) == PARTNER
    assert stat.S_IMODE(real.stat().st_mode) == 0o640


def test_new_files_have_the_usual_mode(tmp_path: Path) -> None:
    """A new file gets the permissions that any program's new file gets."""
    usual = tmp_path / "usual"
    usual.write_text("")
    dp.write(PARTNER, tmp_path / "new.json")
    assert (tmp_path / "new.json").stat().st_mode == usual.stat().st_mode


def test_devices_are_written_as_they_stand() -> None:
    """What is no regular file is written to, not replaced."""
    dp.write(PARTNER, os.devnull, format="json")
    assert stat.S_ISCHR(os.stat(os.devnull).st_mode)  # noqa: PTH116


def test_files_beyond_the_limit_are_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A file larger than is read is refused before it fills the memory."""
    monkeypatch.setattr("dushanbe_process.api.LARGEST", 10)
    dp.write(PARTNER, tmp_path / "partner.json")
    with pytest.raises(dp.LimitExceededError, match="10 bytes"):
        dp.read(tmp_path / "partner.json")


def test_validate_tells_every_problem(tmp_path: Path) -> None:
    """Each fault of a file is listed with its path; a sound file and a sound record have none."""
    path = tmp_path / "partner.json"
    path.write_text('{"type": "partner", "version": 1, "id": "X", "kind": "x", "country": "XX"}')
    paths = {problem.path for problem in dp.validate(path)}
    assert paths == {"$.id", "$.name", "$.kind", "$.country"}
    dp.write(PARTNER, path)
    assert dp.validate(path) == dp.validate(PARTNER) == ()
    assert dp.validate(io.BytesIO(b"{")) != ()


def test_validate_tells_shape_and_soundness_at_once() -> None:
    """A dossier's dangling references are listed together with its other faults."""
    text = b'{"type": "dossier", "version": 1, "partners": [{"id": "a", "name": "A", "kind": "x",'
    text += b' "part_of": "nobody"}], "claims": [{"id": "a", "about": "a", "aspect": "b"}]}'
    assert [str(problem) for problem in dp.validate(io.BytesIO(text))] == [
        "$.partners[0].kind: 'x' is not one of " + ", ".join(each.value for each in dp.PartnerKind),
        "$.claims[0].id: the id 'a' is given twice",
        "$.partners[0].part_of: nothing has the id 'nobody'",
    ]


def test_the_same_faults_have_the_same_paths_in_every_format() -> None:
    """A problem is told in the same words whether it stands in JSON or in XML."""
    tree = b'{"type": "venue", "version": 1, "country": "XX"}'
    xml = b'<venue xmlns="urn:dushanbe-process:1" country="XX"/>'
    assert dp.validate(io.BytesIO(tree)) == dp.validate(io.BytesIO(xml)) != ()


def test_unknown_keys_are_kept_or_told() -> None:
    """Unknown data goes to ``extra`` where a class takes it, else it is a problem."""
    record = dp.loads(
        b'{"type": "partner", "version": 1, "id": "x", "name": "X", "kind": "state",'
        b' "un_member_since": 1992, "extra": {"seats": [1, 2.5, null]}}'
    )
    assert isinstance(record, dp.Partner)
    assert record.extra == {"seats": [1, 2.5, None], "un_member_since": 1992}
    with pytest.raises(dp.InvalidError, match=r"\$: unknown key 'colour'"):
        dp.loads(b'{"type": "venue", "version": 1, "colour": "red"}')
    with pytest.raises(dp.InvalidError, match="both in extra and beside it"):
        dp.loads(
            b'{"type": "partner", "version": 1, "id": "x", "name": "X", "kind": "state",'
            b' "a": 1, "extra": {"a": 2}}'
        )


def test_unknown_elements_are_kept_or_told() -> None:
    """Elements and attributes of other namespaces go to ``extra``, unknown ones of ours do not."""
    start = '<partner xmlns="urn:dushanbe-process:1" xmlns:o="urn:o" id="x" kind="state"'
    record = dp.loads(f'{start} o:a="1"><name>X</name><o:b>1<o:c/></o:b><o:b/></partner>'.encode())
    assert isinstance(record, dp.Partner)
    assert record.extra["@{urn:o}a"] == "1"
    assert "<o:c/>" in record.extra["{urn:o}b"][0]
    for name in FORMATS:
        assert dp.loads(dp.dumps(record, name)) == record
    with pytest.raises(dp.InvalidError, match="unknown element"):
        dp.loads(f"{start}><name>X</name><colour/></partner>".encode())
    with pytest.raises(dp.InvalidError, match="unknown attribute 'colour'"):
        dp.loads(f'{start} colour="red"><name>X</name></partner>'.encode())


def test_formats_of_others_come_through_the_same_door(monkeypatch: pytest.MonkeyPatch) -> None:
    """A format of another package is found by name, by suffix and by content."""
    lines = forms.Format(
        "lines",
        (".lines", ".x.json"),
        "text/plain",
        "A test",
        lambda record: b"LINES" + dp.dumps(record, "json"),
        lambda data: dp.loads(data[5:], "json"),
        lambda head: head.startswith(b"LINES"),
    )

    class Entry:
        name = "lines"

        @staticmethod
        def load() -> forms.Format:
            return lines

    entries = {**forms._entries(), "lines": Entry}
    monkeypatch.setattr(forms, "_entries", lambda: entries)
    forms.find.cache_clear()
    assert dp.loads(dp.dumps(PARTNER, "lines")) == PARTNER
    assert forms.to_write("a.x.json").name == "lines"
    assert "lines" in dp.formats()


def test_upgrade() -> None:
    """Trees of older versions go through each step in turn; unknown versions are refused."""
    steps = {1: lambda tree: {**tree, "a": 1}, 2: lambda tree: {**tree, "b": tree["a"] + 1}}
    from dushanbe_process.migrations import upgrade  # noqa: PLC0415  (with its other arguments)

    old = {"type": "x", "version": 1}
    assert upgrade(old, version=3, steps=steps) == {"type": "x", "version": 3, "a": 1, "b": 2}
    assert old == {"type": "x", "version": 1}
    for version in (0, 4, "1", None, 1.0):
        with pytest.raises(dp.UnsupportedVersionError, match="supported: 1, 2, 3"):
            upgrade({"type": "x", "version": version}, version=3, steps=steps)
