"""The blocks of one part of a Word file: paragraphs and tables as a view has them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dushanbe_process.forms.docx.names import w
from dushanbe_process.forms.docx.seen.drawn import chosen_of
from dushanbe_process.forms.docx.seen.eye import GONE
from dushanbe_process.forms.docx.seen.fields import unended
from dushanbe_process.forms.docx.seen.paragraphs import line_of, remember
from dushanbe_process.forms.docx.seen.rows import table_of
from dushanbe_process.forms.docx.seen.words import Words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dushanbe_process.forms.docx.seen.eye import Eye
    from dushanbe_process.forms.docx.seen.things import SeenBlock
    from dushanbe_process.xml_parse import Element

#: As many paragraphs are told of a comment that is about more.
_LONGEST_COMMENTED = 50
_WRAPPINGS = ("customXml", "smartTag", "ins", "moveTo", "del", "moveFrom")
#: What holds no text where blocks stand.
_SILENT = ("sectPr", "tblPr", "tblGrid", "trPr", "tcPr", "pPr", "sdtPr", "bookmarkStart")


def story(element: Element, eye: Eye) -> tuple[SeenBlock, ...]:
    """Return what stands in a whole part, or in a note or box of its own."""
    eye.loose = unended(element, tuple(w(each) for each in GONE[eye.view]))
    return tuple(blocks(element, eye))


def blocks(element: Element, eye: Eye) -> Iterator[SeenBlock]:
    """Yield what stands in an element, in reading order; boxes come after their paragraph.

    Where the mark at the end of a paragraph is gone in a view, the next one goes on with it.
    """
    unfinished: Element | None = None
    for child in _spread(element, eye):
        if child.tag == w("tbl"):
            yield from _left_over(unfinished, eye)
            unfinished = None
            table = table_of(child, eye, blocks)
            yield from () if table is None else (table,)
            continue
        if unfinished is None:
            eye.words = Words()
        unfinished = child if _look(child, eye) else None
        if unfinished is None:
            yield from _finished(child, eye)
    yield from _left_over(unfinished, eye)


def _spread(element: Element, eye: Eye) -> Iterator[Element]:
    """Yield paragraphs and tables, whatever they are wrapped in."""
    for child in element:
        name = child.tag.rpartition("}")[2] if isinstance(child.tag, str) else ""
        if child.tag in (w("p"), w("tbl")):
            yield child
        elif name == "sdt":
            inside = child.find(w("sdtContent"))
            yield from () if inside is None else _spread(inside, eye)
        elif name in _WRAPPINGS:
            if name not in GONE[eye.view]:
                yield from _spread(child, eye)
        elif name == "AlternateContent":
            chosen = chosen_of(child)
            yield from () if chosen is None else _spread(chosen, eye)
        elif name in ("altChunk", "subDoc"):
            eye.file.unread.append("a document of another kind that stands in the text")
        elif name and name not in _SILENT:
            yield from _unknown(child, eye)


def _unknown(element: Element, eye: Eye) -> Iterator[Element]:
    """Yield what stands in an element that should not be there: blocks, or words alone."""
    if next(element.iter(w("p"), w("tbl")), None) is not None:
        yield from _spread(element, eye)
    elif next(element.iter(w("t")), None) is not None:
        yield element


def _look(paragraph: Element, eye: Eye) -> bool:
    """Gather the words of a paragraph; say whether the next one goes on with it."""
    eye.place += not eye.still
    properties = paragraph.find(w("pPr"))
    remember(properties, eye)
    contents = eye.in_contents
    style = eye.file.styles.style(_style(eye.properties_of(properties), eye))
    eye.hidden = style.hidden
    eye.inline(paragraph)
    eye.words.generated |= contents or eye.in_contents
    _comment_on(eye)
    mark = None if properties is None else properties.find(w("rPr"))
    gone = mark is not None and any(mark.find(w(name)) is not None for name in GONE[eye.view])
    if gone:
        eye.words.pass_over()
    # What goes on in the next paragraph begins where its words will: with the next piece.
    eye.commented = {id_: len(eye.words.pieces) if gone else 0 for id_ in eye.commented}
    return gone


def _comment_on(eye: Eye) -> None:
    """Remember what the comments that are open here are about, as far as it is not endless."""
    for id_, start in list(eye.commented.items()):
        about = eye.file.abouts.setdefault(id_, [])
        about.append(eye.words.since(start))
        if len(about) == _LONGEST_COMMENTED:
            about.append("…")
            del eye.commented[id_]


def _left_over(paragraph: Element | None, eye: Eye) -> Iterator[SeenBlock]:
    """Yield a paragraph without a mark that no other follows, unless nothing is left of it."""
    if paragraph is not None and (eye.words.pieces or eye.boxes or eye.words.marks):
        yield from _finished(paragraph, eye)


def _finished(paragraph: Element, eye: Eye) -> Iterator[SeenBlock]:
    """Yield the line that a paragraph is, in the manner of that paragraph, and its boxes."""
    properties = eye.properties_of(paragraph.find(w("pPr")))
    words, boxes = eye.words, eye.boxes
    eye.words, eye.boxes = Words(), []
    yield line_of(words, properties, _style(properties, eye) or "", eye)
    yield from boxes


def _style(properties: Element | None, eye: Eye) -> str | None:
    found = None if properties is None else properties.find(w("pStyle"))
    return eye.file.styles.default if found is None else found.get(w("val"))
