"""Papers to HTML: one accessible page that needs nothing else."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from dushanbe_process.reports.docx.names import is_rtl
from dushanbe_process.reports.html.head import masthead
from dushanbe_process.reports.html.page import Page
from dushanbe_process.reports.html.sheet import sheet
from dushanbe_process.reports.labels import labels_of

if TYPE_CHECKING:
    from dushanbe_process.reports.blocks import Paper

#: How deep the table of contents goes.
_DEPTH = 2


def render(paper: Paper, style: str) -> str:
    """Return a paper as a page of HTML5, in the manner of a house."""
    page = Page(paper.language)
    body = "".join(page.blocks(paper.blocks))
    direction = "rtl" if is_rtl(paper.language) else "ltr"
    job = f"<footer>{escape(paper.job_number)}</footer>" if paper.job_number else ""
    return (
        f'<!DOCTYPE html>\n<html lang="{escape(paper.language)}" dir="{direction}">\n<head>\n'
        '<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{escape(paper.title)}</title>\n<style>\n{sheet(style)}</style>\n</head>\n"
        f'<body class="{escape(style)}">\n{masthead(paper.masthead)}'
        f"<main>\n{_contents(paper, page)}{body}{page.footnotes()}</main>\n{job}\n"
        "</body>\n</html>\n"
    )


def _contents(paper: Paper, page: Page) -> str:
    """Return the table of contents, where the paper asks for one."""
    entries = [each for each in page.headings if 0 < each[0] <= _DEPTH]
    if not paper.contents or not entries:
        return ""
    items = "".join(
        f'<li class="level{level}"><a href="#{anchor}">{escape(words)}</a></li>\n'
        for level, words, anchor in entries
    )
    name = escape(labels_of(paper.language).parts.contents)
    return f'<nav aria-label="{name}"><p class="contents">{name}</p>\n<ul>\n{items}</ul></nav>\n'


__all__ = ["render"]
