"""Words and conventions of official documents, against the United Nations' own."""

from __future__ import annotations

import re
import string
import unicodedata
from collections.abc import Iterator, Mapping
from enum import Enum
from typing import TYPE_CHECKING, Any, get_args

import attrs
import pytest
from babel import Locale
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from dushanbe_process.model.documents import (
    AdoptionMode,
    AnyDocument,
    Distribution,
    VoteCount,
)
from dushanbe_process.model.time_and_place import DateSpan, PartialDate, Quantity
from dushanbe_process.reports import conventions, words
from dushanbe_process.reports.labels import LANGUAGES, Counted, Noun, labels_of

if TYPE_CHECKING:
    from pathlib import Path

    from dushanbe_process.reports.labels.groups import Names

UN_LANGUAGES = ("en", "fr", "es", "ru", "ar", "zh")
RESOLUTIONS = ("A_RES_77_298", "A_RES_77_273", "S_RES_2593_2021")
AKN = "{http://docs.oasis-open.org/legaldocml/ns/akn/3.0}"

languages = st.sampled_from(LANGUAGES)
partial_dates = st.one_of(
    st.dates().map(lambda day: PartialDate(day.year, day.month, day.day)),
    st.dates().map(lambda day: PartialDate(day.year, day.month)),
    st.dates().map(lambda day: PartialDate(day.year)),
)


# ---------------------------------------------------------------- the words are all there


def _strings(value: Any, path: str = "") -> Iterator[tuple[str, str]]:
    """Yield every string of the labels with its path."""
    match value:
        case str():
            yield path, value
        case Mapping():
            for key, each in value.items():
                yield from _strings(each, f"{path}[{key}]")
        case _ if attrs.has(type(value)):
            for field in attrs.fields(type(value)):
                yield from _strings(getattr(value, field.name), f"{path}.{field.name}")


def _mappings(value: Any, path: str = "") -> Iterator[tuple[str, Mapping[Any, Any]]]:
    """Yield every mapping of the labels with its path."""
    if isinstance(value, Mapping):
        yield path, value
    elif attrs.has(type(value)):
        for field in attrs.fields(type(value)):
            yield from _mappings(getattr(value, field.name), f"{path}.{field.name}")


def _places(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}


OWN = re.compile(r"(genitives|contractions|\.forms|\.governed|gender)")


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_choice_has_a_word(language: str) -> None:
    """A mapping from a choice of the record names every member of it."""
    for path, mapping in _mappings(labels_of(language)):
        kinds = {type(key) for key in mapping}
        if mapping and all(issubclass(kind, Enum) for kind in kinds):
            (kind,) = kinds
            assert set(mapping) == set(kind), path  # type: ignore[call-overload]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_has_the_same_words(language: str) -> None:
    """What English has a word for, with its places to fill, every language has."""
    english = {path: _places(text) for path, text in _strings(labels_of("en"))}
    other = {path: _places(text) for path, text in _strings(labels_of(language))}
    assert {path: each for path, each in other.items() if not OWN.search(path)} == {
        path: each for path, each in english.items() if not OWN.search(path)
    }


@pytest.mark.parametrize("language", LANGUAGES)
def test_words_are_well_formed(language: str) -> None:
    """Words are normalized, have no blanks around them and no typewriter quotation marks."""
    for path, text in _strings(labels_of(language)):
        assert text == unicodedata.normalize("NFC", text), path
        assert text == text.strip() or "contractions" in path, path
        assert not re.search("[\"']|  ", text), path
        assert text or path.endswith("[other]"), path


SCRIPTS = {"ru": "CYRILLIC", "tg": "CYRILLIC", "ar": "ARABIC", "zh": "CJK"}


@pytest.mark.parametrize("language", SCRIPTS)
def test_words_are_in_their_script(language: str) -> None:
    """No letter of another script stands among the words of a language."""
    for path, text in _strings(labels_of(language)):
        if path.startswith((".language", ".masthead.block_language")) or ".gender" in path:
            continue
        letters = [each for each in re.sub(r"\{\w+\}", "", text) if each.isalpha()]
        assert all(SCRIPTS[language] in unicodedata.name(each) for each in letters), path


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_class_of_document_has_a_name(language: str) -> None:
    """Documents are named by the name of their class, one and several."""
    names = labels_of(language).kinds.documents
    assert set(names) == {each.__name__ for each in get_args(AnyDocument)}
    assert all(isinstance(each, Noun) for each in names.values())


