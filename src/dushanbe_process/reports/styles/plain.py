"""A plain manner: a title, headings and text, for reading and for pasting elsewhere."""

from dushanbe_process.reports.styles.house import Face, Head, House

PLAIN = House(
    name="plain",
    doc="Plain document",
    head=Head.TITLE,
    page=(11906, 16838),
    margins=(1418, 1418, 1418, 1418),
    header=709,
    footer=709,
    fonts=(
        ("Times New Roman", "Liberation Serif"),
        ("SimSun", "Noto Serif CJK SC"),
        ("Amiri", "Traditional Arabic"),
    ),
    size=10,
    measure=0,
    step=475,
    title=Face(17, bold=True, before=360, after=240, keep_next=True),
    headings=(
        Face(14, bold=True, before=360, after=120, keep_next=True),
        Face(12, bold=True, before=280, after=100, keep_next=True),
        Face(11, bold=True, before=200, after=80, keep_next=True),
        Face(10, bold=True, before=160, after=80, keep_next=True),
    ),
    body=Face(),
    preambular=Face(first=475),
    operative=Face(),
    closing_rule=False,
)
