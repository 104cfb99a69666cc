"""Strings to HTML: escaped, with their line ends, and with their language and direction."""

from __future__ import annotations

import re
from html import escape
from urllib.parse import urlsplit

import attrs

from dushanbe_process.reports.direction import direction_of, is_rtl

_LINE_ENDS = re.compile("\r\n|[\n\r\x85\u2028\u2029]")
#: Control characters and noncharacters: XML carries them, HTML may not.
_FORBIDDEN = re.compile(
    "[\x7f-\x9f\ufdd0-\ufdef"
    + "".join(
        f"{chr(plane * 0x10000 + 0xFFFE)}{chr(plane * 0x10000 + 0xFFFF)}" for plane in range(17)
    )
    + "]"
)
#: What a place is not named by: names stand in attributes and in addresses as they are.
_NO_NAME = re.compile(r"[^\w.:-]+")
#: What the address of a link may begin with; others could run a program in the reader's name.
_SCHEMES = frozenset({"http", "https", "mailto", "ftp", "tel", "urn", "doi"})


def escaped(words: str) -> str:
    """Return a string as text or as the value of an attribute in double quotation marks."""
    return escape(_FORBIDDEN.sub("\ufffd", words))


def lines(words: str) -> str:
    """Return a string with its line ends kept."""
    return "<br>".join(map(escaped, _LINE_ENDS.split(words)))


def one_line(words: str) -> str:
    """Return a string on one line."""
    return escaped(" ".join(words.split()))


def address(link: str) -> str | None:
    """Return the address of a link as the value of an attribute, or None for one not to follow."""
    try:
        scheme = urlsplit(link).scheme
    except ValueError:
        return None
    return escaped(link) if scheme in _SCHEMES else None


def spoken(words: str, language: str | None, around: str) -> str:
    """Return the attributes of language and direction, where they are not those around."""
    rtl = direction_of(words, is_rtl(language or around))
    own = f' lang="{escape(language)}"' if language and language != around else ""
    return own + (f' dir="{direction(rtl=rtl)}"' if rtl != is_rtl(around) else "")


def direction(*, rtl: bool) -> str:
    """Return the name of a direction."""
    return "rtl" if rtl else "ltr"


@attrs.define
class Ids:
    """The names of places on a page: each is given once."""

    _given: set[str] = attrs.field(factory=set)

    def new(self, wanted: str) -> str:
        """Return the name that is wanted, or the first free one after it."""
        plain = _NO_NAME.sub("-", wanted).strip("-") or "place"
        name, count = plain, 1
        while name in self._given:
            count += 1
            name = f"{plain}-{count}"
        self._given.add(name)
        return name
