"""Who made a conference happen, who presided over it, and who spoke."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dushanbe_process.model.conference import OfficerRole
from dushanbe_process.model.partner import PartnershipRole
from dushanbe_process.reports.layouts.outline import facts, paragraph
from dushanbe_process.reports.layouts.sentences import begun, filled, lines, listed, together
from dushanbe_process.reports.layouts.sessions import officer_rows

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dushanbe_process.model.conference import Conference
    from dushanbe_process.model.partner import Partnership
    from dushanbe_process.model.text import InlineText
    from dushanbe_process.reports.blocks import Block
    from dushanbe_process.reports.layouts.edition import Edition

_ORGANIZERS = {PartnershipRole.ORGANIZER, PartnershipRole.CO_ORGANIZER}
_ELECTED = {
    OfficerRole.PRESIDENT,
    OfficerRole.CHAIR,
    OfficerRole.CO_CHAIR,
    OfficerRole.VICE_CHAIR,
    OfficerRole.SECRETARY_GENERAL,
    OfficerRole.RAPPORTEUR,
}


def organizers(held: Conference, edition: Edition) -> Iterator[Block]:
    """Yield a sentence on those who organised it, then the partners of every other role."""
    organizing = [each for each in held.partnerships if _ORGANIZERS.intersection(each.roles)]
    if organizing:
        names = listed([_name(each, edition) for each in organizing], edition.language)
        told = filled(edition.labels.report.organized_by, names=names)
        yield paragraph(told, edition.language)
    rows = []
    for role in PartnershipRole:
        named = [each for each in held.partnerships if role in each.roles]
        if named and role not in _ORGANIZERS:
            noun = edition.labels.kinds.partnership_roles[role]
            label = noun.one if len(named) == 1 else noun.many
            rows.append((label, lines(begun(_name(each, edition)) for each in named)))
    yield from facts(rows)


def _name(partnership: Partnership, edition: Edition) -> InlineText:
    name = edition.partner(partnership.partner, partnership.name_as_printed)
    scope = edition.said(partnership.scope)
    return together(name, " (", scope, ")") if scope else name


def presiding(held: Conference, edition: Edition) -> tuple[Block, ...]:
    """Return those who held an office of the conference."""
    return facts(officer_rows((o for o in held.officers if o.role in _ELECTED), edition))


def speakers(held: Conference, edition: Edition) -> tuple[Block, ...]:
    """Return those who took any other part in it."""
    return facts(officer_rows((o for o in held.officers if o.role not in _ELECTED), edition))
