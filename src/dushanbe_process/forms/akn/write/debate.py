"""What was said: the statement of one speaker, or a debate with its sections and speeches."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dushanbe_process.forms.akn.write.blocks import put_blocks
from dushanbe_process.forms.akn.write.elements import add
from dushanbe_process.forms.akn.write.inline import put, put_plain
from dushanbe_process.model.body import Block, Body, Paragraph, Section
from dushanbe_process.model.documents import Document, Statement

if TYPE_CHECKING:
    from collections.abc import Iterable

    from dushanbe_process.forms.akn.write.writing import Writing
    from dushanbe_process.xml_parse import Element


def put_debate(parent: Element, document: Document, body: Body, w: Writing) -> None:
    """Write the body of a debate."""
    debate = add(parent, "debateBody")
    formula = [Paragraph(text=body.formula)] if body.formula else []
    said = [*formula, *body.preamble, *body.operative]
    if isinstance(document, Statement):
        _statement(debate, document, said, w)
        return
    for place, block in enumerate(said, 1):
        wanted = f"dbsect_{place}"
        if isinstance(block, Section):
            _section(debate, block, w, wanted)
        else:
            section = add(debate, "debateSection", name="section", eId=w.eid(wanted))
            _said(section, [block], w, f"{wanted}__")
    if not said:
        add(debate, "debateSection", name="section", eId=w.eid("dbsect_1"))


def _statement(debate: Element, document: Statement, said: list[Block], w: Writing) -> None:
    """Write the words of one speaker: a section with one speech."""
    section = add(debate, "debateSection", name="statement", eId=w.eid("dbsect_1"))
    by = f"#{w.entities.get(document.speaker or '', 'speaker')}"
    speech = add(section, "speech", by=by, as_="#speaker", eId=w.eid("speech_1"))
    put_blocks(speech, said or [Paragraph(text=document.text.in_(w.language))], w)


def _section(parent: Element, section: Section, w: Writing, wanted: str) -> None:
    made = add(parent, "debateSection", name="section", eId=w.eid(wanted))
    if section.number:
        put_plain(add(made, "num"), section.number)
    if section.heading:
        put(add(made, "heading"), section.heading, w)
    _said(made, section.children, w, f"{wanted}__")


def _said(parent: Element, blocks: Iterable[Block], w: Writing, eid: str) -> None:
    for place, block in enumerate(blocks, 1):
        if isinstance(block, Section):
            _section(parent, block, w, f"{eid}dbsect_{place}")
        elif isinstance(block, Paragraph) and _is_speech(block):
            speech = add(parent, "speech", by="#speaker", as_="#speaker")
            speech.set("eId", w.eid(f"{eid}speech_{place}"))
            put(add(speech, "from"), block.text, w)
            put_blocks(speech, block.children, w, f"{eid}speech_{place}__")
        else:
            put_blocks(parent, [block], w, f"{eid}{place}__")


def _is_speech(block: Paragraph) -> bool:
    """Say whether a paragraph names a speaker, and holds what was said below the name."""
    bare = not block.number and not block.wrap_up
    name = str(block.text).rstrip(" :")
    return bare and bool(block.children) and bool(name) and block.lead == name
