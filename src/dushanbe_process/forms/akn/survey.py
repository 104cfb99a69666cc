"""Many files of Akoma Ntoso: how many are read, whether all text is kept, what is irregular."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

import attrs

from dushanbe_process.errors import DushanbeError
from dushanbe_process.forms.akn.gathered import text_of_file
from dushanbe_process.forms.akn.measure import Kept, text_of_record
from dushanbe_process.forms.akn.read.records import read_element
from dushanbe_process.forms.akn.read.tree import NAME
from dushanbe_process.forms.akn.write.tree import visible
from dushanbe_process.model.documents import Document
from dushanbe_process.xml_parse import parse

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from dushanbe_process.errors import Problem
    from dushanbe_process.schema import Model


@attrs.define
class Survey:
    """What was met in the files of one folder.

    ``kinds`` counts irregularities by their kind, ``in_files`` the files that each occurs in.
    """

    folder: str
    files: int = 0
    read: int = 0
    whole: int = 0
    words: int = 0
    kept: float = 0.0
    kinds: Counter[str] = attrs.field(factory=Counter)
    in_files: Counter[str] = attrs.field(factory=Counter)
    failures: list[str] = attrs.field(factory=list)

    def take(self, path: Path) -> None:
        """Read one file, and note how it went."""
        self.files += 1
        try:
            kept, found = measured(path.read_bytes())
        except DushanbeError as error:
            self.failures += [f"{path}: {line}" for line in str(error).splitlines()]
            return
        self.read += 1
        self.whole += kept.whole
        words = len(kept.source.split())
        self.words += words
        self.kept += kept.share * words
        kinds = Counter(getattr(each, "kind", "other") for each in found)
        self.kinds += kinds
        self.in_files.update(set(kinds))
        if not kept.whole:
            self.failures.append(f"{path}: text is not kept as it is: {kept.difference()}")

    @property
    def share(self) -> float:
        """How much of the text was kept, of all words that were read: from 0 to 1."""
        return self.kept / self.words if self.words else 1.0


def measured(data: bytes) -> tuple[Kept, tuple[Problem, ...]]:
    """Return the text of a file beside that of its record, and what is irregular in it.

    Raises:
        DushanbeError: when the file cannot be read.
    """
    root = parse(data, NAME)
    source = text_of_file(root)
    read = read_element(root)
    return Kept(source, _text_of(read.record)), (*read.findings.found, *read.edits)


def _text_of(record: Model) -> str:
    """Return the text of a record: of one that has no version, what would be written of it."""
    if isinstance(record, Document) and record.versions:
        return text_of_record(record)
    return text_of_file(visible(record))


def survey(files: Iterable[Path]) -> list[Survey]:
    """Return what is met in files, folder by folder.

    Raises:
        OSError: when a file cannot be read.
    """
    found: dict[str, Survey] = {}
    for path in files:
        folder = str(path.parent)
        found.setdefault(folder, Survey(folder)).take(path)
    return list(found.values())
