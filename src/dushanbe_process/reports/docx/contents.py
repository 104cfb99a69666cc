"""The table of contents: a field that an editor brings up to date, filled with the headings.

No page is numbered in it until Word has counted the pages: see ``docs/explanation/word.md``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs

from dushanbe_process.model.text import InlineText
from dushanbe_process.reports.labels import labels_of

if TYPE_CHECKING:
    from dushanbe_process.reports.docx.page import Page

_DEPTH = 2
#: With more entries than this, only those of the first level are listed.
_MOST = 30
_BEGIN = (
    '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> '
    'TOC \\o "1-{depth}" \\h \\z </w:instrText></w:r>'
    '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
)
_END = '<w:p><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>'


@attrs.frozen
class Entry:
    """A heading as the contents list it; ``number`` stands before it, in a column of its own."""

    level: int
    number: str
    words: str
    anchor: str


def contents(page: Page) -> str:
    """Return the field with an entry for each heading of the first two levels."""
    entries = [each for each in page.headings if each.level <= _DEPTH]
    depth = _DEPTH if len(entries) <= _MOST else 1
    entries = [each for each in entries if each.level <= depth]
    name = labels_of(page.language).parts.contents
    made = [page.paragraph(InlineText(name), "ContentsTitle")] if entries else []
    for index, entry in enumerate(entries):
        words = f"\t{entry.number}\t{entry.words}" if entry.number else entry.words
        inside = page.runs.inline(InlineText(words), rtl=page.runs.rtl)
        begin = _BEGIN.format(depth=depth) if index == 0 else ""
        made.append(
            f'<w:p><w:pPr><w:pStyle w:val="TOC{entry.level}"/></w:pPr>{begin}'
            f'<w:hyperlink w:anchor="{entry.anchor}" w:history="1">{inside}</w:hyperlink></w:p>'
        )
    return "".join(made) + _END if made else ""
