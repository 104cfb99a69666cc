"""The manner of the United Nations: masthead, narrow measure, mirrored heads.

Source: measured on documents of the General Assembly; United Nations Editorial Manual,
"Masthead" and "Resolutions".
"""

from dushanbe_process.reports.styles.house import Face, Head, House

_IN = 1267
#: Numbers of headings stand before the text, their ends under each other.
_BEFORE = (("right", _IN - 245), ("left", _IN))


def _heading(size: float, space: int, *, italic: bool = False) -> Face:
    return Face(
        size,
        bold=not italic,
        italic=italic,
        before=space,
        after=space,
        left=_IN,
        right=_IN,
        keep_next=True,
        tabs=_BEFORE,
    )


UN = House(
    name="un",
    doc="Official document of the United Nations",
    head=Head.MASTHEAD,
    page=(12240, 15840),
    margins=(1742, 1195, 1898, 1195),
    header=576,
    footer=1030,
    fonts=(
        ("Times New Roman", "Liberation Serif"),
        ("SimSun", "Noto Serif CJK SC"),
        ("Amiri", "Traditional Arabic"),
    ),
    size=10,
    measure=_IN,
    step=475,
    title=_heading(14, 240),
    headings=(
        _heading(14, 240),
        _heading(12, 240),
        _heading(10, 120),
        _heading(10, 120, italic=True),
    ),
    body=Face(left=_IN, right=_IN, align="both"),
    preambular=Face(left=_IN, right=_IN, first=475, align="both"),
    operative=Face(left=_IN, right=_IN, align="both"),
)
