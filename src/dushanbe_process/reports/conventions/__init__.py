"""Editorial conventions of official documents, language by language.

What the United Nations print in the six official languages, and what official Tajik documents
print: dates, ordinals, numbers, quotation marks, lists, set phrases and lead phrases.  A language
without conventions of its own is given those of English.
"""

from __future__ import annotations

from dushanbe_process.reports.conventions.counts import count, quantity
from dushanbe_process.reports.conventions.dates import date, dates, place_and_dates
from dushanbe_process.reports.conventions.formulas import (
    adoption,
    agenda_item,
    annex_title,
    distribution,
    letter_title,
    masthead_date,
    masthead_language,
    note_verbale_title,
    original,
    resolution_adopted,
)
from dushanbe_process.reports.conventions.lead_phrases import lead_phrases, recognise_lead
from dushanbe_process.reports.conventions.numbering import (
    annex,
    heading_number,
    letters,
    list_number,
    number,
    roman,
)
from dushanbe_process.reports.conventions.ordinals import (
    ordinal_session,
    plenary_meeting,
    session_number,
)
from dushanbe_process.reports.conventions.writing import (
    footnote_before_punctuation,
    join,
    quote,
    sort_key,
)

__all__ = [
    "adoption",
    "agenda_item",
    "annex",
    "annex_title",
    "count",
    "date",
    "dates",
    "distribution",
    "footnote_before_punctuation",
    "heading_number",
    "join",
    "lead_phrases",
    "letter_title",
    "letters",
    "list_number",
    "masthead_date",
    "masthead_language",
    "note_verbale_title",
    "number",
    "ordinal_session",
    "original",
    "place_and_dates",
    "plenary_meeting",
    "quantity",
    "quote",
    "recognise_lead",
    "resolution_adopted",
    "roman",
    "session_number",
    "sort_key",
]
