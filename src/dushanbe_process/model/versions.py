"""One document in several languages, each from a file of its own, becomes one record."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeVar

import attrs

from dushanbe_process.errors import InvalidError, Problem
from dushanbe_process.model.body import Table
from dushanbe_process.model.documents import Document, LanguageVersion
from dushanbe_process.model.localized import LocalizedText
from dushanbe_process.model.merge import Conflict
from dushanbe_process.model.text import InlineText
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
    their keys, which follow from their numbers.  Where the languages do not have the same
    paragraphs, both texts stay, and a conflict names the paragraphs.  Where two documents say
    two things, the first holds; so it does where both have a text in one language, and the
    conflict carries the text that is set aside (``theirs``) and says where it differs.

    Raises:
        InvalidError: when there is no document, or they are not versions of one work.
    """
    given = list(documents)
    if not given or not isinstance(given[0], Document):
        raise InvalidError([Problem("$", "there is no document to merge")])
    first, *others = given
    merging = _Merging()
    merged = first
    for merging.number, each in enumerate(others, 2):
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
        #: The document whose turn it is, and by path those that texts came from.
        self.number = 1
        self.origins: dict[str, int] = {}

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
        """Return the versions of both; a language in which they say two things is a conflict."""
        known = {each.language: each for each in mine}
        for each in yours:
            where = f"{path}.{each.language}"
            held = known.get(each.language)
            if held is None:
                self.origins[where] = self.number
            elif held != each:
                told = (
                    f"document {self.number} has another text in {each.language} than document "
                    f"{self.origins.get(where, 1)}, which is kept; the other is set aside: "
                )
                self.conflicts.append(Conflict(where, held, each, told + _differing(held, each)))
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
                    lacking, more = tuple(sorted(keys - here)), tuple(sorted(here - keys))
                    note = "; ".join(
                        f"only {language} has {', '.join(alone)}"
                        for language, alone in ((first.language, lacking), (each.language, more))
                        if alone
                    )
                    told = f"{note}; both texts are kept"
                    self.conflicts.append(Conflict(place, lacking, more, told))
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


#: How many paragraphs are named that differ.
_NAMED = 5


def _differing(mine: LanguageVersion, yours: LanguageVersion) -> str:
    """Return in words what two texts of one language differ in."""
    one, other = _told(mine), _told(yours)
    names = [name for name in dict.fromkeys((*one, *other)) if one.get(name) != other.get(name)]
    if not names:
        return "the paragraphs are the same, what is said of the text is not"
    listed = ", ".join(names[:_NAMED]) + (" …" if len(names) > _NAMED else "")
    total = len(one.keys() | other.keys())
    return f"{len(names)} of {total} paragraphs differ ({listed})"


def _told(version: LanguageVersion) -> dict[str, object]:
    """Return what a text says, paragraph by paragraph, without what stands below each."""
    body = version.body
    made: dict[str, object] = {"the opening formula": body.formula} if body.formula else {}
    for count, block in enumerate(body.blocks(), 1):
        name = block.key or block.number or f"paragraph {count}"
        own = block if isinstance(block, Table) else block.evolve(children=())
        made[f"{name}, again ({count})" if name in made else name] = own
    return made
