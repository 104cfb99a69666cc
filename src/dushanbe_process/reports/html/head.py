"""The head of a page of HTML: organisation and symbol, organ and distribution."""

from __future__ import annotations

from base64 import b64encode
from typing import TYPE_CHECKING

from dushanbe_process.reports.blocks import Masthead
from dushanbe_process.reports.html.text import escaped, lines, spoken
from dushanbe_process.reports.lead import symbol_letters
from dushanbe_process.reports.styles import Head

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from dushanbe_process.reports.docx.picture import Emblem
    from dushanbe_process.reports.styles import House


def head(
    printed: Masthead | None, house: House, language: str, emblem: Emblem | None = None
) -> str:
    """Return the header of the page, or nothing where there is none."""
    if printed is None and emblem is None:
        return ""
    told, image = printed or Masthead(), _image(emblem) if emblem else ""
    match house.head:
        case Head.TITLE:
            made = _plain(told, language, image)
        case Head.LETTERHEAD:
            made = _letterhead(told, language, image)
        case Head.MASTHEAD:
            made = _masthead(told, language, image)
    inside = "".join(made) + _line("adopted", told.adopted, language)
    return f"<header>\n{inside}</header>\n" if inside else ""


def _image(emblem: Emblem) -> str:
    """Return the emblem, carried in the page itself, with the words that stand for it."""
    wide, high = emblem.size
    data = b64encode(emblem.data).decode()
    return (
        f'<img class="emblem" src="data:image/{emblem.suffix};base64,{data}" '
        f'alt="{escaped(emblem.alternative)}" width="{wide}" height="{high}">\n'
    )


def _agenda(printed: Masthead, language: str) -> Iterator[str]:
    """Yield session, agenda items and place."""
    yield _line("session", printed.session, language)
    for number, title in printed.agenda:
        yield _line("item", number, language)
        yield _line("item title", title, language)
    yield _line("place", printed.place, language)


def _plain(printed: Masthead, language: str, image: str) -> Iterator[str]:
    """Yield what is known, line by line."""
    yield image
    yield _lines("issuer", (printed.organization, printed.organ), language)
    yield _symbol(printed.symbol)
    told = (printed.distribution, printed.date, printed.original)
    yield _lines("issued", told, language)
    yield from _agenda(printed, language)


def _line(kind: str, words: str, language: str) -> str:
    """Return a line, or nothing where it says nothing."""
    if not words.strip():
        return ""
    return f'<p class="{kind}"{spoken(words, None, language)}>{lines(words)}</p>\n'


def _lines(kind: str, told: Iterable[str], language: str) -> str:
    return "".join(_line(kind, each, language) for each in told)


def _symbol(symbol: str) -> str:
    """Return a symbol with the letters of its organ large, as the United Nations print it."""
    words = "".join(
        f'<span class="letter">{escaped(each)}</span>' if large else escaped(each)
        for each, large in symbol_letters(symbol)
    )
    return f'<p class="symbol" dir="ltr">{words}</p>\n' if symbol.strip() else ""


def _masthead(printed: Masthead, language: str, image: str) -> Iterator[str]:
    """Yield the two rows between rules, then session, agenda items and place."""
    issued = _lines("issued", (printed.distribution, printed.date), language)
    issued += _line("original", printed.original, language)
    rows = (
        _line("organization", printed.organization, language) + _symbol(printed.symbol),
        image
        + _line("organ", printed.organ, language)
        + (f'<div class="distribution">\n{issued}</div>\n' if issued else ""),
    )
    if made := "".join(f'<div class="row">\n{each}</div>\n' for each in rows if each):
        yield f'<div class="masthead">\n{made}</div>\n'
    yield from _agenda(printed, language)


def _letterhead(printed: Masthead, language: str, image: str) -> Iterator[str]:
    """Yield the names of the issuer, then symbol, date and place below the rule."""
    if names := image + _lines("issuer", (printed.organization, printed.organ), language):
        yield f'<div class="letterhead">\n{names}</div>\n'
    yield _symbol(printed.symbol)
    told = (printed.distribution, printed.date, printed.original)
    yield _lines("issued", told, language)
    yield from _agenda(printed, language)
