"""Lines of text: marks, links, references and notes."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote, urlsplit

from dushanbe_process.forms.akn.folding import BREAK, Part, Words, fold, folded
from dushanbe_process.forms.akn.languages import tag_of
from dushanbe_process.forms.akn.names import INLINE, is_akn, local
from dushanbe_process.forms.xml.names import XML_LANG
from dushanbe_process.model.text import Footnote, InlineText, Run

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dushanbe_process.forms.akn.read.reading import Reading
    from dushanbe_process.xml_parse import Element

_MARKS = {
    "b": {"strong": True},
    "i": {"emphasis": True},
    "u": {"underline": True},
    "ins": {"underline": True},
    "del": {"strike": True},
    "sup": {"superscript": True, "subscript": False},
    "sub": {"subscript": True, "superscript": False},
}
_CLASSES: dict[str, dict[str, Any]] = {
    "italic": {"emphasis": True},
    "bold": {"strong": True},
    "underline": {"underline": True},
    "strike": {"strike": True},
    "smallCaps": {"small_capitals": True},
}
_LINK = re.compile(r"[A-Za-z][A-Za-z0-9+.\-]*:[^ \t\n\r]+")
_SYMBOL_SITE = re.compile(r"(www\.)?undocs\.org")
_SYMBOL = re.compile(r"[A-Z]{1,5}/[A-Z0-9]\S*")
_PLAIN = Run(text="")


def line(element: Element, reading: Reading) -> InlineText:
    """Return the text of an element as one line, with all that stands in it."""
    return folded(pieces(element, reading, _PLAIN))


def pieces(element: Element, reading: Reading, manner: Run) -> Iterator[Part]:
    """Yield what an element holds, in the manner of the elements around it."""
    if element.text:
        yield Words(manner, element.text)
    for child in element:
        yield from piece(child, reading, manner)
        if child.tail:
            yield Words(manner, child.tail)


def piece(element: Element, reading: Reading, manner: Run) -> Iterator[Part]:
    """Yield one element of a line and what it holds."""
    name = local(element)
    if name in ("eol", "br"):
        yield BREAK
    elif name == "authorialNote" and not reading.in_note:
        yield _note(element, reading)
    elif name == "docDate" and _runs_on(element, reading):
        yield Words(manner, " ")
        yield from pieces(element, reading, manner)
    elif name in INLINE and name != "authorialNote":
        yield from pieces(element, reading, _manner_of(element, reading, manner))
    else:
        if not is_akn(element):
            reading.note("foreign element in a line", element, local(element))
        yield Words(manner, " ")
        yield from pieces(element, reading, manner)
        yield Words(manner, " ")


def _runs_on(element: Element, reading: Reading) -> bool:
    """Say whether a date is written onto the word before it: ``on28 September``."""
    before = element.getprevious()
    words = (before.tail if before is not None else element.getparent().text) or ""
    first = "".join(element.itertext())[:1]
    if words[-1:].isalpha() and words[-1:].lower() != words[-1:].upper() and first.isdigit():
        reading.note("no blank before a date", element, f"{words[-10:]}{first}…")
        return True
    return False


def _note(element: Element, reading: Reading) -> Footnote:
    marker = fold(element.get("marker", ""))
    with reading.within_note():
        text = line(element, reading)
    reading.notes += 1
    usual = marker in ("", str(reading.notes))
    if marker.isdecimal():
        reading.notes = int(marker)
    return Footnote(text=text, mark=None if usual else marker)


def _manner_of(element: Element, reading: Reading, manner: Run) -> Run:
    """Return the manner in which the words of an element are set."""
    name = local(element)
    changes: dict[str, Any] = dict(_MARKS.get(name, {})) if is_akn(element) else {}
    for word in (element.get("class", "") + " " + element.get("name", "")).split():
        changes |= _CLASSES.get(word, {})
    if language := tag_of(element.get(XML_LANG, "")):
        changes["language"] = None if language == reading.language else language
    if name == "inline" and (symbol := _named_symbol(element)):
        changes["symbol"] = symbol
    if name in ("a", "ref", "rref", "mref") and (address := element.get("href")):
        changes |= _reference(address, element, reading)
    return _set(manner, tuple(changes.items())) if changes else manner


@lru_cache(maxsize=1024)
def _set(manner: Run, changes: tuple[tuple[str, Any], ...]) -> Run:
    """Return a manner with changes: a text has few, and many words in each."""
    return manner.evolve(**dict(changes))


def _reference(address: str, element: Element, reading: Reading) -> dict[str, Any]:
    """Return the address that words lead to, and the symbol that it names."""
    if local(element) == "ref" and address.startswith("#"):
        found = reading.entities.get(address[1:])
        return {"entity": found} if found else {}
    changes: dict[str, Any] = {}
    if symbol := symbol_of(address):
        changes["symbol"] = symbol
    quoted = address.strip().replace(" ", "%20")
    if _LINK.fullmatch(quoted):
        if quoted != address:
            reading.note("blank in an address", element, address)
        changes["link"] = quoted
    elif not address.startswith("#"):
        reading.keep_reference(fold("".join(element.itertext())), address)
    return changes


def _named_symbol(element: Element) -> str | None:
    """Return the symbol of a document that an element names by its words or its title."""
    named = element.get("name")
    if named == "symbol" and (title := fold(element.get("title", ""))):
        return title
    words = fold("".join(element.itertext()))
    return words if named == "originating document" and _SYMBOL.fullmatch(words) else None


def symbol_of(address: str) -> str | None:
    """Return the symbol that an address of undocs.org ends in."""
    try:
        site = urlsplit(address)
    except ValueError:
        return None
    if not _SYMBOL_SITE.fullmatch(site.netloc.lower()):
        return None
    path = fold(unquote(site.path)).strip("/")
    path = re.sub("^[a-z]{2}/", "", path)
    return path if "/" in path else None
