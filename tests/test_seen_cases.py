"""Real Word files of others: what is seen of them, against their XML and other readers."""

from __future__ import annotations

import json
import shutil
import subprocess
from typing import TYPE_CHECKING

import pytest

import dushanbe_process as dp
from dushanbe_process.forms.docx.names import w
from dushanbe_process.forms.docx.package import Package
from dushanbe_process.forms.docx.seen import Seen, SeenTable, View, see

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from dushanbe_process.xml_parse import Element

GONE = {"accept": (w("del"), w("moveFrom")), "reject": (w("ins"), w("moveTo"))}
ROWS = {"accept": w("del"), "reject": w("ins")}
#: What is not spelled with ``w:t``, and so is not in the independent walk.
OTHERS = "\N{NON-BREAKING HYPHEN}\N{SOFT HYPHEN}☐☒"


def _word_files(cases: Path) -> list[Path]:
    found = [
        each for folder in ("docx", "hostile/docx", "akn") for each in (cases / folder).rglob("*")
    ]
    return sorted(each for each in found if each.suffix == ".docx")


def _readable(cases: Path) -> Iterator[tuple[str, bytes, Package]]:
    for path in _word_files(cases):
        data = path.read_bytes()
        try:
            package = Package.open(data)
            package.element(package.main)
        except dp.DushanbeError:
            continue
        yield path.name, data, package


def _texts(element: Element, view: View) -> Iterator[str]:
    """Yield the texts of an element that a view leaves, in the order of the file."""
    for child in element:
        if not isinstance(child.tag, str) or child.tag in GONE[view]:
            continue
        name = child.tag.rpartition("}")[2]
        if name == "Fallback" and any(each.tag.endswith("}Choice") for each in element):
            continue
        if name == "tr" and child.find(f"{w('trPr')}/{ROWS[view]}") is not None:
            continue
        hidden = child.find(f"{w('rPr')}/{w('vanish')}") if name == "r" else None
        if hidden is not None and hidden.get(w("val"), "1") not in ("0", "false"):
            continue
        if name == "r" and child.find(w("footnoteReference")) is not None:
            continue
        if name == "rt":
            continue
        if name in ("t", "delText"):
            yield child.text or ""
        yield from _texts(child, view)


def _letters(text: str) -> str:
    private = range(0xE000, 0xF900)  # signs of symbol fonts, which are read as what they look like
    kept = (each for each in text if ord(each) not in private and each not in OTHERS)
    return "".join(each for each in kept if not each.isspace())


@pytest.mark.parametrize("view", ["accept", "reject"])
def test_every_word_is_seen_in_its_order(cases: Path, view: View) -> None:
    """What an independent walk of the XML finds is in the lines, letter by letter, in order."""
    count = 0
    for name, data, package in _readable(cases):
        body = package.element(package.main).find(w("body"))
        found = _letters("".join(str(each.text) for each in see(Package.open(data), view).lines()))
        rest = iter(found)
        missing = next(
            (
                index
                for index, each in enumerate(_letters("".join(_texts(body, view))))
                if each not in rest
            ),
            None,
        )
        if name != "tika__testWORD_emptyParaInTextbox.docx":  # its style hides the words
            assert missing is None, (name, missing)
        count += 1
    assert count > 90


def _shape(seen: Seen) -> list[object]:
    """Return the lines with their blanks folded, and the shapes of the tables."""
    tables = [
        [[(cell.columns, cell.rows) for cell in row.cells] for row in block.rows]
        for block in seen.blocks
        if isinstance(block, SeenTable)
    ]
    return [[" ".join(str(each.text).split()) for each in seen.lines()], tables]


@pytest.mark.parametrize(("view", "other"), [("accept", "Accepted"), ("reject", "Rejected")])
def test_both_views_equal_the_files_that_others_made(cases: Path, view: View, other: str) -> None:
    """A file with seven hundred changes reads like those where all were accepted or rejected."""
    folder = cases / "docx" / "itu"
    ours = see(Package.open((folder / "ar_WRC12_addendum.docx").read_bytes()), view)
    theirs = see(Package.open((folder / f"ar_WRC12_addendum-{other}.docx").read_bytes()))
    assert _shape(ours) == _shape(theirs)
    assert len(ours.changes) > 100
    assert [str(each) for each in ours.edges] == [str(each) for each in theirs.edges]


