"""The manner of a ministry: a letterhead over the first page, wide measure."""

from dushanbe_process.reports.styles.house import Face, Head, House

GOVERNMENT = House(
    name="government",
    doc="Document of a government, under its letterhead",
    head=Head.LETTERHEAD,
    page=(11906, 16838),
    margins=(1134, 1134, 1134, 1701),
    header=567,
    footer=567,
    fonts=(
        ("Times New Roman", "Liberation Serif"),
        ("SimSun", "Noto Serif CJK SC"),
        ("Amiri", "Traditional Arabic"),
    ),
    size=12,
    measure=0,
    step=567,
    title=Face(14, bold=True, before=360, after=240, align="center", keep_next=True),
    headings=(
        Face(13, bold=True, before=240, after=120, align="center", keep_next=True),
        Face(12, bold=True, before=240, after=120, keep_next=True),
        Face(12, bold=True, italic=True, before=120, after=60, keep_next=True),
        Face(12, italic=True, before=120, after=60, keep_next=True),
    ),
    body=Face(12, first=709, align="both"),
    preambular=Face(12, first=709, align="both"),
    operative=Face(12, align="both"),
    running_head=False,
    page_of_pages=False,
    closing_rule=False,
)
