"""LibreOffice accepts and rejects the changes of redlines; Microsoft's kit finds them valid."""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path

import pytest
from drafts import pairs
from hypothesis import HealthCheck, Phase, given, settings
from revisions import texts
from versions import VERSIONS

import dushanbe_process as dp

_PYTHON = Path("/usr/bin/python3")
_SCRIPT = Path(__file__).with_name("decide_in_libreoffice.py")
_KIT = shutil.which("ooxml-validator")


def _has_bridge() -> bool:
    if shutil.which("soffice") is None or not _PYTHON.exists():
        return False
    done = subprocess.run([_PYTHON, "-c", "import uno"], capture_output=True, check=False)  # noqa: S603
    return done.returncode == 0


needs_libreoffice = pytest.mark.skipif(
    not _has_bridge(), reason="LibreOffice with python3-uno is not installed"
)


def _decided(files: dict[str, bytes], folder: Path) -> dict[tuple[str, str], bytes]:
    """Return each file with all changes accepted, and with all rejected, by LibreOffice."""
    jobs = []
    for name, data in files.items():
        (folder / f"{name}.docx").write_bytes(data)
        for verdict in ("Accept", "Reject"):
            target = folder / f"{name}-{verdict}.docx"
            jobs.append([str(folder / f"{name}.docx"), verdict, str(target)])
    (folder / "jobs.json").write_text(json.dumps(jobs), "utf-8")
    command = [str(_PYTHON), str(_SCRIPT), str(folder / "profile"), str(folder / "jobs.json")]
    subprocess.run(command, capture_output=True, check=True, timeout=500)  # noqa: S603  (ours)
    return {
        (Path(source).stem, verdict): Path(target).read_bytes() for source, verdict, target in jobs
    }


def _shown(record: dp.Model, language: str) -> list[str]:
    return texts(dp.report(record, language=language).to_bytes())


@needs_libreoffice
def test_a_redline_in_three_languages(tmp_path: Path) -> None:
    """With all accepted LibreOffice has the second version, with all rejected the first."""
    files = {name: dp.redline(*both).to_bytes() for name, both in VERSIONS.items()}
    decided = _decided(files, tmp_path)
    for language, (before, after) in VERSIONS.items():
        assert texts(decided[language, "Accept"]) == _shown(after, language)
        assert texts(decided[language, "Reject"]) == _shown(before, language)


@needs_libreoffice
def test_random_redlines(tmp_path: Path) -> None:
    """Whatever people edit, LibreOffice finds both versions in the redline."""
    drawn: list[tuple[dp.Declaration, dp.Declaration]] = []
    quiet = settings(
        max_examples=40,
        database=None,
        derandomize=True,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )

    def draw(pair: tuple[dp.Declaration, dp.Declaration]) -> None:
        drawn.append(pair)

    quiet(given(pair=pairs())(draw))()
    files = {f"draft{n}": dp.redline(*pair).to_bytes() for n, pair in enumerate(drawn)}
    decided = _decided(files, tmp_path)
    for number, (before, after) in enumerate(drawn):
        language = before.versions[0].language
        assert texts(decided[f"draft{number}", "Accept"]) == _shown(after, language)
        assert texts(decided[f"draft{number}", "Reject"]) == _shown(before, language)


@pytest.mark.skipif(_KIT is None, reason="ooxml-validator is not on the path")
@pytest.mark.parametrize("language", sorted(VERSIONS))
def test_redlines_are_valid(language: str, tmp_path: Path) -> None:
    """Microsoft's kit finds nothing wrong, with a date or without, in every style."""
    for style in ("un", "osce", "government", "plain"):
        path = tmp_path / f"{style}.docx"
        date = "2022-10-19T09:00" if style == "un" else None
        dp.redline(*VERSIONS[language], style=style, date=date, author="Co-Chairs").save(path)
        done = subprocess.run(  # noqa: S603  (a program found on the path, a file of ours)
            [str(_KIT), str(path)], capture_output=True, text=True, check=False, timeout=120
        )
        assert json.loads(done.stdout)["errors"] == []
