"""What is compiled to machine code, where the package was installed with a compiler at hand.

Each module here does what generated Python does as well, in the same steps, faster.  Where one
is missing, or ``DUSHANBE_PROCESS_PURE`` is set in the environment, that Python runs instead.
"""

from __future__ import annotations

import os
from functools import cache
from importlib import import_module

#: Set in the environment to anything, it says: Python alone.
PURE = "DUSHANBE_PROCESS_PURE"


@cache
def has(name: str) -> bool:
    """Say whether a compiled module is there, and wanted."""
    if os.environ.get(PURE):
        return False
    try:
        import_module(f"{__name__}.{name}")
    except Exception:  # noqa: BLE001  (it may have been made for another Python, or another lxml)
        return False
    return True
