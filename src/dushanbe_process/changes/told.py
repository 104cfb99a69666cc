"""Values as people read them."""

from __future__ import annotations

import json
from enum import Enum
from typing import Any

from dushanbe_process.model.body import Body, Paragraph, Section, Table
from dushanbe_process.model.documents import LanguageVersion
from dushanbe_process.model.localized import LocalizedText
from dushanbe_process.model.text import Footnote, InlineText, Run
from dushanbe_process.schema import Boolean, Extra, Inline, Localized, Model, Text, record_of

_MARKS = (("strong", "**"), ("emphasis", "*"), ("underline", "_"), ("strike", "~~"))

#: What stands in ``extra`` under a key that this library puts there, as people call it.
_CALLED = {
    "word_masthead": "masthead of the Word file",
    "word_running": "running heads and feet",
}


def told(value: Any) -> str:
    """Return any value of a record as text."""
    if isinstance(value, InlineText):
        return running(value)
    if isinstance(value, LocalizedText):
        return value.in_("en")
    if isinstance(value, LanguageVersion | Body):
        return _text(value.body if isinstance(value, LanguageVersion) else value)
    if isinstance(value, tuple):
        return "; ".join(map(told, value))
    if isinstance(value, Enum):
        return str(value.value)
    if isinstance(value, Extra):
        return json.dumps(value.__to_tree__(), ensure_ascii=False)
    if isinstance(value, bool):
        return json.dumps(value)
    if isinstance(value, Model) and type(value).__str__ is object.__str__:
        return _record(value)
    return str(value)


def _text(body: Body) -> str:
    """Return a whole text as it is read, paragraph by paragraph."""
    made = [running(body.formula)]
    for block in body.blocks():
        match block:
            case Paragraph():
                made += [f"{block.number or ''} {running(block.text)}".strip()]
                made.append(running(block.wrap_up))
            case Section():
                made.append(f"{block.number or ''} {running(block.heading)}".strip())
            case Table():
                made.append(running(block.caption))
                made += [" | ".join(running(each.text) for each in row.cells) for row in block.rows]
    return "\n".join(filter(None, made))


def _record(record: Model) -> str:
    """Return a record by its identity and the first thing it says."""
    said = [
        told(value)
        for each in record_of(type(record)).fields
        if (each.identity or isinstance(each.shape, Localized | Inline | Text))
        and (value := getattr(record, each.name))
    ]
    if said:
        return " – ".join(said[:2])
    rest = (
        f"{each.name} {told(value)}"
        for each in record_of(type(record)).fields
        if not isinstance(each.shape, Boolean) and (value := getattr(record, each.name))
    )
    return ", ".join(rest) or type(record).__name__


def called(key: str, place: str) -> str:
    """Return what people call the data under a key of ``extra``, which stands in a place."""
    return _CALLED.get(key) or f"{place} ({key})"


def are_plain(values: list[Any]) -> bool:
    """Say whether values of open data are told one by one: none of them holds others."""
    return not any(isinstance(each, dict | list) for each in values)


def told_plainly(value: Any) -> str:
    """Return open data as text: words as they are, a list line by line, the rest as JSON."""
    if isinstance(value, list) and are_plain(value):
        return "\n".join(map(told_plainly, value))
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)


def running(text: InlineText) -> str:
    """Return running text as it is read, each footnote where its mark stands."""
    return "".join(
        f"[{each.mark or 'note'}: {each}]" if isinstance(each, Footnote) else str(each)
        for each in text
    )


def with_marks(text: InlineText) -> str:
    """Return running text with signs for how it is set, and what else is known of its words."""
    return "".join(map(_piece, text))


def _piece(piece: str | Run | Footnote) -> str:
    if isinstance(piece, Footnote):
        return f"[{piece.mark or 'note'}: {with_marks(piece.text)}]"
    if isinstance(piece, str):
        return piece
    made = piece.text
    for name, sign in _MARKS:
        if getattr(piece, name):
            made = f"{sign}{made}{sign}"
    known = {name for name, _ in _MARKS} | {"text"}
    rest = [
        each.name if value is True else f"{each.name} {told(value)}"
        for each in record_of(Run).fields
        if each.name not in known and (value := getattr(piece, each.name))
    ]
    return f"{made}<{', '.join(rest)}>" if rest else made


def words_within(value: Any) -> str:
    """Return all text that stands in a value, by which it is known again."""
    if isinstance(value, Model):
        return " ".join(
            words_within(getattr(value, each.name)) for each in record_of(type(value)).fields
        )
    if isinstance(value, tuple):
        return " ".join(map(words_within, value))
    if isinstance(value, LocalizedText):
        return " ".join(value.values())
    if value is None or isinstance(value, bool):
        return ""
    return told(value)
