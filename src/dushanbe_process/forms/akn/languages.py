"""Languages: three letters in Akoma Ntoso (ISO 639-2/T), tags (BCP 47) in the model."""

from __future__ import annotations

from functools import lru_cache

#: The language of a document of which nothing says in which language it is.
UNKNOWN = "und"


@lru_cache(maxsize=4096)
def tag_of(code: str) -> str | None:
    """Return the tag of a language: ``zh`` for ``zho``; None for what is no language."""
    import langcodes  # noqa: PLC0415  (a large table)
    from langcodes.tag_parser import LanguageTagError  # noqa: PLC0415

    code = code.strip().replace("_", "-")
    try:
        tag = langcodes.standardize_tag(code, macro=False)
    except (LanguageTagError, ValueError):
        return None
    if not langcodes.tag_is_valid(tag):
        return None
    return tag if _fits(tag) else langcodes.Language.get(tag).language


def _fits(tag: str) -> bool:
    """Say whether a tag is one that the model takes."""
    from dushanbe_process.model.codes import LanguageTag  # noqa: PLC0415
    from dushanbe_process.schema.check import refusal_of_code  # noqa: PLC0415

    return refusal_of_code(LanguageTag.__metadata__[0], tag) is None  # type: ignore[attr-defined]


@lru_cache(maxsize=4096)
def code_of(tag: str) -> str:
    """Return the three letters of a language: ``zho`` for ``zh``, ``tgk`` for ``tg``."""
    import langcodes  # noqa: PLC0415

    try:
        code = langcodes.Language.get(tag).to_alpha3(variant="T")
    except LookupError:
        code = UNKNOWN
    return code if len(code) == 3 else UNKNOWN  # noqa: PLR2004  (as ISO 639-2 has it)
