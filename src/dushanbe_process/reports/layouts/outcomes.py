"""What came of a conference: its outcome documents, and how they were adopted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dushanbe_process.model.body import Body
from dushanbe_process.model.documents import (
    AdoptionMode,
    Document,
    DocumentStatus,
    OtherDocument,
    Statement,
    Summary,
    TextStatus,
)
from dushanbe_process.model.text import InlineText
from dushanbe_process.reports import conventions, locales
from dushanbe_process.reports.layouts.adoption import adoption_blocks
from dushanbe_process.reports.layouts.body import body_blocks
from dushanbe_process.reports.layouts.masthead import symbol_of
from dushanbe_process.reports.layouts.outline import Part, facts, note, table
from dushanbe_process.reports.layouts.sentences import apposed, lines, listed
from dushanbe_process.reports.layouts.versions import version_in

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from dushanbe_process.model.conference import Conference
    from dushanbe_process.reports.blocks import Block
    from dushanbe_process.reports.layouts.edition import Edition


def outcomes_of(held: Conference, edition: Edition) -> list[Document]:
    """Return the outcome documents of a conference that the record holds."""
    found = map(edition.dossier.find, dict.fromkeys(held.outcomes))
    return [each for each in found if isinstance(each, Document)]


def missing_outcomes(held: Conference, edition: Edition) -> list[str]:
    """Return the ids of outcomes that the record names and does not hold."""
    ids = dict.fromkeys(held.outcomes)
    return [each for each in ids if not isinstance(edition.dossier.find(each), Document)]


def outcome_parts(held: Conference, edition: Edition) -> list[Part]:
    """Return a part for each outcome: what is known of it, and its text."""
    parts = [
        Part(_heading(each, edition), (*_facts(each, edition), *_text(each, edition, n)))
        for n, each in enumerate(outcomes_of(held, edition))
    ]
    kind = edition.labels.kinds.documents["OtherDocument"].one
    title = edition.labels.dossier.title
    return parts + [Part(kind, facts([(title, each)])) for each in missing_outcomes(held, edition)]


def kind_of(document: Document, edition: Edition) -> str:
    """Return what kind of document it is, in the words of the edition."""
    if isinstance(document, OtherDocument) and edition.is_own(document.genre):
        return edition.text(document.genre)
    return edition.labels.kinds.documents[type(document).__name__].one


def status_of(document: Document, edition: Edition) -> str:
    """Return how far a document has come, in the words of the edition."""
    if document.status is None:
        return ""
    return edition.labels.kinds.document_statuses[DocumentStatus(document.status)]


def title_of(document: Document, edition: Edition) -> InlineText:
    """Return the title of a document, or what kind of document it is."""
    return edition.best(document.title, otherwise=kind_of(document, edition))


def _heading(document: Document, edition: Edition) -> str:
    """Return the title, where it is in the language of the edition; else the kind."""
    own = edition.is_own(document.title)
    return edition.text(document.title) if own else kind_of(document, edition)


def _facts(document: Document, edition: Edition) -> tuple[Block, ...]:
    labels = edition.labels.dossier
    known = [locales.language_name(each.language, edition.language) for each in document.versions]
    presenters = document.presented_by if isinstance(document, Summary) else ()
    date = conventions.date(document.date, edition.language, unbroken=True) if document.date else ""
    own = edition.is_own(document.title)
    return facts(
        [
            (labels.title, "" if own else edition.said(document.title)),
            (labels.also_called, lines(map(edition.said, document.other_titles))),
            (labels.kind, kind_of(document, edition)),
            (labels.symbol, symbol_of(document)),
            (labels.date, date),
            (labels.status, status_of(document, edition)),
            (
                labels.presented_by,
                listed([edition.person(each) for each in presenters], edition.language),
            ),
            (labels.language, conventions.join(list(dict.fromkeys(known)), edition.language)),
        ]
    )


def _published(document: Document, edition: Edition) -> Iterator[Block]:
    """Yield a reference to the symbols under which it was published."""
    symbols = [str(each.symbol) for each in document.publications if each.symbol]
    if symbols:
        reference = conventions.join(list(dict.fromkeys(symbols)), edition.language)
        yield note(edition.labels.parts.see.format(reference=reference))


def _text(document: Document, edition: Edition, number: int) -> Iterator[Block]:
    """Yield the text, where the record has it in this language, or what there is to say."""
    version = version_in(document, edition.language)
    remarks = edition.labels.remarks
    if version is not None and version.body != Body():
        anchor = f"outcome-{number}-"
        yield from body_blocks(version.body, version.language, level=3, anchor=anchor)
    match document.text_status:
        case TextStatus.NOT_FOUND:
            yield note(remarks.text_not_found)
        case TextStatus.PARTIAL:
            yield note(remarks.text_partial)
        case TextStatus.NOT_INCLUDED:
            yield note(remarks.text_not_included)
    yield from _published(document, edition)


def adoption_parts(held: Conference, edition: Edition) -> list[Part]:
    """Return a part for each outcome of whose adoption something is known."""
    return [
        Part(
            _heading(each, edition),
            tuple(adoption_blocks(each, edition.language, edition.dossier)),
        )
        for each in outcomes_of(held, edition)
    ]


def adopted(document: Document, edition: Edition) -> InlineText:
    """Return how, when and where a document was adopted, on one line."""
    adoption = getattr(document, "adoption", None)
    if adoption is None:
        return InlineText()
    how = ""
    if adoption.mode is not None and adoption.mode is not AdoptionMode.OTHER:
        kind = type(document).__name__
        how = conventions.adoption(adoption.mode, edition.language, kind=kind, votes=adoption.count)
    date = conventions.date(adoption.date, edition.language, unbroken=True) if adoption.date else ""
    place = edition.text(adoption.place.city) if adoption.place else ""
    return apposed((how, edition.said(adoption.organ), place, date), edition.language)


def documents_table(documents: Iterable[Document], edition: Edition) -> tuple[Block, ...]:
    """Return the list of documents; statements that only report what was said are none."""
    labels = edition.labels.dossier
    rows = [
        (
            InlineText(symbol_of(each)),
            title_of(each, edition),
            InlineText(kind_of(each, edition)),
            InlineText(
                conventions.date(each.date, edition.language, unbroken=True) if each.date else ""
            ),
        )
        for each in documents
        if not isinstance(each, Statement) or each.versions or each.symbols
    ]
    head = (labels.symbol, labels.title, labels.kind, labels.date)
    return table(head, rows, (3, 7, 3, 4))
