"""The blocks of one part of a Word file: paragraphs and tables as a view has them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs

from dushanbe_process.forms.docx.names import w
from dushanbe_process.forms.docx.seen.eye import chosen_of
from dushanbe_process.forms.docx.seen.styles import value, whole
from dushanbe_process.forms.docx.seen.things import (
    SeenBlock,
    SeenCell,
    SeenLine,
    SeenRow,
    SeenTable,
)
from dushanbe_process.forms.docx.seen.words import Words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dushanbe_process.forms.docx.seen.eye import Eye
    from dushanbe_process.forms.docx.seen.styles import Style
    from dushanbe_process.xml_parse import Element

#: Where the mark at the end of a paragraph is gone in each view, the next one goes on with it.
_JOINED = {"accept": ("del", "moveFrom"), "reject": ("ins", "moveTo")}
_TWENTIETHS = 20
_MOST_LEVELS = 9
_HEADING = "heading"


def blocks(element: Element, eye: Eye) -> Iterator[SeenBlock]:
    """Yield what stands in an element, in reading order; boxes come after their paragraph."""
    unfinished: Element | None = None
    for child in _spread(element, eye):
        if child.tag == w("p"):
            if unfinished is None:
                eye.words = Words()
            gone = _look(child, eye)
            unfinished = child if gone else None
            if not gone:
                yield from _finished(child, eye)
        else:
            if unfinished is not None:
                yield from _finished(unfinished, eye)
                unfinished = None
            yield from _table(child, eye)
    if unfinished is not None:
        yield from _finished(unfinished, eye)


def _spread(element: Element, eye: Eye) -> Iterator[Element]:
    """Yield paragraphs and tables, whatever they are wrapped in."""
    for child in element:
        name = child.tag.rpartition("}")[2] if isinstance(child.tag, str) else ""
        if name in ("p", "tbl"):
            yield child
        elif name == "sdt":
            inside = child.find(w("sdtContent"))
            if inside is not None:
                yield from _spread(inside, eye)
        elif name in ("customXml", "smartTag", "ins", "moveTo", "del", "moveFrom"):
            if name not in _JOINED[eye.view]:
                yield from _spread(child, eye)
        elif name == "AlternateContent":
            chosen = chosen_of(child)
            if chosen is not None:
                yield from _spread(chosen, eye)
        elif name == "altChunk":
            eye.file.unread.append("a document of another kind that stands in the text")


def _look(paragraph: Element, eye: Eye) -> bool:
    """Gather the words of a paragraph; say whether the next one goes on with it."""
    eye.place += 1
    properties = paragraph.find(w("pPr"))
    if properties is not None and (changed := properties.find(w("pPrChange"))) is not None:
        eye.noted("formatting", changed, "")
    contents = eye.in_contents
    eye.inline(paragraph)
    eye.words.generated |= contents or eye.in_contents
    mark = None if properties is None else properties.find(w("rPr"))
    if mark is None:
        return False
    for name, kind in (("ins", "insertion"), ("del", "deletion")):
        if (found := mark.find(w(name))) is not None:
            eye.noted(kind, found, "¶")
    return any(mark.find(w(name)) is not None for name in _JOINED[eye.view])


def _finished(paragraph: Element, eye: Eye) -> Iterator[SeenBlock]:
    """Yield the line that a paragraph is, in the manner of that paragraph, and its boxes."""
    properties = eye.properties_of(paragraph.find(w("pPr")))
    id_ = value(properties, "pStyle") or eye.file.styles.default
    style = eye.file.styles.style(id_)
    number, depth, count = _number(properties, id_ or "", eye)
    words, boxes = eye.words, eye.boxes
    eye.words, eye.boxes = Words(), []
    yield SeenLine(
        words.text(),
        eye.place,
        style.name,
        _level(properties, style),
        number,
        depth,
        count,
        words.found(),
        words.lead,
        value(properties, "jc") or style.own("jc") or "",
        _indent(properties, style),
        words.generated or style.name.startswith("toc"),
    )
    yield from boxes


def _number(properties: Element | None, style: str, eye: Eye) -> tuple[str | None, int, int | None]:
    """Count the paragraph in its list, its own or that of its style."""
    listed = None if properties is None else properties.find(w("numPr"))
    list_, level = whole(value(listed, "numId")), whole(value(listed, "ilvl"))
    if list_ is None:
        list_, of_style = eye.file.styles.numbering(style)
        if list_ is not None and level is None:
            level = of_style or eye.file.numbers.level_of_style(list_, style)
    if not list_:
        return None, 0, None
    printed = eye.file.numbers.next(list_, level or 0)
    return printed, level or 0, eye.file.numbers.count(list_, level or 0)


def _level(properties: Element | None, style: Style) -> int | None:
    """Return the level of a heading: its outline level, or that in the name of its style."""
    outline = whole(value(properties, "outlineLvl"))
    if outline is None:
        outline = whole(style.own("outlineLvl"))
    if outline is not None and 0 <= outline < _MOST_LEVELS:
        return outline + 1
    if style.name.startswith(_HEADING):
        return whole(style.name.removeprefix(_HEADING)) or 1
    return None


def _indent(properties: Element | None, style: Style) -> float:
    for each in (properties, *reversed(style.paragraph)):
        found = None if each is None else each.find(w("ind"))
        left = None if found is None else found.get(w("left"), found.get(w("start")))
        if (number := whole(left)) is not None:
            return number / _TWENTIETHS
    return 0


def _table(table: Element, eye: Eye) -> Iterator[SeenTable]:
    """Yield a table, where the view leaves any row of it."""
    before, eye.words = eye.words, Words()
    boxes, eye.boxes = eye.boxes, []
    place = eye.place + 1
    rows = [row for each in _inside(table, "tr") if (row := _row(each, eye)) is not None]
    eye.words, eye.boxes = before, boxes
    if rows:
        style = eye.file.styles.style(value(table.find(w("tblPr")), "tblStyle")).name
        yield SeenTable(_spanned(rows), place, style)


def _inside(element: Element, name: str) -> Iterator[Element]:
    """Yield rows of a table, or cells of a row, whatever they are wrapped in."""
    for child in element:
        tag = child.tag.rpartition("}")[2] if isinstance(child.tag, str) else ""
        if tag == name:
            yield child
        elif tag in ("sdt", "sdtContent", "customXml", "ins", "AlternateContent", "Choice"):
            yield from _inside(child, name)


@attrs.frozen
class _Gap:
    """A cell that goes on with the one above it."""

    columns: int = 1


def _row(row: Element, eye: Eye) -> tuple[bool, list[tuple[int, SeenCell | _Gap]]] | None:
    """Return whether a row is a header, and its cells by column; None where it is gone."""
    properties = row.find(w("trPr"))
    for name, kind in (("ins", "insertion"), ("del", "deletion")):
        found = None if properties is None else properties.find(w(name))
        if found is not None:
            eye.noted(kind, found, " | ".join(_plainly(row)))
    gone = {"accept": "del", "reject": "ins"}[eye.view]
    if properties is not None and properties.find(w(gone)) is not None:
        return None
    column = whole(value(properties, "gridBefore")) or 0
    cells: list[tuple[int, SeenCell | _Gap]] = []
    for each in _inside(row, "tc"):
        own = each.find(w("tcPr"))
        columns = max(1, min(1000, whole(value(own, "gridSpan")) or 1))
        inside = tuple(blocks(each, eye))
        merged = value(own, "vMerge")
        goes_on = merged is not None and merged != "restart" and not any(map(_says, inside))
        cells.append((column, _Gap(columns) if goes_on else SeenCell(inside, columns)))
        column += columns
    return value(properties, "tblHeader") is not None, cells


def _plainly(row: Element) -> list[str]:
    return [
        "".join(t.text or "" for t in each.iter(w("t"), w("delText")))
        for each in _inside(row, "tc")
    ]


def _says(block: SeenBlock) -> bool:
    return isinstance(block, SeenTable) or bool(str(block.text).strip())


def _spanned(rows: list[tuple[bool, list[tuple[int, SeenCell | _Gap]]]]) -> tuple[SeenRow, ...]:
    """Return the rows, each cell with the number of rows that go on with it."""
    below: dict[int, int] = {}
    made: list[SeenRow] = []
    for header, cells in reversed(rows):
        kept: list[SeenCell] = []
        following: dict[int, int] = {}
        for column, cell in cells:
            if isinstance(cell, _Gap):
                following[column] = below.get(column, 0) + 1
            else:
                kept.append(attrs.evolve(cell, rows=min(1000, 1 + below.get(column, 0))))
        below = following
        made.append(SeenRow(tuple(kept), header))
    return tuple(reversed(made))
