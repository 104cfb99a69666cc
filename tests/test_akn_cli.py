"""The command line and Akoma Ntoso: languages merged, folders surveyed."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest

import dushanbe_process as dp
from dushanbe_process.cli import main

if TYPE_CHECKING:
    from pathlib import Path

REGULAR = """\
<akomaNtoso xmlns="http://docs.oasis-open.org/legaldocml/ns/akn/3.0">
  <statement name="resolution">
    <meta>
      <identification source="#x">
        <FRBRWork><FRBRuri value="/akn/un/statement/deliberation/unga/2020-01-02/74-1"/></FRBRWork>
        <FRBRExpression><FRBRlanguage language="{code}"/></FRBRExpression>
      </identification>
      <workflow source="#x"><step date="0001-01-01" by=""/></workflow>
    </meta>
    <coverPage><p><docNumber refersTo="#symbol">{symbol}</docNumber></p></coverPage>
    <preface><p><docTitle>{title}</docTitle></p></preface>
    <mainBody><paragraph><num>1.</num><content><p>{title}.</p></content></paragraph></mainBody>
  </statement>
</akomaNtoso>
"""


def _put(folder: Path, name: str, code: str, title: str, symbol: str = "A/RES/74/1") -> str:
    path = folder / name
    path.write_text(REGULAR.format(code=code, title=title, symbol=symbol), encoding="utf-8")
    return str(path)


def test_convert_merges_languages(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """--merge makes one record of the language versions of a work."""
    files = [_put(tmp_path, "r.en.xml", "eng", "Seas"), _put(tmp_path, "r.fr.xml", "fra", "Mers")]
    target = tmp_path / "r.json"
    assert main(["convert", "--merge", *files, str(target)]) == 0
    record = dp.read(target, expect=dp.Resolution)
    assert record.title == {"en": "Seas", "fr": "Mers"}
    assert [each.language for each in record.versions] == ["en", "fr"]
    assert capsys.readouterr().err == ""


def test_convert_tells_where_languages_differ(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """What the files contradict each other in is said, one contradiction a line."""
    first, second = _put(tmp_path, "a.xml", "eng", "Seas"), _put(tmp_path, "b.xml", "eng", "Sea")
    assert main(["convert", "--merge", first, second, str(tmp_path / "r.json")]) == 0
    told = capsys.readouterr().err.splitlines()
    assert any(line.startswith("$.title.en: 'Seas' (kept), 'Sea'") for line in told)


@pytest.mark.parametrize("arguments", [["--merge", "one.xml"], ["one.xml"], []])
def test_convert_wants_its_files(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    """Too few files are wrong usage."""
    assert main(["convert", *arguments]) == 2
    assert "usage:" in capsys.readouterr().err


def test_only_versions_of_one_work_merge(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Files of two works are refused, and nothing is written."""
    files = [
        _put(tmp_path, "a.xml", "eng", "Seas"),
        _put(tmp_path, "b.xml", "fra", "Mers", symbol="A/RES/74/2"),
    ]
    target = tmp_path / "r.json"
    assert main(["convert", "--merge", *files, str(target)]) == 1
    assert "A/RES/74/2 is not a version of A/RES/74/1" in capsys.readouterr().err
    assert not target.exists()


def test_what_is_no_document_does_not_merge(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A file that holds another record is refused by its name."""
    path = tmp_path / "venue.json"
    dp.write(dp.Venue(name="Palace"), path)
    assert main(["convert", "--merge", str(path), str(tmp_path / "r.json")]) == 1
    assert f"{path}: holds a Venue, not a document" in capsys.readouterr().err


def test_validate_surveys_folders(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A table says for each folder what was read and kept, another what is irregular."""
    for folder in ("ga", "sc"):
        (tmp_path / folder).mkdir()
        _put(tmp_path / folder, "r.en.xml", "eng", "Seas")
    assert main(["validate", "--format", "akn", str(tmp_path)]) == 0
    told = capsys.readouterr().out
    assert told.count("100 %") == 2
    assert "placeholder for a date" in told
    assert "empty 'by'" in told


def test_validate_passes_over_other_xml(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """XML in a folder that is no Akoma Ntoso is counted, and is no failure; a named file is."""
    _put(tmp_path, "a.xml", "eng", "Seas")
    for name in ("b.xml", "c.xml"):
        (tmp_path / name).write_text("<catalogue/>", encoding="utf-8")
    assert main(["validate", "--format", "akn", str(tmp_path)]) == 0
    printed = capsys.readouterr()
    assert f"2 other XML files passed over: no Akoma Ntoso (the first: {tmp_path}" in printed.err
    assert "100 %" in printed.out
    assert main(["validate", "--format", "akn", str(tmp_path / "b.xml")]) == 1


def test_validate_tells_what_cannot_be_read(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """An ill-formed file is one line with its place, and the exit status is 1."""
    _put(tmp_path, "a.xml", "eng", "Seas")
    (tmp_path / "b.xml").write_text("<akomaNtoso>\n<statement>", encoding="utf-8")
    assert main(["validate", "--format", "akn", str(tmp_path)]) == 1
    printed = capsys.readouterr()
    assert printed.err.startswith(f"{tmp_path / 'b.xml'}: not well-formed Akoma Ntoso")
    assert "(line 2, column" in printed.err


def test_nothing_is_kept_of_what_is_not_read(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A folder of which no file could be read has no share of text that was kept."""
    (tmp_path / "b.xml").write_text("<akomaNtoso>", encoding="utf-8")
    assert main(["validate", "--format", "akn", str(tmp_path)]) == 1
    assert "%" not in capsys.readouterr().out


def test_no_text_is_lost_of_what_we_write(tmp_path: Path) -> None:
    """Every document of the packaged record is surveyed as whole, those without a text too."""
    for path in dp.write_folder(dp.sample().documents, tmp_path, "akn"):
        assert main(["validate", "--format", "akn", str(path)]) == 0


def test_validate_of_an_empty_folder_says_so(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A folder without any file of Akoma Ntoso is told from one where all is well."""
    assert main(["validate", "--format", "akn", str(tmp_path)]) == 1
    assert "there is no file of Akoma Ntoso in it" in capsys.readouterr().err


def test_validate_takes_any_format(tmp_path: Path) -> None:
    """Files are judged in the format that is named; an unknown one is wrong usage."""
    path = tmp_path / "v.json"
    dp.write(dp.Venue(name="Palace"), path)
    assert main(["validate", "--format", "json", str(path)]) == 0
    assert main(["validate", "--format", "nothing", str(path)]) == 2


def test_a_real_resolution_becomes_a_word_document(cases: Path, tmp_path: Path) -> None:
    """In each language, the document that the command makes carries the whole record."""
    for path in sorted((cases / "akn" / "un").glob("A_RES_77_273.*.xml")):
        target = tmp_path / f"{path.stem}.docx"
        assert main(["convert", str(path), str(target)]) == 0
        assert dp.read(target) == dp.read_akn(path)[0]


def test_a_real_folder_is_surveyed(
    cases: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """All text of the official files is kept, and the table says it."""
    for path in sorted((cases / "akn" / "un").glob("S_*.en.xml")):
        shutil.copy(path, tmp_path)
    assert main(["validate", "--format", "akn", str(tmp_path)]) == 0
    assert "100 %" in capsys.readouterr().out
