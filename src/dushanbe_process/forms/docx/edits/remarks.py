"""What else there is to say of an edited page: tracked changes, comments, running heads."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dushanbe_process.forms.docx.edits.paths import written
from dushanbe_process.forms.docx.edits.tokens import plainly
from dushanbe_process.forms.docx.report import Item, ItemKind

if TYPE_CHECKING:
    from dushanbe_process.forms.docx.edits.reading import Reading


def remark(reading: Reading) -> None:
    """Report tracked changes and comments with their places, and what a record cannot hold."""
    for each in reading.seen.changes:
        where, place = _place(reading, each.place)
        kind = ItemKind(each.kind)
        before, after = ("", each.text) if each.kind == "insertion" else (each.text, "")
        reading.items.append(Item(kind, where, place, before, after, each.author, each.date))
    for told in reading.seen.comments:
        where, place = _place(reading, told.place)
        made = Item(ItemKind.COMMENT, where, place, told.about, told.text, told.author, told.date)
        reading.items.append(made)
    _edges(reading)


def _place(reading: Reading, place: int) -> tuple[str, str]:
    """Return where a paragraph of the file is, in the record and as people count."""
    for index, unit in enumerate(reading.page.units):
        if unit.line.place == place:
            old = reading.pairing.known.get(index)
            node = None if old is None else reading.nodes.get(old)
            path = reading.places.get(index) or (node.path if node else None)
            if path is None and old is not None and reading.expected.parts[old]:
                path = reading.expected.parts[old][0].leaf.path
            return ("" if path is None else written(path)), unit.place
    return "", f"paragraph {place}"


def _edges(reading: Reading) -> None:
    """Report what was changed in running heads and feet: they are made of the record."""
    was = {" ".join(each.split()) for each in reading.expected.edges}
    paged = {_without_pages(each) for each in was} - was
    for line in reading.seen.edges:
        words = " ".join(plainly(line).split())
        bare = _without_pages(words)
        if bare and words not in was and bare not in paged:
            note = "a running head or foot, which is made of the record"
            item = Item(ItemKind.UNPLACED, "", "running head or foot", "", words, note=note)
            reading.items.append(item)


def _without_pages(words: str) -> str:
    """Return a running line without the numbers of pages, which nobody writes."""
    return " ".join(each for each in words.split() if not each.replace("/", "").isdigit())
