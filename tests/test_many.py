"""Many records: streams in one file, folders of files, in the library and on the command line."""

from __future__ import annotations

import io
import pickle
import re
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given

import dushanbe_process as dp
from dushanbe_process.cli import main
from dushanbe_process.testing import records

SAMPLE = dp.sample()
LISTED = [
    *SAMPLE.processes,
    *SAMPLE.conferences,
    *SAMPLE.partners,
    *SAMPLE.people,
    *SAMPLE.documents,
    *SAMPLE.sources,
    *SAMPLE.claims,
]


@pytest.mark.parametrize("name", sorted(dp.formats()))
def test_the_lists_of_a_dossier_are_streamed(name: str, tmp_path: Path) -> None:
    """Every format yields what stands in the lists of a dossier; JSON Lines yield their lines."""
    path = tmp_path / f"sample{dp.formats()[name].suffixes[0]}"
    if name == "jsonl":
        assert dp.write_lines(LISTED, path) == len(LISTED)
    else:
        dp.write(SAMPLE, path)
    assert list(dp.iter_read(path)) == LISTED
    with path.open("rb") as file:
        assert list(dp.iter_read(file)) == LISTED
    partners = list(dp.iter_read(path, expect=dp.Partner))
    assert tuple(partners) == SAMPLE.partners


@given(dossier=records(dp.Dossier))
def test_streamed_xml_is_what_is_read(dossier: dp.Dossier) -> None:
    """A stream of XML yields the same records as reading the whole."""
    streamed = list(dp.iter_read(io.BytesIO(dp.dumps(dossier, "xml"))))
    assert streamed == list(dp.iter_read(io.BytesIO(dp.dumps(dossier, "json"))))


def test_a_file_of_one_record_yields_it(tmp_path: Path) -> None:
    """A file that holds no dossier yields its one record, annexes and all."""
    annex = dp.Resolution(id="b", title="B")
    letter = dp.Letter(id="a", annexes=[annex, annex.evolve(id="c")])
    for suffix in ("json", "xml", "jsonl"):
        dp.write(letter, tmp_path / f"a.{suffix}")
        assert list(dp.iter_read(tmp_path / f"a.{suffix}")) == [letter]


XML = dp.dumps(dp.Dossier(partners=[dp.Partner(id=i, name=i, kind="state") for i in "abc"]), "xml")


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        (b'id="b"', b'id="b" kindness="x"', "unknown attribute"),
        (b"<name>b</name>", b"", r"\$\.partners\[1\]\.name: required"),
        (b"<partners>", b"<partners>stray", "text where none"),
        (b'</partner>\n    <partner id="b"', b'</partner>stray<partner id="b"', "text where none"),
        (b"  </partners>", b"<stray/></partners>", "unknown element"),
        (b"</partners>", b"</partners>stray", "text where none"),
        (b"</partners>", b"</partners><partners><partner/></partners>", "given twice|required"),
        (b"</partners>", b"</partners><title>late</title>", "stands after"),
        (b"  <partners>", b"<stray/><partners>", "unknown element"),
        (b"</dossier>", b"", "not well-formed"),
        (b"<dossier", b"<!DOCTYPE dossier><dossier", "document type"),
    ],
)
def test_faults_of_streamed_xml_are_raised(old: bytes, new: bytes, message: str) -> None:
    """Whatever reading the whole file would refuse, streaming refuses, at the end at the latest."""
    assert old in XML
    data = XML.replace(old, new, 1)
    with pytest.raises(dp.DushanbeError):
        dp.loads(data, "xml")
    with pytest.raises(dp.DushanbeError, match=message):
        list(dp.iter_read(io.BytesIO(data)))


def test_a_declaration_across_two_reads_is_refused() -> None:
    """A document type declaration is found wherever the file happens to be cut."""
    for length in range(65_500, 65_550):
        data = b"<!--" + b"x" * length + b"--><!DOCTYPE dossier>" + XML[39:]
        with pytest.raises(dp.DushanbeError):
            list(dp.iter_read(io.BytesIO(data), "xml"))


