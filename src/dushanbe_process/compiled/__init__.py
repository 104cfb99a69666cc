"""What is compiled to machine code, where the package was installed with a compiler at hand.

Each module here does what generated Python does as well, in the same steps, faster.  Where one
is missing, or was compiled of other sources than lie here, or ``DUSHANBE_PROCESS_PURE`` is set in
the environment, that Python runs instead.
"""

from __future__ import annotations

import os
from functools import cache
from importlib import import_module
from pathlib import Path
from zlib import crc32

#: Set in the environment to anything, it says: Python alone.
PURE = "DUSHANBE_PROCESS_PURE"

#: Says of which sources the modules beside it were compiled.
MADE_OF = "made_of.txt"

_HERE = Path(__file__).parent


@cache
def has(name: str) -> bool:
    """Say whether a compiled module is there, of these sources, and wanted."""
    if os.environ.get(PURE) or not are_of_these_sources(_HERE):
        return False
    try:
        import_module(f"{__name__}.{name}")
    except Exception:  # noqa: BLE001  (it may have been made for another Python, or another lxml)
        return False
    return True


@cache
def are_of_these_sources(folder: Path) -> bool:
    """Say whether the modules of a folder were compiled of the sources that lie in it now."""
    try:
        return (folder / MADE_OF).read_text() == sources_in(folder)
    except OSError:  # there is nothing compiled, or no folder: a package can lie in an archive
        return False


def sources_in(folder: Path) -> str:
    """Return what tells the sources in a folder from any others."""
    sources = sorted(each for each in folder.iterdir() if each.suffix in (".h", ".pxd", ".pyx"))
    return f"{crc32(b''.join(each.read_bytes() for each in sources)):08x}"
