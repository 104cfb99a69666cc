"""Style sheets: one for all houses, what each does differently, and the pages of the printer."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

from dushanbe_process.reports.direction import is_rtl

if TYPE_CHECKING:
    from dushanbe_process.reports.blocks import Paper
    from dushanbe_process.reports.styles import House


def sheet(house: House, paper: Paper) -> str:
    """Return the style sheet of a paper in the manner of a house."""
    return _kept("base") + _kept(house.name) + _pages(house, paper)


@cache
def _kept(name: str) -> str:
    return files(__package__).joinpath("sheets", f"{name}.css").read_text("utf-8")


def _pages(house: House, paper: Paper) -> str:
    """Return what stands in the margins of printed pages, on the outer side where mirrored.

    The job number stands at the foot of the first page, across from its number.
    """
    number = 'counter(page) "/" counter(pages)' if house.page_of_pages else "counter(page)"
    side = "right" if is_rtl(paper.language) else "left"  # the first page is one of the other side
    job = f"@bottom-{side} {{ content: {_string(paper.job_number)}; }}"
    first = (
        f"@page :first {{ @top-left {{ content: none; }} @top-right {{ content: none; }} {job} }}\n"
    )
    if not house.running_head:
        return f"@page {{ @bottom-center {{ content: {number}; }} }}\n{first}"
    head = _string(paper.running)
    mirrored = (
        f"@page :{outer} {{ @top-{outer} {{ content: {head}; }} "
        f"@bottom-{outer} {{ content: {number}; }} }}\n"
        for outer in ("left", "right")
    )
    return "".join(mirrored) + first


def _string(words: str) -> str:
    """Return words as a string of CSS; whatever could end the string or the sheet is a number."""
    inside = "".join(
        each if (each.isalnum() and each.isascii()) or each in " /.-()" else f"\\{ord(each):x} "
        for each in " ".join(words.split())
    )
    return f'"{inside}"'