def test_faults_of_records_are_handed_over() -> None:
    """With ``on_fault`` the rest goes on after a record that is not right."""
    faults: list[dp.DushanbeError] = []
    bad = XML.replace(b"<name>b</name>", b"")
    names = [
        each.id for each in dp.iter_read(io.BytesIO(bad), expect=dp.Partner, on_fault=faults.append)
    ]
    assert names == ["a", "c"]
    assert [str(each) for each in faults] == ["$.partners[1].name: required, but missing"]


def test_faults_of_lines_have_their_number() -> None:
    """What is wrong with JSON Lines is told with the number of the line."""
    line = dp.dumps(SAMPLE.partners[0], "jsonl")
    data = line + b"\n{\n" + line + b'{"type": "partner", "version": 1}\n' + b'{"x": 1e999}\n'
    faults: list[dp.DushanbeError] = []
    kept = list(dp.iter_read(io.BytesIO(data), "jsonl", on_fault=faults.append))
    assert kept == [SAMPLE.partners[0]] * 2
    malformed, invalid, limit = faults
    assert isinstance(malformed, dp.MalformedError)
    assert malformed.line == 3
    assert isinstance(invalid, dp.InvalidError)
    assert {each.line for each in invalid.problems} == {5}
    assert "line 6" in str(limit)
    with pytest.raises(dp.MalformedError, match="line 3"):
        list(dp.iter_read(io.BytesIO(data), "jsonl"))


def test_json_lines_are_told_from_json() -> None:
    """Two objects on two lines are JSON Lines; as one record they are refused in words."""
    lines = dp.dumps(SAMPLE.partners[0], "jsonl") * 2
    with pytest.raises(dp.InvalidError, match="holds 2 records"):
        dp.loads(lines)
    with pytest.raises(dp.MalformedError):
        dp.loads(b"", "jsonl")


def test_streams_without_a_start_need_a_format() -> None:
    """What cannot be read from its start again has to be named."""

    class Pipe(io.BytesIO):
        def seekable(self) -> bool:
            return False

    with pytest.raises(dp.UnknownFormatError, match="needs format="):
        list(dp.iter_read(Pipe(XML)))
    assert len(list(dp.iter_read(Pipe(XML), "xml"))) == 3


def test_a_failing_stream_leaves_the_old_lines(tmp_path: Path) -> None:
    """Lines are written whole or not at all."""
    path = tmp_path / "a.jsonl"
    dp.write_lines(LISTED[:1], path)
    old = path.read_bytes()
    broken = (LISTED[0] if number < 3 else 1 / 0 for number in range(5))
    with pytest.raises(ZeroDivisionError):
        dp.write_lines(broken, path)  # type: ignore[arg-type]
    assert path.read_bytes() == old
    assert [each.name for each in tmp_path.iterdir()] == ["a.jsonl"]


@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="Linux keeps the peak there")
@pytest.mark.parametrize(("data", "format"), [("xml", "xml"), ("lines", "jsonl")])
def test_memory_stays_flat(tmp_path: Path, data: str, format: str) -> None:
    """Ten times the file takes no more memory, give or take."""
    peaks = [_peak(_large(tmp_path, data, count), format) for count in (2_000, 20_000)]
    assert peaks[1] - peaks[0] < 8_000


def _large(folder: Path, kind: str, count: int) -> Path:
    path = folder / f"{count}.{kind}"
    if kind == "lines":
        dp.write_lines((LISTED[0] for _ in range(count)), path)
        return path
    head, partner, tail = (
        XML[: XML.index(b"<partner ")],
        XML[XML.index(b"<partner ") : XML.index(b"</partner>") + 10],
        XML[XML.index(b"</partners>") :],
    )
    with path.open("wb") as file:
        file.write(head)
        for number in range(count):
            file.write(partner.replace(b'"a"', b'"a%d"' % number))
        file.write(tail)
    return path


