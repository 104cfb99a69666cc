"""Official files of the United Nations in Akoma Ntoso, where they are at hand."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from goals import OURS, Bench, at_most
from lxml import etree
from timing import Case
from work import each

import dushanbe_process as dp

_FOLDER = Path(__file__).parents[3] / "shared" / "cases" / "akn" / "un"


@cache
def files() -> list[bytes]:
    """Return the files; none where they are not beside the project."""
    return [path.read_bytes() for path in sorted(_FOLDER.glob("*.xml"))]


def reading() -> list[Case]:
    """Return the ways to read official files: to elements, and to records."""
    return [
        Case("lxml.etree.fromstring", each(etree.fromstring, files())),
        Case(OURS, each(lambda item: dp.loads(item, "akn"), files())),
    ]


def absent() -> list[str]:
    """Return what is not measured because it is not here."""
    return [] if files() else ["official files in Akoma Ntoso"]


BENCHES = (
    [
        Bench(
            "AKN read, official files",
            reading,
            (at_most(4, "lxml.etree.fromstring"),),
            rounds=5,
        )
    ]
    if files()
    else []
)
