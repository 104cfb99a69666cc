"""Edits made in the XML of a page, as an editor makes them that knows nothing of our marks."""

from __future__ import annotations

import copy
import io
from typing import TYPE_CHECKING, Any

import docx
from docx.text.paragraph import Paragraph

import dushanbe_process as dp
from dushanbe_process.model.documents import Declaration, LanguageVersion

if TYPE_CHECKING:
    from collections.abc import Callable

    from docx.document import Document as Page

    from dushanbe_process.model.body import Block, Body
    from dushanbe_process.schema import Model

_MARKS = ".//w:bookmarkStart|.//w:bookmarkEnd"


def line_saying(page: Page, words: str) -> Any:
    """Return the first paragraph that says some words, in a table or not."""
    for each in page.element.body.iter("{*}p"):
        if words in Paragraph(each, page).text:
            return each
    message = f"no line says {words!r}"
    raise LookupError(message)


def row_saying(page: Page, words: str) -> Any:
    """Return the first row that says some words."""
    return line_saying(page, words).getparent().getparent()


def reword(page: Page, words: str, old: str, new: str) -> None:
    """Type over some words of the line that says others."""
    runs = Paragraph(line_saying(page, words), page).runs
    run = next(each for each in runs if old in each.text)
    run.text = run.text.replace(old, new, 1)


def put(line: Any, words: str) -> None:
    """Let a line say other words, in the manner of its first."""
    first, *others = Paragraph(line, None).runs  # type: ignore[arg-type]
    for each in others:
        each._r.getparent().remove(each._r)
    first.text = words


def drop(element: Any) -> None:
    """Take a line or a row out."""
    element.getparent().remove(element)


def _bare_copy(element: Any) -> Any:
    made = copy.deepcopy(element)
    for each in made.xpath(_MARKS):
        drop(each)
    element.addnext(made)
    return made


def after(line: Any, words: str) -> None:
    """Put a line like another after it."""
    put(_bare_copy(line), words)


def row_after(page: Page, words: str, cells: list[str]) -> None:
    """Put a row after the one that says some words."""
    row = _bare_copy(row_saying(page, words))
    for line, said in zip(row.iter("{*}p"), cells, strict=True):
        put(line, said)


def declaration(body: Body, **more: Any) -> Declaration:
    """Return a declaration in English with a text."""
    versions = [LanguageVersion(language="en", body=body)]
    return Declaration(id="test", title={"en": "Test"}, versions=versions, **more)


def edited(record: Model, hand: Callable[[Page], Any], **how: Any) -> tuple[Any, Any]:
    """Return what a file is read as in which somebody made an edit, and the report."""
    return dp.read_docx(io.BytesIO(saved(record, hand, **how)))


def saved(record: Model, hand: Callable[[Page], Any], **how: Any) -> bytes:
    """Return the file of a record in which somebody made an edit."""
    page = docx.Document(io.BytesIO(dp.dumps(record, "docx", **how)))
    hand(page)
    made = io.BytesIO()
    page.save(made)
    return made.getvalue()


def kinds(report: Any) -> list[str]:
    """Return the kinds of what a report says, in order."""
    return [each.kind.value for each in report]


def with_clauses(record: Declaration, *operative: Block) -> Declaration:
    """Return a declaration with another operative part."""
    (version,) = record.versions
    body = version.body.evolve(operative=operative)
    return record.evolve(versions=[version.evolve(body=body)])
