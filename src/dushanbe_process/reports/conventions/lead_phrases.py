"""Lead phrases: the words with which the clauses of resolutions and declarations begin.

The lists are what the United Nations' own resolutions set in italics (in bold in Arabic and
Chinese), with the commoner forms of declarations, which speak in the first person plural.
"""

from __future__ import annotations

import re
import tomllib
import unicodedata
from functools import cache, lru_cache
from importlib.resources import files
from typing import Literal, TypeAlias

from dushanbe_process.reports.labels import labels_of

Part: TypeAlias = Literal["preambular", "operative"]
#: What may follow each word of a phrase; the end of one is a word of its own.
_Tree: TypeAlias = dict[str, "_Tree"]
_END = "."

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
    if language == "zh":
        return _in_characters(text, part)
    return _in_words(text, _tree(language, part))


def _in_words(text: str, tree: _Tree) -> str | None:
    """Go down the tree of phrases with the words of a text, as far as they are in it.

    Nearly all begin with words that have one blank between them, and nothing else.
    """
    end, place, rest, branch = 0, 0, text, tree
    while True:
        word, blank, rest = rest.partition(" ")
        said = _word_alone(word)
        if not said:
            return _in_any_words(text, tree)
        if said not in branch:
            break
        branch = branch[said]
        place += len(word)
        if _END in branch:
            end = place
        if not blank:
            break
        place += 1
    return text[:end] if end else None


def _in_any_words(text: str, tree: _Tree) -> str | None:
    """Do the same, whatever stands between the words."""
    end = None
    word = _WORD.match(text)
    while word is not None:
        said = _word_alike(word[0])
        if said or not word.start():  # signs that make no difference may stand alone, but not first
            branch = tree.get(said)
            if branch is None:
                break
            tree = branch
        if _END in tree:
            end = word.end()
        word = _NEXT_WORD.match(text, word.end())
    return None if end is None else text[:end]


def _in_characters(text: str, part: Part | None) -> str | None:
    """Try the beginnings of a Chinese text, the longest first, if it begins as phrases do."""
    known = _known("zh", part)
    if _alike(text[:1]) not in _first_characters(part):
        return None
    beginnings = (text[:end] for end in range(min(len(text), _longest()), 0, -1))
    return next((each for each in beginnings if _alike(each) in known), None)


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
def _tree(language: str, part: Part | None) -> _Tree:
    """Return the lead phrases as a tree of their words."""
    tree: _Tree = {}
    for phrase in _known(language, part):
        branch = tree
        for word in (*phrase.split(" "), _END):
            branch = branch.setdefault(word, {})
    return tree


@cache
def _first_characters(part: Part | None) -> frozenset[str]:
    return frozenset(each[:1] for each in _known("zh", part))


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


#: The same words begin most clauses.
_word_alike = lru_cache(4096)(_alike)


@lru_cache(4096)
def _word_alone(text: str) -> str:
    """Return a text without what makes no difference, if it is a word and nothing else."""
    return _alike(text) if _WORD.fullmatch(text) else ""
