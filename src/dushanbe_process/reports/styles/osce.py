"""The manner of the Organization for Security and Co-operation in Europe."""

from dushanbe_process.reports.styles.house import Face, Head, House

OSCE = House(
    name="osce",
    doc="Official document of the OSCE",
    head=Head.MASTHEAD,
    page=(11906, 16838),
    margins=(1418, 1418, 1418, 1418),
    header=709,
    footer=709,
    fonts=(
        ("Times New Roman", "Liberation Serif"),
        ("SimSun", "Noto Serif CJK SC"),
        ("Amiri", "Traditional Arabic"),
    ),
    size=12,
    measure=0,
    step=567,
    title=Face(12, bold=True, before=360, after=360, align="center", keep_next=True),
    headings=(
        Face(12, bold=True, before=240, after=240, align="center", keep_next=True),
        Face(12, bold=True, before=240, after=120, keep_next=True),
        Face(12, bold=True, italic=True, before=120, after=120, keep_next=True),
        Face(12, italic=True, before=120, after=120, keep_next=True),
    ),
    body=Face(12, after=240),
    preambular=Face(12, after=240, first=567),
    operative=Face(12, after=240),
    closing_rule=False,
)
