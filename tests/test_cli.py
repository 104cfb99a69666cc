"""The command line does what it says, and says plainly what it cannot do."""

from __future__ import annotations

import io
import json
import os
import re
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from rich.console import Console
from rich.measure import Measurement

import dushanbe_process as dp
from dushanbe_process.cli import commands, main
from dushanbe_process.cli.show.blocks import blocks
from dushanbe_process.cli.show.columns import shared
from dushanbe_process.cli.show.words import counted, day, days, shortened, spelt
from dushanbe_process.reports.blocks import Bullets, Grid, Heading

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

COMMANDS = [
    "demo",
    "convert",
    "diff",
    "compile",
    "resolve",
    "validate",
    "show",
    "schema",
    "formats",
]
PLAIN = ["COLUMNS", "DUSHANBE_DEBUG", "FORCE_COLOR", "NO_COLOR", "PYTHONIOENCODING"]


@pytest.fixture(autouse=True)
def _plain(monkeypatch: pytest.MonkeyPatch) -> None:
    """Take away what would change the output."""
    for name in PLAIN:
        monkeypatch.delenv(name, raising=False)


def conference() -> dp.Conference:
    """Return a conference of which a little of everything is known."""
    return dp.Conference(
        id="roads-2031",
        title="The [red]Mountain[/red] Roads",
        ordinal=1,
        dates="2031-06-04/2031-06-05",
        venue=dp.Venue(name="Palace of Congresses", city="Bishkek", country="KG"),
        partnerships=[
            dp.Partnership(partner="kyrgyzstan", roles=["host", "organizer"]),
            dp.Partnership(partner="road-union", roles=["supporter"]),
        ],
        officers=[dp.Officer(role=dp.OfficerRole.PATRON, name="the President")],
        attendance=[
            dp.Attendance(
                quantity=dp.Quantity(
                    value=300, qualifier=dp.Qualifier.OVER, measure="participants"
                ),
                preferred=True,
                sources=[dp.Citation(source="gazette")],
            ),
            dp.Attendance(quantity=dp.Quantity(value=250, measure="participants"), note="Planned."),
        ],
        sessions=[
            dp.Session(
                id="closing",
                kind=dp.SessionKind.CLOSING,
                dates="2031-06-05",
                organizers=["road-union"],
                officers=[dp.Officer(role=dp.OfficerRole.CHAIR, person="asanova")],
                statements=["closing-words"],
            ),
            dp.Session(
                id="untitled", kind=dp.SessionKind.THEMATIC, number="II", not_found=["The title."]
            ),
        ],
        outcomes=["declaration"],
        not_found=["The programme."],
    )


def claim() -> dp.Claim:
    """Return a question that two sources answer differently."""
    return dp.Claim(
        id="how-many",
        about="roads-2031",
        aspect="attendance",
        question="How many came?",
        values=[
            dp.ClaimedValue(
                value="Over 300", preferred=True, sources=[dp.Citation(source="gazette")]
            ),
            dp.ClaimedValue(value="250", sources=[dp.Citation(source="plan")]),
        ],
        reason="It was counted.",
    )


@pytest.fixture(scope="session")
def dossier() -> dp.Dossier:
    """Return a dossier in which every part of the overview has something to show."""
    text = dp.Body(operative=[dp.Paragraph(text="Agree to keep the passes open.")])
    return dp.Dossier(
        title="Roads",
        processes=[
            dp.Process(
                id="roads",
                name="Roads Process",
                launched="2031-06",
                launched_by=["kyrgyzstan"],
                conferences=["roads-2031"],
            )
        ],
        conferences=[conference()],
        partners=[
            dp.Partner(
                id="kyrgyzstan", name="Kyrgyz Republic", kind=dp.PartnerKind.STATE, country="KG"
            ),
            dp.Partner(
                id="road-union", name="Road Union", short_name="RU", kind=dp.PartnerKind.UN_ENTITY
            ),
        ],
        people=[
            dp.Person(
                id="asanova", name="Aigul Asanova", offices=[dp.Office(title="Minister of Roads")]
            )
        ],
        documents=[
            dp.Declaration(
                id="declaration",
                title={"en": "Bishkek Declaration", "ru": "Бишкекская декларация"},
                status=dp.DocumentStatus.ADOPTED,
                text_status=dp.TextStatus.FULL,
                versions=[dp.LanguageVersion(language="en", body=text)],
            ),
            dp.Statement(
                id="closing-words",
                speaker="asanova",
                act="thanked",
                manner=dp.Manner.DIRECT,
                text="Thank you for coming over the passes. " * 20,
            ),
            dp.Statement(
                id="elsewhere",
                collective="participants",
                act="noted",
                text="the snow",
                not_found=["When."],
            ),
            dp.Resolution(id="res", title="On roads", symbols=["A/RES/99/1"]),
        ],
        sources=[
            dp.Source(id="gazette", title="Gazette", date="2031-06", address="https://x.org/g"),
            dp.Source(id="plan", title="Plan"),
        ],
        claims=[claim()],
    )


