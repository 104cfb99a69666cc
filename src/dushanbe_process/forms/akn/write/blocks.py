"""Blocks to elements: in a hierarchy (the body of a document), or one after the other elsewhere."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dushanbe_process.forms.akn.markers import number_of
from dushanbe_process.forms.akn.write.elements import add
from dushanbe_process.forms.akn.write.inline import put, put_plain
from dushanbe_process.model.body import Block, Paragraph, Section, Table

if TYPE_CHECKING:
    from collections.abc import Iterable

    from dushanbe_process.forms.akn.write.writing import Writing
    from dushanbe_process.model.text import InlineText
    from dushanbe_process.xml_parse import Element


def put_hierarchy(
    parent: Element, blocks: Iterable[Block], writing: Writing, eid: str = "", depth: int = 0
) -> None:
    """Write blocks into the body of a document, or below another block of it."""
    for place, block in enumerate(blocks, 1):
        match block:
            case Paragraph():
                _paragraph(parent, block, writing, f"{eid}{_place(block, depth, place)}", depth)
            case Section():
                _section(parent, block, writing, f"{eid}{_place(block, depth, place)}")
            case Table():
                _tabled(parent, block, writing, f"{eid}table_{place}")


def _place(block: Block, depth: int, place: int) -> str:
    """Return an element's name and place as the Naming Convention has them: ``para_12``."""
    name = "sec" if isinstance(block, Section) else ("para" if depth == 0 else "subpara")
    return f"{name}_{number_of(block.number) or place}"


def _paragraph(
    parent: Element, block: Paragraph, writing: Writing, wanted: str, depth: int
) -> None:
    name = "paragraph" if depth == 0 else "subparagraph"
    eid = writing.eid(wanted)
    made = add(parent, name, eId=eid, lang=block.language)
    _number(made, block)
    if not block.children and not block.wrap_up:
        _line(add(made, "content"), "p", block.text, writing)
        return
    if block.text:
        _line(add(made, "intro"), "p", block.text, writing)
    put_hierarchy(made, block.children, writing, f"{wanted}__", depth + 1)
    if block.wrap_up:
        _line(add(made, "wrapUp"), "p", block.wrap_up, writing)


def _section(parent: Element, block: Section, writing: Writing, wanted: str) -> None:
    headed = block.number or block.heading
    made = add(parent, "section" if headed else "hcontainer", eId=writing.eid(wanted))
    if not headed:
        made.set("name", "division")
    _number(made, block)
    if block.heading:
        _line(made, "heading", block.heading, writing)
    put_hierarchy(made, block.children, writing, f"{wanted}__")


def _tabled(parent: Element, block: Table, writing: Writing, wanted: str) -> None:
    """Write a table; a hierarchy takes it in a container only."""
    if parent.tag.endswith("}mainBody"):
        put_table(parent, block, writing, wanted)
        return
    eid = writing.eid(f"{wanted}_container")
    container = add(parent, "hcontainer", name="table", eId=eid)
    put_table(add(container, "content"), block, writing, wanted)


def _number(parent: Element, block: Block) -> None:
    if block.number:
        put_plain(add(parent, "num"), block.number)


def _line(parent: Element, name: str, text: InlineText, writing: Writing) -> Element:
    made = add(parent, name)
    put(made, text, writing)
    return made


def put_blocks(parent: Element, blocks: Iterable[Block], writing: Writing, eid: str = "") -> None:
    """Write blocks one after the other, where no hierarchy has a place."""
    for place, block in enumerate(blocks, 1):
        match block:
            case Paragraph() if _is_plain(block):
                _line(parent, "p", block.text, writing)
            case Paragraph():
                _item(parent, block, writing, f"{eid}list_{place}")
            case Section():
                _container(parent, block, writing, f"{eid}block_{place}")
            case Table():
                put_table(parent, block, writing, f"{eid}table_{place}")


def _is_plain(block: Paragraph) -> bool:
    return not block.number and not block.children and not block.wrap_up


def _item(parent: Element, block: Paragraph, writing: Writing, wanted: str) -> None:
    """Write a paragraph with its number or what stands below it: a list of one item."""
    made = add(parent, "blockList", eId=writing.eid(wanted))
    item = add(made, "item", eId=writing.eid(f"{wanted}__item_1"))
    _number(item, block)
    _line(item, "p", block.text, writing)
    put_blocks(item, block.children, writing, f"{wanted}__")
    if block.wrap_up:
        _line(item, "p", block.wrap_up, writing)


def _container(parent: Element, block: Section, writing: Writing, wanted: str) -> None:
    made = add(parent, "blockContainer", eId=writing.eid(wanted))
    _number(made, block)
    if block.heading:
        _line(made, "heading", block.heading, writing)
    put_blocks(made, block.children, writing, f"{wanted}__")
    if not block.children:
        add(made, "p")


def put_clause(parent: Element, block: Block, writing: Writing, place: int) -> None:
    """Write one block of a preamble; a paragraph bears the name of its lead phrase."""
    if not isinstance(block, Paragraph) or block.number:
        put_blocks(parent, [block], writing, f"preamble_{place}__")
        return
    wanted = f"container_{place}"
    name = block.lead or "recital"
    made = add(parent, "container", name=name, eId=writing.eid(wanted), lang=block.language)
    if not block.children and not block.wrap_up:
        _line(made, "p", block.text, writing)
        return
    listed = add(made, "blockList", eId=writing.eid(f"{wanted}__list_1"))
    _line(listed, "listIntroduction", block.text, writing)
    for number, each in enumerate(block.children, 1):
        item = add(listed, "item", eId=writing.eid(f"{wanted}__item_{number}"))
        _listed(item, each, writing, f"{wanted}__item_{number}__")
    if not block.children:
        add(add(listed, "item", eId=writing.eid(f"{wanted}__item_1")), "p")
    if block.wrap_up:
        _line(listed, "listWrapUp", block.wrap_up, writing)


def _listed(item: Element, block: Block, writing: Writing, eid: str) -> None:
    if not isinstance(block, Paragraph):
        put_blocks(item, [block], writing, eid)
        return
    _number(item, block)
    _line(item, "p", block.text, writing)
    put_blocks(item, block.children, writing, eid)
    if block.wrap_up:
        _line(item, "p", block.wrap_up, writing)


def put_table(parent: Element, table: Table, writing: Writing, wanted: str) -> None:
    """Write a table; its number stands in its caption."""
    made = add(parent, "table", eId=writing.eid(wanted))
    if table.number or table.caption:
        caption = add(made, "caption")
        put_plain(caption, f"{table.number} " if table.number else "")
        put(caption, table.caption, writing)
    for row in table.rows:
        line = add(made, "tr")
        for cell in row.cells:
            here = add(line, "th" if cell.header else "td")
            if cell.columns > 1:
                here.set("colspan", str(cell.columns))
            if cell.rows > 1:
                here.set("rowspan", str(cell.rows))
            _line(here, "p", cell.text, writing)
        if not row.cells:
            add(line, "td")
    if not table.rows:
        add(add(made, "tr"), "td")
