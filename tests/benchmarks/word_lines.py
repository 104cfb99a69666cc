"""The document that every writer of Word files has to make: as plain data, and how it is checked.

The peers get it ready to be put down: which words are a lead phrase has been found for them,
and the record is XML already.  A line is a paragraph that has words; a tab counts as a blank,
and the rule under the end, which has no words, is not asked of them.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from functools import cache
from itertools import groupby
from typing import Any

import attrs
import corpora
from lxml import etree

import dushanbe_process as dp
from dushanbe_process.forms.docx.names import CARRIER, W, w
from dushanbe_process.forms.xml.write import to_xml
from dushanbe_process.reports.docx.archive import level_of

_READ = ("word/document.xml", "word/styles.xml", "word/numbering.xml")
_DOCUMENT, _STYLES, _NUMBERING = _READ
_VAL = w("val")
_SPOKEN = (w("t"), w("tab"), w("br"))
_COUNTED = f'<w:numPr xmlns:w="{W}"><w:numId w:val="1"/></w:numPr>'


@attrs.frozen
class Line:
    """A paragraph: the name of its style, and its words with the names of their character styles.

    Word counts it or does not, it has a bookmark of its own or not, it stands in a table or not.
    """

    style: str
    runs: tuple[tuple[str, str], ...]
    counted: bool
    marked: bool
    in_table: bool


def parts(data: bytes) -> dict[str, bytes]:
    """Return what a Word file consists of."""
    with zipfile.ZipFile(io.BytesIO(data)) as file:
        return {name: file.read(name) for name in file.namelist()}


def lines(data: bytes) -> tuple[list[Line], list[Line]]:
    """Return the lines of a Word file: those of its masthead, and those from the title on."""
    found = {name: etree.fromstring(data) for name, data in parts(data).items() if name in _READ}
    seen = _Seen(found[_STYLES], found[_NUMBERING])
    every = [
        line for each in found[_DOCUMENT].iter(w("p")) if (line := seen.line(each)) is not None
    ]
    title = next(place for place, line in enumerate(every) if line.style == "Title")
    return every[:title], every[title:]


class _Seen:
    """What the styles of a file are called, which lists it has, and which paragraphs count."""

    def __init__(self, styles: Any, numbering: Any) -> None:
        self.lists = {each.get(w("numId")) for each in numbering.iter(w("num"))}
        self.styles = {each.get(w("styleId")): each for each in styles.iter(w("style"))}
        self.names = {id_: each.find(w("name")).get(_VAL) for id_, each in self.styles.items()}

    def _is_counted(self, paragraph_or_style: Any) -> bool:
        """Say whether Word counts it: by itself, or as what its style is based on."""
        if number := _said(paragraph_or_style, "pPr", "numPr", "numId"):
            return number in self.lists
        based = _said(paragraph_or_style, "pPr", "pStyle") or _said(paragraph_or_style, "basedOn")
        return based in self.styles and self._is_counted(self.styles[based])

    def line(self, paragraph: Any) -> Line | None:
        """Return a paragraph as a line; None for one without words."""
        runs = tuple(self._runs(paragraph))
        if not runs:
            return None
        style = _said(paragraph, "pPr", "pStyle")
        begun, ended = (
            {each.get(w("id")) for each in paragraph.iter(w(f"bookmark{side}"))}
            for side in ("Start", "End")
        )
        return Line(
            self.names.get(style, ""),
            runs,
            counted=self._is_counted(paragraph),
            marked=bool(begun) and begun == ended,
            in_table=paragraph.getparent().tag == w("tc"),
        )

    def _runs(self, paragraph: Any) -> list[tuple[str, str]]:
        """Return words and the name of their character style, neighbours in one style together."""
        every = ((_said(run, "rPr", "rStyle"), _words(run)) for run in paragraph.iter(w("r")))
        joined = [
            ["".join(words for _, words in group), self.names.get(style, "")]
            for style, group in groupby(every, key=lambda pair: pair[0])
        ]
        if joined:
            joined[0][0] = joined[0][0].lstrip()
            joined[-1][0] = joined[-1][0].rstrip()
        return [(words, style) for words, style in joined if words]


def _said(element: Any, *path: str) -> str:
    found = element.find("/".join(map(w, path)))
    return "" if found is None else str(found.get(_VAL))


def _words(run: Any) -> str:
    said = ((each.text or "") if each.tag == w("t") else " " for each in run if each.tag in _SPOKEN)
    return "".join(said)


@attrs.frozen(eq=False)
class Order:
    """What the peers are given: lines, the record as XML, and a template of the same styles."""

    masthead: list[Line]
    text: list[Line]
    record: bytes
    template: bytes


@cache
def order(count: int, seed: int | None = None) -> Order:
    """Return what is to be written, of so many operative paragraphs."""
    record = corpora.issued(count, seed)
    masthead, text = lines(dp.dumps(record, "docx"))
    carried = to_xml(record).partition(b"\n")[2]
    carrier = f'<carrier xmlns="{CARRIER}" language="en">{carried.decode()}</carrier>'
    return Order(masthead, text, carrier.encode(), _template())


def _template() -> bytes:
    """Return a Word file as a user would keep it: styles that count, masthead, heads and feet."""
    found = parts(dp.dumps(corpora.issued(1), "docx", embed=False))
    root = etree.fromstring(found[_DOCUMENT])
    body = root.find(w("body"))
    title = next(each for each in body if _said(each, "pPr", "pStyle") == "Title")
    for each in [*title.itersiblings(), title]:
        if each.tag == w("p"):
            body.remove(each)
    styles = etree.fromstring(found[_STYLES])
    counting = styles.find(f".//{w('style')}[@{w('styleId')}='Operative1']/{w('pPr')}")
    counting.insert(0, etree.fromstring(_COUNTED))
    found |= {_DOCUMENT: etree.tostring(root), _STYLES: etree.tostring(styles)}
    return zipped(found)


def zipped(found: dict[str, bytes]) -> bytes:
    """Return the parts of a Word file as one, packed as tightly as this library does."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as file:
        for name, data in found.items():
            file.writestr(name, data, compresslevel=level_of(data))
    return made.getvalue()


def differences(made: dict[str, bytes], count: int, seed: int | None = None) -> Iterator[str]:
    """Yield how what each writer made differs from what it was to make."""
    wanted = order(count, seed)
    record = corpora.issued(count, seed)
    for name, data in made.items():
        masthead, text = lines(data)
        yield from _unlike(f"{name}: masthead", _unmarked(masthead), _unmarked(wanted.masthead))
        yield from _unlike(f"{name}: text", text, wanted.text)
        if dp.loads(data, "docx", edits="ignore") != record:
            yield f"{name}: carries another record"


def _unmarked(masthead: list[Line]) -> list[Line]:
    """Return lines of a masthead without their bookmarks: nothing refers to those."""
    return [attrs.evolve(line, marked=False) for line in masthead]


def _unlike(where: str, found: list[Line], wanted: list[Line]) -> Iterator[str]:
    if len(found) != len(wanted):
        yield f"{where}: {len(found)} lines in place of {len(wanted)}"
    for one, other in zip(found, wanted, strict=False):
        if one != other:
            yield f"{where}: {one} in place of {other}"
            return
