"""What stands between the masthead of a document and its text: lines, number and title."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dushanbe_process.model.body import Body, Paragraph
from dushanbe_process.model.text import InlineText, Run
from dushanbe_process.reports.blocks import Prose

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dushanbe_process.model.documents import Document, LanguageVersion

#: The keys of paragraphs in the front of a text that stand before its title, in this order.
BEFORE_TITLE = (
    "subsidiary-organ",
    "session-dates",
    "document-type",
    "decision-type",
    "adopted",
    "proponent",
    "sponsors",
)
#: The key of the line that heads an annex: "Annex", "Annex II".
ANNEX = "annex"
_STRONG, _EMPHASIS = ("adopted",), ("proponent",)


def front(body: Body, key: str) -> InlineText | None:
    """Return the paragraph of a text's front that has this key."""
    found = (each for each in body.front if isinstance(each, Paragraph) and each.key == key)
    return next((each.text for each in found), None)


def lines_before_title(version: LanguageVersion | None) -> Iterator[Prose]:
    """Yield what stands before the title: how the text was adopted, on whose proposal."""
    for key in BEFORE_TITLE if version is not None else ():
        text = front(version.body, key) if version is not None else None
        if text:
            marks = {"strong": key in _STRONG, "emphasis": key in _EMPHASIS}
            yield Prose(InlineText(*(_marked(each, marks) for each in text)))


def _marked(piece: object, marks: dict[str, bool]) -> object:
    if isinstance(piece, str):
        piece = Run(text=piece)
    return piece.evolve(**marks) if isinstance(piece, Run) else piece


def without_opening(body: Body) -> Body:
    """Return a text without the lines of its front that stand before the title."""
    left = [each for each in body.front if each.key not in (*BEFORE_TITLE, ANNEX)]
    return body.evolve(front=left) if len(left) < len(body.front) else body


def number_before_title(document: Document, language: str) -> str:
    """Return the number of a resolution or decision as its title has it: ``77/298.``.

    In Arabic no full stop follows it; the Security Council's have no such number.
    """
    parts = document.symbols[0].parts if document.symbols else ()
    if not parts or parts[0].nature not in ("RES", "DEC") or parts[0].organ == "S":
        return ""
    session, number = parts[0].session, parts[0].number
    stop = "" if language == "ar" else "."
    return f"{session}/{number}{stop}" if session and number else ""