def _peak(path: Path, format: str) -> int:
    """Return the peak memory, in kilobytes, of a process that reads a file as a stream."""
    code = (
        "import re, sys, dushanbe_process as dp\n"
        "from pathlib import Path\n"
        "for _ in dp.iter_read(sys.argv[1], sys.argv[2]): pass\n"
        "status = Path('/proc/self/status').read_text()\n"
        "print(re.search(r'VmHWM:\\s+(\\d+)', status)[1])"
    )
    run = [sys.executable, "-c", code, str(path), format]
    return int(subprocess.run(run, capture_output=True, check=True).stdout)  # noqa: S603


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    """Return a folder with folders in it, of files right and wrong."""
    folder = tmp_path / "archive"
    for number, partner in enumerate(SAMPLE.partners[:6]):
        (folder / f"part{number % 2}").mkdir(parents=True, exist_ok=True)
        dp.write(partner, folder / f"part{number % 2}" / f"{partner.id}.json")
    (folder / "bad.json").write_text("{")
    (folder / "README.txt").write_text("not a record")
    (folder / ".hidden.json").write_text("{")
    return folder


@pytest.mark.parametrize("jobs", [1, 2])
def test_folders_are_converted(archive: Path, tmp_path: Path, jobs: int) -> None:
    """Each file becomes one of the same name; bad ones are told of, others passed over."""
    outcomes = list(dp.convert_folder(archive, tmp_path / "out", "xml", jobs=jobs))
    assert pickle.loads(pickle.dumps(outcomes)) == outcomes  # noqa: S301  (our own)
    assert [each.source for each in outcomes] == sorted(each.source for each in outcomes)
    bad = [each for each in outcomes if each.faults]
    skipped = [each for each in outcomes if each.skipped]
    made = [each for each in outcomes if each.target]
    assert [each.source for each in bad] == [str(archive / "bad.json")]
    assert [each.source for each in skipped] == [str(archive / "README.txt")]
    assert len(made) == 6
    for each in made:
        assert dp.read(each.target or "") == dp.read(each.source)
    assert not list((tmp_path / "out").glob("bad*"))


def test_no_file_takes_the_place_of_another(tmp_path: Path) -> None:
    """Of two files that would become one, the second is reported."""
    folder = tmp_path / "in"
    folder.mkdir()
    for suffix in ("json", "xml"):
        dp.write(SAMPLE.partners[0], folder / f"a.{suffix}")
    first, second = dp.convert_folder(folder, folder / "out", "docx")
    assert first.target == str(folder / "out" / "a.docx")
    assert "a.json takes" in second.faults[0]
    again = list(dp.convert_folder(folder, folder / "out", "docx"))
    assert [each.source for each in again] == [first.source, second.source]


