"""A body made anew from what is seen of it, in the order in which it is seen."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeAlias

from dushanbe_process.forms.docx.edits import faces
from dushanbe_process.forms.docx.edits.growing import Growing
from dushanbe_process.forms.docx.edits.nodes import PARTS, blocks_of, ranks
from dushanbe_process.forms.docx.edits.paths import at
from dushanbe_process.forms.docx.edits.regions import regions_of, sections_of, style_depth
from dushanbe_process.forms.docx.edits.sights import Sight
from dushanbe_process.forms.docx.edits.wording import unmarked
from dushanbe_process.model.body import Body, Cell, Paragraph, Row, Section, Table
from dushanbe_process.model.text import InlineText

if TYPE_CHECKING:
    from dushanbe_process.forms.docx.edits.paths import Path
    from dushanbe_process.forms.docx.seen import SeenTable
    from dushanbe_process.model.body import Block

Placed: TypeAlias = list[tuple[Sight, "Path | None"]]


def regrown(body: Body, sights: list[Sight], language: str) -> tuple[Body, Placed]:
    """Return a body made of what is seen, and where each thing that is seen stands in it."""
    sights = _with_silent(body, sights)
    regions = regions_of(sights, language)
    sections = sections_of(body, sights)
    growing = {part: Growing((part,)) for part in PARTS}
    keys = _Keys(body)
    placed: Placed = []
    changes: dict[str, Any] = {"formula": InlineText()}
    for sight, region, rank in zip(sights, regions, sections, strict=True):
        if region == "formula":
            text = changes["formula"] or _formula(body, sight)
            repeated = bool(changes["formula"])
            changes["formula"] = text
            if not repeated:
                placed.append((sight, ("formula",)))
                continue
        where = "preamble" if region == "formula" else region
        if sight.node is None or sight.node.kind == "formula":
            path = _place_new(growing[where], body, sight, where, language, keys)
        else:
            path = _place(growing[where], body, sight, rank)
        placed.append((sight, path))
    changes |= {part: each.blocks() for part, each in growing.items()}
    return body.evolve(**changes), placed


def _formula(body: Body, sight: Sight) -> InlineText:
    if sight.node is not None and sight.node.kind == "formula":
        return body.formula
    return sight.unit.text if sight.unit is not None else InlineText()


def _place_new(  # noqa: PLR0913, PLR0917  (all that a block is made of)
    growing: Growing, body: Body, sight: Sight, region: str, language: str, keys: _Keys
) -> Path | None:
    """Put something new into a part of the text, and return its place in the body."""
    if sight.node is not None:
        return growing.add(Paragraph(text=body.formula), None, 0, new=True)
    block = _new(sight, region, language, keys)
    depth = _depth(sight, block, growing)
    return growing.add(block, _sections(sight), depth, new=True)


def _place(growing: Growing, body: Body, sight: Sight, sections: int | None) -> Path | None:
    """Put something known into a part of the text, and return its place in the body."""
    assert sight.node is not None  # noqa: S101  (it is known)
    path = sight.node.path[len(sight.node.body) :]
    block = at(body, path)
    depth = max(0, ranks(body, path)[1] + sight.deeper)
    if sight.node.kind == "wrap_up":
        wrapped = growing.wrap(block.wrap_up, depth)
        if wrapped is not None:
            return wrapped
        return growing.add(Paragraph(text=block.wrap_up), None, depth, new=True)
    if isinstance(block, Paragraph):
        block = block.evolve(wrap_up=InlineText())
    return growing.add(block, sections, depth)


def _sections(sight: Sight) -> int | None:
    level = sight.unit.line.level if sight.unit is not None else None
    return None if level is None else level - 1


def _depth(sight: Sight, block: Block, growing: Growing) -> int:
    """Return how deep a new block stands: as its style or number says, or as the one before it.

    A clause that begins with a lead phrase stands below no other.
    """
    if sight.unit is not None:
        if (depth := style_depth(sight.unit.line.style)) is not None:
            return max(depth, sight.unit.line.depth)
        if sight.unit.line.number:
            return sight.unit.line.depth
    if isinstance(block, Paragraph):
        alike = growing.depth_of(faces.manner(block.number)) if block.number else None
        if alike is not None or block.lead:
            return alike or 0
    last = growing.stack[-1] if growing.stack else None
    return last.depth if last is not None and isinstance(last.block, Paragraph) else 0


def _new(sight: Sight, region: str, language: str, keys: _Keys) -> Block:
    if sight.table is not None or sight.unit is None:
        return table_of(sight.table) if sight.table is not None else Paragraph(text="")
    unit = sight.unit
    if unit.line.level is not None:
        face = faces.of_heading(unit)
        return Section(key=keys.new(), number=face.number, heading=face.text)
    face = faces.of_new(unit)
    lead = faces.lead_of(face.text, region, language)
    return Paragraph(
        key=keys.new(),
        number=face.number,
        text=unmarked(face.text, len(lead or "")),
        lead=lead,
        bracketed=face.bracketed,
    )


def table_of(table: SeenTable | None) -> Table:
    """Return a table that somebody has put into a text."""
    rows = [] if table is None else table.rows
    return Table(
        rows=[
            Row(
                cells=[
                    Cell(
                        text=_cell_text(cell.blocks),
                        columns=cell.columns,
                        rows=cell.rows,
                        header=row.header,
                    )
                    for cell in row.cells
                ]
            )
            for row in rows
        ]
    )


def _cell_text(blocks: Any) -> InlineText:
    from dushanbe_process.forms.docx.seen import lines_of  # noqa: PLC0415  (used here alone)

    lines = [each.text for each in lines_of(blocks) if str(each.text).strip()]
    return InlineText(*(p for n, each in enumerate(lines) for p in ("\n" * (n > 0), *each)))


class _Keys:
    """New keys, where the blocks of a body have keys at all."""

    def __init__(self, body: Body) -> None:
        self.taken = {each.key for each in body.blocks() if each.key is not None}
        self.used = bool(self.taken)

    def new(self) -> str | None:
        """Return a key that is not taken yet; None where blocks have none."""
        if not self.used:
            return None
        number = 1
        while (key := f"added-{number}") in self.taken:
            number += 1
        self.taken.add(key)
        return key


def _with_silent(body: Body, sights: list[Sight]) -> list[Sight]:
    """Return what is seen with what cannot be seen, each after what it stood behind."""
    from dushanbe_process.forms.docx.edits.nodes import Node  # noqa: PLC0415  (made here alone)

    base = next((each.node.body for each in sights if each.node is not None), ())
    shown = {each.node.path[len(base) :] for each in sights if each.node is not None}
    kinds = {Paragraph: "paragraph", Section: "section", Table: "table"}
    following: dict[Path | None, list[Sight]] = {}
    before: Path | None = None
    for path, block in blocks_of(body):
        if path in shown:
            before = path
        elif _says_nothing(block):
            node = Node(kinds[type(block)], (*base, *path), base)  # type: ignore[arg-type]
            following.setdefault(before, []).append(Sight(node))
    if not following:
        return sights
    made = following.get(None, [])
    for each in sights:
        made = [*made, each]
        if each.node is not None and each.node.kind != "wrap_up":
            made += following.pop(each.node.path[len(base) :], [])
    return made


def _says_nothing(block: Block) -> bool:
    """Say whether a block shows nothing of itself."""
    if isinstance(block, Section):
        return not (block.heading or block.number)
    if isinstance(block, Table):
        return not any(row.cells for row in block.rows) and not block.caption
    return not (str(block.text).strip() or block.text.footnotes)