@pytest.mark.parametrize("language", LANGUAGES)
def test_everything_that_is_counted_has_its_forms(language: str) -> None:
    """What is counted has a form for the rest, and only forms that the language has."""
    categories = {*Locale.parse(language).plural_form.tags, "other", "zero"}
    counted = [*labels_of(language).quantities.measures.values()]
    assert all(isinstance(each, Counted) and "other" in each.forms for each in counted)
    assert all(categories.issuperset({*each.forms, *each.governed}) for each in counted)


def test_a_tag_falls_back() -> None:
    """A region or script makes no difference; a language that is not there reads English."""
    assert labels_of("zh-Hans") is labels_of("zh")
    assert labels_of("pt-BR") is labels_of("en")
    assert conventions.date(PartialDate.parse("2018-05-03"), "pt") == "3 May 2018"


# ---------------------------------------------------------------- real documents


def _texts(cases: Path, name: str, language: str) -> etree._Element:
    return etree.parse(str(cases / "akn" / "un" / f"{name}.{language}.xml")).getroot()


def _plain(element: Any) -> str:
    words = " ".join("".join(element.itertext()).split())
    return words.replace("ـ", "")


def _part(root: Any, tag: str) -> str:
    return " ".join(_plain(each) for each in root.iter(f"{AKN}{tag}"))


@pytest.mark.parametrize("language", UN_LANGUAGES)
@pytest.mark.parametrize("name", RESOLUTIONS)
def test_real_mastheads(cases: Path, name: str, language: str) -> None:
    """Organisation, organ, distribution and date stand in the heads of real resolutions."""
    cover = _part(_texts(cases, name, language), "coverPage")
    names: Names = labels_of(language).names
    issued = {"A_RES_77_298": "2023-07-03", "A_RES_77_273": "2023-03-02"}.get(name, "2021-08-30")
    if (name, language) == ("A_RES_77_298", "es"):
        issued = "2023-06-30"
    assert cover.startswith(names.united_nations)
    assert (names.security_council if name[0] == "S" else names.general_assembly) in cover
    assert conventions.distribution(Distribution.GENERAL, language) in cover
    assert conventions.masthead_date(PartialDate.parse(issued), language) in cover


@pytest.mark.parametrize("language", UN_LANGUAGES)
def test_real_sessions_items_and_meetings(cases: Path, language: str) -> None:
    """Session, agenda item, plenary meeting and date are printed as in a real resolution."""
    root = _texts(cases, "A_RES_77_298", language)
    cover, end = _part(root, "coverPage"), _part(root, "conclusions")
    assert conventions.ordinal_session(77, language) in cover
    assert conventions.agenda_item(["121"], language) in cover
    assert conventions.plenary_meeting(80, language) in end
    assert conventions.date(PartialDate.parse("2023-06-22"), language) in end


@pytest.mark.parametrize("language", UN_LANGUAGES)
def test_two_days_in_a_real_resolution(cases: Path, language: str) -> None:
    """The days of the conference of 2022 are printed as the General Assembly prints them."""
    text = _part(_texts(cases, "A_RES_77_273", language), "preamble")
    assert conventions.dates(DateSpan.parse("2022-10-18/2022-10-19"), language) in text


@pytest.mark.parametrize("language", UN_LANGUAGES)
@pytest.mark.parametrize("name", RESOLUTIONS)
def test_real_paragraph_numbers(cases: Path, name: str, language: str) -> None:
    """Operative paragraphs are numbered as in real resolutions."""
    root = _texts(cases, name, language)
    paragraphs = root.iter(f"{AKN}paragraph")
    numbers = [
        _plain(each) for each in (one.find(f"{AKN}num") for one in paragraphs) if each is not None
    ]
    assert numbers
    for printed in numbers:
        index = int(printed.split("-")[0].strip(" ."))
        assert printed == conventions.list_number(0, index, language)


def _marked(root: Any, tag: str) -> Iterator[tuple[str, str]]:
    """Yield the texts of clauses with the phrase that is set apart at their beginning."""
    for clause in root.iter(f"{AKN}{tag}"):
        text = clause.find(f".//{AKN}p")
        span = None if text is None else text.find(f"{AKN}span")
        if span is not None and not (text.text or "").strip():
            yield _plain(text), _plain(span).rstrip(",，")


