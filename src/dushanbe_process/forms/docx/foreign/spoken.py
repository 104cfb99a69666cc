"""The language that a text is in: by its script, its commonest words, and what the file says."""

from __future__ import annotations

import re
from collections import Counter
from itertools import islice
from typing import TYPE_CHECKING

from dushanbe_process.errors import DushanbeError
from dushanbe_process.forms.docx.names import w
from dushanbe_process.model.documents import LanguageVersion

if TYPE_CHECKING:
    from collections.abc import Iterable

    from dushanbe_process.forms.docx.package import Package

#: Letters by which languages that share a script are told apart.
_TELLING = {
    "cyrillic": {
        "tg": "ғӣқӯҳҷ",
        "uk": "іїєґ",
        "be": "ўі",
        "kk": "әңүұһ",
        "sr": "јљњћђџ",
        "ky": "ңөү",
    },
    "arabic": {"fa": "گچپژکی", "ur": "ٹڈڑےہ", "ps": "ځڅډړښ"},
}
_DEFAULT = {"cyrillic": "ru", "arabic": "ar"}
#: Words that every text in a language has.
_WORDS = {
    "en": "the of and to in that is for with on by be shall are as this",
    "fr": "le la les des et du en que pour dans une par sur est aux au",
    "es": "el la los las de y en que del para por una con se al su",
    "de": "der die das und den von zu mit ist für auf des dem nicht eine",
    "pt": "o a os as de e em que do da para uma com não por dos",
    "it": "il di che la e per un del della le in con non gli dei",
    "nl": "de het een van en in is dat op te voor met zijn niet aan",
    "pl": "i w na z do się nie że jest oraz przez dla od po",
    "sk": "a v na sa je že z s do pre o ako za od",
    "tr": "ve bir bu için ile olarak olan da de ne gibi daha",
    "id": "yang dan di untuk dengan dari pada dalam ini itu adalah",
    "sv": "och i att det som en på är av för med den till",
    "ro": "și în de la a cu pentru din pe care este un o",
    "hu": "a az és hogy nem is egy ez meg csak de volt",
}
_COMMON = {language: frozenset(words.split()) for language, words in _WORDS.items()}
_WORD = re.compile(r"[^\W\d_]+")
_SCRIPTS = {
    "cyrillic": re.compile("[Ѐ-ԯ]"),
    "arabic": re.compile("[؀-ۿݐ-ݿﭐ-ﻼ]"),
    "hebrew": re.compile("[א-ת]"),
    "kana": re.compile("[぀-ヿ]"),
    "hangul": re.compile("[가-힣]"),
    "han": re.compile("[㐀-鿿]"),
    "greek": re.compile("[Ͱ-Ͽ]"),
    "thai": re.compile("[ก-๛]"),
    "devanagari": re.compile("[ऀ-ॿ]"),
    "georgian": re.compile("[ა-ჿ]"),
    "armenian": re.compile("[Ա-֏]"),
    "latin": re.compile("[A-Za-zÀ-ɏ]"),
}
_OF_SCRIPT = {
    "hebrew": "he",
    "kana": "ja",
    "hangul": "ko",
    "han": "zh",
    "greek": "el",
    "thai": "th",
    "devanagari": "hi",
    "georgian": "ka",
    "armenian": "hy",
}
#: As much of a text as is looked at.
_MOST_LINES, _MOST = 400, 40_000
_SHARE_OF_KANA = 0.05
#: Lists of names have hardly any of the commonest words: they do not tell of a language.
_SHARE_OF_COMMON = 0.04
_FEWEST = 4
#: What a file says is not believed where its words are far rarer than those of another language.
_NEARLY_AS_LIKELY = 0.7


def spoken(lines: Iterable[str], package: Package) -> tuple[str, str]:
    """Return the language of a text, and the evidence for it."""
    words = " ".join(islice(lines, _MOST_LINES))[:_MOST].lower()
    count = {name: len(pattern.findall(words)) for name, pattern in _SCRIPTS.items()}
    script = max(count, key=lambda name: count[name])
    if not count[script]:
        said = said_by(package)
        return (said, "what the file says") if said else ("en", "no words to tell by")
    if script == "han" and count["kana"] > _SHARE_OF_KANA * count["han"]:
        script = "kana"
    if script in _OF_SCRIPT:
        return _OF_SCRIPT[script], f"its script ({script})"
    if script != "latin":
        return _by_letters(words, script)
    return _by_words(words, package)


def _by_letters(words: str, script: str) -> tuple[str, str]:
    found = Counter(words)
    least = max(3, len(words) // 500)
    scores = {
        language: sum(found[letter] for letter in letters)
        for language, letters in _TELLING[script].items()
    }
    best = max(scores, key=lambda language: scores[language])
    if scores[best] >= least:
        return best, f"letters of its own in the {script} script"
    return _DEFAULT[script], f"its script ({script})"


def _by_words(words: str, package: Package) -> tuple[str, str]:
    found = Counter(_WORD.findall(words))
    scores = {language: sum(found[word] for word in common) for language, common in _COMMON.items()}
    ranked = sorted(scores, key=lambda language: -scores[language])
    said = said_by(package)
    least = max(_FEWEST, 1.2 * scores[ranked[1]], _SHARE_OF_COMMON * found.total())
    if scores[ranked[0]] >= least:
        return ranked[0], "its commonest words"
    best = scores[ranked[0]]
    likely = best < _FEWEST or scores.get(said, best) >= _NEARLY_AS_LIKELY * best
    if said and likely:
        return said, "what the file says"
    return (ranked[0], "its commonest words") if scores[ranked[0]] else ("en", "its script (latin)")


def said_by(package: Package) -> str:
    """Return the language that most of the file says it is in, where that is a language."""
    found: Counter[str] = Counter()
    for root in (package.element(package.main), package.one("styles")):
        for each in () if root is None else root.iter(w("lang")):
            found[each.get(w("val"), "").partition("-")[0].lower()] += 1
    for tag, _ in found.most_common():
        try:
            LanguageVersion(language=tag)
        except DushanbeError:
            continue
        return tag
    return ""
