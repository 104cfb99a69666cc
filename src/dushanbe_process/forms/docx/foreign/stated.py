"""What the style of a paragraph says of it: our own styles, and those of well-known templates."""

from __future__ import annotations

import re
from enum import Enum, auto
from functools import cache

#: A heading that always stands below those around it.
INNERMOST = 9


class Role(Enum):
    """What a paragraph does in a document."""

    MASTHEAD = auto()
    TITLE = auto()
    HEADING = auto()
    FORMULA = auto()
    PREAMBULAR = auto()
    OPERATIVE = auto()
    PROSE = auto()
    ADOPTION = auto()
    CAPTION = auto()
    CONTENTS = auto()
    TABLE = auto()


#: Our own styles, by name and by id, in lower case and without blanks.
_OURS = {
    "openingformula": (Role.FORMULA, 0),
    "formula": (Role.FORMULA, 0),
    "preambularparagraph": (Role.PREAMBULAR, 0),
    "preambular": (Role.PREAMBULAR, 0),
    **{f"operativeparagraph{n}": (Role.OPERATIVE, n - 1) for n in (1, 2, 3)},
    **{f"operative{n}": (Role.OPERATIVE, n - 1) for n in (1, 2, 3)},
    "bodytextsingle": (Role.PROSE, 0),
    "centred": (Role.PROSE, 0),
    "flushedright": (Role.ADOPTION, 0),
    "flushed": (Role.ADOPTION, 0),
    "adoption": (Role.ADOPTION, 0),
    "remark": (Role.PROSE, 0),
    "listitem": (Role.PROSE, 0),
    **{f"masthead{each}": (Role.MASTHEAD, 0) for each in ("text", "strong", "name", "organ")},
    "tabletitle": (Role.CAPTION, 0),
    "contentstitle": (Role.CONTENTS, 0),
}
#: Those that no other template has: where one of them is used, the file was ours.
_TELLING = {"preambularparagraph", "operativeparagraph1", "openingformula", "bodytextsingle"}
#: Styles of Word itself, of the United Nations' templates, of those of the ITU.
_OTHERS = (
    (r"title|maintitle|_?h_*m(_ga?)?|res_?tite?le?|supertitle", Role.TITLE, 0),
    (r"(rec|rep|dec|doc|document|question)_?title", Role.TITLE, 0),
    (r"subtitle", Role.PROSE, 0),
    (r"caption|(table|figure|fig)_?(no_?)?&?title", Role.CAPTION, 0),
    (r"_?h_*ch(_ga?)?|(annex|app|appendix)_?(no|(no_?)?&?title)", Role.HEADING, 1),
    (r"annexheading|chap_?(no|title)|part_?(no|title)", Role.HEADING, 1),
    (r"_?h_*1(_ga?)?|art_?(no|title)|section_?1?", Role.HEADING, 2),
    (r"_?h_*2[/_]?3(_ga?)?", Role.HEADING, 3),
    (r"_?h_*4(_ga?)?", Role.HEADING, 4),
    (r"_?h_*5[/_]?6?(_ga?)?", Role.HEADING, 5),
    (r"heading_?[bi]", Role.HEADING, 6),
    (r"call", Role.HEADING, INNERMOST),
    (r"tocheading|contentsheading", Role.CONTENTS, 0),
)
_PATTERNS = tuple((re.compile(pattern), role, level) for pattern, role, level in _OTHERS)


@cache
def stated(style: str) -> tuple[Role, int] | None:
    """Return the role that a style states, and its level or depth; None where it states none."""
    known = _OURS.get(style)
    if known is not None:
        return known
    for pattern, role, level in _PATTERNS:
        if pattern.fullmatch(style):
            return role, level
    return None


def is_ours(styles: set[str]) -> bool:
    """Say whether a file that uses these styles was written by this library."""
    return not _TELLING.isdisjoint(styles)