@pytest.fixture
def file(dossier: dp.Dossier, tmp_path: Path) -> Path:
    """Return a file that holds the dossier, in JSON."""
    path = tmp_path / "roads.json"
    dp.write(dossier, path)
    return path


@pytest.fixture
def faulty(tmp_path: Path) -> Path:
    """Return a file with two problems."""
    path = tmp_path / "faulty.json"
    path.write_text('{"type": "dossier", "version": 1, "title": 5, "sources": [{"id": "s"}]}')
    return path


def standard_input(monkeypatch: pytest.MonkeyPatch, data: bytes) -> None:
    """Put bytes on the standard input."""
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data)))


def _cells(row: tuple[str, ...]) -> tuple[dp.InlineText, ...]:
    return tuple(map(dp.InlineText, row))


def run(*arguments: str | Path, **options: object) -> subprocess.CompletedProcess[bytes]:
    """Run the command line as a process of its own."""
    command = [sys.executable, "-m", "dushanbe_process", *map(str, arguments)]
    return subprocess.run(command, capture_output=True, check=False, **options)  # type: ignore[call-overload,no-any-return]  # noqa: S603


class TestStart:
    """What happens before a command is run."""

    @pytest.mark.parametrize("arguments", [["--help"], ["--version"], ["show", "--help"], None])
    def test_nothing_heavy_is_loaded(self, arguments: list[str] | None) -> None:
        """Neither help nor version nor the import waits for what only commands need."""
        script = (
            "import sys; from dushanbe_process.cli import main\n"
            f"arguments = {arguments!r}\n"
            "if arguments: assert main(arguments) == 0\n"
            "heavy = {'lxml', 'docx', 'cattrs', 'rich', 'attrs', 'attr'} & set(sys.modules)\n"
            "sys.exit(', '.join(heavy) or 0)"
        )
        done = subprocess.run([sys.executable, "-c", script], capture_output=True, check=False)  # noqa: S603
        assert (done.returncode, done.stderr) == (0, b"")

    def test_version(self, capsys: pytest.CaptureFixture[str]) -> None:
        """The version is that of the package."""
        assert main(["--version"]) == 0
        assert capsys.readouterr().out == f"dushanbe-process {dp.__version__}\n"

    @pytest.mark.parametrize("command", [None, *COMMANDS])
    def test_help_shows_examples(
        self, command: str | None, capsys: pytest.CaptureFixture[str]
    ) -> None:
        """Every help has examples, and fits a terminal of eighty columns."""
        assert main([*filter(None, [command]), "--help"]) == 0
        out = capsys.readouterr().out
        assert f"examples:\n  dushanbe-process {command or ''}" in out
        assert max(map(len, out.splitlines())) <= 80

    @pytest.mark.parametrize("arguments", [[], ["dance"], ["show"], ["schema", "rng"], ["--vers"]])
    def test_wrong_usage(self, arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
        """Wrong usage is told with the right one, and exits with 2."""
        assert main(arguments) == 2
        captured = capsys.readouterr()
        assert captured.out == ""
        assert captured.err.startswith("usage: dushanbe-process")

    def test_as_a_module(self) -> None:
        """``python -m dushanbe_process`` is the same command."""
        done = run("--version")
        assert (done.returncode, done.stderr) == (0, b"")
        assert done.stdout.decode().split() == ["dushanbe-process", dp.__version__]


class TestDemo:
    """``demo`` writes the packaged record in every format and reads it back."""

    def test_every_format(self, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
        """Each installed format gets a file that holds the same record."""
        folder = tmp_path / "new" / "folder"
        assert main(["demo", str(folder)]) == 0
        out = capsys.readouterr().out
        for format in dp.formats().values():
            path = folder / f"dushanbe-process{format.suffixes[0]}"
            assert dp.read(path) == dp.sample()
        assert len(re.findall(r" ms +yes$", out, re.MULTILINE)) == len(dp.formats())

    def test_default_folder(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        """Without a folder, it is ./dushanbe-demo."""
        monkeypatch.chdir(tmp_path)
        assert main(["demo"]) == 0
        assert (tmp_path / "dushanbe-demo" / "dushanbe-process.xml").is_file()

    def test_another_record(
        self,
        tmp_path: Path,
        dossier: dp.Dossier,
        monkeypatch: pytest.MonkeyPatch,
        capsys: pytest.CaptureFixture[str],
    ) -> None:
        """A file that does not hold the record is named, and the exit status is 1."""
        monkeypatch.setattr(dp, "read", lambda _: dossier)
        assert main(["demo", str(tmp_path)]) == 1
        captured = capsys.readouterr()
        assert "no" in captured.out.split()
        assert f"{tmp_path / 'dushanbe-process.json'}: not the record" in captured.err

    def test_no_folder(self, file: Path, capsys: pytest.CaptureFixture[str]) -> None:
        """A file where the folder should be is told in one line."""
        assert main(["demo", str(file)]) == 1
        assert capsys.readouterr() == ("", f"{file}: cannot be made a folder: File exists\n")


class TestConvert:
    """``convert`` writes the record of a file in another format."""

    @pytest.mark.parametrize("name", sorted(dp.formats()))
    def test_by_name(self, name: str, file: Path, dossier: dp.Dossier, tmp_path: Path) -> None:
        """The name of the target tells its format."""
        target = tmp_path / f"roads{dp.formats()[name].suffixes[0]}"
        assert main(["convert", str(file), str(target)]) == 0
        assert dp.read(target, name) == dossier

    def test_by_option(self, file: Path, dossier: dp.Dossier, tmp_path: Path) -> None:
        """Options tell the formats where names do not."""
        data, again = tmp_path / "data", tmp_path / "again"
        assert main(["convert", str(file), str(data), "--to", "xml"]) == 0
        assert main(["convert", str(data), str(again), "--from", "xml", "--to", "json"]) == 0
        assert dp.loads(again.read_bytes(), "json") == dossier

    def test_streams(
        self,
        dossier: dp.Dossier,
        monkeypatch: pytest.MonkeyPatch,
        capsysbinary: pytest.CaptureFixture[bytes],
    ) -> None:
        """A hyphen is the standard input or output, byte for byte."""
        standard_input(monkeypatch, dp.dumps(dossier, "docx"))
        assert main(["convert", "-", "-", "--to", "xml"]) == 0
        assert capsysbinary.readouterr() == (dp.dumps(dossier, "xml"), b"")

    def test_pipe(self, file: Path, dossier: dp.Dossier) -> None:
        """Real pipes carry real bytes: what ends a line stays as it is."""
        done = run("convert", "-", "-", "--to", "docx", input=file.read_bytes())
        assert (done.returncode, done.stderr) == (0, b"")
        assert done.stdout == dp.dumps(dossier, "docx")

    @pytest.mark.parametrize(
        ("arguments", "message"),
        [
            (["-"], "the standard output has no name that tells a format: give --to"),
            (["x.foo"], "the name 'x.foo' tells no format: give --to"),
            (["x.xml", "--to", "yaml"], "unknown format: 'yaml'"),
            (["x.xml", "--from", "yaml"], "unknown format: 'yaml'"),
        ],
    )
    def test_no_such_format(
        self, arguments: list[str], message: str, file: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        """A format that nobody knows is wrong usage, told with those that there are."""
        assert main(["convert", str(file), *arguments]) == 2
        err = capsys.readouterr().err
        assert f"dushanbe-process convert: error: {message}" in err
        assert ", ".join(sorted(dp.formats())) in err

    def test_faulty_source(
        self, faulty: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        """Problems are told one a line, and the old target stays."""
        target = tmp_path / "old.xml"
        target.write_text("old")
        assert main(["convert", str(faulty), str(target)]) == 1
        out, err = capsys.readouterr()
        assert out == ""
        assert [line.split(": ")[:2] for line in err.splitlines()] == [
            [str(faulty), "$.title"],
            [str(faulty), "$.sources[0].title"],
        ]
        assert target.read_text() == "old"
        assert {each.name for each in tmp_path.iterdir()} == {"faulty.json", "old.xml"}

    @pytest.mark.parametrize(
        ("files", "message"),
        [
            ("nowhere.json x.xml", "nowhere.json: cannot be read: No such file or directory"),
            ("roads.json no/x.xml", "no/x.xml: cannot be written: No such file or directory"),
            ("roads.json d.xml", "d.xml: cannot be written: Is a directory"),
        ],
    )
    def test_no_such_file(
        self,
        files: str,
        message: str,
        file: Path,
        monkeypatch: pytest.MonkeyPatch,
        capsys: pytest.CaptureFixture[str],
    ) -> None:
        """A file that cannot be read or written is told in one line, and nothing is left."""
        monkeypatch.chdir(file.parent)
        Path("d.xml").mkdir()
        assert main(["convert", *files.split()]) == 1
        assert capsys.readouterr() == ("", message + "\n")
        assert {each.name for each in file.parent.iterdir()} == {"d.xml", "roads.json"}


class TestValidate:
    """``validate`` prints one problem a line."""

    def test_sound(self, file: Path, capsys: pytest.CaptureFixture[str]) -> None:
        """Sound files leave the standard output empty."""
        assert main(["validate", str(file), str(file)]) == 0
        assert capsys.readouterr() == ("", "2 files, no problems\n")
        assert main(["validate", str(file)]) == 0
        assert capsys.readouterr() == ("", "1 file, no problems\n")

    def test_problems(self, file: Path, faulty: Path, capsys: pytest.CaptureFixture[str]) -> None:
        """Each line has the file, the path and the message; the other files are checked too."""
        assert main(["validate", str(faulty), str(file), str(faulty)]) == 1
        out, err = capsys.readouterr()
        assert out.splitlines() == [f"{faulty}: {problem}" for problem in dp.validate(faulty)] * 2
        assert err == ""

    def test_standard_input(
        self, faulty: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
    ) -> None:
        """A hyphen is the standard input."""
        standard_input(monkeypatch, faulty.read_bytes())
        assert main(["validate", "-"]) == 1
        assert capsys.readouterr().out.startswith("standard input: $.title: ")

    def test_unreadable(self, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
        """What cannot be read is a problem too, on a line like the others."""
        garbage = tmp_path / "garbage"
        garbage.write_bytes(bytes(range(256)))
        assert main(["validate", str(garbage), str(tmp_path)]) == 1
        first, second = capsys.readouterr().out.splitlines()
        assert first.startswith(f"{garbage}: $: unknown format: ")
        assert second == f"{tmp_path}: cannot be read: Is a directory"

    def test_one_line(self, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
        """What would break a line or reach the terminal is escaped, in names and values."""
        path = tmp_path / "a\nb\x1b[31m.json"
        path.write_text('{"type": "dossier", "version": 1, "default_language": "\\u009b"}')
        assert main(["validate", str(path)]) == 1
        (line,) = capsys.readouterr().out.splitlines()
        assert line.isprintable()
        assert r"a\nb\x1b[31m.json: $.default_language: " in line

    @pytest.mark.parametrize("data", [b"", b"\x00\xff" * 500, b"PK\x03\x04", b"<a", b'{"a":'])
    def test_garbage(self, data: bytes) -> None:
        """Bytes that are no record at all give one line, and no traceback."""
        for command in ("validate", "show"):
            done = run(command, "-", input=data)
            assert done.returncode == 1
            (line,) = (done.stdout + done.stderr).splitlines()
            assert line.startswith(b"standard input: ")


class TestShow:
    """``show`` prints an overview."""

    @pytest.fixture
    def shown(
        self,
        file: Path,
        monkeypatch: pytest.MonkeyPatch,
        capsys: pytest.CaptureFixture[str],
    ) -> Callable[[int], str]:
        """Return a function that shows the dossier at a width."""

        def show(width: int) -> str:
            monkeypatch.setenv("COLUMNS", str(width))
            assert main(["show", str(file)]) == 0
            return capsys.readouterr().out

        return show

    def test_dossier(self, shown: Callable[[int], str]) -> None:
        """Everything that matters of a dossier is there."""
        lines = [" ".join(line.split()) for line in shown(120).splitlines()]
        for line in [
            "Roads",
            "1 process, 1 conference, 2 partners, 1 person, 4 documents, 2 sources, 1 claim",
            "Launched June 2031, by Kyrgyz Republic",
            "1 4 and 5 June 2031 Bishkek The [red]Mountain[/red] Roads",
            "1. The [red]Mountain[/red] Roads",
            "Place Palace of Congresses, Bishkek, Kyrgyzstan",
            "Host Kyrgyz Republic",
            "Supporter RU",
            "Patron the President",
            "Attendance over 300 participants preferred [gazette]",
            "250 participants Planned.",
            "Sessions Closing 5 June 2031; Organizers: RU; Chair: Aigul Asanova",
            "Thematic II (title not known)",
            "Outcomes - Bishkek Declaration (declaration; adopted; text full; in en)",
            "- On roads (resolution; A/RES/99/1)",
            "- Participants: noted: the snow",
            "Road Union (RU) UN entity",
            "Aigul Asanova Minister of Roads",
            "How many came?",
            "preferred Over 300 [gazette]",
            "250 [plan]",
            "Why: It was counted.",
            "- The programme.",
            "Thematic II (untitled)",
            "Participants: noted (elsewhere)",
            "- [gazette] Gazette. June 2031. https://x.org/g",
        ]:
            assert line in lines

    def test_a_long_statement_is_shortened(self, shown: Callable[[int], str]) -> None:
        """Of a long statement, the beginning is shown, and that there is more."""
        words = " ".join(shown(100).split())
        assert "- Aigul Asanova: thanked: “Thank you for coming over the passes." in words
        assert words.count("Thank you") < 10
        assert " ...”" in words

    @pytest.mark.parametrize("width", [60, 80, 140])
    def test_width(self, width: int, shown: Callable[[int], str]) -> None:
        """No line is longer than the terminal is wide, and no word is cut or lost."""
        out = shown(width)
        assert max(map(len, out.splitlines())) <= width
        assert not re.search(r"[ \t]$", out, re.MULTILINE)
        assert sorted(set(re.findall(r"[\w/:.]+", out))) == sorted(
            set(re.findall(r"[\w/:.]+", shown(300)))
        )

    def test_piped(self, file: Path) -> None:
        """Into a pipe goes plain text, with every sign that the encoding has."""
        environment = {**os.environ, "PYTHONIOENCODING": "ascii", "TERM": "xterm-256color"}
        done = run("show", file, env=environment)
        assert (done.returncode, done.stderr) == (0, b"")
        assert done.stdout.isascii()
        assert b"\x1b" not in done.stdout
        assert b"?Thank you for coming" in done.stdout

    def test_terminal(
        self, file: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
    ) -> None:
        """On a terminal there is colour, and nothing else that a terminal obeys."""
        monkeypatch.setenv("FORCE_COLOR", "1")
        monkeypatch.setenv("TERM", "xterm-256color")
        assert main(["show", str(file)]) == 0
        out = capsys.readouterr().out
        assert "\x1b[1mRoads\x1b[0m" in out
        assert "\x1b" not in re.sub(r"\x1b\[[0-9;]*m", "", out)

    def test_what_a_terminal_obeys_is_not_printed(
        self, tmp_path: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        """Control characters that a record may hold do not reach the terminal."""
        dp.write(dp.Dossier(title="a\x9b31mb\u202dc\td"), tmp_path / "x.json")
        assert main(["show", str(tmp_path / "x.json")]) == 0
        assert capsys.readouterr().out.splitlines()[0] == "a\ufffd31mb\u202dc    d"

    def test_little(self, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
        """A dossier with next to nothing in it has no empty sections."""
        dp.write(dp.Dossier(), tmp_path / "x.json")
        assert main(["show", str(tmp_path / "x.json")]) == 0
        first, rule, blank, *counts = capsys.readouterr().out.splitlines()
        assert (first, set(rule), blank) == ("Dossier", {"="}, "")
        assert " ".join(counts).startswith("0 processes, 0 conferences")

    def test_much(self, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
        """Of a very long list the beginning is shown, and how much is left out."""
        sources = [dp.Source(id=f"s{n}", title=f"Source {n}") for n in range(1000)]
        dp.write(dp.Dossier(sources=sources), tmp_path / "x.json")
        assert main(["show", str(tmp_path / "x.json")]) == 0
        assert capsys.readouterr().out.splitlines()[-2:] == [
            "  - [s199] Source 199",
            "  ... and 800 more",
        ]

    def test_another_record(self, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
        """Any other record is shown too, its text with numbers, links and footnotes."""
        note, link = dp.footnote("A [note]."), dp.link("there", "https://x.org")
        paragraphs: list[dp.Block] = [
            dp.Paragraph(
                number="1.",
                text=[dp.emphasis("Decides"), note, " to go ", link, ";"],
                children=[dp.Paragraph(number="(a)", text="at once;")],
            ),
            dp.Table(
                rows=[dp.Row(cells=[dp.Cell(text="one"), dp.Cell(text="two")])], caption="Table"
            ),
        ]
        version = dp.LanguageVersion(language="en", body=dp.Body(operative=paragraphs))
        record = dp.Resolution(id="r", title="On [bold]roads[/bold]", versions=[version])
        dp.write(record, tmp_path / "r.xml")
        assert main(["show", str(tmp_path / "r.xml")]) == 0
        out = capsys.readouterr().out
        assert out.startswith("On [bold]roads[/bold]\n====")
        assert "\n  1. Decides[1] to go there <https://x.org>;\n  [1] A [note].\n" in out
        assert "\n    (a) at once;\n" in out
        assert "\n  one  two\n" in out

    @pytest.mark.parametrize("width", [60, 30])
    def test_blocks(self, width: int) -> None:
        """A table that is too wide is shown row by row, each value with the name of its column."""
        grid = Grid(
            ("Speaker", "Words"),
            tuple(map(_cells, [("Asanova", "Thank-you-for-coming!"), ("Union", "")])),
            widths=(1, 2),
        )
        tree = (Heading(2, "Said"), grid, Bullets((dp.InlineText("one"), dp.InlineText("two"))))
        out = io.StringIO()
        Console(file=out, width=width).print(blocks(tree))
        lines = [line.strip() for line in out.getvalue().splitlines()]
        assert lines[:2] == ["", "Said"]
        assert lines[-2:] == ["- one", "- two"]
        if width == 60:
            assert lines[2] == "Speaker  Words"
            assert lines[4:6] == ["Asanova  Thank-you-for-coming!", "Union"]
        else:
            assert lines[2] == "Speaker        Asanova"
            assert lines[-4:-2] == ["", "Speaker        Union"]

    def test_packaged_record(self, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
        """The packaged record and each of its conferences, documents and claims can be shown."""
        sample = dp.sample()
        for record in (sample, *sample.conferences, *sample.documents, *sample.claims):
            dp.write(record, tmp_path / "x.json")
            assert main(["show", str(tmp_path / "x.json")]) == 0
            assert len(capsys.readouterr().out.splitlines()) > 3


class TestLists:
    """``schema`` and ``formats`` print what there is."""

    def test_schema(self, capsysbinary: pytest.CaptureFixture[bytes]) -> None:
        """The schemas are those of the library, in UTF-8."""
        assert main(["schema", "json"]) == 0
        assert json.loads(capsysbinary.readouterr().out) == dp.json_schema()
        assert main(["schema", "xsd"]) == 0
        assert capsysbinary.readouterr().out == dp.xsd().encode()

    @pytest.mark.parametrize("width", [80, 140])
    def test_formats(
        self, width: int, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
    ) -> None:
        """Every format is there with its suffixes, media type and description, unbroken."""
        monkeypatch.setenv("COLUMNS", str(width))
        assert main(["formats"]) == 0
        out = capsys.readouterr().out
        for each in dp.formats().values():
            for words in (each.name, *each.suffixes, each.media_type, each.description):
                assert words in out


class TestFailures:
    """Whatever happens, there is an exit status and no traceback."""

    @pytest.mark.parametrize(
        ("error", "status", "message"),
        [
            (KeyboardInterrupt(), 130, ""),
            (BrokenPipeError(), 141, ""),
            (ZeroDivisionError("a\nb"), 70, "internal error: ZeroDivisionError: a\\nb\n"),
            (OSError(5, "Bad luck", "x"), 1, "x: cannot be read: Bad luck\n"),
            (OSError(28, "No space"), 1, "standard output: cannot be written: No space\n"),
        ],
    )
    def test_status(
        self,
        error: BaseException,
        status: int,
        message: str,
        monkeypatch: pytest.MonkeyPatch,
        capsys: pytest.CaptureFixture[str],
    ) -> None:
        """Each kind of failure has its status, and a line unless it is plain to see."""

        def fail() -> int:
            raise error

        monkeypatch.setattr(commands, "formats", fail)
        assert main(["formats"]) == status
        assert capsys.readouterr() == ("", message)

    def test_debug(
        self, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
    ) -> None:
        """The traceback is there for those who ask."""
        monkeypatch.setenv("DUSHANBE_DEBUG", "1")
        monkeypatch.setattr(commands, "formats", lambda: 1 // 0)
        assert main(["formats"]) == 70
        assert "ZeroDivisionError: integer division" in capsys.readouterr().err

    @pytest.mark.parametrize("arguments", [["show"], ["convert", "-", "--to", "xml"]])
    def test_broken_pipe(self, arguments: Sequence[str], file: Path) -> None:
        """A reader that leaves early ends the command, quietly."""
        reading, writing = os.pipe()
        os.close(reading)
        command, *rest = arguments
        script = [sys.executable, "-m", "dushanbe_process", command, str(file), *rest]
        done = subprocess.run(script, stdout=writing, stderr=subprocess.PIPE, check=False)  # noqa: S603
        os.close(writing)
        assert (done.returncode, done.stderr) == (141, b"")

    @pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no full device here")
    @pytest.mark.parametrize("arguments", [["formats"], ["schema", "json"]])
    def test_full_disk(self, arguments: list[str]) -> None:
        """Output that cannot be written is told in one line."""
        script = [sys.executable, "-m", "dushanbe_process", *arguments]
        with Path("/dev/full").open("wb") as full:
            done = subprocess.run(script, stdout=full, stderr=subprocess.PIPE, check=False)  # noqa: S603
        assert done.returncode == 1
        assert done.stderr == b"standard output: cannot be written: No space left on device\n"

    @pytest.mark.parametrize("name", ["stdin", "stdout", "stderr"])
    def test_closed_stream(
        self, name: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
    ) -> None:
        """A stream that is closed is a file that cannot be read or written."""
        monkeypatch.setattr(sys, name, None)
        assert main(["validate", "-"] if name == "stdin" else ["schema", "xsd"]) == (
            0 if name == "stderr" else 1
        )
        monkeypatch.undo()
        assert ": it is closed\n" in "".join(capsys.readouterr()) or name == "stderr"

    def test_directory(self, tmp_path: Path) -> None:
        """A folder in the place of a file is told in one line."""
        done = run("show", tmp_path)
        assert (done.returncode, done.stdout) == (1, b"")
        assert done.stderr.decode() == f"{tmp_path}: cannot be read: Is a directory\n"


class TestWords:
    """Dates, counts and kinds are put as people put them."""

    @pytest.mark.parametrize(
        ("span", "words"),
        [
            ("2018-05-03/2018-05-04", "3 and 4 May 2018"),
            ("2018-04-30/2018-05-04", "30 April-4 May 2018"),
            ("2018-12-30/2019-01-02", "30 December 2018-2 January 2019"),
            ("2018-05/2018-06", "May-June 2018"),
            ("2018-05-03~/2018-05-04", "about 3 May 2018 - 4 May 2018"),
            ("2019-05-17", "17 May 2019"),
            ("2018/..", "from 2018"),
            ("../2018-05", "until May 2018"),
        ],
    )
    def test_days(self, span: str, words: str) -> None:
        """A span of days is written as in official documents."""
        assert days(dp.DateSpan.parse(span)) == words

    def test_day(self) -> None:
        """A date is written as precisely as it is known."""
        written = [day(dp.PartialDate.parse(text)) for text in ("1900", "2018-05", "2018-05-03~")]
        assert written == ["1900", "May 2018", "about 3 May 2018"]

    def test_others(self) -> None:
        """Counts, kinds and long texts are legible."""
        assert [counted(1, "process", "processes"), counted(2, "source")] == [
            "1 process",
            "2 sources",
        ]
        assert [spelt("side_event"), spelt("un_entity"), spelt("")] == [
            "Side event",
            "UN entity",
            "",
        ]
        assert shortened("one  two\nthree", 11) == "one two ..."

    def test_columns_share_the_room(self) -> None:
        """Columns that want little get it; the rest is shared by those that want much."""
        wanted = [Measurement(2, 4), Measurement(5, 50), Measurement(5, 90)]
        assert shared(wanted, 50) == [4, 23, 23]
        assert shared(wanted, 200) == [4, 50, 90]
        assert shared(wanted, 11) is None
