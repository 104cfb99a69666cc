"""What a record looks like on a terminal: records in, things that rich can print out.

No text of a record is read as markup: ``[red]`` in a title is printed as it stands.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dushanbe_process.cli.show.blocks import blocks
from dushanbe_process.cli.show.dossier import dossier
from dushanbe_process.model.dossier import Dossier
from dushanbe_process.reports.overview import overview

if TYPE_CHECKING:
    from rich.console import RenderableType

    from dushanbe_process.schema import Model


def shown(record: Model) -> RenderableType:
    """Return the overview of a dossier, or all that any other record says."""
    return dossier(record) if isinstance(record, Dossier) else blocks(overview(record))
