"""What stands at the head of an official document, in its language."""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs

from dushanbe_process.model.documents import Resolution
from dushanbe_process.reports import conventions
from dushanbe_process.reports.blocks import Masthead
from dushanbe_process.reports.labels import Labels, labels_of, primary
from dushanbe_process.reports.layouts.opening import front, session_lines

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from dushanbe_process.model.documents import AgendaItem, Document, LanguageVersion
    from dushanbe_process.model.documents import Masthead as Printed
    from dushanbe_process.model.dossier import Dossier
    from dushanbe_process.model.localized import LocalizedText
    from dushanbe_process.model.symbol import SymbolParts

#: The organs whose resolutions have a line of their own, by the beginning of their symbols.
_ORGANS = {
    "A": "general_assembly",
    "A/HRC": "human_rights_council",
    "E": "economic_and_social_council",
}
#: The organs that head their documents, by the beginning of the symbols of these.
_PRINCIPAL = _ORGANS | {"S": "security_council"}


def masthead_of(document: Document, language: str, dossier: Dossier | None) -> Masthead | None:
    """Return the head of a document: what the record says of it, and nothing else."""
    labels = labels_of(language)
    made = Masthead(
        organization=_organization(document, labels, language),
        organ=_organ(document, language, dossier),
        symbol=symbol_of(document),
        date=_date(document, language),
        adopted=_adopted(document, language),
    )
    if document.masthead is not None:
        made = _with_printed(made, document.masthead, language, document.version(language))
    return made if made != Masthead() else None


def symbol_of(document: Document) -> str:
    """Return the symbols that a document bears, as they stand on it."""
    return "–".join(map(str, document.symbols))


def number_of(document: Document, language: str) -> str | None:
    """Return the number that stands before the title of a resolution: that in its symbol."""
    parts = _resolution(document)
    if parts is None or parts.organ == "S" or not (parts.session and parts.number):
        return None
    return f"{parts.session}/{parts.number}{' -' if primary(language) == 'ar' else '.'}"


def _resolution(document: Document) -> SymbolParts | None:
    """Return the parts of the symbol of an adopted resolution of the United Nations."""
    if not isinstance(document, Resolution):
        return None
    parts = (one for each in document.symbols for one in each.parts)
    return next((each for each in parts if each.nature == "RES" and not each.finals), None)


def _adopted(document: Document, language: str) -> str:
    """Return which organ adopted a resolution, and when; it stands over the title.

    Where the text has a line of its own for it, that is printed instead.
    """
    version = document.version(language)
    if version is not None and front(version.body, "adopted"):
        return ""
    parts = _resolution(document)
    adoption = getattr(document, "adoption", None)
    if (
        parts is None
        or adoption is None
        or adoption.date is None
        or number_of(document, language) is None
    ):
        return ""
    organ = _ORGANS.get("/".join((parts.organ, *parts.subsidiaries)), "")
    return conventions.resolution_adopted(organ, adoption.date, language)


def _organization(document: Document, labels: Labels, language: str) -> str:
    printed = document.masthead.organization if document.masthead else None
    is_un = any(each.scheme == "un" for each in document.symbols)
    if is_un and not (printed and _speaks(printed, language)):
        return labels.names.united_nations
    return printed.in_(language) if printed else ""


def _speaks(text: LocalizedText, language: str) -> bool:
    """Say whether there is something of a text in a language, or in one that is not told."""
    return any(primary(tag) in {"", primary(language)} for tag, words in text.items() if words)


def _organ(document: Document, language: str, dossier: Dossier | None) -> str:
    """Return the organ that the record names, in the language, or that the symbols tell."""
    held = (
        dossier.conference(document.conference).title if dossier and document.conference else None
    )
    adoption = getattr(document, "adoption", None)
    named = [document.masthead.organ if document.masthead else None, held]
    named += [adoption.organ if adoption else None]
    known = next((each for each in named if each), None)
    told = "\n".join(_organs(document, language))
    if known and (known is held or not told or _speaks(known, language)):
        return known.in_(language)
    return told


def _organs(document: Document, language: str) -> Iterator[str]:
    """Yield the organs whose documents bear such symbols: of two symbols, both."""
    names = labels_of(language).names
    for parts in (one for each in document.symbols for one in each.parts):
        organ = _PRINCIPAL.get("/".join((parts.organ, *parts.subsidiaries)))
        if organ:
            yield str(getattr(names, organ))


def _date(document: Document, language: str) -> str:
    date = (document.masthead and document.masthead.date) or document.date
    return conventions.masthead_date(date, language) if date else ""


def _with_printed(
    made: Masthead, printed: Printed, language: str, version: LanguageVersion | None
) -> Masthead:
    """Return the head with the lines that only a masthead in the record can give."""
    spoken = printed.original_languages
    return attrs.evolve(
        made,
        distribution=(
            conventions.distribution(printed.distribution, language) if printed.distribution else ""
        ),
        original=conventions.original(spoken, language) if spoken else "",
        session=session_lines(printed.session.in_(language), version),
        agenda=tuple(_agenda(printed.agenda_items, language)),
    )


def _agenda(items: Iterable[AgendaItem], language: str) -> list[tuple[str, str]]:
    """Return the titles of agenda items; their numbers stand together above the first."""
    items = list(items)
    numbers = [each.number for each in items if each.number]
    line = conventions.agenda_item(numbers, language) if numbers else ""
    return [
        (line if place == 0 else "", each.title.in_(language)) for place, each in enumerate(items)
    ]
