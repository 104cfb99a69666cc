"""Word files for release: what they hide is shown, and taken out."""

from __future__ import annotations

import io
import json
import zipfile
from typing import TYPE_CHECKING

import docx
import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from lxml import etree

import dushanbe_process as dp
from dushanbe_process.cli import main
from dushanbe_process.forms.docx.package import Package
from dushanbe_process.forms.docx.seen import lines_of, see
from dushanbe_process.forms.docx.settled import is_tracked, settle

if TYPE_CHECKING:
    from pathlib import Path

    from dushanbe_process.forms.docx.seen import View

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def declaration(*paragraphs: str) -> dp.Declaration:
    """Return a declaration of these paragraphs."""
    body = dp.Body(
        formula="We, the States,",
        operative=[dp.Paragraph(number=f"{n}.", text=each) for n, each in enumerate(paragraphs, 1)],
    )
    version = dp.LanguageVersion(language="en", body=body)
    return dp.Declaration(id="d", title={"en": "Declaration"}, versions=[version])


BEFORE = declaration("Call upon all States to act;", "Urge all.", "Thank the host.")
AFTER = declaration("Call upon all Member States to act;", "Thank the host and all partners.")


def redline(path: Path) -> Path:
    """Write a file with tracked changes, a comment and the names of people."""
    dp.redline(BEFORE, AFTER, author="A. Drafter", date="2024-10-01T09:00:00").save(path)
    document = docx.Document(str(path))
    paragraph = next(each for each in document.paragraphs if "host" in each.text)
    document.add_comment(paragraph.runs, text="Agreed?", author="B. Reader", initials="B")
    document.core_properties.author = "A. Drafter"
    document.core_properties.last_modified_by = "B. Reader"
    document.save(str(path))
    return path


def words(path: Path, view: View = "accept") -> list[str]:
    """Return the lines that a person sees in a file."""
    seen = see(Package.open(path.read_bytes()), view)
    return [text for each in lines_of(seen.blocks) if (text := str(each).strip())]


def test_what_a_file_hides_is_shown(tmp_path: Path) -> None:
    """Record, comments, changes and names are found, each with its author and date."""
    found = dp.hidden_data(redline(tmp_path / "x.docx"))
    assert found
    assert found.record == "declaration d"
    assert [(each.author, each.text) for each in found.comments] == [("B. Reader", "Agreed?")]
    assert {each.author for each in found.changes} == {"A. Drafter"}
    assert {each.date for each in found.changes} == {"2024-10-01T09:00:00Z"}
    assert found.properties["creator"] == "A. Drafter"
    assert found.properties["dpId"] == "d"


@pytest.mark.parametrize(("choice", "view"), [("accept", "accept"), ("reject", "reject")])
def test_a_released_file_says_what_was_seen(tmp_path: Path, choice: str, view: View) -> None:
    """It carries nothing else, and its words are those of the view that was chosen."""
    source, target = redline(tmp_path / "x.docx"), tmp_path / "public.docx"
    seen = words(source, view)
    dp.strip(source, target, changes=choice)  # type: ignore[arg-type]
    assert words(target) == seen
    found = dp.hidden_data(target)
    assert (found.record, found.comments, found.changes) == (None, (), ())
    assert found.properties.keys() <= {"title", "language"}
    with zipfile.ZipFile(target) as archive:
        whole = b"".join(map(archive.read, archive.namelist()))
        assert not [each for each in archive.namelist() if "comments" in each]
    for name in (b"Drafter", b"Reader", b"urn:dushanbe-process", b"rsid"):
        assert name not in whole
    docx.Document(str(target))


def test_changes_have_to_be_decided(tmp_path: Path) -> None:
    """A file with tracked changes is refused, unless it is said what becomes of them."""
    source, target = redline(tmp_path / "x.docx"), tmp_path / "public.docx"
    with pytest.raises(dp.InvalidError, match="tracked changes"):
        dp.strip(source, target)
    assert not target.exists()


