"""Lead phrases: the words with which the clauses of resolutions and declarations begin.

The lists are what the United Nations' own resolutions set in italics (in bold in Arabic and
Chinese), with the commoner forms of declarations, which speak in the first person plural.
"""

from __future__ import annotations

import re
import tomllib
import unicodedata
from functools import cache
from importlib.resources import files
from typing import Literal, TypeAlias

from dushanbe_process.reports.labels import labels_of

Part: TypeAlias = Literal["preambular", "operative"]

_WORD = re.compile(r"[^\s,;:.()\[\]«»“”„،؛，。；：]+")
_NEXT_WORD = re.compile(r"\s+" + _WORD.pattern)
#: Arabic vowel signs, and the line that stretches a word.
_UNSEEN = dict.fromkeys((*range(0x064B, 0x0653), ord("ـ")))
_DASHES = str.maketrans("\N{NON-BREAKING HYPHEN}\N{HYPHEN}'ʼ", "--’’")


def lead_phrases(language: str, part: Part) -> tuple[str, ...]:
    """Return the lead phrases of a part of a text, the longest first.

    Those of the operative part include the first person plural, with and without its pronoun.
    """
    return _phrases(labels_of(language).language, part)


def recognise_lead(text: str, language: str, part: Part | None = None) -> str | None:
    """Return the lead phrase with which a text begins, as it stands there, or None.

    Letter case, spacing, Arabic vowel signs and the shape of apostrophes make no difference.
    """
    language = labels_of(language).language
    ends = _ends(text, language, part)
    if not ends:
        return None
    known = _known(language, part)
    words = _alike(text[: ends[-1]]).split(" ")
    in_words = len(words) == len(ends)
    for count in range(len(ends), 0, -1):
        end = ends[count - 1]
        if (" ".join(words[:count]) if in_words else _alike(text[:end])) in known:
            return text[:end]
    return None


@cache
def _lists(language: str) -> dict[str, tuple[str, ...]]:
    """Return the lists of a language as they are kept."""
    name = f"{language}.toml"
    kept = tomllib.loads(files(__package__).joinpath("leads", name).read_text("utf-8"))
    if language == "zh":
        kept["we"] = [f"{kept['pronoun']}{each}" for each in kept["operative"]]
    else:
        pronoun = f"{kept['pronoun']} " if kept["pronoun"] else ""
        kept["we"] = [*(f"{pronoun}{each}" for each in kept["we"] if pronoun), *kept["we"]]
    return {
        "preambular": tuple(kept["preambular"]),
        "operative": (*kept["operative"], *kept["we"]),
    }


@cache
def _phrases(language: str, part: Part) -> tuple[str, ...]:
    return tuple(sorted(_lists(language)[part], key=lambda each: (-len(each), each)))


@cache
def _known(language: str, part: Part | None) -> frozenset[str]:
    parts = (part,) if part else ("preambular", "operative")
    return frozenset(_alike(each) for name in parts for each in _lists(language)[name])


@cache
def _begun(language: str, part: Part | None) -> dict[str, int]:
    """Return what lead phrases begin with, and how many words the longest has that begins so.

    Most texts begin with none of them.
    """
    most: dict[str, int] = {}
    for phrase in _known(language, part):
        words = [phrase[0]] if language == "zh" else phrase.split()
        most[words[0]] = max(most.get(words[0], 0), len(words))
    return most


def _ends(text: str, language: str, part: Part | None) -> list[int]:
    """Return the places where a lead phrase can end: after each of the first words."""
    begun = _begun(language, part)
    if language == "zh":
        most = _longest() if _alike(text[:1]) in begun else 0
        return list(range(1, min(len(text), most) + 1))
    word = _WORD.match(text)
    most = begun.get(_alike(word[0]), 0) if word else 0
    ends: list[int] = []
    while word and len(ends) < most:
        ends.append(word.end())
        word = _NEXT_WORD.match(text, word.end())
    return ends


@cache
def _longest() -> int:
    return max(map(len, _known("zh", None)))


def _alike(text: str) -> str:
    """Return a text without what makes no difference between lead phrases."""
    if text.isascii():
        plain = text.replace("'", "’")
    else:
        plain = unicodedata.normalize("NFC", text.translate(_UNSEEN)).translate(_DASHES)
    return " ".join(plain.casefold().split())
