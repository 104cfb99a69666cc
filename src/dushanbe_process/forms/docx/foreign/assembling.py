"""What was placed to a body: sections, paragraphs and tables, part by part."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import attrs

from dushanbe_process.forms.docx.cut import without_first
from dushanbe_process.forms.docx.foreign.nesting import Nest, Node
from dushanbe_process.forms.docx.foreign.stated import Role, stated
from dushanbe_process.forms.docx.foreign.tables import table_of
from dushanbe_process.forms.docx.foreign.units import Unit, unit_of
from dushanbe_process.forms.docx.foreign.wording import first_all, trimmed
from dushanbe_process.forms.docx.report import Item, ItemKind
from dushanbe_process.forms.docx.seen import lines_of
from dushanbe_process.model.body import Block, Body, ClauseStyle, Marker, Paragraph, Section
from dushanbe_process.model.text import InlineText
from dushanbe_process.reports.conventions import recognise_lead

if TYPE_CHECKING:
    from collections.abc import Iterable

    from dushanbe_process.forms.docx.foreign.placing import Placed
    from dushanbe_process.forms.docx.seen import SeenTable
    from dushanbe_process.reports.conventions.lead_phrases import Part

_PARTS = ("front", "preamble", "operative", "closing")
_LEADING: dict[str, Part] = {"preamble": "preambular", "operative": "operative"}
_BODY = "$.versions[0].body"
_LONGEST_LEAD = 8
_DASHES = ("–", "—", "-")
_CAPTION = re.compile(
    r"(?P<number>(?:table|tableau|cuadro|tabla|таблица|ҷадвали|الجدول|表)\s*\d+(?:[.]\d+)*)[.:]?\s+",
    re.IGNORECASE,
)


@attrs.define
class Assembly:
    """A body while it is put together, with what was guessed on the way."""

    language: str
    ours: bool
    #: Whether the text has clauses, which begin with lead phrases.
    leads: bool = False
    items: list[Item] = attrs.field(factory=list)
    #: What was guessed of a place among others; the key is the identity of what was placed.
    whys: dict[int, str] = attrs.field(factory=dict)
    #: Where each paragraph of the file stands in the record, by its number.
    paths: dict[int, str] = attrs.field(factory=dict)

    def body(self, placed: Iterable[Placed]) -> Body:
        """Return the body of what was placed."""
        parts: dict[str, list[Placed]] = {name: [] for name in (*_PARTS, "formula")}
        for each in placed:
            parts[each.part].append(each)
        self.leads = bool(parts["formula"] or parts["preamble"])
        nodes = {name: self._nested(parts[name]) for name in _PARTS}
        least = 1 if self.ours else 2
        dashed = {name: _is_dashed(nodes[name], least) for name in _PARTS}
        style = ClauseStyle(marker=Marker.DASH)
        # The order is that of the text: findings are told as they are read.
        front = self._blocks(nodes["front"], f"{_BODY}.front", "front")
        formula = InlineText()
        for each in parts["formula"]:
            formula = each.unit.text  # type: ignore[union-attr]
            self._tell(each, f"{_BODY}.formula")
        return Body(
            front=front,
            formula=formula,
            **{
                name: self._blocks(nodes[name], f"{_BODY}.{name}", name, dashed=dashed[name])
                for name in _PARTS[1:]
            },
            preamble_style=style if dashed["preamble"] else None,
            operative_style=style if dashed["operative"] else None,
        )

    def _nested(self, placed: list[Placed]) -> list[Node]:
        """Return sections with what stands in them, paragraphs with what stands below them."""
        roots: list[Node] = []
        sections: list[Node] = []
        nest = Nest(roots)
        caption: Placed | None = None
        for each in placed:
            inside = sections[-1].children if sections else roots
            if each.role is Role.HEADING:
                while sections and sections[-1].placed.level >= each.level:
                    sections.pop()
                node = Node(each)
                (sections[-1].children if sections else roots).append(node)
                sections.append(node)
                nest = Nest(node.children)
            elif isinstance(each.unit, Unit):
                if each.role is Role.CAPTION:
                    caption = self._captioned(caption, inside, each)
                    continue
                self._put(nest, each, each.unit)
            else:
                inside.append(Node(each, caption=caption))
                caption, nest = None, Nest(inside)
        if caption is not None:
            self._put(nest, caption, caption.unit)  # type: ignore[arg-type]
        return roots

    def _captioned(self, before: Placed | None, inside: list[Node], now: Placed) -> Placed:
        """Return a caption to be put over a table; one that had none becomes a paragraph."""
        if before is not None:
            inside.append(Node(before))
        return now

    def _put(self, nest: Nest, each: Placed, unit: Unit) -> None:
        depth = each.level if each.role is Role.OPERATIVE else None
        if self._wraps_up(nest, each):
            nest.open[0].wrap_up = each
            nest.open.clear()
            return
        if self.ours and each.role is Role.PREAMBULAR:
            depth = _depth_of(unit, nest)
        elif depth is None and stated(unit.line.style) and not unit.number:
            depth = 0
        self.whys[id(each)] = nest.put(each, unit, depth)

    def _wraps_up(self, nest: Nest, each: Placed) -> bool:
        """Say whether our own file goes on here after what stands below a paragraph."""
        if not self.ours or not nest.open or nest.open[0].wrap_up is not None:
            return False
        after = nest.open[0].placed.role in (Role.OPERATIVE, Role.PREAMBULAR)
        plain = each.role is Role.PROSE and not each.unit.number  # type: ignore[union-attr]
        return after and plain and bool(nest.open[0].children) and each.part != "closing"

    def _blocks(
        self, nodes: list[Node], path: str, part: str, *, dashed: bool = False, depth: int = 0
    ) -> list[Block]:
        return [
            self._block(node, f"{path}[{n}]", part, dashed=dashed, depth=depth)
            for n, node in enumerate(nodes)
        ]

    def _block(self, node: Node, path: str, part: str, *, dashed: bool, depth: int) -> Block:
        unit = node.placed.unit
        if not isinstance(unit, Unit):
            return self._table(node, path)
        self._tell(node.placed, path)
        if node.placed.role is Role.HEADING:
            number, text = _heading(unit)
            below = self._blocks(node.children, f"{path}.children", part, dashed=dashed)
            return Section(number=number, heading=text, children=below)
        children = self._blocks(node.children, f"{path}.children", part, depth=depth + 1)
        wrap_up = InlineText()
        if node.wrap_up is not None:
            wrap_up = node.wrap_up.unit.text  # type: ignore[union-attr]
            self._tell(node.wrap_up, f"{path}.wrap_up")
        number = None if dashed and unit.number in _DASHES else unit.number
        lead = None if depth else self._lead(unit, part)
        return Paragraph(
            number=number, lead=lead, text=unit.text, children=children, wrap_up=wrap_up
        )

    def _lead(self, unit: Unit, part: str) -> str | None:
        """Return the lead phrase: that which is set as one, or one that the language has."""
        if part not in _LEADING:
            return None
        words = str(unit.text)
        marked = words[: max(0, unit.line.lead - str(unit.line.text).index(words))]
        if marked.strip():
            return marked
        if not self.leads:
            return None
        known = recognise_lead(words, self.language, _LEADING[part])
        slanted = first_all(unit.text, "emphasis").rstrip()
        longer = known is not None and slanted.startswith(known)
        return slanted if longer and len(slanted.split()) <= _LONGEST_LEAD else known

    def _table(self, node: Node, path: str) -> Block:
        caption, number = InlineText(), None
        if node.caption is not None:
            caption = node.caption.unit.text  # type: ignore[union-attr]
            found = _CAPTION.match(str(caption))
            if found:
                number, caption = found["number"], trimmed(without_first(caption, found.end()))
                number = " ".join(number.split())
            self._tell(node.caption, f"{path}.caption")
        seen: SeenTable = node.placed.unit  # type: ignore[assignment]
        for line in lines_of((seen,)):
            self.paths.setdefault(line.place, path)
        table, why = table_of(seen, caption)
        if why:
            place = f"table at paragraph {node.placed.unit.place}"
            self.items.append(Item(ItemKind.GUESSED, path, place, note=why))
        return table.evolve(number=number)

    def _tell(self, placed: Placed, path: str) -> None:
        """Report what was guessed of a paragraph, and on what evidence."""
        unit = placed.unit
        if not isinstance(unit, Unit):
            return
        self.paths.setdefault(unit.line.place, path)
        notes = [placed.why, self.whys.get(id(placed), "")]
        if unit.typed:
            notes.append(f"its number, {unit.number}, was typed")
        note = "; ".join(filter(None, notes))
        if note:
            item = Item(ItemKind.GUESSED, path, unit.place, after=unit.words, note=note)
            self.items.append(item)


def _heading(unit: Unit) -> tuple[str | None, InlineText]:
    """Return the number of a heading, which may be a letter with a dot, and its words."""
    if unit.number is None:
        again = unit_of(unit.line, heading=True)
        if again is not None:
            return again.number, again.text
    return unit.number, unit.text


def _depth_of(unit: Unit, nest: Nest) -> int:
    """Return the depth of a preambular paragraph of ours: what stands below has a number."""
    return 1 if unit.number and unit.number not in _DASHES and nest.open else 0


def _is_dashed(nodes: list[Node], least: int) -> bool:
    """Say whether every clause of a part begins with a dash, and there are enough of them."""
    clauses = [e.placed.unit for e in nodes if e.placed.role is not Role.HEADING]
    numbers = [each.number for each in clauses if isinstance(each, Unit)]
    return len(numbers) >= least and all(each in _DASHES for each in numbers)
