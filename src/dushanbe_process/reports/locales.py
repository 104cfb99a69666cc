"""What the Unicode Common Locale Data Repository knows: names of countries and languages."""

from __future__ import annotations

from babel import Locale
from babel.core import UnknownLocaleError

#: The United Nations write English in the British manner: 3 May 2018.
_REGIONS = {"en": "en_GB"}


def locale_of(language: str) -> Locale:
    """Return the locale for a reader of a language; English where there is none."""
    try:
        return Locale.parse(_REGIONS.get(language, language), sep="-" if "-" in language else "_")
    except (UnknownLocaleError, ValueError):
        return Locale.parse("en_GB")


def country(code: str, language: str) -> str:
    """Return the usual name of a country, or the code where there is none."""
    return str(locale_of(language).territories.get(code, code))


def language_name(tag: str, language: str) -> str:
    """Return the name of a language in a language, or the tag where there is none."""
    name = locale_of(language).languages.get(tag.replace("-", "_")) or tag
    return name[:1].upper() + name[1:]
