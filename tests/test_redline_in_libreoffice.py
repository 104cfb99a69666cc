"""LibreOffice accepts and rejects the changes of redlines; Microsoft's kit finds them valid."""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path

import pytest
from drafts import declaration, pairs
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


_LONG = "alpha beta gamma delta epsilon zeta eta theta"
_COUNT = "one two three four five six seven eight nine ten"
_MOVED = "kept one here and there"


@needs_libreoffice
def test_changes_that_meet_at_the_end_of_a_paragraph(tmp_path: Path) -> None:
    """The end between them stays, whatever was put before it and behind it, or taken away."""
    pairs_of_texts = [
        ([_LONG, _COUNT], [f"{_LONG} tail", "New.", _COUNT]),
        ([_LONG, _COUNT], [f"{_LONG} tail", f"Head {_COUNT}"]),
        ([f"{_LONG}.", _COUNT], [f"{_LONG};", "New.", _COUNT]),
        ([f"{_LONG}.", _COUNT], [f"{_LONG};", f"Head {_COUNT}"]),
        ([f"{_LONG} tail", "Old.", _COUNT], [_LONG, _COUNT]),
        ([f"{_LONG} tail", f"Head {_COUNT}"], [_LONG, _COUNT]),
        ([f"{_LONG}.", _MOVED, _COUNT], [f"{_LONG};", _COUNT, _MOVED]),
    ]
    made = [
        [declaration("en", "T", [], [dp.Paragraph(text=each) for each in row]) for row in both]
        for both in pairs_of_texts
    ]
    dates = [None, "2022-10-19T09:00"]
    files = {
        f"meet{n}-{k}": dp.redline(*both, date=date).to_bytes()
        for n, both in enumerate(made)
        for k, date in enumerate(dates)
    }
    decided = _decided(files, tmp_path)
    for name in files:
        before, after = made[int(name.removeprefix("meet").partition("-")[0])]
        assert texts(decided[name, "Accept"]) == _shown(after, "en"), name
        assert texts(decided[name, "Reject"]) == _shown(before, "en"), name


@needs_libreoffice
def test_redlines_of_real_files(cases: Path, tmp_path: Path) -> None:
    """Of two documents of one meeting LibreOffice finds both in the redline, whole."""
    folder = cases / "docx" / "wmo"
    names = ("Doc_5_1_MPLNET_GALION_ET_WDC_2019.docx", "Doc_5_2_SHADOZ_ET_WDC_2019.docx")
    if not all((folder / each).exists() for each in names):
        pytest.skip("the documents are not among the cases")
    before, after = (dp.read(folder / each) for each in names)
    decided = _decided({"real": dp.redline(before, after).to_bytes()}, tmp_path)
    assert texts(decided["real", "Accept"]) == _shown(after, "en")
    assert texts(decided["real", "Reject"]) == _shown(before, "en")


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
