"""How dates are printed, language by language: patterns and the names of months.

``month`` is the name of a month by itself, ``month_of`` its form after a day or before a year
where the language has another (Russian genitive, Tajik izofat).
"""

from __future__ import annotations

import attrs


@attrs.frozen
class Precise:
    """A pattern for dates known to the day, one for the month, one for the year."""

    day: str
    month: str
    year: str


@attrs.frozen(kw_only=True)
class Patterns:
    """How one language prints dates and spans of dates."""

    months: tuple[str, ...]
    months_of: tuple[str, ...] = ()
    date: Precise
    about: Precise
    since: Precise
    until: Precise
    pair: str
    days: str
    days_across_months: str
    days_across_years: str
    months_of_year: str
    months_across_years: str
    years: str
    place: str = "{place}, {dates}"
    first: str = "1"


def _names(text: str) -> tuple[str, ...]:
    return tuple(text.split(","))


_EN = Patterns(
    months=_names(
        "January,February,March,April,May,June,July,August,September,October,November,December"
    ),
    date=Precise("{day} {month} {year}", "{month} {year}", "{year}"),
    about=Precise("about {day} {month} {year}", "about {month} {year}", "about {year}"),
    since=Precise("from {day} {month} {year}", "from {month} {year}", "from {year}"),
    until=Precise("until {day} {month} {year}", "until {month} {year}", "until {year}"),
    pair="{day1} and {day2} {month2} {year2}",
    days="{day1}–{day2} {month2} {year2}",
    days_across_months="{day1} {month1}–{day2} {month2} {year2}",
    days_across_years="{day1} {month1} {year1}–{day2} {month2} {year2}",
    months_of_year="{month1}–{month2} {year2}",
    months_across_years="{month1} {year1}–{month2} {year2}",
    years="{year1}–{year2}",
)
_FR = Patterns(
    months=_names(
        "janvier,février,mars,avril,mai,juin,juillet,août,septembre,octobre,novembre,décembre"
    ),
    date=Precise("{day} {month} {year}", "{month} {year}", "{year}"),
    about=Precise("vers le {day} {month} {year}", "vers {month} {year}", "vers {year}"),
    since=Precise("depuis le {day} {month} {year}", "depuis {month} {year}", "depuis {year}"),
    until=Precise("jusqu’au {day} {month} {year}", "jusqu’en {month} {year}", "jusqu’en {year}"),
    pair="{day1} et {day2} {month2} {year2}",
    days="{day1}-{day2} {month2} {year2}",
    days_across_months="{day1} {month1}-{day2} {month2} {year2}",
    days_across_years="{day1} {month1} {year1}-{day2} {month2} {year2}",
    months_of_year="{month1}-{month2} {year2}",
    months_across_years="{month1} {year1}-{month2} {year2}",
    years="{year1}-{year2}",
    first="1er",
)
_ES = Patterns(
    months=_names(
        "enero,febrero,marzo,abril,mayo,junio,julio,agosto,septiembre,octubre,noviembre,diciembre"
    ),
    date=Precise("{day} de {month} de {year}", "{month} de {year}", "{year}"),
    about=Precise("hacia el {day} de {month} de {year}", "hacia {month} de {year}", "hacia {year}"),
    since=Precise("desde el {day} de {month} de {year}", "desde {month} de {year}", "desde {year}"),
    until=Precise("hasta el {day} de {month} de {year}", "hasta {month} de {year}", "hasta {year}"),
    pair="{day1} y {day2} de {month2} de {year2}",
    days="{day1} a {day2} de {month2} de {year2}",
    days_across_months="{day1} de {month1} a {day2} de {month2} de {year2}",
    days_across_years="{day1} de {month1} de {year1} a {day2} de {month2} de {year2}",
    months_of_year="{month1} a {month2} de {year2}",
    months_across_years="{month1} de {year1} a {month2} de {year2}",
    years="{year1}-{year2}",
)
_RU = Patterns(
    months=_names(
        "январь,февраль,март,апрель,май,июнь,июль,август,сентябрь,октябрь,ноябрь,декабрь"
    ),
    months_of=_names(
        "января,февраля,марта,апреля,мая,июня,июля,августа,сентября,октября,ноября,декабря"
    ),
    date=Precise("{day} {month_of} {year} года", "{month} {year} года", "{year} год"),
    about=Precise(
        "около {day} {month_of} {year} года", "около {month_of} {year} года", "около {year} года"
    ),
    since=Precise("с {day} {month_of} {year} года", "с {month_of} {year} года", "с {year} года"),
    until=Precise("по {day} {month_of} {year} года", "по {month} {year} года", "по {year} год"),
    pair="{day1} и {day2} {month_of2} {year2} года",
    days="{day1}–{day2} {month_of2} {year2} года",
    days_across_months="{day1} {month_of1} — {day2} {month_of2} {year2} года",
    days_across_years="{day1} {month_of1} {year1} года — {day2} {month_of2} {year2} года",
    months_of_year="{month1}–{month2} {year2} года",
    months_across_years="{month1} {year1} года — {month2} {year2} года",
    years="{year1}–{year2} годы",
)
# The Levantine and the western name of each month, as the United Nations print them.
_AR = Patterns(
    months=_names(
        "كانون الثاني/يناير,شباط/فبراير,آذار/مارس,نيسان/أبريل,أيار/مايو,حزيران/يونيه,"
        "تموز/يوليه,آب/أغسطس,أيلول/سبتمبر,تشرين الأول/أكتوبر,تشرين الثاني/نوفمبر,"
        "كانون الأول/ديسمبر"
    ),
    date=Precise("{day} {month} {year}", "{month} {year}", "{year}"),
    about=Precise("نحو {day} {month} {year}", "نحو {month} {year}", "نحو عام {year}"),
    since=Precise("منذ {day} {month} {year}", "منذ {month} {year}", "منذ عام {year}"),
    until=Precise("حتى {day} {month} {year}", "حتى {month} {year}", "حتى عام {year}"),
    pair="{day1} و {day2} {month2} {year2}",
    days="{day1}-{day2} {month2} {year2}",
    days_across_months="{day1} {month1} - {day2} {month2} {year2}",
    days_across_years="{day1} {month1} {year1} - {day2} {month2} {year2}",
    months_of_year="{month1} - {month2} {year2}",
    months_across_years="{month1} {year1} - {month2} {year2}",
    years="{year1}-{year2}",
    place="{place}، {dates}",
)
_ZH = Patterns(
    months=tuple(f"{number}月" for number in range(1, 13)),
    date=Precise("{year}年{month}{day}日", "{year}年{month}", "{year}年"),
    about=Precise("{year}年{month}{day}日前后", "{year}年{month}前后", "{year}年前后"),
    since=Precise("自{year}年{month}{day}日起", "自{year}年{month}起", "自{year}年起"),
    until=Precise("至{year}年{month}{day}日", "至{year}年{month}", "至{year}年"),
    pair="{year1}年{month1}{day1}日和{day2}日",
    days="{year1}年{month1}{day1}日至{day2}日",
    days_across_months="{year1}年{month1}{day1}日至{month2}{day2}日",
    days_across_years="{year1}年{month1}{day1}日至{year2}年{month2}{day2}日",
    months_of_year="{year1}年{month1}至{month2}",
    months_across_years="{year1}年{month1}至{year2}年{month2}",
    years="{year1}年至{year2}年",
    place="{dates}，{place}",
)
_TG = Patterns(
    months=_names("январ,феврал,март,апрел,май,июн,июл,август,сентябр,октябр,ноябр,декабр"),
    months_of=_names(
        "январи,феврали,марти,апрели,майи,июни,июли,августи,сентябри,октябри,ноябри,декабри"
    ),
    date=Precise("{day} {month_of} соли {year}", "{month_of} соли {year}", "соли {year}"),
    about=Precise(
        "тақрибан {day} {month_of} соли {year}",
        "тақрибан {month_of} соли {year}",
        "тақрибан соли {year}",
    ),
    since=Precise("аз {day} {month_of} соли {year}", "аз {month_of} соли {year}", "аз соли {year}"),
    until=Precise("то {day} {month_of} соли {year}", "то {month_of} соли {year}", "то соли {year}"),
    pair="{day1} ва {day2} {month_of2} соли {year2}",
    days="{day1}–{day2} {month_of2} соли {year2}",
    days_across_months="{day1} {month1} – {day2} {month_of2} соли {year2}",
    days_across_years="{day1} {month_of1} соли {year1} – {day2} {month_of2} соли {year2}",
    months_of_year="{month1}–{month_of2} соли {year2}",
    months_across_years="{month_of1} соли {year1} – {month_of2} соли {year2}",
    years="солҳои {year1}–{year2}",
)

PATTERNS = {"en": _EN, "fr": _FR, "es": _ES, "ru": _RU, "ar": _AR, "zh": _ZH, "tg": _TG}
