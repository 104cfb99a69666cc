"""LibreOffice opens every paper, and shows the text that we wrote."""

from __future__ import annotations

import io
import shutil
import subprocess
import zipfile
from typing import TYPE_CHECKING

import pytest
from lxml import etree

import dushanbe_process as dp
from dushanbe_process.reports.layouts import KINDS
from dushanbe_process.reports.styles import HOUSES

if TYPE_CHECKING:
    from pathlib import Path

_PROGRAM = shutil.which("soffice")
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
LANGUAGES = ("en", "ru", "ar", "zh", "tg")

pytestmark = pytest.mark.skipif(_PROGRAM is None, reason="LibreOffice is not installed")


def _subject(kind: str) -> str | None:
    fitting = [each.id for each in dp.sample().entities() if isinstance(each, KINDS[kind])]
    return fitting[-1] if fitting else None


def _as_text(folder: Path, paths: list[Path]) -> dict[str, str]:
    """Return the text that LibreOffice shows of each file, its blanks left out."""
    command = [str(_PROGRAM), f"-env:UserInstallation=file://{folder}/profile", "--headless"]
    command += ["--convert-to", "txt:Text (encoded):UTF8", "--outdir", str(folder)]
    subprocess.run([*command, *map(str, paths)], capture_output=True, check=True, timeout=500)  # noqa: S603
    return {
        path.stem: "".join(path.with_suffix(".txt").read_text("utf-8-sig").split())
        for path in paths
    }


def test_every_kind_opens_and_says_the_same(tmp_path: Path) -> None:
    """Each run of words of each kind, in five languages, stands in what LibreOffice shows."""
    wanted: dict[str, list[str]] = {}
    paths = []
    for number, kind in enumerate(kind for kind in KINDS if _subject(kind)):
        style = sorted(HOUSES)[number % len(HOUSES)]
        for language in LANGUAGES:
            report = dp.report(
                dp.sample(), kind, select=_subject(kind), language=language, style=style
            )
            path = tmp_path / f"{kind}-{language}.docx"
            path.write_bytes(data := report.to_bytes())
            with zipfile.ZipFile(io.BytesIO(data)) as archive:
                root = etree.fromstring(archive.read("word/document.xml"))
            wanted[path.stem] = ["".join(each.text.split()) for each in root.iter(f"{W}t")]
            paths.append(path)
    shown = _as_text(tmp_path, paths)
    missing = {
        name: [line for line in said if line not in shown[name]] for name, said in wanted.items()
    }
    assert {name: said for name, said in missing.items() if said} == {}