@pytest.mark.parametrize("language", UN_LANGUAGES)
@pytest.mark.parametrize(("tag", "part"), [("container", "preambular"), ("paragraph", "operative")])
@pytest.mark.parametrize("name", RESOLUTIONS)
def test_real_lead_phrases(cases: Path, name: str, tag: str, part: Any, language: str) -> None:
    """What real resolutions set in italics is recognised, whole or with a word more."""
    clauses = list(_marked(_texts(cases, name, language), tag))
    assert clauses
    missed = [
        phrase
        for text, phrase in clauses
        if not (conventions.recognise_lead(text, language, part) or "").startswith(phrase)
    ]
    assert len(missed) <= len(clauses) * 0.06, missed


@pytest.mark.parametrize("language", UN_LANGUAGES)
def test_real_footnote_marks(cases: Path, language: str) -> None:
    """Marks of footnotes stand on the side of the comma where real resolutions put them."""
    before = after = 0
    for note in _texts(cases, "A_RES_77_298", language).iter(f"{AKN}authorialNote"):
        previous = note.getprevious()
        head = (note.getparent().text if previous is None else previous.tail) or ""
        after += head.rstrip("( ")[-1:] in tuple(",;.，；、。")
        following = note.getnext()
        tail = (note.tail or "") + ("" if following is None else _plain(following))
        tail += "" if following is None else following.tail or ""
        before += tail.lstrip(") ")[:1] in tuple(",;.،؛")
    assert (before > after) is conventions.footnote_before_punctuation(language)


# ---------------------------------------------------------------- dates

DATES = {
    "en": ("18 October 2022", "May 2018", "2018", "about 1945"),
    "fr": ("18 octobre 2022", "mai 2018", "2018", "vers 1945"),
    "es": ("18 de octubre de 2022", "mayo de 2018", "2018", "hacia 1945"),
    "ru": ("18 октября 2022 года", "май 2018 года", "2018 год", "около 1945 года"),
    "ar": ("18 تشرين الأول/أكتوبر 2022", "أيار/مايو 2018", "2018", "نحو عام 1945"),
    "zh": ("2022年10月18日", "2018年5月", "2018年", "1945年前后"),
    "tg": ("18 октябри соли 2022", "майи соли 2018", "соли 2018", "тақрибан соли 1945"),
}


@pytest.mark.parametrize("language", DATES)
def test_dates(language: str) -> None:
    """A date is printed as precisely as it is known."""
    texts = ("2022-10-18", "2018-05", "2018", "1945~")
    said = tuple(conventions.date(PartialDate.parse(each), language) for each in texts)
    assert said == DATES[language]


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_day_stays_with_its_month_on_a_page(language: str) -> None:
    """On a page no line ends between a day and its month; nothing else is changed."""
    day, span = PartialDate.parse("2022-10-19"), DateSpan.parse("2022-10-18/2022-10-19")
    for made, plain in (
        (conventions.date(day, language, unbroken=True), conventions.date(day, language)),
        (conventions.dates(span, language, unbroken=True), conventions.dates(span, language)),
    ):
        assert made.replace("\N{NO-BREAK SPACE}", " ") == plain
        assert not re.search(r"19 (?!\d)", made)
        assert ("\N{NO-BREAK SPACE}" in made) == (language != "zh")


def test_the_first_of_a_month_in_french() -> None:
    """French counts the first day of a month, and no other, as an ordinal."""
    assert conventions.date(PartialDate.parse("2019-05-01"), "fr") == "1er mai 2019"
    assert conventions.dates(DateSpan.parse("2019-05-01/2019-05-02"), "fr") == "1er et 2 mai 2019"


