"""Blocks that are tables: facts, grids, charts, texts side by side."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from dushanbe_process.reports import locales
from dushanbe_process.reports.direction import is_rtl
from dushanbe_process.reports.html.text import direction, escaped, one_line

if TYPE_CHECKING:
    from collections.abc import Iterable

    from dushanbe_process.model.text import InlineText
    from dushanbe_process.reports.blocks import Bars, BlockTree, Facts, Grid, Pairs
    from dushanbe_process.reports.html.page import Page

#: From this number of columns on, a table may be wider than a narrow screen.
_WIDE = 5


def _row(cells: Iterable[str]) -> str:
    return f"<tr>{''.join(cells)}</tr>\n"


def _name(page: Page) -> str:
    """Return the name of a table without a caption: that of the heading above it."""
    last = page.outline.last
    return f' aria-labelledby="{last}"' if last else ""


def facts(block: Facts, page: Page) -> str:
    """Return what is known of one thing, a label and a value a row."""
    rows = "".join(
        _row((page.holding("th", label, ' scope="row"'), page.holding("td", value)))
        for label, value in block.rows
    )
    return f'<table class="facts"{_name(page)}>\n<tbody>\n{rows}</tbody></table>\n' if rows else ""


def grid(block: Grid, page: Page) -> str:
    """Return a table with its caption, its column heads and its rows."""
    if not (block.head or block.rows):
        return ""
    caption = f"{page.holding('caption', block.caption)}\n" if block.caption else ""
    shares = sum(block.widths) or 1
    columns = "".join(f'<col style="width:{100 * each / shares:.4g}%">' for each in block.widths)
    head = f"<thead>\n{_row(_head(each, page) for each in block.head)}</thead>\n" * any(
        map(str, block.head)
    )
    rows = "".join(_row(page.holding("td", each) for each in row) for row in block.rows)
    body = f"<tbody>\n{rows}</tbody>" if rows else ""
    name = "" if caption else _name(page)
    made = (
        f'<table class="grid"{name}>\n{caption}<colgroup>{columns}</colgroup>\n'
        f"{head}{body}</table>\n"
    )
    if len(block.widths) < _WIDE:
        return made
    name = name or f' aria-label="{one_line(str(block.caption))}"'
    return f'<div class="wide" role="region" tabindex="0"{name}>\n{made}</div>\n'


def _head(name: InlineText, page: Page) -> str:
    """Return the head of a column; one without a name is an empty cell, not a head."""
    return page.holding("th", name, ' scope="col"') if str(name).strip() else "<td></td>"


def bars(block: Bars, page: Page) -> str:
    """Return a chart: a table whose bars are drawn beside the words that say the same."""
    if not block.rows:
        return ""
    rows = "".join(
        _row((page.holding("th", name, ' scope="row"'), _bar(value, block.most, said, page)))
        for name, value, said in block.rows
    )
    id_ = page.running.ids.new(f"chart-{len(page.outline.entries)}")
    caption = page.holding("figcaption", block.caption, f' id="{id_}"')
    return (
        f"<figure>\n{caption}\n"
        f'<table class="bars" aria-labelledby="{id_}">\n<tbody>\n{rows}</tbody></table>\n'
        "</figure>\n"
    )


def _bar(value: int, most: int, said: str, page: Page) -> str:
    share = 100 * min(max(value, 0), most) / most if most > 0 else 0
    bar = f'<span class="track"><span class="bar" style="width:{share:.4g}%"></span></span>'
    return f"<td><div>{bar} {page.holding('span', said)}</div></td>"


def pairs(block: Pairs, page: Page) -> str:
    """Return two texts in two columns, aligned row by row."""
    if not block.rows:
        return ""
    columns = [
        page.column(language, listed=place == 0) for place, language in enumerate(block.languages)
    ]
    head = _row(_language(each) for each in columns)
    rows = "".join(
        _row(_cell(cell, column) for cell, column in zip(row, columns, strict=True))
        for row in block.rows
    )
    return f'<table class="pairs">\n<thead>\n{head}</thead>\n<tbody>\n{rows}</tbody></table>\n'


def _spoken(column: Page) -> str:
    way = direction(rtl=is_rtl(column.language))
    return f' lang="{escape(column.language)}" dir="{way}"'


def _language(column: Page) -> str:
    """Return the head of a column, for those who do not see which language it is in."""
    name = escaped(locales.language_name(column.language, column.language))
    return f'<th scope="col"{_spoken(column)}><span class="unseen">{name}</span></th>'


def _cell(blocks: BlockTree, column: Page) -> str:
    return f"<td{_spoken(column)}>\n{''.join(column.blocks(blocks))}</td>"
