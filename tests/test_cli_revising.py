"""The commands on versions: diff, compile and resolve."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from versions import VERSIONS

import dushanbe_process as dp
from dushanbe_process.cli import main

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a folder with two versions, and go there."""
    for name in ("FORCE_COLOR", "NO_COLOR", "COLUMNS"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.chdir(tmp_path)
    before, after = VERSIONS["en"]
    dp.write(before, "a.json")
    dp.write(after, "b.docx")
    return tmp_path


@pytest.mark.usefixtures("files")
def test_diff_is_printed_with_marks(capsys: pytest.CaptureFixture[str]) -> None:
    """In a pipe, what went and what came is in marks, under the numbers of paragraphs."""
    assert main(["diff", "a.json", "b.docx"]) == 1
    shown = capsys.readouterr().out
    assert "~ operative paragraph 2  changed, was operative paragraph 1\n" in shown
    assert "[-Call upon-]{+Urge+} all{+ Member+} States to cooperate" in shown
    assert "> operative paragraph 1  moved from operative paragraph 4\n" in shown
    assert "+ operative paragraph 6  added\n    Remain seized of the matter.\n" in shown
    assert "renumbered  4. → 1., 1. → 2." in shown
    assert "\x1b" not in shown


@pytest.mark.usefixtures("files")
def test_diff_in_colour(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where there is colour, it stands for the marks."""
    monkeypatch.setenv("FORCE_COLOR", "1")
    assert main(["diff", "a.json", "b.docx"]) == 1
    shown = capsys.readouterr().out
    assert "\x1b[" in shown
    assert "{+" not in shown


@pytest.mark.usefixtures("files")
def test_diff_for_machines(capsys: pytest.CaptureFixture[str]) -> None:
    """With --json the changes are data, also where there are none."""
    assert main(["diff", "a.json", "b.docx", "--json"]) == 1
    found = json.loads(capsys.readouterr().out)
    assert found == json.loads(json.dumps(dp.diff(*VERSIONS["en"]).to_tree()))
    assert main(["diff", "a.json", "a.json", "--json"]) == 0
    assert json.loads(capsys.readouterr().out) == {"equal": True, "changes": []}


@pytest.mark.usefixtures("files")
def test_diff_exits_as_diff_does(capsys: pytest.CaptureFixture[str]) -> None:
    """0 where nothing differs, 1 where something does, 2 where there is trouble."""
    assert main(["diff", "a.json", "a.json"]) == 0
    assert capsys.readouterr().out == ""
    assert main(["diff", "a.json", "none.json"]) == 2
    assert "none.json: cannot be read" in capsys.readouterr().err
    dp.write(dp.Venue(), "venue.json")
    assert main(["diff", "a.json", "venue.json"]) == 2
    assert "cannot be compared" in capsys.readouterr().err
    assert main(["diff", "a.json", "b.docx", "-o", "x.txt"]) == 2
    assert ".docx" in capsys.readouterr().err


def test_diff_writes_a_redline(files: Path) -> None:
    """With -o both versions are one Word file that reads as the second."""
    arguments = ["--author", "Chair", "--date", "2022-10-19"]
    assert main(["diff", "a.json", "b.docx", "-o", "redline.docx", *arguments]) == 1
    assert dp.read(files / "redline.docx") == VERSIONS["en"][1]


def test_compile_and_resolve(files: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A compilation is written and its points are told; resolved, it is the copy again."""
    assert main(["compile", "a.json", "--from", "State B=b.docx", "-o", "c.docx"]) == 0
    shown = capsys.readouterr().out
    assert "Proposed (" in shown
    assert "State B: Urge\n" in shown
    compilation = dp.read(files / "c.docx", expect=dp.Declaration)
    assert "[Call upon] [State B: Urge]" in str(compilation.versions[0].body.operative[1])
    assert main(["resolve", "c.docx", "--accept", "State B", "-o", "d.json"]) == 0
    resolved = dp.read(files / "d.json", expect=dp.Declaration)
    assert str(resolved.versions[0].body.operative[-1].text).startswith("Remain seized")  # type: ignore[union-attr]


def test_resolve_refuses_strangers(files: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A slip in the name of a delegation rejects nothing: it is told who proposes something."""
    assert main(["compile", "a.json", "--from", "State B=b.docx", "-o", "c.docx"]) == 0
    assert main(["resolve", "c.docx", "--accept", "State  b", "-o", "d.json"]) == 1
    assert "'State  b'; proposals are by: State B" in capsys.readouterr().err
    assert not (files / "d.json").exists()


@pytest.mark.usefixtures("files")
def test_compile_for_machines(capsys: pytest.CaptureFixture[str]) -> None:
    """With --json the points are data."""
    arguments = ["--from", "State B=b.docx", "-o", "c.json", "--json"]
    assert main(["compile", "a.json", *arguments]) == 0
    points = json.loads(capsys.readouterr().out)
    assert {each["outcome"] for each in points} == {"proposal"}
    assert all(each["positions"][0]["delegations"] == ["State B"] for each in points)


@pytest.mark.usefixtures("files")
def test_compile_says_what_is_wrong(capsys: pytest.CaptureFixture[str]) -> None:
    """A copy without a name, a bad name and a file that is no document are told."""
    assert main(["compile", "a.json", "--from", "b.docx", "-o", "c.docx"]) == 2
    assert "NAME=FILE" in capsys.readouterr().err
    assert main(["compile", "a.json", "--from", "[x]=b.docx", "-o", "c.docx"]) == 1
    assert "cannot stand in a delegation's name" in capsys.readouterr().err
    assert main(["compile", "a.json", "--from", "x=b.docx", "-o", "c.unknown"]) == 2
    dp.write(dp.Venue(), "venue.json")
    assert main(["resolve", "venue.json", "-o", "c.docx"]) == 1
    assert "a Venue is no document" in capsys.readouterr().err