SPANS = [
    ("2022-10-18/2022-10-19", "en", "18 and 19 October 2022"),
    ("2018-05-03/2018-05-05", "en", "3–5 May 2018"),
    ("2018-05-03/2018-05-05", "fr", "3-5 mai 2018"),
    ("2018-05-03/2018-05-05", "es", "3 a 5 de mayo de 2018"),
    ("2018-05-03/2018-05-05", "ru", "3–5 мая 2018 года"),
    ("2018-05-03/2018-05-05", "ar", "3-5 أيار/مايو 2018"),
    ("2018-05-03/2018-05-05", "zh", "2018年5月3日至5日"),
    ("2018-05-03/2018-05-05", "tg", "3–5 майи соли 2018"),
    ("2018-04-30/2018-05-02", "en", "30 April–2 May 2018"),
    ("2018-04-30/2018-05-02", "ru", "30 апреля — 2 мая 2018 года"),
    ("2018-04-30/2018-05-02", "zh", "2018年4月30日至5月2日"),
    ("2021-12-30/2022-01-02", "es", "30 de diciembre de 2021 a 2 de enero de 2022"),
    ("2018-05/2018-07", "tg", "май–июли соли 2018"),
    ("2018/2024", "ru", "2018–2024 годы"),
    ("2018/..", "en", "from 2018"),
    ("2018-05/..", "ru", "с мая 2018 года"),
    ("../2024-11", "ru", "по ноябрь 2024 года"),
    ("../2024-11-04", "fr", "jusqu’au 4 novembre 2024"),
    ("2018~/..", "en", "about 2018 – …"),
    ("../2018~", "en", "… – about 2018"),
    ("2018/2018-05", "en", "2018 – May 2018"),
    ("2018-05-03", "en", "3 May 2018"),
]


@pytest.mark.parametrize(("span", "language", "said"), SPANS)
def test_spans(span: str, language: str, said: str) -> None:
    """A span says no more than once what its ends have in common."""
    assert conventions.dates(DateSpan.parse(span), language) == said


@given(partial_dates, partial_dates, languages)
def test_no_span_loses_a_year(start: PartialDate, end: PartialDate, language: str) -> None:
    """Whatever the precision of its ends, a span names the years of both."""
    if end.latest >= start.earliest:
        said = conventions.dates(DateSpan(start, end), language)
        assert str(start.year) in said
        assert str(end.year) in said


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", "Dushanbe, 18 and 19\N{NO-BREAK SPACE}October 2022"),
        ("zh", "2022年10月18日和19日，Dushanbe"),
    ],
)
def test_place_and_dates(language: str, said: str) -> None:
    """Place and dates stand in the order of the language; either may be wanting."""
    span = DateSpan.parse("2022-10-18/2022-10-19")
    assert conventions.place_and_dates("Dushanbe", span, language) == said
    assert conventions.place_and_dates("Dushanbe", None, language) == "Dushanbe"
    assert conventions.place_and_dates("", span, "en") == "18 and 19\N{NO-BREAK SPACE}October 2022"


# ---------------------------------------------------------------- numbers

SESSIONS = [
    (1, "en", "First session"),
    (30, "en", "Thirtieth session"),
    (79, "en", "Seventy-ninth session"),
    (112, "en", "112th session"),
    (121, "en", "121st session"),
    (1, "fr", "Première session"),
    (21, "fr", "Vingt et unième session"),
    (59, "fr", "Cinquante-neuvième session"),
    (71, "fr", "Soixante et onzième session"),
    (80, "fr", "Quatre-vingtième session"),
    (91, "fr", "Quatre-vingt-onzième session"),
    (104, "fr", "104e session"),
    (13, "es", "Decimotercer período de sesiones"),
    (80, "es", "Octogésimo período de sesiones"),
    (101, "es", "101º período de sesiones"),
    (40, "ru", "Сороковая сессия"),
    (74, "ru", "Семьдесят четвертая сессия"),
    (120, "ru", "120‑я сессия"),
    (1, "ar", "الدورة الأولى"),
    (12, "ar", "الدورة الثانية عشرة"),
    (80, "ar", "الدورة الثمانون"),
    (110, "ar", "الدورة 110"),
    (10, "zh", "第十届会议"),
    (79, "zh", "第七十九届会议"),
    (105, "zh", "第一百零五届会议"),
    (110, "zh", "第一百一十届会议"),
    (77, "tg", "Иҷлоси 77-ум"),
    (30, "tg", "Иҷлоси 30-юм"),
]


@pytest.mark.parametrize(("number", "language", "said"), SESSIONS)
def test_sessions(number: int, language: str, said: str) -> None:
    """Sessions are called by ordinals in words, and by figures from the hundredth on."""
    assert conventions.ordinal_session(number, language) == said


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_two_sessions_have_one_name(language: str) -> None:
    """Every session has a name of its own."""
    assert len({conventions.ordinal_session(each, language) for each in range(1, 300)}) == 299


