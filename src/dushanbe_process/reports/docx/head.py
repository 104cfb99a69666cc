"""What the first page of a Word file begins with: masthead, letterhead or title alone."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

from dushanbe_process.model.text import InlineText
from dushanbe_process.reports.direction import direction_of
from dushanbe_process.reports.docx.manner import Manner
from dushanbe_process.reports.docx.runs import run
from dushanbe_process.reports.lead import symbol_letters
from dushanbe_process.reports.styles import Head

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dushanbe_process.reports.blocks import Masthead
    from dushanbe_process.reports.docx.page import Page

_THIN, _THICK = 4, 12
#: A name with more letters than this is a long one.
_LONG = 90
#: The distance to the next column, where a Latin name stands in an Arabic head.
_TURNED = '<w:ind w:left="240" w:right="0"/>'


def head(masthead: Masthead | None, page: Page, picture: str = "") -> Iterator[str]:
    """Yield the head of the first page; ``picture`` is an emblem, as an inline drawing."""
    if masthead is None:
        return
    match page.house.head:
        case Head.TITLE:
            yield from _plain(masthead, page, picture)
        case Head.LETTERHEAD:
            yield from _letterhead(masthead, page, picture)
        case Head.MASTHEAD:
            yield _masthead(masthead, page, picture)
            yield from _below(masthead, page)
    if masthead.adopted:
        yield _line(masthead.adopted, "MastheadAdopted", page)


def _line(words: str, style: str, page: Page, *, more: str = "") -> str:
    """Return a line in a style; ``more`` are properties of its own."""
    manner = Manner(style, indent=more)
    return page.paragraph(InlineText(words), manner)


def _organ_style(words: str) -> str:
    """Return the style of the name of an organ: a long one is set smaller."""
    wide = sum(2 if unicodedata.east_asian_width(each) in "WF" else 1 for each in words)
    return "MastheadLongOrgan" if wide > _LONG else "MastheadOrgan"


def _plain(masthead: Masthead, page: Page, picture: str) -> Iterator[str]:
    """Yield what is known, line by line, with nothing around it."""
    if picture:
        yield f"<w:p><w:r>{picture}</w:r></w:p>"
    agenda = (line for each in masthead.agenda for line in each)
    lines = [masthead.organization, masthead.organ, masthead.symbol, masthead.distribution]
    lines += [masthead.date, masthead.original, masthead.session, *agenda, masthead.place]
    yield from (_line(each, "MastheadText", page) for each in lines if each)


def _symbol(symbol: str, page: Page) -> str:
    """Return the symbol in the manner of the United Nations: its first letters large."""
    inside = "".join(
        run(words, '<w:rStyle w:val="SymbolLetter"/>' * large, rtl=False)
        for words, large in symbol_letters(symbol)
    )
    ltr = '<w:bidi w:val="0"/>' if page.runs.rtl else ""
    align = "left" if page.runs.rtl else "right"
    style = f'<w:pStyle w:val="MastheadText"/>{ltr}<w:jc w:val="{align}"/>'
    return f"<w:p><w:pPr>{style}</w:pPr>{inside}</w:p>"


def _masthead(masthead: Masthead, page: Page, picture: str) -> str:
    """Return the table of two rows: organisation and symbol; emblem, organ and distribution."""
    wide = page.house.width
    emblem, right = 1267, 2900
    widths = (emblem, wide - emblem - right, right)
    lines = list(filter(None, (masthead.distribution, masthead.date)))
    lines += ["", masthead.original] if masthead.original else []
    told = "".join(_line(each, "MastheadIssued", page) for each in lines or [""])
    first = (
        "<w:p/>",
        _line(masthead.organization, "MastheadName", page),
        _symbol(masthead.symbol, page),
    )
    drawn = f"<w:p><w:r>{picture}</w:r></w:p>" if picture else "<w:p/>"
    organ = masthead.organ
    turned = _TURNED if page.rtl and not direction_of(organ, page.rtl) else ""
    second = (drawn, _line(organ, _organ_style(organ), page, more=turned), told)
    rows = _row(first, widths, 864, "bottom", _THIN) + _row(second, widths, 1700, "top", _THICK)
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    visual = "<w:bidiVisual/>" if page.runs.rtl else ""
    return (
        f'<w:tbl><w:tblPr>{visual}<w:tblW w:w="{wide}" w:type="dxa"/><w:tblLayout w:type="fixed"/>'
        '<w:tblCellMar><w:left w:w="0" w:type="dxa"/><w:right w:w="0" w:type="dxa"/>'
        f"</w:tblCellMar></w:tblPr><w:tblGrid>{grid}</w:tblGrid>{rows}</w:tbl>"
    )


def _row(
    cells: tuple[str, ...], widths: tuple[int, ...], height: int, align: str, rule: int
) -> str:
    border = (
        f'<w:tcBorders><w:bottom w:val="single" w:sz="{rule}" w:space="0" w:color="auto"/>'
        "</w:tcBorders>"
    )
    room = '<w:tcMar><w:top w:w="120" w:type="dxa"/><w:bottom w:w="120" w:type="dxa"/></w:tcMar>'
    top = room if align == "top" else ""
    made = "".join(
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{border}{top}'
        f'<w:vAlign w:val="{align}"/></w:tcPr>{cell}</w:tc>'
        for cell, width in zip(cells, widths, strict=True)
    )
    size = f'<w:trPr><w:trHeight w:val="{height}" w:hRule="atLeast"/></w:trPr>'
    return f"<w:tr>{size}{made}</w:tr>"


def _below(masthead: Masthead, page: Page) -> Iterator[str]:
    """Yield session, agenda items and place, under the masthead."""
    yield '<w:p><w:pPr><w:pStyle w:val="MastheadText"/></w:pPr></w:p>'
    half = f'<w:ind w:right="{page.house.width * 45 // 100}"/>'
    lines = [(masthead.session, "MastheadText")]
    for number, title in masthead.agenda:
        lines += [(number, "MastheadText"), (title, "MastheadStrong")]
    for words, style in (*lines, (masthead.place, "MastheadText")):
        if words:
            yield _line(words, style, page, more=half)


def _letterhead(masthead: Masthead, page: Page, picture: str) -> Iterator[str]:
    """Yield the names of the issuer in the middle, a rule, then date and symbol."""
    if picture:
        yield f'<w:p><w:pPr><w:jc w:val="center"/></w:pPr><w:r>{picture}</w:r></w:p>'
    for words in (masthead.organization, masthead.organ):
        if words:
            centred = '<w:jc w:val="center"/>'
            yield _line(words, _organ_style(words), page, more=centred)
    yield (
        '<w:p><w:pPr><w:pStyle w:val="MastheadText"/><w:pBdr><w:bottom w:val="double" w:sz="6" '
        'w:space="4" w:color="auto"/></w:pBdr><w:spacing w:after="120"/></w:pPr></w:p>'
    )
    agenda = (line for each in masthead.agenda for line in each)
    issued = (masthead.symbol, masthead.distribution, masthead.date, masthead.original)
    for words in (*issued, masthead.session, *agenda, masthead.place):
        if words:
            yield _line(words, "MastheadText", page)
