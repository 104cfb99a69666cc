"""A Word file that others only open and save is read back as the record that was written."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, Any

import docx
import pytest
from editing.compare import is_equal
from editing.samples import LANGUAGES, declaration

import dushanbe_process as dp

if TYPE_CHECKING:
    from pathlib import Path

    from editing.office import Office

LANGUAGE = pytest.mark.parametrize("language", LANGUAGES)
KEYED = pytest.mark.parametrize("keyed", [True, False], ids=["keyed", "unkeyed"])


def _sent(language: str, tmp_path: Path, *, keyed: bool = True) -> Path:
    path = tmp_path / "sent.docx"
    dp.write(declaration(language, keyed=keyed), path, language=language)
    return path


def _read(data: bytes, **options: Any) -> tuple[Any, Any]:
    return dp.read_docx(io.BytesIO(data), **options)


def _is_whole(data: bytes, record: dp.Document) -> None:
    read, report = _read(data)
    is_equal(read, record)
    assert report.origin == "ours"
    assert report.untouched
    assert _read(data, strict=True)[0] == record


@LANGUAGE
@KEYED
@pytest.mark.parametrize("times", [1, 2], ids=["once", "twice"])
def test_libreoffice(
    office: Office, language: str, times: int, tmp_path: Path, *, keyed: bool
) -> None:
    """LibreOffice opens and saves it, once or twice: nothing is lost."""
    path = _sent(language, tmp_path, keyed=keyed)
    for _ in range(times):
        office.do(open=str(path), save=str(path))
    _is_whole(path.read_bytes(), declaration(language, keyed=keyed))


@LANGUAGE
def test_python_docx(language: str, tmp_path: Path) -> None:
    """python-docx opens and saves it: nothing is lost."""
    saved = io.BytesIO()
    docx.Document(str(_sent(language, tmp_path))).save(saved)
    _is_whole(saved.getvalue(), declaration(language))


@LANGUAGE
@KEYED
@pytest.mark.parametrize("kind", ["odt", "rtf", "doc"])
def test_other_kinds_of_file(
    office: Office, language: str, kind: str, tmp_path: Path, *, keyed: bool
) -> None:
    """Saved as another kind of file and back, it gives all with the record kept elsewhere."""
    path = _sent(language, tmp_path, keyed=keyed)
    away = [str(tmp_path / f"away.{kind}")]
    office.do(open=str(path), save=str(path), via=away)
    record = declaration(language, keyed=keyed)
    read, report = _read(path.read_bytes(), base=record)
    is_equal(read, record)
    assert report.origin == "ours-data-lost"


@LANGUAGE
@pytest.mark.parametrize("kind", ["odt", "rtf", "doc"])
def test_other_kinds_of_file_without_base(
    office: Office, language: str, kind: str, tmp_path: Path
) -> None:
    """Without the record kept elsewhere, the file says whose it is and gives what is seen."""
    path = _sent(language, tmp_path)
    office.do(open=str(path), save=str(path), via=[str(tmp_path / f"away.{kind}")])
    read, report = _read(path.read_bytes())
    assert report.origin == "ours-data-lost"
    body = read.versions[0].body
    wanted = declaration(language).versions[0].body
    said = ["".join(str(each).split()) for each in body.blocks() if isinstance(each, dp.Paragraph)]
    for each in wanted.blocks():
        if isinstance(each, dp.Paragraph):
            assert any("".join(str(each.text).split()) in one for one in said)
