"""The Word file with the revisions of two papers."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import attrs

from dushanbe_process.changes.redline.elements import string, w
from dushanbe_process.changes.redline.flow import Flow, Rows
from dushanbe_process.changes.redline.lists import joined_lists
from dushanbe_process.changes.redline.marks import Marks
from dushanbe_process.changes.redline.paragraphs import Paragraphs, Sides
from dushanbe_process.changes.redline.side import Side
from dushanbe_process.errors import UnknownFormatError
from dushanbe_process.files import replace
from dushanbe_process.reports.docx import WordFile, render
from dushanbe_process.reports.docx.names import part
from dushanbe_process.reports.docx.numbering import Numbering
from dushanbe_process.reports.docx.parts import relations
from dushanbe_process.reports.docx.runs import SEPARATORS
from dushanbe_process.reports.pdf import to_pdf
from dushanbe_process.reports.styles import house

if TYPE_CHECKING:
    from dushanbe_process.reports.blocks import Paper
    from dushanbe_process.schema import Model

#: What a redline can be saved as, by suffix.
SUFFIXES = (".docx", ".pdf")
_ROOTS = {"header": "hdr", "footer": "ftr"}


@attrs.frozen
class Redline:
    """Two versions of a paper as one Word file with tracked changes.

    Accepting all of them gives the second version, rejecting all the first.  ``record`` is the
    record of the second version, which the file carries; None, where it carries none.  ``kind``
    is the kind of paper, and ``select`` the record of a dossier that it is about.
    """

    before: Paper
    after: Paper
    author: str
    date: str | None = None
    style: str = "un"
    record: Model | None = attrs.field(default=None, repr=False)
    template: bytes | None = attrs.field(default=None, repr=False)
    kind: str | None = None
    select: str | None = None

    def set_in(self, style: str, template: bytes | None = None, *, embed: bool = True) -> Redline:
        """Return the redline in a house style, or in a Word file of one's own."""
        record = self.record if embed else None
        return attrs.evolve(self, style=style, template=template, record=record)

    def to_bytes(self) -> bytes:
        """Return the redline as a Word file; the same versions give the same bytes."""
        file = self._file()
        if self.template is not None:
            from dushanbe_process.reports.docx.template import into_template  # noqa: PLC0415

            file = into_template(file, self.template)
        if self.record is None:
            return file.packed()
        from dushanbe_process.forms.docx.write import Shown, with_record  # noqa: PLC0415

        shown = Shown(self.after.language, self.style, self.kind, self.select)
        return with_record(file, self.record, shown)

    def in_form(self, suffix: str) -> bytes:
        """Return the redline in the form of a suffix: ``.docx`` or ``.pdf``.

        Raises:
            UnknownFormatError: for any other suffix.
            MissingProgramError: for PDF, where LibreOffice is not installed.
        """
        match suffix.lower():
            case ".docx":
                return self.to_bytes()
            case ".pdf":
                return to_pdf(self.to_bytes())
        raise UnknownFormatError(f"a redline as {suffix!r}", SUFFIXES)

    def save(self, path: str | Path) -> None:
        """Write the redline to a file, in the form of its suffix; whole or not at all."""
        replace(Path(path), self.in_form(Path(path).suffix))

    def _file(self) -> WordFile:
        """Return both papers as one; their contents, which would list what is no more, left out."""
        how = house(self.style)
        before, after = (
            Side(render(attrs.evolve(each, contents=False), how))
            for each in (self.before, self.after)
        )
        return _merged(before, after, self)


def _merged(before: Side, after: Side, redline: Redline) -> WordFile:
    """Return the second file with what was before in it."""
    old, new = (side.part("document").find(w("body")) for side in (before, after))
    rows = Rows.of(old, new)
    lists = joined_lists(rows)
    writer = Paragraphs(Sides(before, after), Marks(redline.author, redline.date), lists)
    flow = Flow(writer)
    body = flow.rows(rows) + string(new.find(w("sectPr")))
    parts = dict(after.file.parts)
    parts["word/document.xml"] = part("document", f"<w:body>{body}</w:body>")
    parts |= dict(_edges(before, after, flow))
    parts["word/footnotes.xml"] = part("footnotes", SEPARATORS + "".join(writer.notes))
    count = max([0, *map(int, lists.values()), *_lists_of(after)])
    numbering = Numbering(redline.after.language, count).definitions(house(redline.style))
    parts["word/numbering.xml"] = part("numbering", numbering)
    links = [(id_, "hyperlink", address) for address, id_ in writer.links.items()]
    parts.pop("word/_rels/footnotes.xml.rels", None)
    if links:
        parts["word/_rels/footnotes.xml.rels"] = relations(links)
    return WordFile(parts, [each for each in after.file.related if each[1] != "hyperlink"] + links)


def _lists_of(side: Side) -> list[int]:
    return [int(each.get(w("numId"))) for each in side.part("numbering").iter(w("num"))]


def _edges(before: Side, after: Side, flow: Flow) -> list[tuple[str, bytes]]:
    """Return heads and feet of pages, with what changed in them."""
    made = []
    for name in after.file.parts:
        kind = name.removeprefix("word/").partition("_")[0]
        if kind in _ROOTS and name in before.file.parts:
            stem = name.removeprefix("word/").removesuffix(".xml")
            old, new = before.part(stem), after.part(stem)
            if string(old) == string(new):
                continue
            made.append((name, part(_ROOTS[kind], flow.merged(old, new))))
    return made
