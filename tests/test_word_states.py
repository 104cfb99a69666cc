"""A Word file beside its record: marks or data lost, altered, or the record changed meanwhile."""

from __future__ import annotations

import io
import re
import zipfile
from typing import TYPE_CHECKING, Any

import pytest
from editing.compare import is_equal
from editing.hands import (
    after,
    declaration,
    drop,
    kinds,
    line_saying,
    reword,
    saved,
    with_clauses,
)

import dushanbe_process as dp
from dushanbe_process.model.body import Body, Paragraph

if TYPE_CHECKING:
    from collections.abc import Callable

    from docx.document import Document as Page

    from dushanbe_process.model.documents import (
        Declaration,
    )

CLAUSES = (Paragraph(number="1.", text="Decide to meet;"), Paragraph(number="2.", text="Go."))
RECORD = declaration(Body(operative=CLAUSES), note="unseen")
THIRD = Paragraph(number="3.", text="Third.")


def _repacked(record: Declaration, change: Callable[[str, bytes], bytes | None]) -> io.BytesIO:
    """Return the file of a record with its parts changed, or left out."""
    made = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(dp.dumps(record, "docx"))) as archive,
        zipfile.ZipFile(made, "w") as target,
    ):
        for name in archive.namelist():
            data = change(name, archive.read(name))
            if data is not None:
                target.writestr(name, data)
    return io.BytesIO(made.getvalue())


def _without_marks(name: str, data: bytes) -> bytes:
    return re.sub(rb"<w:bookmark(Start|End)[^>]*/>", b"", data) if name.endswith(".xml") else data


def _without_data(name: str, data: bytes) -> bytes | None:
    if name.startswith("customXml/"):
        return None
    return re.sub(rb"<(Relationship|Override) [^>]*customXml/[^>]*/>", b"", data)


def test_without_bookmarks() -> None:
    """A file whose bookmarks are gone is read by its words, and says so."""
    record, report = dp.read_docx(_repacked(RECORD, _without_marks))
    is_equal(record, RECORD)
    assert report.origin == "ours-marks-lost"


@pytest.mark.parametrize("marks", [True, False], ids=["marks", "no marks"])
def test_without_data(*, marks: bool) -> None:
    """A file whose record is gone gives everything back with the record kept elsewhere."""

    def change(name: str, data: bytes) -> bytes | None:
        return _without_data(name, data if marks else _without_marks(name, data))

    record, report = dp.read_docx(_repacked(RECORD, change), base=RECORD)
    is_equal(record, RECORD)
    assert report.origin == "ours-data-lost"
    record, report = dp.read_docx(_repacked(RECORD, change))
    said = [str(each) for each in record.versions[0].body.blocks()]  # type: ignore[attr-defined]
    assert any("Decide to meet;" in each for each in said)
    assert report.origin == "ours-data-lost"
    assert report.of("guessed")


def test_the_carried_record_was_altered() -> None:
    """Where the carried record was changed and the page was not, the page wins; both are said."""

    def change(name: str, data: bytes) -> bytes:
        altered = data.replace(b"Go.", b"Stay.").replace(b"unseen", b"altered")
        return altered if name.startswith("customXml/item") else data

    record, report = dp.read_docx(_repacked(RECORD, change))
    is_equal(record, RECORD.evolve(note="altered"))
    assert kinds(report) == ["digest_mismatch", "edited"]


def test_the_record_changed_meanwhile() -> None:
    """Edits are merged onto a record that has changed itself; conflicts are reported."""

    def sit(page: Page) -> None:
        reword(page, "Decide", "meet", "sit")

    file = saved(RECORD, sit)
    elsewhere = with_clauses(RECORD, CLAUSES[0], CLAUSES[1].evolve(text="Stay.")).evolve(
        note="newer"
    )
    record, report = dp.read_docx(io.BytesIO(file), base=elsewhere)
    first = CLAUSES[0].evolve(text="Decide to sit;")
    is_equal(record, with_clauses(elsewhere, first, CLAUSES[1].evolve(text="Stay.")))
    assert kinds(report) == ["edited"]
    elsewhere = with_clauses(RECORD, CLAUSES[0].evolve(text="Decide to talk;"), CLAUSES[1])
    record, report = dp.read_docx(io.BytesIO(file), base=elsewhere)
    is_equal(record, with_clauses(RECORD, first, CLAUSES[1]))
    (conflict,) = report.of("conflict")
    assert "talk" in conflict.before
    assert "sit" in conflict.after


def _words(record: Any) -> list[str]:
    return [str(each.text) for each in record.versions[0].body.operative]


@pytest.mark.parametrize(
    ("hand", "elsewhere", "wanted", "told"),
    [
        (
            lambda page: reword(page, "Decide", "meet", "sit"),
            [*CLAUSES, THIRD],
            ["Decide to sit;", "Go.", "Third."],
            ["edited"],
        ),
        (
            lambda page: after(line_saying(page, "Decide"), "Ask."),
            [*CLAUSES, THIRD],
            ["Decide to meet;", "Ask.", "Go.", "Third."],
            ["new"],
        ),
        (
            lambda page: reword(page, "Decide", "meet", "sit"),
            CLAUSES[:1],
            ["Decide to sit;"],
            ["edited"],
        ),
        (lambda page: drop(line_saying(page, "Decide")), [*CLAUSES, THIRD], ["Go.", "Third."], []),
        (
            lambda page: drop(line_saying(page, "Decide")),
            [CLAUSES[0].evolve(text="Decide to talk;"), CLAUSES[1]],
            ["Go."],
            ["conflict"],
        ),
        (
            lambda page: reword(page, "Decide", "meet", "sit"),
            [CLAUSES[1]],
            ["Decide to sit;", "Go."],
            ["conflict"],
        ),
    ],
    ids=["grew", "both grew", "shrank", "removed and grew", "removed", "edited what is gone"],
)
def test_paragraphs_came_and_went_meanwhile(
    hand: Callable[[Page], Any], elsewhere: list[Paragraph], wanted: list[str], told: list[str]
) -> None:
    """Paragraphs that the record got or lost meanwhile stay and stay away; conflicts are told."""
    file = saved(RECORD, hand)
    record, report = dp.read_docx(io.BytesIO(file), base=with_clauses(RECORD, *elsewhere))
    assert _words(record) == wanted
    assert {*told} <= {*kinds(report)}
    assert bool(report.of("conflict")) == ("conflict" in told)


def test_an_unknown_wish_is_refused() -> None:
    """A slip in what becomes of tracked changes accepts none: it is told what can be wished."""
    file = io.BytesIO(dp.dumps(RECORD, "docx"))
    with pytest.raises(dp.InvalidError, match="'rejct' is none of"):
        dp.read_docx(file, changes="rejct")  # type: ignore[arg-type]
    file.seek(0)
    with pytest.raises(dp.InvalidError, match="'rejct' is none of"):
        dp.strip(file, io.BytesIO(), changes="rejct")  # type: ignore[arg-type]
