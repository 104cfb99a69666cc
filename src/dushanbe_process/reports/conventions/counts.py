"""Counted things: the number, the noun in the form that the number asks for, the qualifier."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from dushanbe_process.model.time_and_place import Qualifier
from dushanbe_process.reports.conventions.numbering import number
from dushanbe_process.reports.labels import labels_of
from dushanbe_process.reports.locales import locale_of

if TYPE_CHECKING:
    from dushanbe_process.model.time_and_place import Quantity
    from dushanbe_process.reports.labels import Counted

#: Other names of what the labels count.
_SAME = {"attendees": "participants", "persons": "participants", "igos": "organizations"}


def quantity(value: Quantity, language: str) -> str:
    """Return a figure as words: ``over 900 participants``.

    What the labels do not know how to count is given by its own name.
    """
    words = labels_of(language).quantities
    counted = words.measures.get(_measure(value.measure))
    if counted is None:
        what = re.sub("[-_]", " ", value.measure)
        said = f"{number(value.value, language)} {what}"
    else:
        governed = value.qualifier is not Qualifier.EXACTLY
        said = count(counted, value.value, language, governed=governed)
    return words.qualifiers[Qualifier(value.qualifier)].format(quantity=said)


def count(counted: Counted, value: int, language: str, *, governed: bool = False) -> str:
    """Return a number and what is counted; ``governed`` after words such as "over"."""
    category = _category(value, language)
    forms = {**counted.forms, **(counted.governed if governed else {})}
    form = forms.get("zero") if not value else None
    form = form or forms.get(category) or forms["other"]
    return form.format(n=number(value, language))


def _category(value: int, language: str) -> str:
    """Return the plural category of a number (CLDR)."""
    return str(locale_of(labels_of(language).language).plural_form(value))


def _measure(name: str) -> str:
    name = name.replace("-", "_").lower()
    return _SAME.get(name, name)
