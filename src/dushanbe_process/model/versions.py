"""One document in several languages, each from a file of its own, becomes one record."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeVar

import attrs

from dushanbe_process.errors import InvalidError, Problem
from dushanbe_process.model.documents import Document, LanguageVersion
from dushanbe_process.model.merge import Conflict
from dushanbe_process.model.text import InlineText, LocalizedText
from dushanbe_process.schema import Extra, Model, record_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

AnyDocumentType = TypeVar("AnyDocumentType", bound=Document)


@attrs.frozen
class MergedVersions:
    """The document that several became, and where they contradicted each other."""

    document: Document
    conflicts: tuple[Conflict, ...]


def merge_versions(documents: Iterable[Document]) -> MergedVersions:
    """Return language versions of one work as one document.

    Titles and names come together under their languages.  Paragraphs answer to each other by
    their keys, which follow from their numbers; where the languages do not have the same
    paragraphs, or two files say two things, that is a conflict, and the first file holds.

    Raises:
        InvalidError: when there is no document, or they are not versions of one work.
    """
    given = list(documents)
    if not given or not isinstance(given[0], Document):
        raise InvalidError([Problem("$", "there is no document to merge")])
    first, *others = given
    merging = _Merging()
    merged = first
    for each in others:
        if not _of_one_work(merged, each):
            message = f"{_called(each)} is not a version of {_called(merged)}"
            raise InvalidError([Problem("$", message)])
        merged = merging.record(merged, each, "$")
    merging.compare_texts(merged, "$")
    return MergedVersions(merged, tuple(merging.conflicts))


def _of_one_work(mine: Document, yours: object) -> bool:
    if not isinstance(yours, Document) or type(mine) is not type(yours):
        return False
    if mine.symbols and yours.symbols:
        return not set(mine.symbols).isdisjoint(yours.symbols)
    return mine.id == yours.id


def _called(document: object) -> str:
    if not isinstance(document, Document):
        return f"a {type(document).__name__}"
    return str(document.symbols[0]) if document.symbols else document.id


class _Merging:
    """Documents being merged, and the conflicts met so far."""

    def __init__(self) -> None:
        self.conflicts: list[Conflict] = []

    def record(self, mine: Any, yours: Any, path: str) -> Any:
        """Return a record with what the other adds to it."""
        changes = {
            field.name: self.value(getattr(mine, field.name), getattr(yours, field.name), where)
            for field in record_of(type(mine)).fields
            if field.name != "id"
            for where in (f"{path}.{field.name}",)
        }
        return mine.evolve(**changes)

    def value(self, mine: Any, yours: Any, path: str) -> Any:
        """Return a value with what the other adds to it; the first, where they contradict."""
        if mine == yours or yours is None or _is_empty(yours):
            return mine
        if mine is None or _is_empty(mine):
            return yours
        if isinstance(mine, LocalizedText):
            return LocalizedText(self.mapping(mine, yours, path))
        if isinstance(mine, Extra):
            return Extra(self.mapping(mine.__to_tree__(), yours.__to_tree__(), path))
        if isinstance(mine, dict) and isinstance(yours, dict):
            return self.mapping(mine, yours, path)
        if isinstance(mine, tuple) and all(isinstance(n, LanguageVersion) for n in mine):
            return self.versions(mine, yours, path)
        if isinstance(mine, tuple) and len(mine) == len(yours) and _are_records(mine, yours):
            pairs = enumerate(zip(mine, yours, strict=True))
            return tuple(self.record(a, b, f"{path}[{n}]") for n, (a, b) in pairs)
        if isinstance(mine, Model) and type(mine) is type(yours):
            return self.record(mine, yours, path)
        self.conflicts.append(Conflict(path, mine, yours))
        return mine

    def mapping(
        self, mine: Mapping[str, Any], yours: Mapping[str, Any], path: str
    ) -> dict[str, Any]:
        """Return two mappings as one."""
        both = {
            key: self.value(mine[key], yours[key], f"{path}.{key}")
            for key in sorted(mine.keys() & yours.keys())
        }
        return {**yours, **mine, **both}

    def versions(
        self,
        mine: tuple[LanguageVersion, ...],
        yours: tuple[LanguageVersion, ...],
        path: str,
    ) -> tuple[LanguageVersion, ...]:
        """Return the versions of both; a language that both have is a conflict."""
        known = {each.language: each for each in mine}
        for each in yours:
            if known.get(each.language, each) != each:
                self.conflicts.append(Conflict(f"{path}.{each.language}", "one text", "another"))
        return (*mine, *(each for each in yours if each.language not in known))

    def compare_texts(self, document: Document, path: str) -> None:
        """Note in which languages a text has other paragraphs than in the first."""
        if document.versions:
            first, *others = document.versions
            keys = _keys(first)
            for number, each in enumerate(others, 1):
                here = _keys(each)
                if keys != here:
                    place = f"{path}.versions[{number}].body"
                    lacking = [f"only {first.language}", *sorted(keys - here)]
                    more = [f"only {each.language}", *sorted(here - keys)]
                    self.conflicts.append(Conflict(place, lacking, more))
        for number, annex in enumerate(document.annexes):
            self.compare_texts(annex, f"{path}.annexes[{number}]")


def _is_empty(value: Any) -> bool:
    return isinstance(value, tuple | LocalizedText | Extra | InlineText) and not value


def _are_records(mine: tuple[Any, ...], yours: tuple[Any, ...]) -> bool:
    return all(
        isinstance(one, Model) and type(one) is type(other)
        for one, other in zip(mine, yours, strict=True)
    )


def _keys(version: LanguageVersion) -> set[str]:
    front = {each.key for each in version.body.front}
    return {each.key for each in version.body.blocks() if each.key} - front
