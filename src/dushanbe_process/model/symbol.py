"""Document symbols, and what the parts of a United Nations symbol say."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Any

import attrs

from dushanbe_process.model.codes import Designation, Slug
from dushanbe_process.schema import Model, field, model

_ORGANS = {
    "A": "General Assembly",
    "S": "Security Council",
    "E": "Economic and Social Council",
    "T": "Trusteeship Council",
    "ST": "Secretariat",
}
#: Natures that stand before their number with a dot: L.1, PV.12; and those with a slash.
_DOTTED = ("CRP", "L", "MIN", "PV", "R", "SR", "WP")
_SLASHED = ("AI", "DEC", "DECISION", "IC", "INF", "NGO", "PET", "PRST", "RES", "SGB")
#: Natures in the symbols of the treaty bodies alone, which have a component C or C.12.
_OF_TREATY_BODIES = ("CO", "GC")

_NATURE = re.compile(rf"(?P<nature>{'|'.join((*_DOTTED, *_SLASHED))}|Res)\.(?P<number>\d\w*)")
_SUBSIDIARY = re.compile(r"[A-Za-z]\w*(\.\w+)?", re.ASCII)
_ROMAN = re.compile(r"[IVX]{2,}")
_FINAL = re.compile(r"(Add|Amend|Corr|Rev|Summary|Excerpt|Part)[.\w]*( ?\(.*\))?\*?|\*", re.ASCII)
_SUFFIX = re.compile(r"(?P<rest>[^(]*[^( ]) ?(?P<suffix>\(.*\))")
_OLD_SESSION = re.compile(
    r"(?P<number>\d+( ?[A-Z]([-–][A-Z])?)?)"
    r" ?\((?P<session>[IVXLC]+|\d{4}|E?S-[IVX]+)\)"
    r"(?P<part> ?\[?[A-Z]([-–][A-Z])?\]?)?"
)
_JOINT = re.compile(r" ?[–—] ?(?=[A-Z]+/)|(?<=[\d)*]) ?- ?(?=[A-Z]+/)")


@attrs.frozen
class SymbolParts:
    """The parts of one United Nations document symbol.

    Made from its parts, it is written as the United Nations write it; read from a symbol, as
    it was printed.

    Source: United Nations Dag Hammarskjöld Library, research guide on document symbols.
    """

    organ: str
    subsidiaries: tuple[str, ...] = ()
    session: str | None = None
    nature: str | None = None
    number: str | None = None
    finals: tuple[str, ...] = ()
    printed: str = attrs.field(kw_only=True)

    @printed.default
    def _written(self) -> str:
        """Return the symbol as these parts are usually put together."""
        session, number = self.session, self.number
        middle: tuple[str | None, ...]
        if self.nature in _DOTTED:
            middle = (session, ".".join(filter(None, (self.nature, number))))
        elif session and number and re.fullmatch(r"[IVXLC]+|E?S-[IVX]+", session):
            middle = (self.nature, f"{number}({session})")
        elif session and number and (self.organ, self.nature) == ("S", "RES"):
            middle = (self.nature, f"{number} ({session})")
        else:
            middle = (self.nature, session, number)
        parts = "/".join(filter(None, (self.organ, *self.subsidiaries, *middle)))
        return parts + "".join(
            {"(": " ", "*": ""}.get(each[:1], "/") + each for each in self.finals
        )

    def __str__(self) -> str:
        """Return the symbol."""
        return self.printed

    @property
    def organ_name(self) -> str | None:
        """English name of the organ, for the principal organs."""
        return _ORGANS.get(self.organ)


@model
class Symbol(Model):
    """The symbol that identifies a document within the system of its issuer.

    A plain string stands for a United Nations symbol.
    """

    value: Designation = field("The symbol as printed: A/RES/77/298.")
    scheme: Slug = field("Whose symbol it is: un, osce, sco …", default="un")

    @classmethod
    def __accept__(cls, value: Any) -> Symbol:
        """Make one of what people write for it."""
        if isinstance(value, str):
            return cls(value=value)
        raise TypeError

    def __str__(self) -> str:
        """Return the symbol as printed."""
        return self.value

    @property
    def singles(self) -> tuple[str, ...]:
        """The symbols that the document bears, one by one: A/66/772–S/2012/215 bears two."""
        return tuple(_JOINT.split(self.value)) if self.scheme == "un" else (self.value,)

    @property
    def parts(self) -> tuple[SymbolParts, ...]:
        """The parts of each United Nations symbol; empty for the symbols of others."""
        return tuple(map(_parse, self.singles)) if self.scheme == "un" else ()


@lru_cache(maxsize=1024)
def _parse(text: str) -> SymbolParts:
    """Tell the components of one symbol apart, by their form and their place."""
    organ, *components = text.split("/")
    finals = _finals(components)
    nature, components = _nature(components)
    count = _leading(components)
    subsidiaries, numbers = components[:count], components[count:]
    session, number = _session(numbers)
    return SymbolParts(
        organ, tuple(subsidiaries), session, nature, number, tuple(finals), printed=text
    )


def _finals(components: list[str]) -> list[str]:
    """Take from the end what says how the text was modified: Add.1, Rev.1*, (Part I)."""
    finals: list[str] = []
    if components and len(components[-1]) > 1 and components[-1].endswith("*"):
        components[-1] = components[-1].removesuffix("*").removesuffix(" ")
        finals = ["*"]
    while len(components) > 1 and _FINAL.fullmatch(components[-1]):
        finals.insert(0, components.pop())
    if components and not _OLD_SESSION.fullmatch(components[-1]):
        suffix = _SUFFIX.fullmatch(components[-1])
        if suffix:
            components[-1] = suffix["rest"]
            finals.insert(0, suffix["suffix"])
    return finals


def _nature(components: list[str]) -> tuple[str | None, list[str]]:
    """Return the nature of the document, and the other components, its number among them.

    A component like WP.15 that others follow is a body: only the last can be a nature with
    its number.
    """
    dotted = _NATURE.fullmatch(components[-1]) if components else None
    if dotted:
        return dotted["nature"], [*components[:-1], dotted["number"]]
    of_treaty_body = not {"C", "C.12"}.isdisjoint(components)
    known = (*_SLASHED, *_OF_TREATY_BODIES) if of_treaty_body else _SLASHED
    places = [index for index, each in enumerate(components) if each in known]
    if not places:
        return None, components
    place = places[-1]
    return components[place], components[:place] + components[place + 1 :]


def _leading(components: list[str]) -> int:
    """Return how many of the components name bodies: those before the first number."""
    for index, each in enumerate(components):
        if not _SUBSIDIARY.fullmatch(each) or _ROMAN.fullmatch(each):
            return index
    return len(components)


def _session(numbers: list[str]) -> tuple[str | None, str | None]:
    """Return the session or year, and the number, of what they are written in."""
    old = _OLD_SESSION.fullmatch(numbers[-1]) if numbers else None
    if old:
        return old["session"], "/".join([*numbers[:-1], old["number"] + (old["part"] or "")])
    if len(numbers) > 1:
        return numbers[0], "/".join(numbers[1:])
    return None, numbers[0] if numbers else None
