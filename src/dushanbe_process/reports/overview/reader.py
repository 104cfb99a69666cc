"""For whom a record is laid out: the language, and what the names behind ids are."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import attrs

from dushanbe_process.model.localized import LocalizedText
from dushanbe_process.model.text import InlineText
from dushanbe_process.reports import locales

if TYPE_CHECKING:
    from collections.abc import Iterable

    from dushanbe_process.model.dossier import Dossier
    from dushanbe_process.model.entity import Citation


@attrs.frozen
class Reader:
    """A reader of one language, with the dossier in which ids are looked up, if there is one."""

    language: str = "en"
    dossier: Dossier | None = None

    def words(self, text: LocalizedText) -> str:
        """Return a text in the reader's language, or the nearest."""
        default = self.dossier.default_language if self.dossier else "en"
        return text.in_(self.language, default)

    def languages(self, text: LocalizedText) -> InlineText:
        """Return a text in all its languages, the reader's first, each on a line of its own."""
        best = self.words(text)
        others = [
            f"{locales.language_name(tag, self.language)}: {each}" if tag else each
            for tag, each in text.items()
            if each != best
        ]
        return InlineText("\n".join([best, *others]))

    def name(self, id_: str | None, otherwise: LocalizedText | None = None) -> str:
        """Return what is called by an id: its name or title, or what was printed, or the id."""
        if otherwise:
            return self.words(otherwise)
        entity: Any = self.dossier.find(id_) if self.dossier and id_ else None
        for field in ("short_name", "name", "title"):
            if text := self.words(getattr(entity, field, None) or LocalizedText()):
                return text
        return id_ or ""

    def names(self, ids: Iterable[str]) -> str:
        """Return what is called by several ids, on one line."""
        return ", ".join(map(self.name, ids))

    def sources(self, citations: Iterable[Citation]) -> str:
        """Return the sources of some citations, each once."""
        return ", ".join(dict.fromkeys(each.source for each in citations))


def lines(*parts: str) -> InlineText:
    """Return the parts that say something, each on a line of its own."""
    return InlineText("\n".join(filter(None, parts)))
