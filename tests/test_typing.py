"""What type checkers say of the code of users."""

from __future__ import annotations

import json
import os
import re
import runpy
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    Reported = Callable[[Path, Path], set[int]]

ROOT = Path(__file__).parents[1]
USER, WRONG = ROOT / "tests" / "typing" / "user.py", ROOT / "tests" / "typing" / "wrong.py"


def _said(checker: str, *arguments: str) -> str:
    """Return what a type checker says; skip where it is not installed or does not start."""
    if find_spec(checker) is None:
        pytest.skip(f"{checker} is not installed: it comes with the extra 'lint'")
    ran = subprocess.run(  # noqa: S603  (our own files are looked at)
        [sys.executable, "-m", checker, *arguments],
        capture_output=True,
        check=False,
        cwd=ROOT,
        env={**os.environ, "PYRIGHT_PYTHON_IGNORE_WARNINGS": "1"},
        text=True,
    )
    if ran.returncode not in (0, 1):
        pytest.skip(f"{checker} does not run here: {ran.stdout[-300:]}{ran.stderr[-300:]}")
    return ran.stdout


def mypy(path: Path, _: Path) -> set[int]:
    """Return the lines of a file in which mypy reports an error."""
    said = _said("mypy", "--strict", "--config-file=", str(path))
    return {int(line) for line in re.findall(r"^.*?\.py:(\d+): error:", said, re.MULTILINE)}


def pyright(path: Path, folder: Path) -> set[int]:
    """Return the lines of a file in which pyright reports an error."""
    settings = folder / "pyrightconfig.json"
    settings.write_text(json.dumps({"typeCheckingMode": "strict"}))
    options = ("--outputjson", "--project", str(settings), "--pythonpath", sys.executable)
    said = _said("pyright", *options, str(path))
    reported = json.loads(said[said.index("{") :])
    assert reported["summary"]["filesAnalyzed"] == 1
    return {
        each["range"]["start"]["line"] + 1
        for each in reported["generalDiagnostics"]
        if each["severity"] == "error"
    }


@pytest.mark.parametrize("reported", [mypy, pyright])
def test_what_a_user_writes_is_clean(reported: Reported, tmp_path: Path) -> None:
    """Plain strings and lists are accepted, and what is read has its type, in strict mode."""
    assert reported(USER, tmp_path) == set()


def test_what_a_user_writes_runs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What the type checkers accept does what it says."""
    monkeypatch.chdir(tmp_path)
    made = runpy.run_path(str(USER))
    assert made["again"] == made["dossier"]
    assert sorted(path.name for path in tmp_path.iterdir()) == ["process.json", "process.xml"]


@pytest.mark.parametrize(("reported", "marks"), [(mypy, "# wrong:"), (pyright, "# wrong")])
def test_what_is_wrong_is_reported(reported: Reported, marks: str, tmp_path: Path) -> None:
    """Each wrong line is reported before it is run, and no other."""
    lines = WRONG.read_text().splitlines()
    marked = {number for number, line in enumerate(lines, 1) if marks in line}
    assert len(marked) > 30
    assert reported(WRONG, tmp_path) == marked