@pytest.mark.parametrize(
    ("language", "nine_thousand", "millions"),
    [
        ("en", "9,300", "25,483,100"),
        ("fr", "9\N{NO-BREAK SPACE}300", "25\N{NO-BREAK SPACE}483\N{NO-BREAK SPACE}100"),
        ("es", "9.300", "25.483.100"),
        ("ru", "9300", "25\N{NO-BREAK SPACE}483\N{NO-BREAK SPACE}100"),
        ("zh", "9\N{NO-BREAK SPACE}300", "25\N{NO-BREAK SPACE}483\N{NO-BREAK SPACE}100"),
        ("pt", "9,300", "25,483,100"),
    ],
)
def test_numbers(language: str, nine_thousand: str, millions: str) -> None:
    """Thousands are set apart as the budgets of the United Nations set them apart."""
    assert conventions.number(9300, language) == nine_thousand
    assert conventions.number(25483100, language) == millions
    assert conventions.number(900, language) == "900"


@pytest.mark.parametrize(
    ("language", "numbers"),
    [
        ("en", ("1.", "(b)", "(iii)", "d.", "v.")),
        ("fr", ("1.", "b)", "iii)", "d.", "v.")),
        ("es", ("1.", "b)", "iii)", "d.", "v.")),
        ("ru", ("1.", "b)", "iii)", "d.", "v.")),
        ("ar", ("1 -", "(ب)", "’3‘", "د -", "(5)")),
        ("zh", ("1.", "(b)", "㈢", "d.", "v.")),
        ("tg", ("1.", "б)", "iii)", "г.", "v.")),
    ],
)
def test_numbers_of_paragraphs(language: str, numbers: tuple[str, ...]) -> None:
    """Each depth has numbers of its own kind."""
    said = tuple(
        conventions.list_number(level, level + 1, language) for level in range(len(numbers))
    )
    assert said == numbers


def test_letters_go_on_after_the_last() -> None:
    """After the last letter of the alphabet letters are doubled."""
    assert conventions.list_number(1, 27, "en") == "(aa)"
    assert conventions.list_number(1, 5, "ar") == "(هـ)"
    assert conventions.list_number(2, 11, "zh") == "(十一)"


@pytest.mark.parametrize("function", [conventions.list_number, conventions.heading_number])
def test_nothing_is_numbered_nought(function: Any) -> None:
    """Numbers begin with one."""
    with pytest.raises(ValueError, match="from 1"):
        function(0, 0, "en")


@pytest.mark.parametrize(
    ("language", "first", "second", "third", "annex"),
    [
        ("en", "IV.", "B.", "3.", "Annex II"),
        ("fr", "IV.", "B.", "3.", "Annexe II"),
        ("ru", "IV.", "B.", "3.", "Приложение II"),
        ("ar", "رابعا -", "باء -", "3 -", "المرفق الثاني"),
        ("zh", "四.", "B.", "3.", "附件二"),
        ("tg", "IV.", "Б.", "3.", "Замимаи II"),
    ],
)
def test_headings_and_annexes(
    language: str, first: str, second: str, third: str, annex: str
) -> None:
    """Headings and annexes are numbered in the manner of the language."""
    assert conventions.heading_number(0, 4, language) == first
    assert conventions.heading_number(1, 2, language) == second
    assert conventions.heading_number(2, 3, language) == third
    assert conventions.annex(2, language) == annex
    assert conventions.annex(None, language) == labels_of(language).parts.annex


def test_many_headings() -> None:
    """Arabic headings have words up to the nineteenth, and figures after it."""
    said = [conventions.heading_number(0, each, "ar") for each in (11, 19, 20, 21)]
    assert said == ["حادي عشر -", "تاسع عشر -", "20 -", "21 -"]
    assert conventions.annex(11, "ar") == "المرفق 11"


QUANTITIES = [
    (900, "over", "participants", "en", "over 900 participants"),
    (1, "exactly", "countries", "en", "1 country"),
    (900, "over", "participants", "fr", "plus de 900 participants"),
    (400, "about", "delegates", "es", "alrededor de 400 delegados"),
    (900, "over", "participants", "ru", "более 900 участников"),
    (21, "exactly", "participants", "ru", "21 участник"),
    (21, "over", "participants", "ru", "более 21 участника"),
    (22, "exactly", "countries", "ru", "22 страны"),
    (22, "at_least", "countries", "ru", "не менее 22 стран"),
    (31, "over", "officials", "ru", "более 31 должностного лица"),
    (48, "exactly", "countries", "ar", "48 بلدا"),
    (900, "over", "participants", "ar", "أكثر من 900 مشارك"),
    (3, "exactly", "states", "ar", "3 دول"),
    (2, "exactly", "delegations", "ar", "وفدان"),
    (2, "over", "delegations", "ar", "أكثر من وفدين"),
    (71, "exactly", "states", "zh", "71个国家"),
    (13, "exactly", "civil-society-organizations", "zh", "13个民间社会组织"),
    (900, "over", "participants", "tg", "зиёда аз 900 иштирокчӣ"),
    (7, "up_to", "interpreters-on-site", "en", "up to 7 interpreters on site"),
]


