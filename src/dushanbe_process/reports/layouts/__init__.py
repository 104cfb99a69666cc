"""Layouts: from a record to a paper, one for each kind of paper.

Every word that a layout adds to those of the record comes from ``labels``; what the record
does not hold is left out, or said not to be there.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

from dushanbe_process.errors import InvalidError, Problem, UnknownFormatError, UnknownIdError
from dushanbe_process.model.codes import LanguageTag
from dushanbe_process.model.conference import Conference
from dushanbe_process.model.documents import (
    Agenda,
    Decision,
    Declaration,
    Document,
    Letter,
    OtherDocument,
    PressRelease,
    Report,
    Resolution,
    Statement,
    Summary,
)
from dushanbe_process.model.dossier import Dossier
from dushanbe_process.model.process import Process
from dushanbe_process.schema.check import refusal_of_code

if TYPE_CHECKING:
    from dushanbe_process.reports.blocks import Paper
    from dushanbe_process.schema import Model

#: Each kind of paper, and the classes of record that it is made of; the first kind that
#: takes a class is its own.
KINDS: dict[str, tuple[type[Model], ...]] = {
    "declaration": (Declaration, Decision, OtherDocument),
    "resolution": (Resolution, Decision),
    "summary": (Summary, Report, Agenda),
    "statement": (Statement,),
    "press-release": (PressRelease,),
    "letter": (Letter,),
    "conference-report": (Conference,),
    "programme": (Conference,),
    "participants": (Conference,),
    "dossier": (Process,),
}
#: The modules of the other layouts, each with a function of its name.
_MODULES = {
    "conference-report": "conference_report",
    "programme": "programme",
    "participants": "participants",
    "dossier": "dossier_report",
}


def lay_out(
    record: Model,
    kind: str | None,
    language: str | None,
    *,
    select: str | None = None,
    second_language: str | None = None,
) -> Paper:
    """Return a record as one kind of paper; of a dossier, what ``select`` names or the only one.

    Raises:
        UnknownFormatError: when there is no such kind, or none for this class of record.
        UnknownIdError: when a dossier holds nothing under the id.
        InvalidError: when it has to be said which record is meant, or for what is no language.
    """
    for named in (language, second_language):
        if named and (message := refusal_of_code(LanguageTag.__metadata__[0], named)):  # type: ignore[attr-defined]
            raise InvalidError([Problem("$.language", message)])
    if kind is not None and kind not in KINDS:
        raise UnknownFormatError(f"report kind {kind!r}", tuple(KINDS))
    dossier = record if isinstance(record, Dossier) else None
    subject = _subject(record, kind, select)
    chosen = kind or kind_of(subject)
    if not isinstance(subject, KINDS[chosen]):
        what = f"a {type(subject).__name__} is no subject for a {chosen}"
        raise InvalidError([Problem("$", what)])
    language = language or own_language(subject)
    if isinstance(subject, Document):
        from dushanbe_process.reports.layouts.formal import formal  # noqa: PLC0415  (on demand)

        return formal(subject, language, dossier, second_language)
    alone = Dossier(conferences=[subject] if isinstance(subject, Conference) else [])
    module = import_module(f"{__name__}.{_MODULES[chosen]}")
    paper: Paper = getattr(module, _MODULES[chosen])(dossier or alone, subject, language)
    return paper


def own_language(record: Model) -> str:
    """Return the language in which a record is set, unless one is named."""
    versions = record.versions if isinstance(record, Document) else ()
    spoken = [each.language for each in versions]
    return spoken[0] if spoken and "en" not in spoken else "en"


def kind_of(subject: Model) -> str:
    """Return the kind of paper that is a record's own.

    Raises:
        UnknownFormatError: when there is none for its class.
    """
    for kind, classes in KINDS.items():
        if isinstance(subject, classes):
            return kind
    raise UnknownFormatError(f"report kind for a {type(subject).__name__}", tuple(KINDS))


def _subject(record: Model, kind: str | None, select: str | None) -> Model:
    """Return the record that the paper is about."""
    if not isinstance(record, Dossier):
        return record
    if select is not None:
        found = record.find(select)
        if found is None:
            raise UnknownIdError("record", select)
        return found
    classes = KINDS[kind or "dossier"]
    fitting = [each for each in record.entities() if isinstance(each, classes)]
    if len(fitting) == 1:
        return fitting[0]
    named = kind or "dossier"
    if not fitting:
        raise InvalidError([Problem("$", f"there is no record that a {named} could be of")])
    ids = ", ".join(each.id for each in fitting)
    what = f"select the record that the {named} is about (there are: {ids})"
    raise InvalidError([Problem("$", what)])
