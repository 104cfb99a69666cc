"""The head of a page of HTML: organisation and symbol, organ and distribution."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dushanbe_process.reports.blocks import Masthead


def masthead(printed: Masthead | None) -> str:
    """Return the header of the page, or nothing where there is none."""
    if printed is None:
        return ""
    organ, slash, rest = printed.symbol.partition("/")
    symbol = f'<span class="letter">{escape(organ)}</span>{slash}{escape(rest)}' if organ else ""
    told = "".join(
        f"<div>{escape(line)}</div>"
        for line in (printed.distribution, printed.date, printed.original)
        if line
    )
    below = [f"<p>{escape(printed.session)}</p>"] if printed.session else []
    for number, title in printed.agenda:
        numbered = f"{escape(number)}<br>" if number else ""
        below.append(f"<p>{numbered}<strong>{escape(title)}</strong></p>")
    if printed.place:
        below.append(f"<p>{escape(printed.place)}</p>")
    return (
        '<header>\n<div class="masthead">\n'
        f'<div class="organization">{escape(printed.organization)}</div>\n'
        f'<div class="symbol" dir="ltr">{symbol}</div>\n'
        f'<div class="organ">{escape(printed.organ)}</div>\n'
        f'<div class="told">{told}</div>\n</div>\n{"".join(below)}</header>\n'
    )
