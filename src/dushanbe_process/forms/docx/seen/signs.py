"""Signs of the symbol fonts, which stand in a private range of characters.

Source: Unicode Consortium, mapping of the Adobe Symbol encoding; for Wingdings the signs that
documents use, by their names in Unicode.
"""

from __future__ import annotations

_SYMBOL = dict(
    enumerate(
        " !∀#∃%&∋()∗+,−./0123456789:;<=>?≅ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ[∴]⊥_"
        "‾αβχδεφγηιϕκλμνοπθρστυϖωξψζ{|}∼",
        0x20,
    )
) | dict(
    enumerate(
        "€ϒ′≤⁄∞ƒ♣♦♥♠↔←↑→↓°±″≥×∝∂•÷≠≡≈…⏐⎯↵ℵℑℜ℘⊗⊕∅∩∪⊃⊇⊄⊂⊆∈∉∠∇®©™∏√⋅¬∧∨⇔⇐⇑⇒⇓◊⟨®©™∑⎛⎜⎝⎡⎢⎣⎧⎨⎩⎪\uf8ff⟩∫⌠⎮⌡⎞⎟⎠⎤⎥⎦⎫⎬⎭",
        0xA0,
    )
)
_WINGDINGS = {
    0x21: "✏", 0x22: "✂", 0x28: "☎", 0x2A: "✉", 0x41: "✌", 0x45: "☜", 0x46: "☞", 0x4A: "☺",
    0x4C: "☹", 0x6C: "●", 0x6E: "■", 0x6F: "□", 0x70: "◻", 0x71: "❑", 0x72: "❒", 0x73: "⬧",
    0x74: "⧫", 0x75: "◆", 0x76: "❖", 0x77: "⬥", 0x9E: "·", 0x9F: "•", 0xA0: "▪", 0xA1: "○",
    0xA7: "▪", 0xA8: "◻", 0xAB: "★", 0xD8: "➢", 0xDF: "←", 0xE0: "→", 0xE1: "↑", 0xE2: "↓",
    0xE7: "➔", 0xE8: "➔", 0xEF: "⇦", 0xF0: "⇨", 0xF1: "⇧", 0xF2: "⇩", 0xF3: "⬄", 0xFB: "✗",
    0xFC: "✓", 0xFD: "☒", 0xFE: "☑",
}  # fmt: skip
_FONTS = {"symbol": _SYMBOL, "wingdings": _WINGDINGS}
#: What is printed for bullets whose font is not known.
_BULLETS = {0xA7: "▪", 0x6F: "o", 0xD8: "➢", 0xFC: "✓", 0x2D: "-"}
_PRIVATE = range(0xF000, 0xF100)
_SURROGATES = range(0xD800, 0xE000)
_LAST = 0xFFFD
_FIRST = 0x20
_MOST_DIGITS = 4


def sign(code: str, font: str) -> str:
    """Return the sign of a font at a place that is given in hexadecimal digits.

    What has no equal in Unicode is left in the private range; what is no character at all is
    an empty string.
    """
    if not 0 < len(code) <= _MOST_DIGITS or any(c not in "0123456789abcdefABCDEF" for c in code):
        return ""
    number = int(code, 16)
    place = number - _PRIVATE.start if number in _PRIVATE else number
    known = _FONTS.get(font.strip().lower(), {})
    if place in known and known[place] != "\uf8ff":
        return known[place]
    legal = _FIRST <= number <= _LAST and number not in _SURROGATES
    return chr(number) if legal else ""


def is_symbol_font(name: str) -> bool:
    """Say whether a font is one of symbols."""
    return name.strip().lower() in _FONTS


def in_font(words: str, font: str) -> str:
    """Return words in a font of symbols as they look: those in the private range."""
    return "".join(sign(f"{ord(e):x}", font) if ord(e) in _PRIVATE else e for e in words)


def bullet(character: str) -> str:
    """Return what a bullet looks like, whatever its font."""
    code = ord(character)
    return _BULLETS.get(code - _PRIVATE.start, "•") if code in _PRIVATE else character
