"""The words that official documents print, in the languages of the United Nations and in Tajik.

They are those of the United Nations' own documents in each language; Tajik follows the usage of
the Ministry of Foreign Affairs of Tajikistan and of the Tajik press.
"""

from __future__ import annotations

from functools import lru_cache

from dushanbe_process.reports.labels import ar, en, es, fr, ru, tg, zh
from dushanbe_process.reports.labels.groups import Counted, Gender, Labels, Noun

#: The languages in which documents can be printed, English first.
LANGUAGES = ("en", "fr", "es", "ru", "ar", "zh", "tg")

_LABELS: dict[str, Labels] = {
    each.language: each
    for each in (
        en.LABELS,
        fr.LABELS,
        es.LABELS,
        ru.LABELS,
        ar.LABELS,
        zh.LABELS,
        tg.LABELS,
    )
}


def primary(language: str) -> str:
    """Return the language of a tag, without script, region or variant: ``zh`` of ``zh-Hans``."""
    return language.partition("-")[0].lower()


@lru_cache(256)
def labels_of(language: str) -> Labels:
    """Return the words of a language; those of English where it has none."""
    return _LABELS.get(primary(language), en.LABELS)


__all__ = ["LANGUAGES", "Counted", "Gender", "Labels", "Noun", "labels_of", "primary"]
