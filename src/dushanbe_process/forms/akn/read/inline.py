"""Lines of text: marks, links, references and notes."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote, urlsplit

from dushanbe_process.forms.akn.folding import BLANK, BREAK, PLAIN, Part, fold, folded, plain
from dushanbe_process.forms.akn.languages import tag_of
from dushanbe_process.forms.akn.names import AKN, INLINE, is_akn, local, local_of, words_in
from dushanbe_process.forms.xml.names import XML_LANG
from dushanbe_process.model.text import Footnote, InlineText, Run
from dushanbe_process.schema.twins import maker_of

if TYPE_CHECKING:
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
#: Those that lead somewhere.
_REFERRING = ("a", "ref", "rref", "mref")
#: The names of elements whose manner is told by their title, or by their words.
_BY_TITLE, _BY_WORDS = "symbol", "originating document"
_LINK = re.compile(r"[A-Za-z][A-Za-z0-9+.\-]*:[^ \t\n\r]+")
_SYMBOL_SITE = re.compile(r"(www\.)?undocs\.org")
#: An address as nearly all are, of which nothing has to be decoded.
_USUAL_SITE = re.compile(
    r"https?://undocs\.org/([a-z]{2}/)?(?P<symbol>\w( ?[\w./()-])*(?<=[\w)]))", re.ASCII
)
_SYMBOL = re.compile(r"[A-Z]{1,5}/[A-Z0-9]\S*")

#: What elements are to the line that they stand in.
_WITHIN, _BREAKING, _NOTE, _DATE, _APART = range(5)

_note_of = maker_of(Footnote)
_run_of = maker_of(Run)


def has_own_words(element: Element, inner: list[Element] | None = None) -> bool:
    """Say whether an element has words that are in none of the elements in it."""
    text = element.text
    if text and text.strip(BLANK):
        return True
    for each in element[:] if inner is None else inner:
        tail = each.tail
        if tail and tail.strip(BLANK):
            return True
    return False


def line(element: Element, reading: Reading) -> InlineText:
    """Return the text of an element as one line, with all that stands in it."""
    if not len(element):
        return plain(element.text)
    return folded(pieces(element, reading, PLAIN))


def pieces(element: Element, reading: Reading, manner: Run) -> list[Part]:
    """Return what an element holds, in the manner of the elements around it."""
    made: list[Part] = []
    _add_pieces(element, reading, manner, made)
    return made


def _add_pieces(element: Element, reading: Reading, manner: Run, made: list[Part]) -> None:
    if text := element.text:
        made.append((manner, text))
    for child in element[:]:
        add_piece(child, reading, manner, made)
        if tail := child.tail:
            made.append((manner, tail))


def add_piece(element: Element, reading: Reading, manner: Run, made: list[Part]) -> None:
    """Add one element of a line and what it holds."""
    kind = _kind_of(element.tag)
    if kind == _WITHIN:
        _add_pieces(element, reading, manner_of(element, reading, manner), made)
    elif kind == _BREAKING:
        made.append(BREAK)
    elif kind == _NOTE and not reading.in_note:
        made.append((None, _note(element, reading)))
    elif kind == _DATE:
        if _runs_on(element, reading):
            made.append((manner, " "))
        else:
            manner = manner_of(element, reading, manner)
        _add_pieces(element, reading, manner, made)
    else:
        if not is_akn(element):
            reading.note("foreign element in a line", element, local(element))
        made.append((manner, " "))
        _add_pieces(element, reading, manner, made)
        made.append((manner, " "))


@lru_cache(maxsize=1024)
def _kind_of(tag: str) -> int:
    """Return what an element is to the line that it stands in, of whatever namespace."""
    name = local_of(tag)
    known = {"eol": _BREAKING, "br": _BREAKING, "authorialNote": _NOTE, "docDate": _DATE}
    return known.get(name, _WITHIN if name in INLINE else _APART)


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
    reading.in_note = True
    try:
        text = line(element, reading)
    finally:
        reading.in_note = False
    reading.notes += 1
    usual = marker in ("", str(reading.notes))
    if marker.isdecimal():
        reading.notes = int(marker)
    note: Footnote = _note_of(text=text, mark=None if usual else marker)
    return note


def manner_of(element: Element, reading: Reading, manner: Run) -> Run:
    """Return the manner in which the words of an element are set."""
    if manner is PLAIN:
        usual = _usual_manner(reading.language, element.tag, *element.items())
        if usual is not None:
            return usual
    made = _set(manner, element, reading)
    return PLAIN if made == PLAIN else made


@lru_cache(maxsize=4096)
def _usual_manner(language: str, tag: str, *attributes: tuple[str, str]) -> Run | None:
    """Return the manner of an element within plain words; None, if its attributes do not tell it.

    Few are told by anything else, and what they say comes again and again: marks, and citations.
    """
    if not tag.startswith(f"{{{AKN}}}"):
        return None
    name, given = local_of(tag), dict(attributes)
    changes = _marked(name, given, language)
    if name == "inline" and given.get("name") in (_BY_TITLE, _BY_WORDS):
        return None
    if name in _REFERRING and (address := given.get("href")):
        site = _USUAL_SITE.fullmatch(address)
        if name == "ref" or not site or "/" not in site["symbol"] or " " in address:
            return None
        changes |= {"symbol": site["symbol"], "link": address}
    made: Run = _run_of(text="", **changes)
    return PLAIN if made == PLAIN else made


def _set(manner: Run, element: Element, reading: Reading) -> Run:
    """Return a manner with the changes that an element makes to it."""
    name = local(element)
    given = dict(element.items())
    changes = _marked(name if is_akn(element) else "", given, reading.language)
    if name == "inline" and (symbol := _named_symbol(element)):
        changes["symbol"] = symbol
    if name in _REFERRING and (address := given.get("href")):
        changes |= _reference(address, element, reading)
    if not changes:
        return manner
    if manner is PLAIN and changes.get("symbol", "").isprintable():
        made: Run = _run_of(text="", **changes)
        return made
    return _changed(manner, tuple(changes.items()))


def _marked(name: str, given: dict[str, str], language: str) -> dict[str, Any]:
    """Return the marks and the language that an element of this name says of its words."""
    changes = dict(_marks(name, given.get("class", ""), given.get("name", "")))
    if said := tag_of(given.get(XML_LANG, "")):
        changes["language"] = None if said == language else said
    return changes


@lru_cache(maxsize=1024)
def _marks(name: str, *classes: str) -> dict[str, Any]:
    """Return the marks that the name of an element and its classes are."""
    made = dict(_MARKS.get(name, {}))
    for word in " ".join(classes).split():
        made |= _CLASSES.get(word, {})
    return made


@lru_cache(maxsize=1024)
def _changed(manner: Run, changes: tuple[tuple[str, Any], ...]) -> Run:
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
        reading.keep_reference(words_in(element), address)
    return changes


def _named_symbol(element: Element) -> str | None:
    """Return the symbol of a document that an element names by its words or its title."""
    named = element.get("name")
    if named == _BY_TITLE and (title := fold(element.get("title", ""))):
        return title
    words = words_in(element)
    return words if named == _BY_WORDS and _SYMBOL.fullmatch(words) else None


def symbol_of(address: str) -> str | None:
    """Return the symbol that an address of undocs.org ends in."""
    if usual := _USUAL_SITE.fullmatch(address):
        return usual["symbol"] if "/" in usual["symbol"] else None
    try:
        site = urlsplit(address)
    except ValueError:
        return None
    if not _SYMBOL_SITE.fullmatch(site.netloc.lower()):
        return None
    path = fold(unquote(site.path)).strip("/")
    path = re.sub("^[a-z]{2}/", "", path)
    return path if "/" in path else None
