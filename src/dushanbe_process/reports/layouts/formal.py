"""Documents as they are issued: declarations, resolutions, summaries, statements, letters."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dushanbe_process.model.body import Body
from dushanbe_process.model.documents import (
    LanguageVersion,
    Letter,
    RelationKind,
    Statement,
    TextStatus,
    VersionStatus,
)
from dushanbe_process.model.dossier import Dossier
from dushanbe_process.model.text import InlineText, emphasis
from dushanbe_process.reports import conventions
from dushanbe_process.reports.blocks import (
    Block,
    ClosingRule,
    Heading,
    PageBreak,
    Pairs,
    Paper,
    Prose,
    Role,
)
from dushanbe_process.reports.labels import Labels, labels_of, primary
from dushanbe_process.reports.layouts.adoption import adoption_blocks
from dushanbe_process.reports.layouts.body import body_blocks
from dushanbe_process.reports.layouts.edition import Edition
from dushanbe_process.reports.layouts.masthead import (
    masthead_of,
    number_of,
    symbol_of,
)
from dushanbe_process.reports.layouts.opening import (
    ANNEX,
    front,
    number_before_title,
    opening,
    without_opening,
)
from dushanbe_process.reports.layouts.outline import prose
from dushanbe_process.reports.layouts.sentences import lines, strongly, together
from dushanbe_process.reports.layouts.speech import sentence, who
from dushanbe_process.reports.layouts.versions import version_in

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dushanbe_process.model.documents import Document


def formal(
    document: Document,
    language: str,
    dossier: Dossier | None = None,
    second_language: str | None = None,
) -> Paper:
    """Return a document in one language as it is issued, or in two side by side."""
    labels = labels_of(language)
    version = version_in(document, language)
    title = title_of(document, labels, language)
    number = number_of(document, language) or number_before_title(document, language) or None
    blocks = [
        *opening(document, Heading(0, title, number), version),
        *_introduced(document, language, dossier),
        *_text(document, version, labels, second_language),
        *_adoption(document, language, dossier),
        *_signatures(document, labels, language),
        *_annexes(document, labels, language, dossier),
        ClosingRule(),
    ]
    symbol = symbol_of(document)
    return Paper(
        title,
        language,
        tuple(blocks),
        masthead_of(document, language, dossier),
        running=symbol or title,
        job_number=(version.job_number if version else None) or "",
    )


def title_of(document: Document, labels: Labels, language: str) -> str:
    """Return the title; a letter's is made of its date, sender and addressee."""
    if isinstance(document, Letter) and not document.title:
        return _letter_line(document, labels, language)
    kind = labels.kinds.documents.get(type(document).__name__)
    return document.title.in_(language) or (kind.one if kind else type(document).__name__)


def _letter_line(letter: Letter, labels: Labels, language: str) -> str:
    sender, addressee = letter.sender.in_(language), letter.addressee.in_(language)
    if letter.date is None:
        kind = labels.kinds.documents["Letter"].one
        return ", ".join(filter(None, (kind, sender, addressee)))
    return conventions.letter_title(letter.date, sender, addressee, language)


def _introduced(document: Document, language: str, dossier: Dossier | None) -> Iterator[Block]:
    """Yield who speaks, when and where, before what was said."""
    if not isinstance(document, Statement):
        return
    edition = Edition(dossier or Dossier(), language)
    spoke = edition.said(document.occasion) if document.text else who(document, edition)
    said = lines([spoke, "" if document.text else edition.said(document.occasion)])
    if said:
        yield Prose(said, role=Role.CENTRED)
    if document.text:
        yield prose(sentence(document, edition), language)


def _text(
    document: Document,
    version: LanguageVersion | None,
    labels: Labels,
    second_language: str | None,
) -> Iterator[Block]:
    """Yield the text, or what there is to say of its absence."""
    if version is not None and version.status in _REMARKED:
        yield Prose(InlineText(_remark_of(version, labels)), role=Role.NOTE)
    other = version_in(document, second_language) if second_language else None
    if version is not None and other is not None and (version.body, other.body) != (Body(),) * 2:
        yield _side_by_side(version, other)
    elif version is not None and version.body != Body():
        yield from body_blocks(without_opening(version.body), version.language)
    elif not (isinstance(document, Statement) and document.text):
        yield Prose(InlineText(absent(document, labels)), role=Role.NOTE)
        return
    if document.text_status is TextStatus.PARTIAL:
        yield Prose(InlineText(labels.remarks.text_partial), role=Role.NOTE)