def test_a_file_can_be_written_without_its_record() -> None:
    """What is written without the record hides nothing, and is read as a file of others is."""
    data = dp.dumps(BEFORE, "docx", embed=False)
    found = dp.hidden_data(io.BytesIO(data))
    assert found.record is None
    assert found.properties.keys() == {"title", "language"}
    _, report = dp.read_docx(io.BytesIO(data))
    assert report.origin == "ours-data-lost"
    restored, report = dp.read_docx(io.BytesIO(data), base=BEFORE)
    assert restored == BEFORE
    assert report.origin == "ours-data-lost"


def test_settling_is_what_is_seen() -> None:
    """Changes that are made for good leave what the view of them showed."""
    data = dp.redline(BEFORE, AFTER, author="A").to_bytes()
    for choice in ("accept", "reject"):
        package = Package.open(data)
        root = package.element(package.main)
        assert is_tracked(root)
        settle(root, choice)
        assert not is_tracked(root)
        settled = Package({**package.parts, package.main: etree.tostring(root)})
        expected = [str(each) for each in see(package, choice).lines() if str(each).strip()]
        assert [str(each) for each in see(settled).lines() if str(each).strip()] == expected


def test_on_the_command_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The same can be seen and done on the command line."""
    source, target = redline(tmp_path / "x.docx"), tmp_path / "public.docx"
    assert main(["show", "--metadata", str(source)]) == 0
    shown = capsys.readouterr().out
    assert "declaration d" in shown
    assert "Comments (1)" in shown
    assert "A. Drafter" in shown
    assert main(["strip", str(source), str(target)]) == 1
    assert "tracked changes" in capsys.readouterr().err
    assert main(["strip", str(source), str(target), "--changes", "accept"]) == 0
    assert main(["show", "--metadata", str(target)]) == 0
    assert "Record" not in capsys.readouterr().out


def test_hidden_data_is_told_by_author_and_day(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Changes of one person on one day are one row for each kind, with what they begin with."""
    monkeypatch.setenv("COLUMNS", "120")
    source = redline(tmp_path / "x.docx")
    assert main(["show", "--metadata", str(source)]) == 0
    lines = capsys.readouterr().out.splitlines()
    found = dp.hidden_data(source).changes
    assert f"Tracked changes ({len(found)})" in lines
    rows = [each.split() for each in lines if " 2024-10-01 " in each or each.startswith("   ")]
    counted = {row[row.index(word) + 1] for row in rows for word in ("inserted",) if word in row}
    assert counted == {str(sum(each.kind == "insertion" for each in found))}
    assert any("B. Reader" in each and "Agreed?" in each for each in lines)
    assert "declaration d" in "\n".join(lines)


def test_hidden_data_as_json_is_complete(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """All that was found is in the JSON, and JSON of the record itself is refused here."""
    source = redline(tmp_path / "x.docx")
    assert main(["show", "--metadata", "--json", str(source)]) == 0
    tree = json.loads(capsys.readouterr().out)
    found = dp.hidden_data(source)
    assert tree == json.loads(json.dumps(found.as_tree()))
    assert [each["text"] for each in tree["changes"]] == [each.text for each in found.changes]
    assert tree["comments"][0]["author"] == "B. Reader"
    assert main(["show", "--json", str(source)]) == 2


def test_a_change_that_word_cut_into_runs_is_one(tmp_path: Path) -> None:
    """Pieces of one change side by side are told as one; words between them keep them apart."""

    def run(kind: str, words: str) -> str:
        inside = f"<w:r><w:{'delText' if kind == 'del' else 't'}>{words}</w:t></w:r>"
        inside = inside.replace("</w:t>", "</w:delText>") if kind == "del" else inside
        return f'<w:{kind} w:id="1" w:author="A" w:date="2024-10-01T09:00:00Z">{inside}</w:{kind}>'

    pieces = run("ins", "one") + '<w:proofErr w:type="spellStart"/>' + run("ins", " two")
    plain = "<w:r><w:t>kept</w:t></w:r>"
    page = docx.Document()
    page.element.body.insert(
        0,
        parse_xml(f"<w:p {nsdecls('w')}>{pieces}{run('del', 'old')}{plain}{run('del', 'x')}</w:p>"),
    )
    page.save(str(tmp_path / "x.docx"))
    changes = dp.hidden_data(tmp_path / "x.docx").changes
    told = [(each.kind, each.text) for each in changes]
    assert told == [("insertion", "one two"), ("deletion", "old"), ("deletion", "x")]
