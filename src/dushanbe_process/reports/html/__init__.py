"""Papers to HTML: one accessible page that needs nothing else."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from dushanbe_process.reports.blocks import Heading, title_of
from dushanbe_process.reports.direction import is_rtl
from dushanbe_process.reports.html.contents import contents
from dushanbe_process.reports.html.head import head
from dushanbe_process.reports.html.page import Page
from dushanbe_process.reports.html.sheet import sheet
from dushanbe_process.reports.html.text import one_line
from dushanbe_process.reports.styles import house

if TYPE_CHECKING:
    from dushanbe_process.reports.blocks import Paper
    from dushanbe_process.reports.docx.picture import Emblem

#: A record is not trusted to bring anything but text: nothing is fetched, nothing is run.
_POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:"


def render(paper: Paper, style: str, emblem: Emblem | None = None) -> str:
    """Return a paper as a page of HTML5, in the manner of a house.

    Raises:
        UnknownFormatError: when there is no such style.
        MalformedError: when the emblem is no image.
    """
    own = house(style)
    direction = "rtl" if is_rtl(paper.language) else "ltr"
    above = head(paper.masthead, own, paper.language, emblem)
    job = _foot(paper.job_number) if paper.job_number else ""
    return (
        f'<!DOCTYPE html>\n<html lang="{escape(paper.language)}" dir="{direction}">\n<head>\n'
        '<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{one_line(_name(paper))}</title>\n<style>\n{sheet(own, paper)}</style>\n"
        f'</head>\n<body class="{own.name}">\n{above}'
        f"<main>\n{_body(paper, Page(paper.language, own))}</main>\n{job}</body>\n</html>\n"
    )


def _foot(job_number: str) -> str:
    return f'<footer><p><bdi dir="ltr">{one_line(job_number)}</bdi></p></footer>\n'


def _name(paper: Paper) -> str:
    """Return what the page is called: a page must have a name, even where the paper has none."""
    printed = paper.masthead
    names = (paper.title, title_of(paper.blocks), printed.symbol if printed else "", paper.running)
    return next(filter(str.strip, names), "–")


def _body(paper: Paper, page: Page) -> str:
    """Return title, table of contents, text and notes, in the order in which they are read."""
    made = list(page.blocks(paper.blocks))
    listed = contents(page.outline, paper.language, page.running.ids) if paper.contents else ""
    match paper.blocks:
        case (Heading(level=0), *_):
            made.insert(1, listed)
        case _:
            made.insert(0, listed)
    return "".join(made) + page.running.footnotes()


__all__ = ["render"]
