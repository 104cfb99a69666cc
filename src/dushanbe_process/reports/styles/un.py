"""The manner of the United Nations: masthead, narrow measure, mirrored heads.

Source: measured on documents of the General Assembly; United Nations Editorial Manual,
"Masthead" and "Resolutions".
"""

from dushanbe_process.reports.styles.house import Face, Head, House

_IN = 1267

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
    title=Face(14, bold=True, before=240, after=240, left=_IN, right=_IN, keep_next=True),
    headings=(
        Face(14, bold=True, before=240, after=240, left=_IN, right=_IN, keep_next=True),
        Face(12, bold=True, before=240, after=240, left=_IN, right=_IN, keep_next=True),
        Face(10, bold=True, before=120, after=120, left=_IN, right=_IN, keep_next=True),
        Face(10, italic=True, before=120, after=120, left=_IN, right=_IN, keep_next=True),
    ),
    body=Face(left=_IN, right=_IN, align="both"),
    preambular=Face(left=_IN, right=_IN, first=475, align="both"),
    operative=Face(left=_IN, right=_IN, align="both"),
)