_REMARKED = (VersionStatus.UNOFFICIAL, VersionStatus.MACHINE)


def _remark_of(version: LanguageVersion, labels: Labels) -> str:
    if version.status is VersionStatus.MACHINE:
        return labels.remarks.machine_translation
    return labels.remarks.unofficial_translation


def absent(document: Document, labels: Labels) -> str:
    """Return what there is to say of a text that is not here."""
    if document.text_status is TextStatus.NOT_FOUND:
        return labels.remarks.text_not_found
    return labels.remarks.text_not_included


def _side_by_side(left: LanguageVersion, right: LanguageVersion) -> Pairs:
    """Return two texts in two columns, paragraph by paragraph as they are placed."""
    columns = []
    for version in (left, right):
        made = body_blocks(without_opening(version.body), version.language)
        columns.append(
            {getattr(each, "anchor", None) or f"{n}": each for n, each in enumerate(made)}
        )
    first, second = columns
    names = [*first, *(name for name in second if name not in first)]
    rows = tuple(
        (
            (first[name],) if name in first else (),
            (_spoken(second[name], right.language),) if name in second else (),
        )
        for name in names
    )
    return Pairs((left.language, right.language), rows)


def _spoken(block: Block, language: str) -> Block:
    """Return a paragraph that says in which language it is; its place stays with the first."""
    if isinstance(block, Prose):
        return Prose(block.text, block.number, block.depth, block.lead, block.role, None, language)
    if isinstance(block, Heading):
        return Heading(block.level, block.text, block.number)
    return block


def _signatures(document: Document, labels: Labels, language: str) -> Iterator[Block]:
    for each in document.signatures:
        signed = _signed(labels.letter.signed, language)
        name = together(signed, strongly(InlineText(each.name.in_(language))), between=" ")
        yield Prose(lines([name, each.capacity.in_(language)]), role=Role.RIGHT)


def _signed(words: str, language: str) -> InlineText:
    """Return the words that stand for a hand: in italics, where the script has them."""
    within = words.removeprefix("(").removesuffix(")")
    if primary(language) in {"ar", "zh"} or len(words) - len(within) != len("()"):
        return InlineText(words)
    return InlineText("(", emphasis(within), ")")


def _annexes(
    document: Document, labels: Labels, language: str, dossier: Dossier | None
) -> Iterator[Block]:
    """Yield the documents within and those that are transmitted, each on a page of its own."""
    annexes = [*document.annexes, *_transmitted(document, dossier)]
    for index, annex in enumerate(annexes):
        number = index + 1 if len(annexes) > 1 else None
        version = version_in(annex, language)
        printed = front(version.body, ANNEX) if version else None
        part = _letter_of(annex, document)
        name = printed or part or _annex_name(document, number, language)
        if not part:
            yield PageBreak()
        yield Heading(1, name)
        if (title := title_of(annex, labels, language)) not in (str(name), symbol_of(annex)):
            yield Heading(2, title)
        if version is not None and version.body != Body():
            text = without_opening(version.body)
            yield from body_blocks(text, version.language, level=3, anchor=f"a{index}")
        else:
            yield Prose(InlineText(absent(annex, labels)), role=Role.NOTE)
        if part:
            yield from adoption_blocks(annex, language, dossier)


def _adoption(document: Document, language: str, dossier: Dossier | None) -> Iterator[Block]:
    """Yield how a document was adopted, unless its parts tell it, each for itself."""
    if not any(_letter_of(each, document) for each in document.annexes):
        yield from adoption_blocks(document, language, dossier)


def _letter_of(annex: Document, document: Document) -> str:
    """Return the letter of one of several resolutions or decisions that are published as one."""
    if type(annex) is not type(document) or not annex.symbols:
        return ""
    letter = annex.symbols[0].value.rpartition(" ")[2]
    return letter if len(letter) == 1 else ""


def _transmitted(document: Document, dossier: Dossier | None) -> Iterator[Document]:
    """Yield the documents of the dossier that this one transmits."""
    for relation in document.relations:
        if dossier and relation.kind is RelationKind.TRANSMITS and relation.document:
            yield dossier.document(relation.document)


def _annex_name(document: Document, number: int | None, language: str) -> str:
    if not isinstance(document, Letter) or document.date is None:
        return conventions.annex(number, language)
    people = document.sender.in_(language), document.addressee.in_(language)
    return conventions.annex_title(document.date, *people, language, index=number)