@pytest.mark.parametrize(("value", "qualifier", "measure", "language", "said"), QUANTITIES)
def test_quantities(value: int, qualifier: Any, measure: str, language: str, said: str) -> None:
    """The noun takes the form that the number and the qualifier ask for."""
    quantity = Quantity(value=value, qualifier=qualifier, measure=measure)
    assert conventions.quantity(quantity, language) == said


# ---------------------------------------------------------------- set phrases


@pytest.mark.parametrize(
    ("language", "by_consensus", "by_vote"),
    [
        (
            "en",
            "Adopted by consensus",
            "Adopted by a recorded vote of 141 to none, with 1 abstention",
        ),
        (
            "fr",
            "Adoptée par consensus",
            "Adoptée à l’issue d’un vote enregistré, par 141 voix contre zéro, avec 1 abstention",
        ),
        (
            "es",
            "Aprobada por consenso",
            "Aprobada en votación registrada por 141 votos contra ninguno y 1 abstención",
        ),
        (
            "ru",
            "Принята консенсусом",
            (
                "Принята заносимым в отчет о заседании голосованием 141 голосом против 0"
                " при 1 воздержавшемся"
            ),
        ),
        (
            "ar",
            "اعتُمد بتوافق الآراء",
            "اعتُمد بتصويت مسجل بأغلبية 141 صوتا مقابل لا شيء مع امتناع عضو واحد عن التصويت",
        ),
        ("zh", "以协商一致方式通过", "经记录表决，以141票对零票、1票弃权通过"),
        (
            "tg",
            "Бо ризоияти умумӣ қабул шуд",
            "Бо овоздиҳии сабтшаванда (141 овоз тарафдор, 0 муқобил, 1 бетараф) қабул шуд",
        ),
    ],
)
def test_adoptions(language: str, by_consensus: str, by_vote: str) -> None:
    """The manner of adoption is said with the count, where there is one."""
    votes = VoteCount(in_favour=141, against=0, abstaining=1)
    assert conventions.adoption(AdoptionMode.CONSENSUS, language) == by_consensus
    assert conventions.adoption(AdoptionMode.RECORDED_VOTE, language, votes=votes) == by_vote


@pytest.mark.parametrize(
    ("language", "span", "said"),
    [
        ("en", "2018-05-03/2018-05-04", "3 and 4 May 2018"),
        ("pt", "2018-05-03/2018-05-04", "3–4 de maio de 2018"),
        ("pt", "2018-04-30/2018-05-04", "30 de abril de 2018 – 4 de maio de 2018"),
        ("pt", "2018-05", "maio de 2018"),
        ("pt", "2018/..", "2018 – …"),
        ("pt", "../2018~", "… – c. 2018"),
    ],
)
def test_dates_in_a_language_without_conventions_of_its_own(
    language: str, span: str, said: str
) -> None:
    """Overviews print dates as official documents do, and in other languages as is usual."""
    assert words.dates(DateSpan.parse(span), language) == said


@pytest.mark.parametrize(
    ("language", "printed", "said"),
    [
        ("en", "II", "II"),
        ("ar", "II", "الثانية"),
        ("ar", "1", "الأولى"),
        ("zh", "IV", "四"),
        ("zh", "12", "十二"),
        ("zh", "XIV", "十四"),
        ("zh", "IIII", "IIII"),
        ("ar", "2 bis", "2 bis"),
        ("zh", "", ""),
    ],
)
def test_numbers_of_sessions_within_a_conference(language: str, printed: str, said: str) -> None:
    """Arabic says the number of a session in words, Chinese in characters; others print it."""
    assert conventions.session_number(printed, language) == said


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_line_over_a_resolution(language: str) -> None:
    """Each language says who adopted a resolution and when; of an organ not known, nothing."""
    day = PartialDate.parse("2023-06-22")
    organs = ("general_assembly", "economic_and_social_council", "human_rights_council")
    said = {conventions.resolution_adopted(each, day, language) for each in organs}
    assert len(said) == len(organs)
    assert all("2023" in each and "{" not in each for each in said)
    assert conventions.resolution_adopted("security_council", day, language) == ""


