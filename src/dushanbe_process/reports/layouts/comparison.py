"""The conferences of a process beside each other: how many came, and who took which part."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dushanbe_process.model.partner import PartnershipRole
from dushanbe_process.model.text import InlineText
from dushanbe_process.reports import conventions
from dushanbe_process.reports.blocks import Bars, Block, Grid
from dushanbe_process.reports.layouts.attendance import figure, followed
from dushanbe_process.reports.layouts.outline import table
from dushanbe_process.reports.layouts.sentences import colon, enumerating, strongly, together
from dushanbe_process.reports.layouts.sessions import name_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from dushanbe_process.model.conference import Attendance, Conference
    from dushanbe_process.model.localized import LocalizedText
    from dushanbe_process.reports.layouts.edition import Edition

#: What counts people, the widest first.
_PEOPLE = ("participants", "attendees", "delegates", "officials", "persons")
#: How many conferences stand side by side in one table.
_COLUMNS = 5


def participation(held: Sequence[Conference], edition: Edition) -> Iterator[Block]:
    """Yield a chart of how many took part, then every figure that sources give."""
    rows = []
    for each in held:
        if (given := _participants(each.attendance)) is not None:
            said = conventions.quantity(given.quantity, edition.language)
            rows.append((edition.briefly(each), max(0, given.quantity.value), said))
    if rows:
        most = max(1, *(value for _, value, _ in rows))
        yield Bars(edition.labels.dossier.participants_by_conference, tuple(rows), most)
    yield from _figures(held, edition)


def _participants(figures: Sequence[Attendance]) -> Attendance | None:
    """Return the figure followed for those who took part, by the widest measure."""
    known = {each.quantity.measure: each for each in reversed(followed(figures))}
    return next((known[measure] for measure in _PEOPLE if measure in known), None)


def _figures(held: Sequence[Conference], edition: Edition) -> Iterator[Block]:
    """Yield the figures of each conference and its sessions; those followed are marked."""
    words = edition.labels.dossier
    rows = []
    for each in held:
        named = InlineText(edition.briefly(each))
        rows += [(named, *_figure(one, edition)) for one in each.attendance]
        for session in each.sessions:
            name = together(named, colon(edition.language), name_of(session, edition))
            rows += [(name, *_figure(one, edition)) for one in session.attendance]
    head = (words.conference, words.value, words.followed, words.sources)
    yield from table(head, rows, (5, 8, 3, 4))


def _figure(given: Attendance, edition: Edition) -> tuple[InlineText, ...]:
    said = figure(given, edition)
    return (
        strongly(said) if given.preferred else said,
        InlineText(edition.labels.dossier.yes if given.preferred else ""),
        InlineText(edition.cited(given.sources)),
    )


def roles(held: Sequence[Conference], edition: Edition) -> Iterator[Block]:
    """Yield who had which part in which conference: a row for each partner."""
    ids = dict.fromkeys(one.partner for each in held for one in each.partnerships)
    printed = {one.partner: one.name_as_printed for each in held for one in each.partnerships}
    names = {id_: _official(id_, printed[id_], edition) for id_ in ids}
    key = conventions.sort_key(edition.language)
    ordered = sorted(ids, key=lambda id_: key(str(names[id_])))
    taking = [each for each in held if each.partnerships]
    for start in range(0, len(taking), _COLUMNS):
        some = taking[start : start + _COLUMNS]
        head = (edition.labels.dossier.partners, *map(edition.briefly, some))
        rows = tuple((names[id_], *(_part(id_, each, edition) for each in some)) for id_ in ordered)
        yield Grid(head, rows, (4, *[3] * len(some)))


def _official(id_: str, printed: LocalizedText, edition: Edition) -> InlineText:
    """Return the name that a partner has in the record; what was printed if it has none."""
    partner = edition.dossier.find(id_)
    name = getattr(partner, "name", None)
    return edition.best(name or printed, otherwise=id_)


def _part(id_: str, held: Conference, edition: Edition) -> InlineText:
    nouns = edition.labels.kinds.partnership_roles
    taken = [role for each in held.partnerships if each.partner == id_ for role in each.roles]
    said = dict.fromkeys(nouns[PartnershipRole(role)].one for role in taken)
    return InlineText(enumerating(edition.language).join(said))
