"""The table of contents: a field that an editor brings up to date, filled with the headings."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dushanbe_process.model.text import InlineText
from dushanbe_process.reports.labels import labels_of

if TYPE_CHECKING:
    from dushanbe_process.reports.docx.page import Page

_DEPTH = 2
#: With more entries than this, only those of the first level are listed.
_MOST = 30
_BEGIN = (
    '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> '
    'TOC \\o "1-2" \\h \\z \\n </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>'
)
_END = '<w:p><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>'


def contents(page: Page) -> str:
    """Return the field with an entry for each heading of the first two levels."""
    entries = [each for each in page.headings if each[0] <= _DEPTH]
    if len(entries) > _MOST:
        entries = [each for each in entries if each[0] == 1]
    name = labels_of(page.language).parts.contents
    made = [page.paragraph(InlineText(name), "ContentsTitle")] if entries else []
    for index, (level, words, anchor) in enumerate(entries):
        inside = page.runs.inline(InlineText(words), rtl=page.runs.rtl)
        begin = _BEGIN if index == 0 else ""
        made.append(
            f'<w:p><w:pPr><w:pStyle w:val="TOC{level}"/></w:pPr>{begin}'
            f'<w:hyperlink w:anchor="{anchor}" w:history="1">{inside}</w:hyperlink></w:p>'
        )
    return "".join(made) + _END if made else ""
