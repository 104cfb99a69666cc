"""Records made without their constructor: what is put into them is known to be right.

A frozen record cannot be filled field by field.  Its twin can: a class of the same layout
whose fields are open.  When all are filled, the object is given its true class::

    o = twin_of(Venue)()
    o.name = ...
    o.__class__ = Venue

which costs a third of what the constructor of a frozen class costs, before that has looked at
a single value.
"""

from __future__ import annotations

from functools import cache
from typing import Any


@cache
def twin_of(cls: type[Any]) -> type[Any]:
    """Return the class of the same layout as ``cls`` whose fields can be set."""
    names = {
        "__slots__": cls.__slots__,
        "__init__": object.__init__,
        "__setattr__": object.__setattr__,
        "__delattr__": object.__delattr__,
    }
    # What an abstract class leaves open has to be there for an object to be made.
    names |= dict.fromkeys(getattr(cls.__base__, "__abstractmethods__", ()))
    return type(cls.__base__)(f"{cls.__name__}Twin", (cls.__base__,), names)  # type: ignore[call-overload,no-any-return]
