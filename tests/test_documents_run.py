"""What the documents and the examples show is what happens."""

from __future__ import annotations

import runpy
import shlex
import sys
from pathlib import Path

import pytest
from sybil import Example, Sybil
from sybil.parsers.markdown import CodeBlockParser, PythonCodeBlockParser

import dushanbe_process as dp
from dushanbe_process.cli import main

ROOT = Path(__file__).parent.parent
DOCUMENTS = [ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md"))]
EXAMPLES = sorted((ROOT / "examples").glob("*.py"))


def run_commands(example: Example) -> None:
    """Run the lines of a shell block that call this library; .ci/run runs the others."""
    for line in str(example.parsed).splitlines():
        words = shlex.split(line, comments=True)
        if words[:1] == ["dushanbe-process"]:
            assert main(words[1:]) == 0, line


SYBIL = Sybil([PythonCodeBlockParser(), CodeBlockParser("sh", run_commands)])


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: str(path.relative_to(ROOT)))
def test_a_document_runs(path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The code of a document runs from top to bottom, in an empty folder."""
    monkeypatch.chdir(tmp_path)
    for example in SYBIL.parse(path).examples():
        example.evaluate()


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_an_example_runs(path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A script in the examples runs to its end."""
    source = tmp_path / "source"
    source.mkdir()
    dp.write(dp.sample(), source / "process.json")
    arguments: dict[str, list[str]] = {
        "build_a_conference": [str(source)],
        "convert_a_folder": [str(source), str(tmp_path / "target"), "xml"],
        "who_did_what": [],
        "gallery": [str(tmp_path / "gallery"), "plain"],
    }
    monkeypatch.setattr(sys, "argv", [str(path), *arguments[path.stem]])
    with pytest.raises(SystemExit) as stop:
        runpy.run_path(str(path), run_name="__main__")
    assert stop.value.code == 0
