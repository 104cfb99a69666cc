"""What stands between the masthead of a document and its text: lines, number and title."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dushanbe_process.model.body import Body, Paragraph
from dushanbe_process.model.text import Footnote, InlineText, Run
from dushanbe_process.reports.blocks import Block, Heading, Prose, Role
from dushanbe_process.reports.layouts.sentences import strongly

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dushanbe_process.model.documents import Document, LanguageVersion
    from dushanbe_process.model.text import Piece

#: The keys of paragraphs in the front of a text that stand before its title, in this order;
#: the first two belong to the session in the masthead.
BEFORE_TITLE = (
    "subsidiary-organ",
    "session-dates",
    "document-type",
    "decision-type",
    "adopted",
    "proponent",
)
#: The key of the line that heads an annex: "Annex", "Annex II".
ANNEX = "annex"


def front(body: Body, key: str) -> InlineText | None:
    """Return the paragraph of a text's front that has this key."""
    found = (each for each in body.front if isinstance(each, Paragraph) and each.key == key)
    return next((each.text for each in found), None)


def opening(document: Document, title: Heading, version: LanguageVersion | None) -> Iterator[Block]:
    """Yield the title, and around it how the text was adopted and on whose proposal.

    The Security Council has the adoption under the title, all others above it.
    """
    lines = list(_lines(version.body)) if version is not None else []
    if of_the_council(document):
        yield title
        yield from (_plain(each) for each in lines)
    else:
        yield from lines
        yield title


def _lines(body: Body) -> Iterator[Prose]:
    for key in BEFORE_TITLE[2:]:
        text = front(body, key)
        if text and key == "adopted":
            yield Prose(text, role=Role.ADOPTED)
        elif text:
            yield Prose(InlineText(*map(_emphasised, text)) if key == "proponent" else text)


def _plain(block: Prose) -> Prose:
    return Prose(strongly(block.text)) if block.role is Role.ADOPTED else block


def _emphasised(piece: Piece) -> Piece:
    if isinstance(piece, Footnote):
        return piece
    return (Run(text=piece) if isinstance(piece, str) else piece).evolve(emphasis=True)


def session_lines(session: str, version: LanguageVersion | None) -> str:
    """Return the session as the masthead has it: its organ above it, its dates below."""
    said = [front(version.body, key) if version else None for key in BEFORE_TITLE[:2]]
    return "\n".join(filter(None, (str(said[0] or ""), session, str(said[1] or ""))))


def without_opening(body: Body) -> Body:
    """Return a text without the lines of its front that stand before the title."""
    left = [each for each in body.front if each.key not in (*BEFORE_TITLE, ANNEX)]
    return body.evolve(front=left) if len(left) < len(body.front) else body


def of_the_council(document: Document) -> bool:
    """Say whether a document is a resolution of the Security Council: its number is its title."""
    parts = document.symbols[0].parts if document.symbols else ()
    return bool(parts) and (parts[0].organ, parts[0].nature) == ("S", "RES")


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
