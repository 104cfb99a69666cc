"""Set phrases of official documents: mastheads, letters, adoptions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dushanbe_process.model.documents import AdoptionMode
from dushanbe_process.reports.conventions.counts import count
from dushanbe_process.reports.conventions.dates import date
from dushanbe_process.reports.conventions.numbering import annex
from dushanbe_process.reports.conventions.writing import join
from dushanbe_process.reports.labels import Gender, labels_of, primary
from dushanbe_process.reports.locales import language_name

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dushanbe_process.model.documents import Distribution, VoteCount
    from dushanbe_process.model.time_and_place import PartialDate
    from dushanbe_process.reports.labels.groups import LetterWords

#: Modes of which a count is no part.
_WITHOUT_COUNT = {AdoptionMode.CONSENSUS, AdoptionMode.ACCLAMATION, AdoptionMode.WITHOUT_VOTE}


def masthead_language(language: str) -> str:
    """Return the language in which the United Nations print distribution, date and original.

    In Arabic, Chinese and Russian documents it is English.
    """
    return labels_of(language).masthead.block_language


def distribution(value: Distribution, language: str) -> str:
    """Return the line of distribution as it stands in the masthead: ``Distr.: General``."""
    return labels_of(masthead_language(language)).masthead.distribution[value]


def masthead_date(value: PartialDate, language: str) -> str:
    """Return the date of issue as it stands in the masthead."""
    return date(value, masthead_language(language))


def original(languages: Sequence[str], language: str) -> str:
    """Return the lines on the language of the text and of the original.

    A translation names both (``Russian``, then ``Original: English``), the original itself only
    the second; nothing is said where the original is not known.
    """
    if not languages:
        return ""
    printed = masthead_language(language)
    names = "/".join(_language(each, printed) for each in languages)
    line = labels_of(printed).masthead.original.format(languages=names)
    if primary(language) in map(primary, languages):
        return line
    name = _language(language, printed)
    return f"{name[:1].upper()}{name[1:]}\n{line}"


def agenda_item(numbers: Sequence[str], language: str) -> str:
    """Return the reference to items of the agenda: ``Agenda items 14 and 117``."""
    words = labels_of(language).masthead
    pattern = words.agenda_item if len(numbers) == 1 else words.agenda_items
    return pattern.format(number=join(numbers, language))


def letter_title(issued: PartialDate, sender: str, addressee: str, language: str) -> str:
    """Return the title of a letter; sender and addressee in the form that it asks for."""
    words = labels_of(language).letter
    return _letter(words.letter, words, issued, sender, addressee, language)


def note_verbale_title(issued: PartialDate, sender: str, addressee: str, language: str) -> str:
    """Return the title of a note verbale."""
    words = labels_of(language).letter
    return _letter(words.note_verbale, words, issued, sender, addressee, language)


def annex_title(
    issued: PartialDate, sender: str, addressee: str, language: str, *, index: int | None = None
) -> str:
    """Return the title of what is annexed to a letter; ``index`` where there are several."""
    words = labels_of(language).letter
    pattern = words.annex_to_letter
    if index is not None:
        pattern = words.annex_numbered_to_letter.replace("{annex}", annex(index, language))
    return _letter(pattern, words, issued, sender, addressee, language)


def adoption(
    mode: AdoptionMode | None,
    language: str,
    *,
    kind: str = "Declaration",
    votes: VoteCount | None = None,
) -> str:
    """Return how a document was adopted: ``Adopted by a recorded vote of 141 to 5, …``.

    ``kind`` is the name of its class, with whose noun the participle agrees.
    """
    words = labels_of(language).adoption
    noun = labels_of(language).kinds.documents.get(kind)
    adopted = words.adopted[noun.gender if noun else Gender.NEUTER]
    manner = words.manners[AdoptionMode(mode)] if mode else ""
    if votes and mode not in _WITHOUT_COUNT:
        manner = _vote(votes, manner or words.by_vote, language)
    said = words.phrase.format(adopted=adopted, manner=manner).strip()
    return said[:1].upper() + said[1:]


def resolution_adopted(organ: str, adopted: PartialDate, language: str) -> str:
    """Return the line over the title of a resolution, or nothing for an organ not known.

    ``organ`` is the name of its field in the labels: ``general_assembly``.
    """
    words = labels_of(language).adoption
    if organ not in words.organs:
        return ""
    day = date(adopted, language).replace(" ", "\N{NO-BREAK SPACE}")
    return words.resolution.format(organ=words.organs[organ], date=day)


def _vote(votes: VoteCount, manner: str, language: str) -> str:
    """Return the manner with the count, where the count is complete."""
    words = labels_of(language).adoption
    if votes.in_favour is None or votes.against is None or votes.abstaining is None:
        return manner
    return words.vote.format(
        manner=manner,
        in_favour=count(words.in_favour, votes.in_favour, language),
        against=count(words.against, votes.against, language),
        abstaining=count(words.abstaining, votes.abstaining, language),
    )


def _language(tag: str, language: str) -> str:
    """Return the name of a language as it stands after "Original:"."""
    known = labels_of(language).masthead.languages.get(primary(tag))
    return known or language_name(tag, language)


def _letter(  # noqa: PLR0913, PLR0917  (what a letter says, and in which words)
    pattern: str,
    words: LetterWords,
    issued: PartialDate,
    sender: str,
    addressee: str,
    language: str,
) -> str:
    said = pattern.format(
        date=date(issued, language, unbroken=True),
        sender=_inflected(sender, words),
        addressee=_inflected(addressee, words),
    )
    for apart, together in words.contractions.items():
        said = said.replace(apart, together)
    return said


def _inflected(office: str, words: LetterWords) -> str:
    """Return an office in the form that the phrase asks for, where it is a known one."""
    for beginning in sorted(words.genitives, key=len, reverse=True):
        rest = office.removeprefix(beginning)
        if rest != office and not rest[:1].isalnum():
            return words.genitives[beginning] + rest
    return office
