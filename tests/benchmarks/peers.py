"""The peers: each is imported when it is measured, and may be missing."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Callable, Iterator
from functools import cache
from importlib.util import find_spec

import word_npm
from timing import Absent, Case

#: This library with the extra that packs faster.
FAST = "dushanbe-process, with the extra fast"
#: What has to be importable for each.
_NEEDED = {
    "pydantic v2": "pydantic",
    "cattrs with orjson": "cattrs",
    "xsdata": "xsdata",
    "pydantic-xml": "pydantic_xml",
    "docxtpl": "docxtpl",
    "bluebell, of plain text": "bluebell",
    "python-docx": "docx",
    FAST: "isal",
}


def measured(name: str, case: Callable[[], Case]) -> Iterator[Case | Absent]:
    """Yield the case of a peer, or that it is absent; it is made only where it can be."""
    yield case() if is_installed(name) else Absent(name)


def is_installed(name: str) -> bool:
    """Say whether a peer can be measured; behind a comma it is said which way of it is meant."""
    peer = name if name in _NEEDED else name.partition(",")[0]
    if peer in (programs_ := programs()):
        return programs_[peer] is not None
    return find_spec(_NEEDED[peer]) is not None


@cache
def programs() -> dict[str, str | None]:
    """Return the versions of the peers that are programs, where they are installed."""
    return {"pandoc": _pandoc(), "npm docx": word_npm.version()}


def _pandoc() -> str | None:
    if shutil.which("pandoc") is None:
        return None
    told = subprocess.run(["pandoc", "--version"], check=True, capture_output=True)  # noqa: S607
    return told.stdout.decode().split()[1]
