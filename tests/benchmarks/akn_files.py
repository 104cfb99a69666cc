"""Official files of the United Nations in Akoma Ntoso, where they are at hand."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path

from goals import OURS, Bench, ahead, at_most
from lxml import etree
from peers import measured
from timing import Absent, Case
from work import each

import dushanbe_process as dp

_BLUEBELL = "bluebell, of plain text"
_WHY = "what is asked of each element is asked in Python; four need compiled code"
_FOLDER = Path(__file__).parents[3] / "shared" / "cases" / "akn" / "un"


@cache
def files() -> list[bytes]:
    """Return the files; none where they are not beside the project."""
    return [path.read_bytes() for path in sorted(_FOLDER.glob("*.xml"))]


def reading() -> Iterator[Case | Absent]:
    """Yield the ways to read official files: to elements, to records, and of plain text."""
    yield Case("lxml.etree.fromstring", each(etree.fromstring, files()))
    yield Case(OURS, each(lambda item: dp.loads(item, "akn"), files()))
    yield from measured(_BLUEBELL, _bluebell)


def _bluebell() -> Case:
    import peers_bluebell

    peer = peers_bluebell.Bluebell(files())
    return Case(_BLUEBELL, each(peer.read, peer.texts), rounds=1)


def absent() -> list[str]:
    """Return what is not measured because it is not here."""
    return [] if files() else ["official files in Akoma Ntoso"]


BENCHES = (
    [
        Bench(
            "AKN read, official files",
            reading,
            (at_most(4, "lxml.etree.fromstring", _WHY), ahead(1, _BLUEBELL)),
            rounds=5,
        )
    ]
    if files()
    else []
)