def test_adoptions_agree_and_invent_nothing() -> None:
    """The participle agrees with the kind of document; no manner is said that is not known."""
    votes = VoteCount(in_favour=141, against=5, abstaining=35)
    assert conventions.adoption(None, "ru", kind="Report") == "Принят"
    assert conventions.adoption(None, "en", votes=VoteCount(in_favour=3)) == "Adopted by a vote"
    said = conventions.adoption(None, "en", votes=votes)
    assert said == "Adopted by a vote of 141 to 5, with 35 abstentions"
    assert conventions.adoption(AdoptionMode.CONSENSUS, "en", votes=votes).endswith("consensus")


@pytest.mark.parametrize(
    ("language", "sender", "addressee", "title"),
    [
        (
            "fr",
            "Représentant permanent du Tadjikistan",
            "Secrétaire général",
            (
                "Lettre datée du 18 novembre 2022, adressée au Secrétaire général par le"
                " Représentant permanent du Tadjikistan"
            ),
        ),
        (
            "es",
            "Representante Permanente de Tayikistán",
            "Secretario General",
            (
                "Carta de fecha 18 de noviembre de 2022 dirigida al Secretario General por el"
                " Representante Permanente de Tayikistán"
            ),
        ),
        (
            "ru",
            "Постоянный представитель Таджикистана",
            "Генеральный секретарь",
            (
                "Письмо Постоянного представителя Таджикистана от 18 ноября 2022 года"
                " на имя Генерального секретаря"
            ),
        ),
        (
            "ar",
            "الممثل الدائم لطاجيكستان",
            "الأمين العام",
            (
                "رسالة مؤرخة 18 تشرين الثاني/نوفمبر 2022 موجهة إلى الأمين العام من الممثل الدائم"
                " لطاجيكستان"
            ),
        ),
        (
            "zh",
            "塔吉克斯坦常驻联合国代表",
            "秘书长",
            "2022年11月18日塔吉克斯坦常驻联合国代表给秘书长的信",
        ),
    ],
)
def test_letters(language: str, sender: str, addressee: str, title: str) -> None:
    """Sender and addressee take the case and the article that the title of a letter asks for."""
    date = PartialDate.parse("2022-11-18")
    made = conventions.letter_title(date, sender, addressee, language)
    assert made.replace("\N{NO-BREAK SPACE}", " ") == title


def test_letters_in_english() -> None:
    """Letters, notes and annexes are called as in the manual; unknown offices stay as given."""
    date = PartialDate.parse("2012-04-10")
    given_names = (date, "the Permanent Representative of X", "the Secretary-General", "en")
    rest = (
        " dated 10\N{NO-BREAK SPACE}April 2012 from the Permanent Representative of X addressed to"
    )
    rest += " the Secretary-General"
    assert conventions.letter_title(*given_names) == f"Letter{rest}"
    assert conventions.note_verbale_title(*given_names) == f"Note verbale{rest}"
    assert conventions.annex_title(*given_names) == f"Annex to the letter{rest}"
    assert conventions.annex_title(*given_names, index=2) == f"Annex II to the letter{rest}"


@pytest.mark.parametrize(
    ("language", "originals", "said"),
    [
        ("en", ["en"], "Original: English"),
        ("en", ["ru"], "English\nOriginal: Russian"),
        ("fr", ["en"], "Français\nOriginal : anglais"),
        ("ru", ["en"], "Russian\nOriginal: English"),
        ("zh", ["zh", "en"], "Original: Chinese/English"),
        ("tg", ["ru"], "Тоҷикӣ\nЗабони асл: русӣ"),
        ("en", ["de"], "English\nOriginal: German"),
        ("en", [], ""),
    ],
)
def test_original_languages(language: str, originals: list[str], said: str) -> None:
    """A translation names its own language and that of the original, as mastheads do."""
    assert conventions.original(originals, language) == said


# ---------------------------------------------------------------- writing


