"""Codes: short strings of a fixed form, checked against the standard that defines them."""

from __future__ import annotations

from functools import cache
from typing import Annotated, TypeAlias

from dushanbe_process.schema.shapes import Code, Integer

_SLUG = "[a-z0-9][a-z0-9._-]*"
_WORDS = "[^ \t\n\r]+( [^ \t\n\r]+)*"


@cache
def _country(code: str) -> str | None:
    import pycountry  # noqa: PLC0415  (a large table, wanted only where countries are)

    if pycountry.countries.get(alpha_2=code) or pycountry.historic_countries.get(alpha_2=code):
        return None
    return f"{code!r} is not an ISO 3166-1 alpha-2 code of a country, present or former"


@cache
def _language(tag: str) -> str | None:
    import langcodes  # noqa: PLC0415  (as above, for languages)

    if not langcodes.tag_is_valid(tag):
        return f"{tag!r} is not a language tag of the IANA registry (BCP 47)"
    return None


def _reference(name: str, kind: str, doc: str) -> Code:
    return Code(name, _SLUG, doc, refers_to=kind, examples=(kind.lower() + "-1",))


Slug: TypeAlias = Annotated[
    str,
    Code(
        "Slug",
        _SLUG,
        "Identifier: lower-case letters, digits, dot, hyphen and underscore.",
        examples=("unoct", "dushanbe-2018"),
    ),
]
LanguageTag: TypeAlias = Annotated[
    str,
    Code(
        "LanguageTag",
        "[a-z]{2,3}(-[A-Z][a-z]{3})?(-([A-Z]{2}|[0-9]{3}))?(-[a-z0-9]{5,8})*",
        "Language tag (BCP 47), in its canonical case.",
        examples=("en", "fr", "es", "ru", "ar", "zh", "tg", "zh-Hans", "pt-BR", "sr-Latn"),
        check=_language,
    ),
]
CountryCode: TypeAlias = Annotated[
    str,
    Code(
        "CountryCode",
        "[A-Z]{2}",
        "Country code (ISO 3166-1 alpha-2), present or former.",
        examples=("TJ", "KW", "QA", "SA", "KG", "DE", "SU"),
        check=_country,
    ),
]
Uri: TypeAlias = Annotated[
    str,
    Code(
        "Uri",
        "[A-Za-z][A-Za-z0-9+.\\-]*:[^ \t\n\r]+",
        "Absolute address (RFC 3986, with the characters of RFC 3987).",
        examples=("https://www.un.org/counterterrorism/", "urn:x:دوشنبه"),
    ),
]
Designation: TypeAlias = Annotated[
    str,
    Code(
        "Designation",
        _WORDS,
        "A mark as it is printed: words with one space between them.",
        spaces=True,
        examples=("A/RES/77/298", "A/66/772–S/2012/215", "12-29335 (E)", "5 bis", "(a)"),
    ),
]
Ordinal: TypeAlias = Annotated[int, Integer(1)]
Span: TypeAlias = Annotated[int, Integer(1, 1000)]

ProcessId: TypeAlias = Annotated[str, _reference("ProcessId", "Process", "Id of a process.")]
ConferenceId: TypeAlias = Annotated[
    str, _reference("ConferenceId", "Conference", "Id of a conference.")
]
SessionId: TypeAlias = Annotated[
    str, _reference("SessionId", "Session", "Id of a session of a conference.")
]
PartnerId: TypeAlias = Annotated[str, _reference("PartnerId", "Partner", "Id of a partner.")]
PersonId: TypeAlias = Annotated[str, _reference("PersonId", "Person", "Id of a person.")]
DocumentId: TypeAlias = Annotated[str, _reference("DocumentId", "Document", "Id of a document.")]
SourceId: TypeAlias = Annotated[str, _reference("SourceId", "Source", "Id of a source.")]
EntityId: TypeAlias = Annotated[
    str,
    Code(
        "EntityId",
        _SLUG,
        "Id of anything in the dossier that has one.",
        refers_to="*",
        examples=("unoct",),
    ),
]
