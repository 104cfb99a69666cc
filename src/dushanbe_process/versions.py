"""Comparing versions and compiling copies: the functions that people call."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from dushanbe_process.api import read

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import datetime

    from dushanbe_process.changes.found import Diff
    from dushanbe_process.changes.redline import Redline
    from dushanbe_process.model.documents import Document
    from dushanbe_process.model.dossier import Dossier
    from dushanbe_process.negotiation.compilation import Compilation
    from dushanbe_process.schema import Model

    AnyPath = str | os.PathLike[str]

AnyDocument = TypeVar("AnyDocument", bound="Document")


def diff(
    a: Model | AnyPath,
    b: Model | AnyPath,
    *,
    language: str | None = None,
    select: str | None = None,
) -> Diff:
    """Return what changed from one record to another, as data.

    Both are records or files of any format.  Documents are compared paragraph by paragraph,
    all else entity by entity and field by field.  ``language`` leaves texts in other languages
    aside; of dossiers, ``select`` names the record that is meant.

    Raises:
        DushanbeError: as ``read`` does; InvalidError when the records are of kinds that have
            nothing in common.
        UnknownIdError: when nothing has the id that is selected.
    """
    from dushanbe_process.changes.versions import difference  # noqa: PLC0415  (on demand)

    return difference(_record(a), _record(b), language, select)


def redline(  # noqa: PLR0913  (each is a choice that people make)
    a: Model | AnyPath,
    b: Model | AnyPath,
    *,
    author: str = "dushanbe-process",
    date: datetime | str | None = None,
    language: str | None = None,
    style: str = "un",
    kind: str | None = None,
    select: str | None = None,
    template: AnyPath | None = None,
    embed: bool = True,
) -> Redline:
    """Return two versions of a document as one Word file with tracked changes.

    Accepting all of them gives ``b``, rejecting all ``a``.  Both are records or files of any
    format; ``kind``, ``style``, ``select`` and ``template`` are as for ``report``.  The changes
    bear the name of the ``author`` and the ``date`` (ISO 8601), or no date: the same versions
    give the same bytes.  Unless ``language`` names one, the first language that both have is
    shown.  The file carries the record of ``b``, as ``write`` does, unless ``embed`` is false.

    Raises:
        DushanbeError: as ``read`` and ``report`` do; InvalidError for a date that is none.
        UnknownIdError: when nothing has the id that is selected.
    """
    from dushanbe_process.changes.versions import Author, Wanted, redlined  # noqa: PLC0415
    from dushanbe_process.reports.styles import house  # noqa: PLC0415

    house(style)
    own = Path(template).read_bytes() if template else None
    made = redlined(_record(a), _record(b), Wanted(kind, select, language), Author(author, date))
    return made.set_in(style, own, embed=embed)


def compile(
    base: Model | AnyPath,
    copies: Mapping[str, Model | AnyPath],
    *,
    select: str | None = None,
    dossier: Dossier | None = None,
) -> Compilation:
    """Return several edited copies of one document as one compilation.

    ``copies`` are those of the delegations, each under its name, in the order in which they are
    to stand.  What all of them changed alike is agreed, if they are more than one; everything
    else stands in square brackets with the names of those who want it.  Names of partners of
    the ``dossier`` (or of the base, where it is one) become references to them.  Of dossiers,
    ``select`` names the document.

    Raises:
        DushanbeError: as ``read`` does; InvalidError when a copy is of another kind than the
            base, or a name cannot stand in brackets.
        UnknownIdError: when a dossier holds no document under the id.
    """
    from dushanbe_process.model.dossier import Dossier  # noqa: PLC0415  (on demand)
    from dushanbe_process.negotiation.compilation import compiled, selected  # noqa: PLC0415

    whole = _record(base)
    known = whole if dossier is None and isinstance(whole, Dossier) else dossier
    made = {name: selected(_record(copy), select) for name, copy in copies.items()}
    return compiled(selected(whole, select), made, known)


def resolve(
    document: AnyDocument,
    accept: Iterable[str] = (),
    reject: Iterable[str] | None = None,
    *,
    paragraphs: Iterable[str] | None = None,
) -> AnyDocument:
    """Return a compilation with the proposals of some delegations accepted, of others rejected.

    Delegations are called by their names as printed, or by the ids of their partners.  Unless
    it is said who is rejected, everybody is who is not accepted, and the text is clean; else
    what is not decided stays in brackets.  Where two accepted proposals exclude each other,
    that of the delegation named first is taken.  ``paragraphs`` (``3``, ``3 bis``, ``3 (a)``)
    are the only ones that are decided, where they are given.

    Raises:
        InvalidError: when nothing is proposed by somebody who is named, or no paragraph has a
            number that is given; it lists who proposes something, and what numbers there are.
    """
    from dushanbe_process.negotiation.resolving import Decision, resolved  # noqa: PLC0415

    decision = Decision(
        tuple(accept),
        None if reject is None else frozenset(reject),
        None if paragraphs is None else frozenset(paragraphs),
    )
    return resolved(document, decision)


def _record(source: Model | AnyPath) -> Model:
    return read(source) if isinstance(source, str | os.PathLike) else source
