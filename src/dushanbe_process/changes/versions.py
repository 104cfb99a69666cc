"""Two versions of a record: what is compared, in which language, and by whom it was changed."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING, NamedTuple

from dushanbe_process.changes.found import Diff
from dushanbe_process.changes.records import compared, primary
from dushanbe_process.changes.redline import Redline
from dushanbe_process.errors import InvalidError, Problem, UnknownIdError
from dushanbe_process.model.documents import Document
from dushanbe_process.model.dossier import Dossier
from dushanbe_process.reports.layouts import kind_of, lay_out
from dushanbe_process.schema import Model, illegal, record_of

if TYPE_CHECKING:
    from collections.abc import Iterator


class Wanted(NamedTuple):
    """What is to be shown: the kind of paper, the record of a dossier, the language."""

    kind: str | None = None
    select: str | None = None
    language: str | None = None


class Author(NamedTuple):
    """Who made the changes, and when; no date, where none is given."""

    name: str
    date: datetime | str | None = None


def difference(before: Model, after: Model, language: str | None, select: str | None) -> Diff:
    """Return what changed between two records.

    Raises:
        UnknownIdError: when a dossier holds nothing under the id.
        InvalidError: when the records have nothing in common.
    """
    old, new = (_subject(each, select) for each in (before, after))
    kinds = [record_of(type(each)).kinds for each in (old, new)]
    if kinds[0][-1] != kinds[1][-1] or (len(kinds[0]) == 1 and kinds[0] != kinds[1]):
        names = " and a ".join(type(each).__name__ for each in (old, new))
        raise InvalidError([Problem("$", f"a {names} cannot be compared")])
    return Diff(tuple(compared(old, new, language)))


def redlined(before: Model, after: Model, wanted: Wanted, author: Author) -> Redline:
    """Return two records as one paper with tracked changes.

    Raises:
        DushanbeError: when one of them cannot be laid out so; InvalidError for an author or a
            date that Word cannot show.
    """
    if problems := list(_faults(author)):
        raise InvalidError(problems)
    language = wanted.language or _language(before, after, wanted.select)
    old, new = (
        lay_out(each, wanted.kind, language, select=_selected(each, wanted.select))
        for each in (before, after)
    )
    subject = _subject(after, wanted.select)
    return Redline(
        old,
        new,
        author=author.name,
        date=_date(author.date),
        record=after,
        kind=wanted.kind or kind_of(subject),
        select=_selected(after, wanted.select),
    )


def _subject(record: Model, select: str | None) -> Model:
    if select is None or not isinstance(record, Dossier):
        return record
    found = record.find(select)
    if found is None:
        raise UnknownIdError("record", select)
    return found


def _selected(record: Model, select: str | None) -> str | None:
    return select if isinstance(record, Dossier) else None


def _language(before: Model, after: Model, select: str | None) -> str:
    """Return the first language that both versions have; English, where they are no documents."""
    old, new = (_subject(each, select) for each in (before, after))
    if not isinstance(old, Document) or not isinstance(new, Document):
        return "en"
    known = {primary(each.language) for each in old.versions}
    spoken = [each.language for each in new.versions]
    return next((each for each in spoken if primary(each) in known), [*spoken, "en"][0])


def _faults(author: Author) -> Iterator[Problem]:
    if not author.name.strip():
        yield Problem("$.author", "changes need the name of an author")
    elif message := illegal(author.name):
        yield Problem("$.author", message)
    try:
        _date(author.date)
    except ValueError:
        yield Problem("$.date", f"{author.date!r} is not a date and time of ISO 8601")


def _date(date: datetime | str | None) -> str | None:
    """Return a date as Word writes it, without a zone other than that of Greenwich."""
    if date is None:
        return None
    when = datetime.fromisoformat(date) if isinstance(date, str) else date
    if when.tzinfo is not None:
        when = when.astimezone(UTC)
    return when.strftime("%Y-%m-%dT%H:%M:%SZ")
