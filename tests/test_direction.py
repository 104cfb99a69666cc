"""Which way words run."""

from __future__ import annotations

import sys
from unicodedata import bidirectional, category

import pytest

from dushanbe_process.reports.direction import direction_of


@pytest.mark.parametrize(
    ("words", "in_english", "in_arabic"),
    [
        ("", False, True),
        ("A/77/621", False, True),
        ("The text", False, False),
        ("Решение", False, False),
        ("القرار", True, True),
        ("القرار A/77/621", True, True),
        ("القرار the text", False, True),
        ("УНОКТ القرار", False, True),
        ("– “”", False, True),
        ("\u200eA/77/621\u200e", False, True),
        ("The text\u200f", False, False),
    ],
)
def test_words_run_as_their_letters_do(words: str, in_english: bool, in_arabic: bool) -> None:  # noqa: FBT001
    """Letters of one way decide; symbols and a mixture run with the text around them."""
    assert direction_of(words, otherwise=False) is in_english
    assert direction_of(words, otherwise=True) is in_arabic


def test_no_letter_that_runs_from_right_to_left_is_missed() -> None:
    """Every such letter that Unicode has is known for what it is, in a text of the other way."""
    letters = (
        each
        for each in map(chr, range(sys.maxunicode))
        if bidirectional(each) in ("R", "AL") and category(each) != "Cf"
    )
    assert [each for each in letters if not direction_of(each, otherwise=False)] == []
