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
from typing import TYPE_CHECKING, Any

from dushanbe_process.schema.declare import Model

if TYPE_CHECKING:
    from dushanbe_process.schema.derive import Record


@cache
def twin_of(cls: type[Any]) -> type[Any]:
    """Return the class of the same layout as ``cls`` whose fields can be set."""
    names = {
        "__slots__": cls.__slots__,
        "__init__": object.__init__,
        "__setattr__": object.__setattr__,
        "__delattr__": object.__delattr__,
    }
    parent: Any = cls.__base__
    # What an abstract class leaves open has to be there for an object to be made.
    names |= dict.fromkeys(getattr(parent, "__abstractmethods__", ()))
    return type(parent)(f"{cls.__name__}Twin", (parent,), names)  # type: ignore[no-any-return]


def finished(record: Record) -> list[str]:
    """Return the lines that make a record of the filled twin ``o``, check it and return it."""
    lines = [f"o.__class__ = {record.name}"]
    if (faults := record.cls.__faults__) is not Model.__faults__:
        said = [f"o.{name}" for name in getattr(faults, "only_with", ())]
        lines += [f"if {' or '.join(said)}:"] if said else []
        lines += ["    " * bool(said) + "for _ in o.__faults__(): raise Doubt"]
    return [*lines, "return o"]
