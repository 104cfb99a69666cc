"""House styles, as data: how the papers of a house look, one small table each."""

from __future__ import annotations

from dushanbe_process.errors import UnknownFormatError
from dushanbe_process.reports.styles.government import GOVERNMENT
from dushanbe_process.reports.styles.house import Face, Head, House
from dushanbe_process.reports.styles.osce import OSCE
from dushanbe_process.reports.styles.plain import PLAIN
from dushanbe_process.reports.styles.un import UN

__all__ = ["HOUSES", "Face", "Head", "House", "house"]

#: Every house style by its name.
HOUSES = {each.name: each for each in (UN, OSCE, GOVERNMENT, PLAIN)}


def house(name: str) -> House:
    """Return the house style of this name.

    Raises:
        UnknownFormatError: when there is none.
    """
    if name not in HOUSES:
        raise UnknownFormatError(f"style {name!r}", tuple(HOUSES))
    return HOUSES[name]
