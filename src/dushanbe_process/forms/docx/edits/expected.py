"""What our own file said when it was written: the record is shown again, and looked at.

The same writer and the same eyes see both sides, so whatever differs is an edit.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cached_property
from html import unescape
from typing import TYPE_CHECKING

import attrs

from dushanbe_process.forms.docx.edits.paths import Path, records_of
from dushanbe_process.forms.docx.edits.stains import Leaf, Stains, stains_in, without
from dushanbe_process.forms.docx.edits.tokens import NOTE, plainly
from dushanbe_process.forms.docx.edits.units import Sheet, is_of_records, sheet, tables_of
from dushanbe_process.forms.docx.package import Package
from dushanbe_process.forms.docx.seen import see
from dushanbe_process.forms.docx.write import PAGES, digest, page_of
from dushanbe_process.model.entity import Entity
from dushanbe_process.model.text import Footnote

if TYPE_CHECKING:
    from dushanbe_process.forms.docx.edits.units import Unit
    from dushanbe_process.forms.docx.seen import SeenBlock
    from dushanbe_process.forms.docx.write import Shown
    from dushanbe_process.reports.docx import WordFile
    from dushanbe_process.schema import Model


_TAG = re.compile(r"<[^>]*>")
_PARAGRAPH_END = "</w:p>"


@attrs.frozen
class Part:
    """Some words of a unit that are a text of the record: from where to where, and which."""

    start: int
    end: int
    leaf: Leaf


@attrs.frozen(slots=False)
class Expected:
    """A record as it is shown: its page in units, and what of each unit is the record's."""

    record: Model
    shown: Shown

    @cached_property
    def _file(self) -> WordFile:
        return page_of(self.record, self.shown)

    @cached_property
    def digest(self) -> str:
        """The digest of the pages."""
        return digest(self._file.parts)

    @cached_property
    def paragraphs(self) -> tuple[str, ...]:
        """What each paragraph says, without blanks; looking at the pages takes much longer."""
        pages = b"".join(self._file.parts.get(name, b"") for name in PAGES)
        return tuple(
            solid(unescape(_TAG.sub("", each))) for each in pages.decode().split(_PARAGRAPH_END)
        )

    @cached_property
    def spans(self) -> tuple[range | None, ...]:
        """For each unit which paragraphs it is; None where that cannot be told."""
        made: list[range | None] = []
        start = 0
        for unit in self.sheet.units:
            found = _span(self.paragraphs, start, solid(str(unit.text)))
            made.append(found)
            start = found.stop if found is not None else start
        return tuple(made)

    @cached_property
    def entities(self) -> tuple[Entity, ...]:
        """The entities of the record, each before those in it."""
        return tuple(each for _, each in records_of(self.record) if isinstance(each, Entity))

    @cached_property
    def _blocks(self) -> tuple[SeenBlock, ...]:
        return _look(self._file)

    @cached_property
    def sheet(self) -> Sheet:
        """The page in units."""
        kinds = [is_of_records(each) for each in tables_of(self._blocks)]
        return sheet(self._blocks, kinds.__getitem__)

    @cached_property
    def edges(self) -> tuple[str, ...]:
        """The words of running heads and feet."""
        return tuple(plainly(each) for each in see(Package(self._file.complete())).edges)

    @cached_property
    def anchors(self) -> dict[str, int]:
        """By the name of a bookmark, without regard to case, the unit that it marks."""
        return {
            mark.name.lower(): index
            for index, unit in enumerate(self.sheet.units)
            for mark in unit.marks
        }

    @cached_property
    def parts(self) -> tuple[tuple[Part, ...], ...]:
        """For each unit the words that are texts of the record, in their order."""
        stains = Stains()
        blocks = _look(page_of(stains.record(self.record), self.shown))
        kinds = [is_of_records(each) for each in tables_of(blocks)]
        stained = sheet(blocks, kinds.__getitem__).units
        return tuple(
            () if mate is None else tuple(_parts(unit, mate, stains))
            for unit, mate in zip(self.sheet.units, _mates(self.sheet.units, stained), strict=True)
        )

    @cached_property
    def about(self) -> dict[int, tuple[Path, ...]]:
        """By unit the places of the records that its row of a table tells of."""
        places: dict[int, Path] = {}
        for path, each in records_of(self.record):
            places.setdefault(id(each), path)
        found: dict[int, tuple[Path, ...]] = {}
        for name, things in self._file.about.items():
            unit = self.anchors.get(name.lower())
            known = tuple(places[id(each)] for each in things if id(each) in places)
            if unit is not None and known:
                found[unit] = known
        return found


def solid(words: str) -> str:
    """Return words without any blank."""
    return "".join(unicodedata.normalize("NFC", words).split())


def _span(paragraphs: tuple[str, ...], start: int, words: str) -> range | None:
    """Return the first paragraphs from a place on that together say some words."""
    for first in range(start, len(paragraphs)):
        if not paragraphs[first] or not words.startswith(paragraphs[first]):
            continue
        said = ""
        for last in range(first, len(paragraphs)):
            said += paragraphs[last]
            if said == words:
                return range(first, last + 1)
            if not words.startswith(said):
                break
    return None


def _look(file: WordFile) -> tuple[SeenBlock, ...]:
    return see(Package(file.complete())).blocks


def _mates(plain: tuple[Unit, ...], stained: tuple[Unit, ...]) -> list[Unit | None]:
    """Return for each unit the one that says the same with stains.

    A layout may fold what is alike, and what is stained is not alike: then one page has more
    units than the other, and they are paired by what they say, in order.
    """
    left = [str(each.text) for each in plain]
    right = [without(str(each.text)) for each in stained]
    if left == right:
        return list(stained)
    waiting: dict[str, list[Unit]] = {}
    for text, unit in zip(reversed(right), reversed(stained), strict=True):
        waiting.setdefault(text, []).append(unit)
    return [waiting[text].pop() if waiting.get(text) else None for text in left]


def _parts(unit: Unit, mate: Unit, stains: Stains) -> list[Part]:
    """Return which words of a unit are whose."""
    flat = flattened(unit)
    made: list[Part] = []
    for end, sign in stains_in(flattened(mate)):
        leaf = stains.of(sign)
        if leaf is None:
            continue
        words = _flat(leaf.value)
        start = end - len(words)
        floor = made[-1].end if made else 0
        if start < floor or flat[start:end].casefold() != words.casefold():
            start = _begun(flat, floor, end, words)
        made.append(Part(start, end, leaf))
    return made


def _begun(flat: str, floor: int, end: int, words: str) -> int:
    """Return where a text begins that a layout has trimmed."""
    trimmed = words.strip()
    start = end - len(trimmed)
    return start if start >= floor and flat[start:end] == trimmed else floor


def flattened(unit: Unit) -> str:
    """Return the words of a unit as one string, every note as one sign."""
    return _flat(unit.text)


def _flat(text: object) -> str:
    if isinstance(text, str):
        return text
    return "".join(NOTE if isinstance(each, Footnote) else str(each) for each in text)  # type: ignore[attr-defined]
