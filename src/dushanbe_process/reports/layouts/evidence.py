"""How a record knows what it says: sources, where they differ, and what was not found."""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs

from dushanbe_process.model.text import InlineText, link
from dushanbe_process.reports import conventions
from dushanbe_process.reports.blocks import Block, Bullets, Role, each_of
from dushanbe_process.reports.direction import LEFT_TO_RIGHT_MARK, is_rtl, joined
from dushanbe_process.reports.layouts.outcomes import title_of
from dushanbe_process.reports.layouts.outline import Part, prose, table
from dushanbe_process.reports.layouts.participants import people_of
from dushanbe_process.reports.layouts.sentences import colon, lines, strongly, together
from dushanbe_process.reports.layouts.sessions import name_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from dushanbe_process.model.conference import Conference
    from dushanbe_process.model.entity import Citation, Claim, ClaimedValue, Entity, Source
    from dushanbe_process.model.process import Process
    from dushanbe_process.reports.layouts.edition import Edition


def differences(process: Process, held: Sequence[Conference], edition: Edition) -> Iterator[Block]:
    """Yield each fact on which sources differ: the values side by side, and why one is followed."""
    ids = _within(process, held, edition)
    alone = len(edition.dossier.processes) == 1
    ours = [each for each in edition.dossier.claims if alone or each.about in ids]
    for number, claim in enumerate(ours, 1):
        yield from _claim(claim, number, edition)


def _within(process: Process, held: Sequence[Conference], edition: Edition) -> set[str]:
    """Return the ids of all that belongs to a process or takes part in it."""
    ids = {process.id, *process.launched_by}
    for each in held:
        ids |= {each.id, *each.outcomes, *(one.id for one in each.sessions)}
        ids |= {one.id for one in edition.dossier.documents_of(each)}
        ids |= {one.partner for one in each.partnerships}
        ids |= {one.partner for one in each.delegations}
        ids |= people_of(each)
    return ids


def _claim(claim: Claim, number: int, edition: Edition) -> Iterator[Block]:
    words = edition.labels.dossier
    question = edition.text(claim.question).strip() or _about(claim, edition)
    asked = f"{conventions.list_number(0, number, edition.language)} {question}"
    rows = [_value(each, edition) for each in claim.values]
    made = table(
        (words.value, words.followed, words.sources),
        rows,
        (7, 3, 10),
        caption=asked,
        about=each_of(claim.values),
        kept=range(3),
    )
    yield from made or (prose(InlineText(asked), edition.language),)
    for label, text in ((words.reason, claim.reason), (words.remark, claim.note)):
        if said := edition.said(text):
            # The mark keeps a full stop in the line of Latin words that it ends.
            foreign = is_rtl(edition.language) and not edition.is_own(text)
            end = LEFT_TO_RIGHT_MARK if foreign else ""
            told = together(label, said, between=colon(edition.language)) + end
            yield attrs.evolve(prose(told, edition.language), role=Role.NOTE)


def _about(claim: Claim, edition: Edition) -> str:
    """Return what a claim without a question is about: the record, and which of its fields."""
    entity = edition.dossier.find(claim.about)
    name = _name(entity, edition) if entity else InlineText(claim.about)
    return f"{name}{colon(edition.language)}{claim.aspect}"


def _name(entity: Entity, edition: Edition) -> InlineText:
    named = getattr(entity, "title", None) or getattr(entity, "name", None)
    return edition.best(named, otherwise=entity.id) if named else InlineText(entity.id)


def _value(given: ClaimedValue, edition: Edition) -> tuple[InlineText, ...]:
    said = edition.said(given.value)
    return (
        strongly(said) if given.preferred else said,
        InlineText(edition.labels.dossier.yes if given.preferred else ""),
        lines(_evidence(given.sources, edition)),
    )


def _evidence(citations: Iterable[Citation], edition: Edition) -> Iterator[InlineText | str]:
    """Yield the sources that are quoted, a line each, then the others on one."""
    told = list(citations)
    yield from (_cited(each, edition) for each in told if each.quote or each.locator)
    yield edition.cited(each for each in told if not (each.quote or each.locator))


def _cited(citation: Citation, edition: Edition) -> InlineText:
    """Return the number of a source, the place in it, and what it says to the letter."""
    number = edition.number(citation.source)
    source = edition.dossier.find(citation.source)
    language = getattr(source, "language", None) or edition.dossier.default_language
    quote = conventions.quote(citation.quote, language) if citation.quote else ""
    if quote and is_rtl(edition.language) and not is_rtl(language):
        # The marks keep quotation marks and commas of Latin words on their own sides.
        quote = f"{LEFT_TO_RIGHT_MARK}{quote}{LEFT_TO_RIGHT_MARK}"
    return together(number, citation.locator or "", edition.spoken(quote, language), between=" ")


def not_found(process: Process, held: Sequence[Conference], edition: Edition) -> Iterator[Part]:
    """Yield what was looked for and not found: of the process, then of each conference."""
    yield Part(edition.labels.dossier.process, _bullets(_missing(process, edition)))
    for each in held:
        items = [*_missing(each, edition)]
        for session in each.sessions:
            items += _missing(session, edition, InlineText(name_of(session, edition)))
        for document in edition.dossier.documents_of(each):
            items += _missing(document, edition, title_of(document, edition))
        yield Part(edition.when_and_where(each), _bullets(items))


def _missing(entity: Entity, edition: Edition, name: InlineText | str = "") -> list[InlineText]:
    said = [each for each in map(edition.said, entity.not_found) if each]
    return [together(name, each, between=colon(edition.language)) for each in said]


def _bullets(items: Sequence[InlineText]) -> tuple[Block, ...]:
    return (Bullets(tuple(items)),) if items else ()


def sources(edition: Edition) -> tuple[Block, ...]:
    """Return the numbered list of all that was read."""
    words = edition.labels.dossier
    rows = [
        (
            InlineText(joined(edition.number(each.id), edition.language)),
            _source(each, edition),
            InlineText(_date(each, edition)),
        )
        for each in edition.dossier.sources
    ]
    return table(
        (words.number, words.source, words.date),
        rows,
        (2, 15, 5),
        about=each_of(edition.dossier.sources),
    )


def _source(source: Source, edition: Edition) -> InlineText:
    title = edition.best(source.title, otherwise=source.id)
    address = link(source.address, source.address) if source.address else ""
    return lines([title, edition.said(source.publisher), source.symbol or "", InlineText(address)])


def _date(source: Source, edition: Edition) -> str:
    return conventions.date(source.date, edition.language, unbroken=True) if source.date else ""
