"""Records made without their constructor: what is put into them is known to be right.

A frozen record cannot be filled field by field.  Its twin can: a class of the same layout
whose fields are open.  When all are filled, the object is given its true class::

    o = twin_of(Venue)()
    o.name = ...
    o.__class__ = Venue

which costs a third of what the constructor of a frozen class costs, before that has looked at
a single value.  Where no code is generated that fills it, ``maker_of`` does.
"""

from __future__ import annotations

from collections.abc import Callable  # noqa: TC003  (of a value, for type checkers)
from functools import cache
from typing import TYPE_CHECKING, Any

from dushanbe_process.schema.declare import Model
from dushanbe_process.schema.derive import record_of
from dushanbe_process.schema.generate import Module, indented

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


@cache
def maker_of(cls: type[Any]) -> Callable[..., Any]:
    """Return the constructor of a record whose values are right, and in the form that is kept.

    Nothing is looked at: it is for readers that have checked.  For a ``Venue`` it is::

        def make_Venue(*, name, country=default_country):
            o = twin()
            o.name = name
            o.country = country
            o.__class__ = Venue
            return o
    """
    record = record_of(cls)
    module = _module(record)
    taken = ["*"]
    for each in record.fields:
        module.names[f"default_{each.name}"] = each.default
        taken.append(each.name if each.required else f"{each.name}=default_{each.name}")
    values = [f"o.{each.name} = {each.name}" for each in record.fields]
    return _compiled(module, f"make_{record.name}", ", ".join(taken), values)


@cache
def again_of(cls: type[Any]) -> Callable[..., Any]:
    """Return what makes a record that is like another but for its content: words in one manner.

    The content is right, and in the form that is kept.
    """
    record = record_of(cls)
    content = record.content.name if record.content else ""
    module = _module(record)
    values = [
        f"o.{each.name} = " + (content if each.name == content else f"p.{each.name}")
        for each in record.fields
    ]
    return _compiled(module, f"again_{record.name}", f"p, {content}", values)


def _module(record: Record) -> Module:
    names = {"twin": twin_of(record.cls), record.name: record.cls}
    return Module("maker of records", names)


def _compiled(module: Module, name: str, taken: str, values: list[str]) -> Callable[..., Any]:
    """Return the function that fills a twin and makes a record of it."""
    cls = name.partition("_")[2]
    body = ["o = twin()", *values, f"o.__class__ = {cls}", "return o"]
    module.add(name, lambda: [f"def {name}({taken}):", *indented(body)])
    module.compile(name)
    return module.names[name]  # type: ignore[no-any-return]


#: Puts a right value into a field of a record that was just made, and that nobody else has yet.
put: Callable[[Model, str, Any], None] = object.__setattr__


def finished(record: Record) -> list[str]:
    """Return the lines that make a record of the filled twin ``o``, check it and return it."""
    lines = [f"o.__class__ = {record.name}"]
    if (faults := record.cls.__faults__) is not Model.__faults__:
        names = () if getattr(faults, "below", False) else getattr(faults, "only_with", ())
        said = [f"o.{name}" for name in names]
        lines += [f"if {' or '.join(said)}:"] if said else []
        lines += ["    " * bool(said) + "for _ in o.__faults__(): raise Doubt"]
    return [*lines, "return o"]
