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
from itertools import islice
from typing import Literal, TypeAlias

from dushanbe_process.reports.labels import labels_of

Part: TypeAlias = Literal["preambular", "operative"]

_WORD = re.compile(r"[^\s,;:.()\[\]«»“”„،؛，。；：]+")
_MOST_WORDS = 12
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
    known = _known(language, part)
    ends = _ends(text, language)
    if not ends or _alike(text[: ends[0]]) not in _first_words(language, part):
        return None
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
def _first_words(language: str, part: Part | None) -> frozenset[str]:
    """Return what lead phrases begin with: most texts begin with none of them."""
    known = _known(language, part)
    return frozenset(each[:1] if language == "zh" else each.split()[0] for each in known)


def _ends(text: str, language: str) -> list[int]:
    """Return the places where a lead phrase can end: after each of the first words."""
    if language == "zh":
        return list(range(1, min(len(text), _longest()) + 1))
    ends: list[int] = []
    for word in islice(_WORD.finditer(text), _MOST_WORDS):
        if text[ends[-1] if ends else 0 : word.start()].strip() or (not ends and word.start()):
            break
        ends.append(word.end())
    return ends


@cache
def _longest() -> int:
    return max(map(len, _known("zh", None)))


def _alike(text: str) -> str:
    """Return a text without what makes no difference between lead phrases."""
    plain = text if text.isascii() else unicodedata.normalize("NFC", text.translate(_UNSEEN))
    return " ".join(plain.translate(_DASHES).casefold().split())
