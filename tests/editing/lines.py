"""A document as a person sees it: line by line, each with the record that stands behind it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, TypeAlias

import attrs

from dushanbe_process.model.body import Block, Body, Paragraph, Section, Table
from dushanbe_process.model.localized import LocalizedText
from dushanbe_process.model.text import InlineText
from dushanbe_process.reports.conventions.lead_phrases import Part, recognise_lead
from dushanbe_process.reports.conventions.numbering import list_number

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from dushanbe_process.model.documents import Document

Role: TypeAlias = Literal[
    "title", "front", "formula", "preamble", "operative", "closing", "heading", "table"
]
_PARTS: tuple[Literal["front", "preamble", "operative", "closing"], ...] = (
    "front",
    "preamble",
    "operative",
    "closing",
)
_LEADING: dict[str, Part] = {"preamble": "preambular", "operative": "operative"}


@attrs.frozen
class Line:
    """A line: its role and depth, and the record behind it without what stands below.

    ``counted`` says whether Word counts its number, ``touched`` whether its words were edited,
    ``new`` whether nothing stood behind it before, ``parted`` whether it shares what stood behind
    it with another line: by a copy, a split or a join.  ``before`` is what the page prints before
    the words as part of the text, as it does with the number of a heading.  ``origin`` is the
    place of the line in the document as it was, ``led`` its lead phrase there; ``retyped`` says
    that nothing is left of what it said, ``joined`` are the origins of lines that it took in,
    ``unsure`` those of them that had been retyped before: nobody can see where they went;
    ``maybe`` are the origins of lines that were removed just before it, ``heir_to`` lines that
    are gone of which it may be the new wording.  ``under`` says under how many headings it stands.
    """

    role: Role
    block: Block
    depth: int = 0
    counted: bool = False
    touched: bool = False
    new: bool = False
    parted: bool = False
    before: str = ""
    origin: int | None = None
    led: str | None = None
    joined: tuple[int | None, ...] = ()
    unsure: tuple[int | None, ...] = ()
    maybe: tuple[int | None, ...] = ()
    retyped: bool = False
    heir_to: tuple[Line, ...] = ()
    under: int = 0

    @property
    def text(self) -> InlineText:
        """The running text."""
        if isinstance(self.block, Paragraph):
            return self.block.text
        return self.block.heading if isinstance(self.block, Section) else self.block.caption

    @property
    def shown(self) -> str:
        """What is seen of the line, without a counted number."""
        return self.before + str(self.text)

    def saying(self, text: InlineText, language: str) -> Line:
        """Return the line with another text: its lead phrase is kept, or recognised anew."""
        if isinstance(self.block, Section):
            return attrs.evolve(self, block=self.block.evolve(heading=text), touched=True)
        assert isinstance(self.block, Paragraph)
        lead = self.block.lead if self.led is None else self.led
        if self.new or lead is None or not str(text).startswith(lead):
            lead = self._recognised(text, language)
        block = self.block.evolve(text=text, lead=lead)
        return attrs.evolve(self, block=block, touched=True)

    def _recognised(self, text: InlineText, language: str) -> str | None:
        part = _LEADING.get(self.role)
        return recognise_lead(str(text), language, part) if part and not self.depth else None

    def another(self, text: InlineText, language: str) -> Line:
        """Return a new line of this kind."""
        number = "?" if self.counted else None
        empty = Paragraph(number=number, text=InlineText())
        made = Line(self.role, empty, self.depth, self.counted, new=True)
        return made.saying(text, language)

    def shared(self) -> Line:
        """Return the line as one that shares with another what stood behind it."""
        return attrs.evolve(self, parted=True)


def lines_of(document: Document) -> list[Line]:
    """Return the lines of a document that is in one language."""
    (version,) = document.versions
    title = Paragraph(text=InlineText(document.title.in_(version.language)))
    made = [Line("title", title)]
    for part in _PARTS:
        if part == "preamble" and version.body.formula:
            made.append(Line("formula", Paragraph(text=version.body.formula)))
        made += _flat(getattr(version.body, part), part, 0)
    return [
        attrs.evolve(each, origin=place, led=getattr(each.block, "lead", None))
        for place, each in enumerate(made)
    ]


def on_page(lines: Sequence[Line], page: Iterable[str]) -> list[Line]:
    """Return lines that know what is printed before their words, going by the lines of a page."""
    left = list(page)
    made = []
    for line in lines:
        words = str(line.text)
        place = next((n for n, each in enumerate(left) if words and each.endswith(words)), None)
        if place is not None:
            line = attrs.evolve(line, before=left[place].removesuffix(words))  # noqa: PLW2901
            del left[: place + 1]
        made.append(line)
    return made


def _flat(blocks: Iterable[Block], role: Role, depth: int, under: int = 0) -> Iterator[Line]:
    for block in blocks:
        if isinstance(block, Table):
            yield Line("table", block, under=under)
            continue
        alone = block.evolve(children=())
        if isinstance(alone, Section):
            yield Line("heading", alone, under=under)
            yield from _flat(block.children, role, 0, under + 1)
        else:
            counted_ = role == "operative" and alone.number is not None
            yield Line(role, alone, depth, counted_, under=under)
            yield from _flat(block.children, role, depth + 1, under)


def ruled(lines: Iterable[Line]) -> list[Line]:
    """Return the lines, each under the heading that was the last before it in its part."""
    made, under = [], 0
    for line in lines:
        is_heading = line.role == "heading"
        under = 0 if is_heading or line.role not in ("operative", "table") else under
        made.append(attrs.evolve(line, under=under))
        under += is_heading
    return made


def document_of(lines: Sequence[Line], document: Document) -> Document:
    """Return the document that has these lines, and all that is unseen of another."""
    (version,) = document.versions
    texts = {each.role: each.text for each in lines if each.role in ("title", "formula")}
    kept = [each for each in lines if each.shown.strip() or each.role == "table"]
    parts = {part: _nested([each for each in kept if _part(each) == part]) for part in _PARTS}
    body: Body = version.body.evolve(**parts, formula=texts.get("formula", InlineText()))
    title = LocalizedText({**document.title, version.language: str(texts["title"])})
    return document.evolve(title=title, versions=(version.evolve(body=body),))


def _part(line: Line) -> str:
    return "operative" if line.role in ("heading", "table") else line.role


def _nested(lines: list[Line]) -> tuple[Block, ...]:
    """Return blocks, each with what stands below it: headings rule until the next."""
    made: list[Block] = []
    while lines:
        first, rest = lines[0], lines[1:]
        end = next((n for n, each in enumerate(rest) if not _below(each, first)), len(rest))
        below, lines = rest[:end], rest[end:]
        if isinstance(first.block, Table):
            made.append(first.block)
        else:
            made.append(first.block.evolve(children=_nested(below)))
    return tuple(made)


def _below(line: Line, above: Line) -> bool:
    if above.role == "heading":
        return line.role != "heading"
    return line.role == above.role != "table" and line.depth > above.depth


def sound(lines: Sequence[Line]) -> bool:
    """Say whether every line that is set deeper stands below another."""
    deepest = -1
    for line in lines:
        deeper = line.depth if line.role == "operative" else -1
        if deeper > 0 and deeper > deepest + 1:
            return False
        deepest = deeper
    return True


def counted(lines: Iterable[Line], language: str) -> list[Line]:
    """Return the lines with the numbers that Word's counting now prints."""
    made, counts = [], [0] * 9
    for line in lines:
        if line.counted and isinstance(line.block, Paragraph):
            counts[line.depth] += 1
            counts[line.depth + 1 :] = [0] * (8 - line.depth)
            number = list_number(line.depth, counts[line.depth], language)
            number = number.replace("\N{ARABIC TATWEEL}", "")  # Word counts without it
            if _bare(line.block.number or "") != _bare(number):
                line = attrs.evolve(line, block=line.block.evolve(number=number))  # noqa: PLW2901
        made.append(line)
    return made


def _bare(number: str) -> str:
    return "".join(number.split()).replace("\N{ARABIC TATWEEL}", "")
