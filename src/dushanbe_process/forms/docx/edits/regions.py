"""In which part of a text, and in which of its sections, each thing stands that is seen of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dushanbe_process.forms.docx.closing import is_closing
from dushanbe_process.forms.docx.edits import faces
from dushanbe_process.forms.docx.edits.nodes import PARTS, blocks_of, ranks
from dushanbe_process.forms.docx.edits.tokens import plainly
from dushanbe_process.model.body import Section

if TYPE_CHECKING:
    from dushanbe_process.forms.docx.edits.paths import Path
    from dushanbe_process.forms.docx.edits.sights import Sight
    from dushanbe_process.model.body import Body

_REGIONS = {
    "openingformula": "formula",
    "preambularparagraph": "preamble",
    "operativeparagraph1": "operative",
    "operativeparagraph2": "operative",
    "operativeparagraph3": "operative",
}
_OPERATIVE = "operativeparagraph"
#: What editors call the style of running text that nobody has given a style.
_PLAIN = {"", "normal", "standard", "bodytext", "bodytextsingle", "textbody"}


def style_region(style: str) -> str | None:
    """Return the part of a text that a style of ours belongs to."""
    return _REGIONS.get(style)


def style_depth(style: str) -> int | None:
    """Return how deep a paragraph of this style stands, where the style says so."""
    digits = style.removeprefix(_OPERATIVE)
    return int(digits) - 1 if digits != style and digits.isdigit() else None


def regions_of(sights: list[Sight], language: str) -> list[str]:
    """Return for each thing the part of the text that it stands in now."""
    first = [_own(each) for each in sights]
    made: list[str] = []
    for index, region in enumerate(first):
        before = made[-1] if made else None
        after = next((each for each in first[index + 1 :] if each is not None), None)
        if sights[index].node is None:
            made.append(region or _neighbour(sights, index, before, first) or "operative")
        elif before == after and before in PARTS and region in PARTS:
            made.append(str(before))
        else:
            made.append(str(region))
    return _with_closing(sights, made, language)


def _own(sight: Sight) -> str | None:
    styled = style_region(sight.unit.line.style) if sight.unit is not None else None
    if sight.node is None:
        return styled or sight.beside
    moved = sight.node.kind == "paragraph" and styled in ("preamble", "operative")
    return styled if moved and sight.node.part in ("preamble", "operative") else sight.node.part


def _neighbour(
    sights: list[Sight], index: int, before: str | None, first: list[str | None]
) -> str | None:
    """Return the part that a new thing stands in: that of the one before it, or after it.

    What Word counts stands with what Word counts.
    """
    following = next((n for n in range(index + 1, len(sights)) if first[n] is not None), None)
    after = None if following is None else first[following]
    if following is not None and sights[index].is_counted and sights[following].is_counted:
        return before if sights[index - 1].is_counted and index else after
    return (before if before != "formula" else after) or after


def _with_closing(sights: list[Sight], made: list[str], language: str) -> list[str]:
    """Return the parts, where new lines after the last clause may close the text."""
    ends = [n for n, each in enumerate(made) if each == "operative"]
    known = [n for n in ends if sights[n].node is not None]
    if not known or made[known[-1] + 1 : ends[-1] + 1] != ["operative"] * (ends[-1] - known[-1]):
        return made
    styled = any(_own_style(sights[n]) == "operative" for n in known)
    start = ends[-1] + 1
    while start - 1 > known[-1] and not _is_clause(sights[start - 1], language):
        start -= 1
    for place in range(start, ends[-1] + 1):
        unit = sights[place].unit
        assert unit is not None  # noqa: S101  (what has no words is a clause)
        plain = styled and unit.line.style in _PLAIN
        if plain or is_closing(plainly(unit.text)):
            return [*made[:place], *["closing"] * (ends[-1] + 1 - place), *made[ends[-1] + 1 :]]
    return made


def _own_style(sight: Sight) -> str | None:
    return style_region(sight.unit.line.style) if sight.unit is not None else None


def _is_clause(sight: Sight, language: str) -> bool:
    """Say whether something new can be no line that closes a text: it is styled, counted or led."""
    if sight.unit is None or sight.unit.line.level is not None or _own(sight) is not None:
        return True
    face = faces.of_new(sight.unit)
    return face.number is not None or faces.lead_of(face.text, "operative", language) is not None


def sections_of(body: Body, sights: list[Sight]) -> list[int | None]:
    """Return in how many sections each known thing stands; None: in the section under way.

    It keeps its place as long as it is under the heading that it was under, and does not tear
    what follows out of a section.
    """
    was = _headings(body)
    made: list[int | None] = []
    under: Path | None = None
    for sight in sights:
        path = None if sight.node is None else sight.node.path[len(sight.node.body) :]
        if path is None or path not in was or was[path] != under:
            made.append(None)
        else:
            made.append(ranks(body, path)[0])
        if sight.node is not None and sight.node.kind == "section":
            made[-1], under = ranks(body, path or ())[0], path
        elif sight.node is None and sight.unit is not None and sight.unit.line.level is not None:
            under = ("new",)
    return _whole(sights, made)


def _whole(sights: list[Sight], made: list[int | None]) -> list[int | None]:
    """Return the ranks, each at least that of what follows under the same heading."""
    deepest = 0
    for place in reversed(range(len(made))):
        rank, node = made[place], sights[place].node
        if node is not None and node.kind == "section":
            deepest = 0
        elif rank is not None:
            deepest = made[place] = max(rank, deepest)
    return made


def _headings(body: Body) -> dict[Path, Path | None]:
    """Return for each block of a body the heading that was the last before it in its part."""
    found: dict[Path, Path | None] = {}
    under: Path | None = None
    part = None
    for path, block in blocks_of(body):
        if path[0] != part:
            part, under = path[0], None
        found[path] = under
        if isinstance(block, Section):
            under = path
    return found