def test_the_command_converts_folders(
    archive: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A folder becomes a folder or JSON Lines, and those a folder again; faults make it exit 1."""
    out, lines, back = tmp_path / "out", tmp_path / "all.jsonl", tmp_path / "back"
    back.mkdir()
    assert main(["convert", str(archive), str(out), "--to", "xml", "--jobs", "2"]) == 1
    told = capsys.readouterr().err
    assert f"{archive}/bad.json: not well-formed JSON" in told
    assert f"{archive}/README.txt: passed over" in told
    assert told.endswith(f"{out}: 6 written, 1 not right, 1 passed over\n")
    assert main(["convert", str(out), str(lines)]) == 0
    assert main(["convert", str(lines), str(back), "--to", "json"]) == 0
    assert {dp.read(each) for each in back.iterdir()} == set(SAMPLE.partners[:6])
    again = tmp_path / "again.jsonl"
    with lines.open("ab") as file:
        file.write(b"{\n")
    assert main(["convert", str(lines), str(again)]) == 1
    assert "line 7" in capsys.readouterr().err
    assert set(dp.iter_read(again)) == set(SAMPLE.partners[:6])


def test_a_record_whose_id_is_taken_stops_no_other(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Of two lines with one id the first becomes a file, the second is told, the rest goes on."""
    first, second = SAMPLE.partners[:2]
    lines, out = tmp_path / "all.jsonl", tmp_path / "out"
    out.mkdir()
    dp.write_lines([first, first, second], lines)
    assert main(["convert", str(lines), str(out), "--to", "json"]) == 1
    told = capsys.readouterr().err
    assert f"the id '{first.id}' is given twice: record 2 gets no file" in told
    assert "2 records written" in told
    assert {dp.read(each) for each in out.iterdir()} == {first, second}


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["{archive}", "{out}"], "give --to"),
        (["{archive}", "{file}", "--to", "xml"], "is a file"),
        (["{archive}", "-", "--to", "xml"], "not the standard output"),
        (["{archive}", "{out}", "--to", "nonsense"], "unknown format"),
        (["{archive}", "{out}", "--to", "xml", "--jobs", "0"], "from 1 to"),
    ],
)
def test_wrong_use_is_told(
    archive: Path, capsys: pytest.CaptureFixture[str], arguments: list[str], message: str
) -> None:
    """What does not go together ends with exit status 2 and a reason."""
    names = {"archive": archive, "out": archive.parent / "out", "file": archive / "bad.json"}
    assert main(["convert", *(each.format(**names) for each in arguments)]) == 2
    assert message in capsys.readouterr().err


_LINES = (
    '{"type": "letter", "version": 1, "id": "x"}\n'
    '{"type": "letter", "version": 1, "id": "y", "date": "20x"}\n'
    "\n"
    '{"type": "letter"\n'
)


def test_every_line_is_validated(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each fault of JSON Lines is told with its line, of a file and of the standard input."""
    path = tmp_path / "lines.jsonl"
    path.write_text(_LINES)
    problems = dp.validate(path)
    assert [each.line for each in problems] == [2, None]
    assert "line 4" in str(problems[1])
    assert dp.validate(io.BytesIO(_LINES.encode())) == problems
    assert main(["validate", str(path)]) == 1
    assert capsys.readouterr().out == "".join(f"{path}: {each}\n" for each in problems)
    with path.open() as file:
        monkeypatch.setattr(sys, "stdin", file)
        assert main(["validate", "-"]) == 1
    assert capsys.readouterr().out.count("standard input: ") == len(problems)


def test_a_row_of_records_is_shown(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Of JSON Lines it is shown how many records of each class there are, and their names."""
    path = tmp_path / "lines.jsonl"
    dp.write_lines(LISTED, path)
    assert main(["show", str(path)]) == 0
    shown = capsys.readouterr().out
    assert shown.startswith(f"{len(LISTED)} records\n")
    assert re.search(r"Conference +4\n", shown)
    assert "dushanbe-2018" in shown
    assert f"... and {len(LISTED) - 100} more" in shown


def test_a_module_may_be_the_first_to_be_imported() -> None:
    """The modules that people call can be imported before anything else is."""
    for name in ("api", "many", "versions", "forms.jsonl", "testing"):
        code = f"import dushanbe_process.{name}"
        subprocess.run([sys.executable, "-c", code], check=True)  # noqa: S603  (our own)


def test_generated_code_is_shown(capsys: pytest.CaptureFixture[str]) -> None:
    """The code that reads and writes a class can be seen; it is Python."""
    assert main(["schema", "--source", "Venue"]) == 0
    shown = capsys.readouterr().out
    compile(shown, "shown", "exec")
    assert (shown.count("def read_Venue"), shown.count("def write_Venue")) == (3, 2)
    assert main(["schema", "--source", "Nonsense"]) == 2
    assert main(["schema"]) == 2
