"""Records of intergovernmental conferences: typed, and in every official form.

    import dushanbe_process as dp

    dossier = dp.sample()
    dp.write(dossier, "process.xml")
    assert dp.read("process.xml") == dossier

The public names are those of ``dushanbe_process.public``; they are imported when the first
of them is used, so that the import of this package alone is cheap.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from dushanbe_process.public import *  # noqa: F403  (its __all__ is the list)

__version__ = "0.1.0"


def __getattr__(name: str) -> Any:
    """Import the public names, the first time that one is used."""
    public = import_module("dushanbe_process.public")
    if name not in public.__all__:
        message = f"module {__name__!r} has no attribute {name!r}"
        raise AttributeError(message)
    at_hand = {each: value for each, value in vars(public).items() if each in public.__all__}
    globals().update(at_hand)
    globals()[name] = value = getattr(public, name)
    return value


def __dir__() -> list[str]:
    """Return the public names and the rest."""
    return sorted({*globals(), *import_module("dushanbe_process.public").__all__})