@pytest.mark.parametrize(
    ("language", "text", "said"),
    [
        ("en", "The “soft” targets", "“The ‘soft’ targets”"),
        ("fr", "le « processus »", "«\N{NO-BREAK SPACE}le “ processus ”\N{NO-BREAK SPACE}»"),
        ("ru", "принцип «выдай»", "«принцип „выдай“»"),
        ("ar", "الأهداف", "”الأهداف“"),
        ("zh", "软", "“软”"),
    ],
)
def test_quotations(language: str, text: str, said: str) -> None:
    """Quotations have the marks of their language, and inner ones within."""
    assert conventions.quote(text, language) == said


@pytest.mark.parametrize(
    ("language", "items", "said"),
    [
        ("en", ["a", "b", "c"], "a, b and c"),
        ("en", ["a", "", "b"], "a and b"),
        ("en", ["a"], "a"),
        ("en", [], ""),
        ("fr", ["a", "b", "c"], "a, b et c"),
        ("es", ["Francia", "Italia"], "Francia e Italia"),
        ("es", ["agua", "hielo"], "agua y hielo"),
        ("ru", ["а", "б", "в"], "а, б и в"),
        ("ar", ["قطر", "الكويت"], "قطر والكويت"),
        ("ar", ["18", "19"], "18 و 19"),
        ("zh", ["甲", "乙", "丙"], "甲、乙和丙"),
        ("tg", ["а", "б", "в"], "а, б ва в"),
    ],
)
def test_lists(language: str, items: list[str], said: str) -> None:
    """Lists within a sentence are joined as the language joins them."""
    assert conventions.join(items, language) == said


@pytest.mark.parametrize(
    ("language", "ordered"),
    [
        ("en", "Belarus Belgium Côte Cuba"),
        ("fr", "Égypte Équateur Espagne États-Unis"),
        ("es", "Nepal Noruega Ñandú Omán"),
        ("ru", "Елена Ёлка Иордания Италия Йемен Эстония"),
        ("tg", "Гана Ғана Кувайт Қазоқистон Хитой Ҳиндустон Чин Ҷопон"),
        ("ar", "أذربيجان الأردن أفغانستان إيطاليا الصين طاجيكستان قطر الكويت"),
        ("zh", "阿富汗 俄罗斯联邦 哈萨克斯坦 科威特 沙特阿拉伯 塔吉克斯坦 中国"),
    ],
)
def test_alphabetical_order(language: str, ordered: str) -> None:
    """Names are ordered as readers of the language look for them."""
    names = ordered.split()
    assert sorted(set(names), key=conventions.sort_key(language)) == names


# ---------------------------------------------------------------- lead phrases


@pytest.mark.parametrize(
    ("text", "language", "lead"),
    [
        ("Recalling also its resolution 72/7", "en", "Recalling also"),
        ("recalling its resolution", "en", "recalling"),
        ("noting with great concern that", "en", "noting with great concern"),
        ("We call upon all States", "en", "We call upon"),
        ("Recallings of the past", "en", None),
        ("The Conference recalls", "en", None),
        ("", "en", None),
        ("  Recalling", "en", None),
        ("Ayant à l'esprit les buts", "fr", "Ayant à l'esprit"),
        ("Nous engageons les États", "fr", "Nous engageons"),
        ("отмечая с глубокой обеспокоенностью, что", "ru", "отмечая с глубокой обеспокоенностью"),
        ("призываем все государства", "ru", "призываем"),
        ("وإذ تسلّم أيضاً بأن", "ar", "وإذ تسلّم أيضاً"),
        ("又强调指出必须", "zh", "又强调指出"),
        ("我们重申承诺", "zh", "我们重申"),
        ("Бо назардошти он, ки", "tg", "Бо назардошти"),
    ],
)
def test_lead_phrases_are_recognised(text: str, language: str, lead: str | None) -> None:
    """The longest lead phrase is found at the beginning, whole words only."""
    assert conventions.recognise_lead(text, language) == lead


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("part", ["preambular", "operative"])
def test_lists_of_lead_phrases(language: str, part: Any) -> None:
    """Lead phrases are listed longest first, once each, and each recognises itself."""
    phrases = conventions.lead_phrases(language, part)
    assert [len(each) for each in phrases] == sorted(map(len, phrases), reverse=True)
    assert len(set(phrases)) == len(phrases) > 30
    assert all(conventions.recognise_lead(each, language, part) == each for each in phrases)


@given(st.text(), languages)
def test_a_lead_phrase_leads(text: str, language: str) -> None:
    """What is recognised is always the beginning of the text, to the letter."""
    text = f"Recalling {text}"
    assert text.startswith(conventions.recognise_lead(text, language) or "")
