"""Heads and feet of pages: mirrored, the first page apart; and the section that holds them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dushanbe_process.reports.direction import direction_of, is_rtl
from dushanbe_process.reports.docx.names import part
from dushanbe_process.reports.docx.runs import run

if TYPE_CHECKING:
    from dushanbe_process.reports.blocks import Paper
    from dushanbe_process.reports.styles import House

_BOLD = "<w:b/><w:bCs/>"
_KINDS = ("even", "default", "first")


def margins(paper: Paper, house: House) -> dict[str, bytes]:
    """Return the parts of the heads and feet, by name."""
    running = paper.running if house.running_head else ""
    made = {}
    for kind in _KINDS:
        rtl = direction_of(running, is_rtl(paper.language))
        head = _head("" if kind == "first" else running, even=kind == "even", rtl=rtl)
        made[f"header_{kind}.xml"] = part("hdr", head)
        made[f"footer_{kind}.xml"] = part("ftr", _foot(paper.job_number, kind, house))
    return made


def _head(words: str, *, even: bool, rtl: bool) -> str:
    """Return the running head: left on even pages, right on odd ones, over a rule."""
    if not words:
        return '<w:p><w:pPr><w:pStyle w:val="Running"/></w:pPr></w:p>'
    border = '<w:pBdr><w:bottom w:val="single" w:sz="4" w:space="3" w:color="auto"/></w:pBdr>'
    align = "left" if even != rtl else "right"  # the side of a paragraph that runs leftwards turns
    return (
        f'<w:p><w:pPr><w:pStyle w:val="Running"/>{border}<w:bidi w:val="{int(rtl)}"/>'
        f'<w:jc w:val="{align}"/></w:pPr>{run(words, _BOLD, rtl=rtl)}</w:p>'
    )


def _foot(job_number: str, kind: str, house: House) -> str:
    """Return the foot: the page outside, the job number inside; the job number alone at first."""
    tab = f'<w:tabs><w:tab w:val="right" w:pos="{house.width}"/></w:tabs>'
    job = run(job_number, rtl=False) if job_number else ""
    total = run("/", _BOLD, rtl=False) + _field("NUMPAGES")
    page = _field("PAGE") + (total if house.page_of_pages else "")
    turn = "<w:r><w:tab/></w:r>"
    inside = {"even": page + turn + job, "default": job + turn + page, "first": job}[kind]
    return (
        f'<w:p><w:pPr><w:pStyle w:val="Running"/>{tab}<w:bidi w:val="0"/>'
        f'<w:jc w:val="left"/></w:pPr>{inside}</w:p>'
    )


def _field(name: str) -> str:
    parts = (
        '<w:fldChar w:fldCharType="begin"/>',
        f'<w:instrText xml:space="preserve"> {name} </w:instrText>',
        '<w:fldChar w:fldCharType="separate"/>',
        "<w:t>1</w:t>",
        '<w:fldChar w:fldCharType="end"/>',
    )
    return "".join(f"<w:r><w:rPr>{_BOLD}</w:rPr>{each}</w:r>" for each in parts)


def section(house: House, language: str) -> str:
    """Return the properties of the one section of the document."""
    references = "".join(
        f'<w:{place}Reference w:type="{kind}" r:id="{place}_{kind}"/>'
        for place in ("header", "footer")
        for kind in _KINDS
    )
    (width, height), (top, right, bottom, left) = house.page, house.margins
    bidi = "<w:bidi/>" if is_rtl(language) else ""
    return (
        f'<w:sectPr>{references}<w:pgSz w:w="{width}" w:h="{height}"/>'
        f'<w:pgMar w:top="{top}" w:right="{right}" w:bottom="{bottom}" w:left="{left}" '
        f'w:header="{house.header}" w:footer="{house.footer}" w:gutter="0"/>'
        f"<w:titlePg/>{bidi}</w:sectPr>"
    )
