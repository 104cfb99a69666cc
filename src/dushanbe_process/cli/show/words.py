"""Words for dates, counts, kinds and long texts."""

from __future__ import annotations

import re
import textwrap
from typing import TYPE_CHECKING

from dushanbe_process.reports import conventions, words

if TYPE_CHECKING:
    from dushanbe_process.model.time_and_place import DateSpan, PartialDate


def counted(number: int, one: str, many: str = "") -> str:
    """Return a number with its noun: ``1 process``, ``4 conferences``."""
    return f"{number} {one if number == 1 else many or one + 's'}"


def spelt(name: str) -> str:
    """Return a value of a vocabulary as words: ``side_event`` as ``Side event``."""
    return re.sub(r"^Un\b", "UN", words.label(name))


def capitalized(text: str) -> str:
    """Return words with a capital at their beginning."""
    return text[:1].upper() + text[1:]


def shortened(text: str, width: int = 200) -> str:
    """Return a text on one line, its end left out where it is long."""
    return textwrap.shorten(text, width, placeholder=" ...")


def day(date: PartialDate) -> str:
    """Return a date as official documents print it: ``3 May 2018``."""
    return conventions.date(date, "en")


def days(span: DateSpan) -> str:
    """Return a span as official documents print it: ``3 and 4 May 2018``; its dash is a hyphen."""
    return conventions.dates(span, "en").replace("–", "-")