def test_what_the_list_of_cases_says_is_seen(cases: Path) -> None:
    """First words, number of filled paragraphs and tables are those that the list states."""
    for line in (cases / "docx" / "EXPECTED.jsonl").read_text("utf-8").splitlines():
        said = json.loads(line)
        seen = see(Package.open((cases / said["file"]).read_bytes()))
        lines = [each for each in seen.lines() if str(each.text).strip()]
        if said["first_text"]:
            words = _letters("".join(str(each.text) for each in lines))
            first = _letters(said["first_text"])[:12]
            assert first in words or said["file"].endswith("ar_WRC12_addendum.docx"), said["file"]
        if not said.get("drawings") and not said.get("tracked_ins"):
            assert abs(len(lines) - said["nonempty_paragraphs"]) <= 1, said["file"]
        # The list counts twice what was moved, and boxes of text that are kept in two ways.
        if "move" not in said["file"] and not said.get("drawings"):
            letters = sum(len(str(each.text)) for each in lines)
            assert letters >= 0.9 * said["chars"], said["file"]
        assert bool(said.get("comments")) == bool(seen.comments)


NUMBERS = {
    "docling__docx_list_resumed_numbering.docx": ["1.", "2.", "•", "•", "3."],
    "docx4j__article-section-isLgl.docx": [
        *("Article I.", "Section 1.01", "(a)"),
        *("Article II.", "Section 2.01", "(a)"),
    ],
}


@pytest.mark.parametrize("name", NUMBERS)
def test_automatic_numbers_are_those_that_word_prints(cases: Path, name: str) -> None:
    """Lists that are resumed, and numbers in legal style, are counted as Word counts them."""
    seen = see(Package.open((cases / "docx" / "features" / name).read_bytes()))
    found = [each.number for each in seen.lines() if each.number and each.text]
    assert found == NUMBERS[name]


def test_nothing_but_our_errors(cases: Path) -> None:
    """Damaged and malicious files end in a text or in one of our errors."""
    for path in (cases / "hostile" / "docx").iterdir():
        try:
            see(Package.open(path.read_bytes()))
        except dp.DushanbeError as error:
            assert str(error)


#: Files of the first folders whose numbers LibreOffice prints as Word does.
COUNTED = (
    "features/docling__docx_list_resumed_numbering.docx",
    "features/docling__docx_rich_cells.docx",
    "features/docx2python__list_index_a.docx",
    "features/docx4j__arabic_numbering.docx",
    "features/pandoc__lists_level_override.docx",
    "features/pandoc__dummy_item_after_paragraph.docx",
    "gov/zh_en_mixed_languages.docx",
    "gov/pl_expert_meeting_agenda.docx",
    "gov/ru_anticorruption_report.docx",
)


@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")
def test_lines_and_numbers_are_those_of_libreoffice(cases: Path, tmp_path: Path) -> None:
    """LibreOffice prints the same lines with the same numbers before them."""
    paths = [cases / "docx" / each for each in COUNTED]
    command = ["soffice", f"-env:UserInstallation=file://{tmp_path}/profile", "--headless"]
    command += ["--convert-to", "txt:Text (encoded):UTF8", "--outdir", str(tmp_path)]
    subprocess.run([*command, *map(str, paths)], capture_output=True, check=True, timeout=300)  # noqa: S603
    for path in paths:
        printed = (tmp_path / f"{path.stem}.txt").read_text("utf-8-sig").split("\n")
        seen = see(Package.open(path.read_bytes())).lines()
        ours = [part for each in seen for part in str(each).split("\n")]
        assert _filled(ours) == _filled(printed), path.name


def _filled(lines: list[str]) -> list[str]:
    return [folded for each in lines if (folded := " ".join(each.split()))]
