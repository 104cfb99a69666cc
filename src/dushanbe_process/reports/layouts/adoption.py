"""How a document was adopted: the lines under its text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dushanbe_process.model.documents import AdoptionMode, VoteCast
from dushanbe_process.model.dossier import Dossier
from dushanbe_process.model.text import InlineText
from dushanbe_process.reports import conventions
from dushanbe_process.reports.blocks import Block, Prose, Role
from dushanbe_process.reports.labels import labels_of
from dushanbe_process.reports.layouts.edition import Edition
from dushanbe_process.reports.layouts.opening import front
from dushanbe_process.reports.layouts.sentences import colon, enumerating

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dushanbe_process.model.documents import Adoption, Document


def adoption_blocks(document: Document, language: str, dossier: Dossier | None) -> Iterator[Block]:
    """Yield meeting and date, then who voted how and what was reserved."""
    adoption: Adoption | None = getattr(document, "adoption", None)
    if adoption is None:
        return
    labels = labels_of(language)
    edition = Edition(dossier or Dossier(), language)
    printed = _told_before(document, language)
    lines = (
        []
        if adoption.meeting and adoption.meeting.in_(language) in printed
        else [
            adoption.meeting.in_(language),
            edition.place(adoption.place) if adoption.place else "",
            conventions.date(adoption.date, language, unbroken=True) if adoption.date else "",
        ]
    )
    if told := "\n".join(filter(None, lines)):
        yield Prose(InlineText(told), role=Role.ADOPTION)
    if adoption.mode is not None and adoption.mode is not AdoptionMode.OTHER:
        kind = type(document).__name__
        how = conventions.adoption(adoption.mode, language, kind=kind, votes=adoption.count)
        yield Prose(InlineText(how), role=Role.ADOPTION)
    for cast in VoteCast:
        voters = [each.name.in_(language) for each in adoption.votes if each.vote is cast]
        if voters:
            label = labels.adoption.votes[cast]
            between = ", " if "".join(voters).isascii() else enumerating(language)
            said = f"{label}{colon(language)}{between.join(voters)}"
            yield Prose(InlineText(said), role=Role.BODY)
    for reservation in adoption.reservations:
        party = dossier.find(reservation.party) if dossier else None
        name = getattr(party, "name", None)
        who = name.in_(language) if name else reservation.party
        where = ", ".join(reservation.paragraphs)
        text = " ".join(filter(None, (who, where and f"({where})", reservation.text.in_(language))))
        said = f"{labels.adoption.reservations}{colon(language)}{text}"
        yield Prose(InlineText(said), role=Role.NOTE)


def _told_before(document: Document, language: str) -> str:
    """Return the line before the title that tells of the adoption."""
    version = document.version(language)
    return str((front(version.body, "adopted") if version else None) or "")
