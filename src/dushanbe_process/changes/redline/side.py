"""One of the two papers, set on its pages, as the elements that are compared."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

import attrs

from dushanbe_process.changes.redline.atoms import Atom, atoms
from dushanbe_process.changes.redline.elements import w, words_of
from dushanbe_process.xml_parse import parse

if TYPE_CHECKING:
    from dushanbe_process.reports.docx import WordFile
    from dushanbe_process.xml_parse import Element


@attrs.frozen(slots=False)
class Side:
    """A Word file of ours, taken apart."""

    file: WordFile

    @cached_property
    def links(self) -> dict[str, str]:
        """The address of each link, by its id."""
        return {id_: target for id_, kind, target in self.file.related if kind == "hyperlink"}

    @cached_property
    def notes(self) -> dict[str, Element]:
        """The footnotes by their number in the file."""
        root = self.part("footnotes")
        return {each.get(w("id")): each for each in root if each.get(w("type")) is None}

    def part(self, name: str) -> Element:
        """Return the root of a part of WordprocessingML."""
        return parse(self.file.parts[f"word/{name}.xml"], "DOCX")

    def atoms(self, paragraph: Element) -> list[Atom]:
        """Return the parts of a paragraph."""
        return list(atoms(paragraph, self.links))

    def note_words(self, number: str) -> str:
        """Return the words of a footnote."""
        return words_of(self.notes[number])


def list_of(paragraph: Element) -> tuple[str, str] | None:
    """Return the list and level in which Word counts a paragraph, or None."""
    found = paragraph.find(f"{w('pPr')}/{w('numPr')}")
    if found is None:
        return None
    return found.find(w("numId")).get(w("val")), found.find(w("ilvl")).get(w("val"))
