"""A record as it was edited in Word: every difference of the page goes back to where it belongs."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import attrs

from dushanbe_process.errors import InvalidError
from dushanbe_process.forms.docx.cut import without_first, without_last
from dushanbe_process.forms.docx.edits import faces
from dushanbe_process.forms.docx.edits.begun import begin_text, release_remark
from dushanbe_process.forms.docx.edits.listed import edit_lines
from dushanbe_process.forms.docx.edits.lists import edit_tables, tidy
from dushanbe_process.forms.docx.edits.nodes import Node, nodes_of
from dushanbe_process.forms.docx.edits.pairing import Pairing, paired
from dushanbe_process.forms.docx.edits.paths import Path, at, changed, written
from dushanbe_process.forms.docx.edits.recast import as_written
from dushanbe_process.forms.docx.edits.regions import style_depth
from dushanbe_process.forms.docx.edits.tables import Rows, rows_of, tables_known
from dushanbe_process.forms.docx.edits.texts import edit_bodies
from dushanbe_process.forms.docx.edits.tokens import is_uniform, plainly
from dushanbe_process.forms.docx.edits.units import Sheet, is_of_records, sheet
from dushanbe_process.forms.docx.edits.wording import knowing, same, with_lead_of, worded
from dushanbe_process.forms.docx.report import Item, ItemKind
from dushanbe_process.model.body import Paragraph, Section
from dushanbe_process.model.text import Footnote, InlineText

if TYPE_CHECKING:
    from dushanbe_process.forms.docx.edits.expected import Expected, Part
    from dushanbe_process.forms.docx.edits.units import Unit
    from dushanbe_process.forms.docx.seen import Seen
    from dushanbe_process.schema import Model


@attrs.define
class Reading:
    """One reading under way: both pages, what is which, and the record as far as it is edited."""

    expected: Expected
    seen: Seen
    record: Model
    page: Sheet
    pairing: Pairing
    tables: dict[int, int]
    rows: list[Rows]
    nodes: dict[int, Node]
    #: Whether the file still carries its record: an editor that drops it may recast numbers too.
    whole: bool = True
    items: list[Item] = attrs.field(factory=list)
    #: By the number of a seen unit where it stands in the new record.
    places: dict[int, Path] = attrs.field(factory=dict)
    #: By the number of a seen unit by how much its paragraph stands deeper than it did.
    deeper: dict[int, int] = attrs.field(factory=dict)
    #: Units that were written and may be gone without loss.
    excused: set[int] = attrs.field(factory=set)
    #: How many values may still be tried to explain words of a layout that were changed.
    tries: int = 200

    @property
    def old(self) -> tuple[Unit, ...]:
        """The units of the page that was written."""
        return self.expected.sheet.units

    def unit(self, new: int) -> Unit:
        """Return a seen unit; its lead words look as they did where their style is lost."""
        unit = self.page.units[new]
        old = self.old[self.pairing.known[new]] if new in self.pairing.known else None
        if old is None or unit.line.lead or not old.line.lead:
            return unit
        return attrs.evolve(unit, text=with_lead_of(old.text, unit.text, old.line.lead))

    def note(  # noqa: PLR0913, PLR0917  (what an item says)
        self,
        kind: ItemKind,
        path: Path | None,
        unit: Unit | None,
        before: object = "",
        after: object = "",
        note: str = "",
    ) -> None:
        """Report one finding."""
        place = unit.place if unit is not None else ""
        where = "" if path is None else written(path)
        self.items.append(Item(kind, where, place, _said(before), _said(after), note=note))

    def change(self, path: Path, value: Any, unit: Unit | None, before: object) -> bool:
        """Put a value into the record; report it as an edit, or as refused."""
        try:
            self.record = changed(self.record, path, lambda _: value)
        except InvalidError as error:
            self.note(ItemKind.UNPLACED, path, unit, before, value, str(error))
            return False
        return True


def _said(text: object) -> str:
    """Return words as a report tells them, notes in their places."""
    if not isinstance(text, InlineText):
        return str(text)
    return "".join(f" [{each}]" if isinstance(each, Footnote) else str(each) for each in text)


def begin(expected: Expected, seen: Seen, *, whole: bool = True) -> Reading:
    """Return a reading in which every unit is paired, and nothing edited yet."""
    tables = tables_known(expected, seen.blocks)
    ours = expected.sheet.tables
    page = sheet(seen.blocks, lambda n: n in tables and is_of_records(ours[tables[n]]))
    pairing = paired(expected.sheet.units, page.units, expected.anchors)
    if not whole:
        page = as_written(page, expected.sheet.units, pairing, expected.shown.language)
    rows = rows_of(expected.sheet, page, tables, pairing)
    nodes = nodes_of(expected)
    made = Reading(expected, seen, expected.record, page, pairing, tables, rows, nodes, whole)
    release_remark(made)
    return made


def read_edits(reading: Reading) -> None:
    """Bring every edit of the page into the record."""
    counted = any(each.line.number for each in reading.page.units)
    for new, old in sorted(reading.pairing.known.items()):
        _edit_unit(reading, old, new, counted=counted)
    edit_tables(reading)  # while their places are those that were written
    edit_bodies(reading)
    begin_text(reading)
    edit_lines(reading)
    tidy(reading)


def _edit_unit(reading: Reading, old: int, new: int, *, counted: bool) -> None:
    """Bring the edits of one unit into the record."""
    before, after = reading.old[old], reading.unit(new)
    node = reading.nodes.get(old)
    if new in reading.pairing.inferred:
        path = node.path if node else None
        reading.note(ItemKind.INFERRED, path, after, before.text, after.text)
    if node is not None and node.kind in ("paragraph", "section") and not before.whole:
        _edit_block(reading, node, old, new, counted=counted)
    elif not same(before.text, after.text):
        _edit_words(reading, old, new)


def _edit_block(reading: Reading, node: Node, old: int, new: int, *, counted: bool) -> None:
    """Bring the edits of a paragraph or heading of a text into the record."""
    before, after = reading.old[old], reading.unit(new)
    shown = node.shown
    if shown is None:
        return
    reading.deeper[new] = _deeper(before, after)
    if same(before.text, after.text) and before.line.number == after.line.number:
        return
    block = at(reading.record, node.path)
    head = str(before.text)[: shown.start]
    face = _face(block, head, after)
    was = _core(before, shown)
    if not same(was, face.text):
        _edit_text(reading, node, old, new, was, face.text)
    _renumber(reading, node, before, after, face, counted=counted)
    if isinstance(block, Paragraph) and block.bracketed is not face.bracketed:
        reading.change((*node.path, "bracketed"), face.bracketed, after, before.text)
        reading.note(ItemKind.EDITED, (*node.path, "bracketed"), after, before.text, after.text)


def _edit_text(  # noqa: PLR0913, PLR0917  (both sides of it)
    reading: Reading, node: Node, old: int, new: int, was: InlineText, now: InlineText
) -> None:
    """Give a paragraph or heading its new words."""
    before, after = reading.old[old], reading.unit(new)
    block = at(reading.record, node.path)
    assert node.shown is not None  # noqa: S101  (a block is known by its text)
    value = node.shown.leaf.value
    lost = 0 if after.line.lead >= before.line.lead else before.line.lead - node.shown.start
    text = _reworded(value, was, now, max(0, lost))
    if isinstance(block, Paragraph):
        made: Any = faces.with_new_text(block, text, node.part, language_of(reading, node))
    else:
        made = block.evolve(heading=text)
    if reading.change(node.path, made, after, value):
        reading.note(ItemKind.EDITED, node.path, after, value, text)


def _reworded(value: Any, was: InlineText, now: InlineText, lead: int) -> InlineText:
    """Return the new words with what the text knew of those that stayed.

    Lead words whose style an editor has lost keep the look that they had.
    """
    if lead and same(with_lead_of(was, value, lead), was):
        return knowing(value, value, with_lead_of(value, now, lead))
    return knowing(value, was, now)


def _face(block: Any, head: str, unit: Unit) -> faces.Face:
    if isinstance(block, Section):
        return faces.of_heading(unit, head, block.number)
    return faces.of_known(unit, head, block.number, str(block.text))


def _core(unit: Unit, shown: Part) -> InlineText:
    """Return the words of a unit that are the text of its block."""
    length = len(str(unit.text)) + len(unit.text.footnotes)
    return without_last(without_first(unit.text, shown.start), length - shown.end)


def _renumber(  # noqa: PLR0913  (both sides of it)
    reading: Reading, node: Node, before: Unit, after: Unit, face: faces.Face, *, counted: bool
) -> None:
    """Bring a new number into the record; numbers that an editor has lost stay."""
    was, now = at(reading.record, node.path).number, face.number
    lost = before.line.number is not None and after.line.number is None and not counted
    if faces.bare(was) == faces.bare(now) or lost or (was is None and _is_sign(now)):
        return
    if reading.change((*node.path, "number"), now, after, was):
        kind = ItemKind.RENUMBERED
        reading.note(kind, (*node.path, "number"), after, was or "", now or "")


def _is_sign(number: str | None) -> bool:
    """Say whether what automatic numbering prints is no number but a sign: a bullet, a dash."""
    return number is not None and not any(each.isalnum() for each in number)


def _deeper(before: Unit, after: Unit) -> int:
    if before.line.number is not None and after.line.number is not None:
        return after.line.depth - before.line.depth
    was, now = style_depth(before.line.style), style_depth(after.line.style)
    return 0 if was is None or now is None else now - was


def language_of(reading: Reading, node: Node) -> str:
    """Return the language of the text that a block stands in."""
    above = at(reading.record, node.body[:-1]) if node.body else None
    return getattr(above, "language", None) or reading.expected.shown.language


def _edit_words(reading: Reading, old: int, new: int) -> None:
    """Bring the edited words of any other unit to the texts that they are."""
    before, after = reading.old[old], reading.unit(new)
    if _only_looks_other(reading, old, after):
        if not is_uniform(after.text):
            note = "marks that the record has no place for"
            reading.note(ItemKind.FORMATTING, None, after, before.text, after.text, note)
        return
    found = worded(before.text, after.text, reading.expected.parts[old])
    if found is None:
        from dushanbe_process.forms.docx.edits.explained import explain  # noqa: PLC0415  (rare)

        explain(reading, old, new)
        return
    for each in found:
        was = at(reading.record, each.path) if _is_there(reading.record, each.path) else ""
        if reading.change(each.path, each.value, after, was):
            reading.note(ItemKind.EDITED, each.path, after, was, each.value)
        if each.lost:
            kind = ItemKind.UNPLACED if after.text.footnotes else ItemKind.FORMATTING
            reading.note(kind, each.path, after, was, after.text, each.lost)


def _only_looks_other(reading: Reading, old: int, after: Unit) -> bool:
    """Say whether words that hold no marks say what they said.

    Some editors write the look of a table as the look of its words; that is no edit.
    """
    before = reading.old[old]
    words = plainly(before.text) == plainly(after.text)
    notes = len(before.text.footnotes) == len(after.text.footnotes) == 0
    texts = [part.leaf.value for part in reading.expected.parts[old]]
    return words and notes and not any(isinstance(each, InlineText) for each in texts)


def _is_there(record: Model, path: Path) -> bool:
    try:
        at(record, path)
    except (AttributeError, KeyError, IndexError):
        return False
    return True
