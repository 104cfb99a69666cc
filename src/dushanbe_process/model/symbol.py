"""Document symbols, and what the parts of a United Nations symbol say."""

from __future__ import annotations

import re
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
_SUBSIDIARY = re.compile(r"(AC|C|CN|CONF|GC|SC|Sub|WG)\.\d+\w*|PC|SC", re.ASCII)
_NATURE = re.compile(r"(CRP|DEC|INF|L|MIN|NGO|PET|PRST|PV|R|RES|SR|WP|DECISION)(\.\d+)?", re.ASCII)
_FINAL = re.compile(r"(Add|Amend|Corr|Rev|Summary|Excerpt)(\.\d+)?\*?|Summary|\*", re.ASCII)
_OLD_SESSION = re.compile(r"(?P<number>\d+)\s?\((?P<session>[IVXLC]+|\d{4}|S-[IVX]+|ES-[IVX]+)\)")


@attrs.frozen
class SymbolParts:
    """The parts of one United Nations document symbol, each as printed.

    Source: United Nations Dag Hammarskjöld Library, research guide on document symbols.
    """

    organ: str
    subsidiaries: tuple[str, ...] = ()
    session: str | None = None
    nature: str | None = None
    number: str | None = None
    finals: tuple[str, ...] = ()

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
        if self.scheme != "un":
            return (self.value,)
        return tuple(re.split(r"\s?[–—]\s?|(?<=\d)-(?=[A-Z]+/)", self.value))

    @property
    def parts(self) -> tuple[SymbolParts, ...]:
        """The parts of each United Nations symbol; empty for the symbols of others."""
        return tuple(map(_parse, self.singles)) if self.scheme == "un" else ()


def _parse(text: str) -> SymbolParts:
    """Tell the components of one symbol apart, by their form and their place."""
    organ, *components = text.split("/")
    subsidiaries: list[str] = []
    numbers: list[str] = []
    finals: list[str] = []
    nature = None
    for component in components:
        if _FINAL.fullmatch(component):
            finals.append(component)
        elif _NATURE.fullmatch(component):
            nature = component
        elif _SUBSIDIARY.fullmatch(component) or (not numbers and component.isalpha()):
            subsidiaries.append(component)
        else:
            numbers.append(component)
    old = _OLD_SESSION.fullmatch(numbers[-1]) if numbers else None
    if old:
        session, number = old["session"], old["number"]
    else:
        session = numbers[0] if len(numbers) > 1 or (nature and "." in nature and numbers) else None
        rest = numbers[1:] if session else numbers
        number = "/".join(rest) or (nature.partition(".")[2] or None if nature else None)
    return SymbolParts(organ, tuple(subsidiaries), session, nature, number, tuple(finals))
