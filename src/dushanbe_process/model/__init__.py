"""The attrs classes: the only description of the data."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dushanbe_process.schema import Schema


@cache
def default_schema() -> Schema:
    """Return the schema of a dossier and of all that can stand in one."""
    from dushanbe_process.model.dossier import Dossier  # noqa: PLC0415  (it is read on demand)
    from dushanbe_process.schema import derive  # noqa: PLC0415

    return derive([Dossier], whole=Dossier)
