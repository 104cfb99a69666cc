"""The delegations at the table: their names in order, and who of them is in the record."""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs

from dushanbe_process.errors import InvalidError, Problem
from dushanbe_process.model.codes import Designation
from dushanbe_process.negotiation.regions import Parties
from dushanbe_process.schema.check import refusal_of_code

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from dushanbe_process.model.dossier import Dossier
    from dushanbe_process.model.partner import Partner

#: What would be taken for the signs around a name.
_SIGNS = frozenset("[];:")


@attrs.frozen
class Table:
    """The delegations that took part, in the order given."""

    names: tuple[str, ...]
    ids: dict[str, str]

    def parties(self, names: Iterable[str]) -> Parties:
        """Return some of the delegations as those who propose one thing."""
        chosen = [name for name in self.names if name in set(names)]
        ids = tuple(self.ids[name] for name in chosen if name in self.ids)
        return Parties(tuple(chosen), ids)

    def are_all(self, parties: Parties) -> bool:
        """Say whether these are all there are: what one alone proposes is not agreed by that."""
        return len(self.names) > 1 and set(self.names) <= set(parties.names)


def seated(names: Iterable[str], dossier: Dossier | None) -> Table:
    """Return the table of these delegations.

    Raises:
        InvalidError: for a name that cannot stand in brackets.
    """
    listed = tuple(names)
    if problems := list(_faults(listed)):
        raise InvalidError(problems)
    ids = {}
    for name in listed:
        partner = next((each for each in _partners(dossier) if _is_called(each, name)), None)
        if partner is not None:
            ids[name] = partner.id
    return Table(listed, ids)


def _faults(names: tuple[str, ...]) -> Iterator[Problem]:
    if not names:
        yield Problem("$.copies", "nobody's copy is given")
    for name in names:
        code = Designation.__metadata__[0]  # type: ignore[attr-defined]  # Annotated has it
        if message := refusal_of_code(code, name):
            yield Problem(f"$.copies[{name!r}]", message)
        elif signs := sorted(_SIGNS & set(name)):
            told = " ".join(signs)
            yield Problem(f"$.copies[{name!r}]", f"{told} cannot stand in a delegation's name")


def _partners(dossier: Dossier | None) -> tuple[Partner, ...]:
    return dossier.partners if dossier else ()


def _is_called(partner: Partner, name: str) -> bool:
    texts = (partner.name, partner.short_name, *partner.other_names)
    known = {partner.id, *(each for text in texts for each in text.values())}
    return name.casefold() in {each.casefold() for each in known}
