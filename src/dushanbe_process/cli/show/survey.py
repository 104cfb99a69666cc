"""The tables of a survey of files of Akoma Ntoso."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from dushanbe_process.cli.show.layout import columns, text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from rich.console import RenderableType

    from dushanbe_process.forms.akn.survey import Survey


def table(surveys: Sequence[Survey]) -> RenderableType:
    """Return folder by folder: files, how many were read, how much of their text was kept."""
    rows = [
        (
            each.folder,
            text(f"{each.files:,}"),
            text(f"{each.read:,}", "green" if each.read == each.files else "bold red"),
            text(_percent(each), "green" if each.whole == each.read else "bold red"),
            text(f"{each.words:,}"),
            text(f"{sum(each.kinds.values()):,}"),
        )
        for each in surveys
    ]
    head = ("Folder", "Files", "Read", "Text kept", "Words", "Irregularities")
    return columns(rows, head) or "no files"


def _percent(survey: Survey) -> str:
    """Return how much was kept; 100 % only where nothing at all was lost."""
    if not survey.read:
        return "–"
    if survey.whole == survey.read:
        return "100 %"
    return f"{min(survey.share * 100, 99.99):.2f} %"


def irregular(surveys: Sequence[Survey]) -> RenderableType:
    """Return the irregularities by kind: how many there are, and in how many files."""
    kinds: Counter[str] = Counter()
    files: Counter[str] = Counter()
    for each in surveys:
        kinds += each.kinds
        files += each.in_files
    rows = [
        (kind, text(f"{count:,}"), text(f"{files[kind]:,}")) for kind, count in kinds.most_common()
    ]
    return columns(rows, ("Irregularity", "Times", "Files")) or "nothing irregular"
