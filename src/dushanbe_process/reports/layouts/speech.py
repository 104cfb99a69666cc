"""What was said at a conference, and who they are that spoke."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dushanbe_process.model.body import Body
from dushanbe_process.model.documents import Manner, Statement
from dushanbe_process.reports import conventions
from dushanbe_process.reports.layouts.body import body_blocks
from dushanbe_process.reports.layouts.outline import paragraph
from dushanbe_process.reports.layouts.sentences import (
    apposed,
    begun,
    colon,
    comma,
    ended,
    language_of,
    together,
)
from dushanbe_process.reports.layouts.versions import version_in

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from dushanbe_process.model.conference import Conference, Officer
    from dushanbe_process.model.text import InlineText
    from dushanbe_process.reports.blocks import Block
    from dushanbe_process.reports.layouts.edition import Edition


def officer_line(officer: Officer, edition: Edition) -> InlineText:
    """Return who somebody is, in what office, and how they took part."""
    name = edition.person(officer.person, officer.name)
    if not str(name).strip() and officer.on_behalf_of:
        name = edition.partner(officer.on_behalf_of)
    line = apposed((name, edition.said(officer.capacity)), edition.language)
    manner = edition.said(officer.manner)
    return together(line, " (", manner, ")") if manner else line


def statements_of(held: Conference, edition: Edition) -> dict[str | None, list[Statement]]:
    """Return the statements made at a conference, by session; under None those of none."""
    ids = {each.id for each in held.sessions}
    listing = {one: each.id for each in held.sessions for one in each.statements}
    found: dict[str | None, list[Statement]] = {}
    for each in edition.dossier.documents_of(held):
        if isinstance(each, Statement):
            session = each.session if each.session in ids else listing.get(each.id)
            found.setdefault(session, []).append(each)
    return found


def statements(made: Iterable[Statement], edition: Edition) -> Iterator[Block]:
    """Yield a numbered paragraph for each statement, and its text where the record has it."""
    for each in made:
        yield paragraph(sentence(each, edition), edition.language)
        version = version_in(each, edition.language)
        if version is not None and version.body != Body() and not each.text:
            yield from body_blocks(version.body, version.language, level=3, anchor=each.id)


def sentence(statement: Statement, edition: Edition) -> InlineText:
    """Return who said what; a sentence, where all of it is in the language of the edition."""
    named, what = who(statement, edition), words_of(statement, edition)
    language = language_of(together(named, what), edition.language)
    if language is not None and _is_told(statement):
        mark = comma(language) if edition.said(statement.capacity) else " "
        return ended(together(begun(named), what, between=mark), language)
    if language == "en" and _accompanies(statement):
        return ended(together(begun(named), ", made a statement, ", what), language)
    mark = colon(language_of(named, edition.language) or edition.language)
    last = language_of(what or named, edition.language) or edition.language
    return ended(together(begun(named), what, between=mark), last)


def who(statement: Statement, edition: Edition) -> InlineText:
    """Return who spoke, and in what office."""
    parts = (speaker(statement, edition), edition.said(statement.capacity))
    return apposed(parts, edition.language)


def speaker(statement: Statement, edition: Edition) -> InlineText:
    """Return who spoke: a person, those who spoke together, or whoever it was for."""
    if statement.speaker:
        return edition.person(statement.speaker)
    if collective := edition.said(statement.collective):
        return collective
    parties = [edition.partner(each) for each in statement.on_behalf_of]
    return apposed(parties, edition.language)


def words_of(statement: Statement, edition: Edition) -> InlineText:
    """Return what was done by it, and the words."""
    text = statement.text or statement.title
    words = edition.said(text)
    if statement.manner is Manner.DIRECT and words:
        quoted = conventions.quote(edition.text(text), edition.tag(text))
        words = edition.spoken(quoted, edition.tag(text))
    act = edition.spoken(statement.act or "", edition.dossier.default_language)
    return together(act, words, between=" ")


def _is_told(statement: Statement) -> bool:
    """Say whether speaker, act and words make a sentence, if they are in one language.

    A participle (presenting, welcoming) does not make one.
    """
    return bool(statement.act) and not _accompanies(statement)


def _accompanies(statement: Statement) -> bool:
    """Say whether the act is told by an English participle, which goes with another verb."""
    return (statement.act or "").endswith("ing")
