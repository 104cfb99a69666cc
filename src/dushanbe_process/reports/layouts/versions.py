"""The text of a document in the language that is asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dushanbe_process.model.documents import Document, LanguageVersion


def version_in(document: Document, language: str) -> LanguageVersion | None:
    """Return the text in a language, or in the same language of another script or region."""
    exact = document.version(language)
    if exact is not None:
        return exact
    primary = language.partition("-")[0]
    return next(
        (each for each in document.versions if each.language.partition("-")[0] == primary), None
    )
