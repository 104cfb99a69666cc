"""What the head of a document says: symbols, organisation, organ, distribution, date, session."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from dushanbe_process.errors import DushanbeError
from dushanbe_process.model.documents import AgendaItem, Distribution, Masthead
from dushanbe_process.model.localized import LocalizedText
from dushanbe_process.model.symbol import Symbol
from dushanbe_process.model.time_and_place import PartialDate
from dushanbe_process.reports.conventions.patterns import PATTERNS
from dushanbe_process.reports.labels import LANGUAGES, labels_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

_SYMBOL = re.compile(
    r"[A-Z][A-Za-z]{0,7}(?:\.\d{1,3})?"
    r"(?:/[A-Za-z0-9][A-Za-z0-9.\-]{0,15}(?: ?\([A-Za-z0-9. ]{1,12}\))?){1,8}\*{0,3}"
)
_JOINT = re.compile(r" ?[–—] ?(?=[A-Z]+/)|(?<=[\d)*]) ?- ?(?=[A-Z]+/)")
_DISTRIBUTION = re.compile(r"(?:distr\.?|distribution)\s*:?\s*(?P<kind>[a-zé]+)", re.IGNORECASE)
_KINDS = {
    Distribution.GENERAL: ("general", "générale"),
    Distribution.LIMITED: ("limited", "limitée", "limitada"),
    Distribution.RESTRICTED: ("restricted", "restreinte", "reservada"),
}
_ORIGINAL = re.compile(r"original\s*:\s*(?P<languages>.+)", re.IGNORECASE)
_LETTERED = r"(?: ?\(?[a-zа-я]\))*"
_AGENDA = re.compile(
    rf"(?:(?:provisional )?agenda )?items? (?P<en>\d+{_LETTERED})"
    r"(?: of the (?:provisional )?agenda)?"
    rf"|point (?P<fr>\d+{_LETTERED}) de l[’']ordre du jour.*"
    rf"|tema (?P<es>\d+{_LETTERED}) del programa.*"
    rf"|пункт (?P<ru>\d+{_LETTERED}) .*повестки дня.*"
    r"|البند (?P<ar>\d+).*|议程项目 ?(?P<zh>\d+).*",
    re.IGNORECASE,
)
_SESSION = re.compile(
    r"\w+(?:[- ]\w+)? (?:special |emergency )?session|\w+(?:[- ]\w+)* session(?: extraordinaire)?"
    r"|\w+(?: \w+)? período de sesiones|\w+(?: \w+)? сессия|الدورة .{1,40}|第.{1,8}届会议",
    re.IGNORECASE,
)
_LONGEST, _MOST = 60, 120
_DAY = r"(?P<day>\d{1,2})(?:er|st|nd|rd|th)?"
_YEAR = r"(?P<year>(?:1[89]|20)\d\d)"


def symbols_of(lines: Iterable[str]) -> tuple[str, ...]:
    """Return the symbols that stand on lines of their own, as they are printed."""
    found: dict[str, None] = {}
    for line in lines:
        bare = line.strip().strip("\u200e\u200f").removeprefix("* ")
        if len(bare) <= _LONGEST and all(map(is_symbol, _JOINT.split(bare))):
            found[bare.rstrip("*").rstrip()] = None
    return tuple(found)


def is_symbol(text: str) -> bool:
    """Say whether words are a symbol of the United Nations, by its grammar."""
    if not _SYMBOL.fullmatch(text) or not any(each.isdigit() for each in text):
        return False
    return all(
        (each.number or each.nature)
        and each.organ.isupper()
        and (each.organ_name or each.printed.count("/") > 1)
        for each in Symbol(value=text.rstrip("*")).parts
    )


def date_in(line: str) -> PartialDate | None:
    """Return the date that a line is, in any language whose months are known."""
    words = line.strip().strip("\u200e\u200f").lower()
    for pattern, months in _DATES:
        found = pattern.fullmatch(words)
        if found:
            month = months.get(found["month"])
            day = int(found["day"]) if found.groupdict().get("day") else None
            try:
                return PartialDate(int(found["year"]), month, day)
            except DushanbeError:
                return None
    return None


def _dates() -> list[tuple[re.Pattern[str], dict[str, int]]]:
    made = []
    for patterns in PATTERNS.values():
        named = {
            part.strip().lower(): number
            for names in (patterns.months, patterns.months_of)
            for number, name in enumerate(names, 1)
            for part in (name, *name.split("/"))
        }
        names = "|".join(sorted(map(re.escape, named), key=len, reverse=True))
        month = f"(?P<month>{names})"
        made += [
            (re.compile(pattern), named)
            for pattern in (
                rf"{_DAY}\.? (?:de )?{month}(?: de| соли)? {_YEAR}(?: г(?:ода|\.)?)?\.?",
                rf"{month},? (?:de |соли )?{_YEAR}(?: года?)?",
                rf"{month} {_DAY},? {_YEAR}",
                rf"{_YEAR}年{month}(?:(?P<day>\d{{1,2}})日)?",
            )
        ]
    return made


_DATES = _dates()


def masthead_of(lines: Sequence[str], language: str) -> Masthead | None:
    """Return what the lines of a head say, as far as it is recognised."""
    found: dict[str, Any] = {}
    for line in lines:
        for name, value in _said(line.strip(), language):
            if name == "agenda_items":
                found[name] = [*found.get(name, []), value]
            elif name not in found:
                found[name] = value
    if "organ" not in found and (organ := _organ_above(lines)):
        found["organ"] = LocalizedText({language: organ})
    return Masthead(**found) if found else None


def _organ_above(lines: Sequence[str]) -> str:
    """Return the line above that of distribution, where an organ of any name stands."""
    for above, line in pairwise(lines):
        if distribution_in(line):
            known = symbols_of([above]) or date_in(above) or above.lower() in _ORGANIZATIONS
            return "" if known or len(above) > _MOST else above
    return ""


def _said(line: str, language: str) -> Iterable[tuple[str, Any]]:
    """Yield what one line says of a document."""
    if not line or len(line) > _MOST:
        return
    if kind := distribution_in(line):
        yield "distribution", kind
    elif (date := date_in(line)) is not None:
        yield "date", date
    elif spoken := original_in(line):
        yield "original_languages", spoken
    elif item := _AGENDA.fullmatch(line):
        number = next(filter(None, item.groups()), None)
        yield "agenda_items", AgendaItem(number=number, title=LocalizedText({language: line}))
    elif _SESSION.fullmatch(line):
        yield "session", LocalizedText({language: line})
    elif line.lower() in _ORGANIZATIONS:
        yield "organization", LocalizedText({language: line})
    elif line.lower() in _ORGANS:
        yield "organ", LocalizedText({language: line})


def distribution_in(line: str) -> Distribution | None:
    """Return to whom a document goes, where a line says it."""
    found = _DISTRIBUTION.match(line)
    word = found["kind"].lower() if found else ""
    return next((kind for kind, words in _KINDS.items() if word in words), None)


def original_in(line: str) -> tuple[str, ...]:
    """Return the languages of the original, where a line says them."""
    found = _ORIGINAL.fullmatch(line.strip("\u200e\u200f"))
    names = re.split(r"\s*(?:/|,| and | et | y )\s*", found["languages"].strip()) if found else []
    tags = [_NAMES.get(each.lower().strip(".")) for each in names]
    return tuple(each for each in tags if each)


_NAMES = {
    name.lower(): tag
    for language in LANGUAGES
    for tag, name in labels_of(language).masthead.languages.items()
}
_ORGANIZATIONS = {labels_of(each).names.united_nations.lower() for each in LANGUAGES}
_ORGANS = {
    name.lower()
    for each in LANGUAGES
    for name in (
        labels_of(each).names.general_assembly,
        labels_of(each).names.security_council,
        labels_of(each).names.economic_and_social_council,
        labels_of(each).names.human_rights_council,
    )
}
