"""Dates, spans, moments and quantities: what is read, what is refused, what they mean."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import dushanbe_process as dp
from dushanbe_process.testing import records

YEARS = st.integers(1, 9999)


@st.composite
def partial_dates(draw: st.DrawFn) -> dp.PartialDate:
    """Return a date known to the year, the month or the day."""
    day = draw(st.dates())
    parts = (day.year, day.month, day.day)[: draw(st.integers(1, 3))]
    return dp.PartialDate(*parts, approximate=draw(st.booleans()))


@st.composite
def date_spans(draw: st.DrawFn) -> dp.DateSpan:
    """Return a span between two dates, or open at one end."""
    one, other = sorted([draw(partial_dates()) for _ in range(2)], key=lambda each: each.earliest)
    return dp.DateSpan(*draw(st.sampled_from([(one, other), (one, None), (None, one), (one, one)])))


@st.composite
def moments(draw: st.DrawFn) -> dp.Moment:
    """Return a moment, with or without zone, to the minute, second or less."""
    zone = st.integers(-1439, 1439).map(lambda least: dt.timezone(dt.timedelta(minutes=least)))
    moment = draw(st.datetimes(timezones=st.none() | zone))
    precision = draw(st.sampled_from(["auto", "minutes", "seconds", "milliseconds"]))
    return dp.Moment(moment.isoformat(timespec=precision))


@given(date=partial_dates())
def test_a_date_is_read_as_it_is_written(date: dp.PartialDate) -> None:
    """A date written and read is the same, and lies in itself."""
    assert dp.PartialDate.parse(str(date)) == date
    assert date.earliest <= date.latest
    assert date.earliest.year == date.latest.year == date.year


@given(span=date_spans())
def test_a_span_is_read_as_it_is_written(span: dp.DateSpan) -> None:
    """A span written and read is the same."""
    assert dp.DateSpan.parse(str(span)) == span


@given(moment=moments())
def test_a_moment_is_read_as_it_is_written(moment: dp.Moment) -> None:
    """A moment written and read is the same, and so is the one that Python has."""
    assert dp.Moment.parse(str(moment)) == moment
    assert dp.Moment(moment.datetime.isoformat()).datetime == moment.datetime
    assert str(moment.date) == str(moment)[:10]


@pytest.mark.parametrize(
    ("text", "earliest", "latest"),
    [
        ("2018", dt.date(2018, 1, 1), dt.date(2018, 12, 31)),
        ("2018-05", dt.date(2018, 5, 1), dt.date(2018, 5, 31)),
        ("2023-02", dt.date(2023, 2, 1), dt.date(2023, 2, 28)),
        ("2024-02", dt.date(2024, 2, 1), dt.date(2024, 2, 29)),
        ("2018-05-03~", dt.date(2018, 5, 3), dt.date(2018, 5, 3)),
        ("9999-12", dt.date(9999, 12, 1), dt.date(9999, 12, 31)),
    ],
)
def test_a_date_is_as_precise_as_it_is_known(text: str, earliest: dt.date, latest: dt.date) -> None:
    """The first and the last day that a date can be follow from what is known of it."""
    date = dp.PartialDate.parse(text)
    assert (date.earliest, date.latest) == (earliest, latest)


def test_an_approximate_date_ends_in_a_tilde() -> None:
    """About a date is another value than the date."""
    about = dp.PartialDate(1945, approximate=True)
    assert str(about) == "1945~"
    assert about == dp.PartialDate.parse("1945~") != dp.PartialDate.parse("1945")


@pytest.mark.parametrize(
    "text",
    [
        *("", "18", "2018-5", "2018-05-3", "2018-13", "2018-00", "2018-05-00", "2018-02-29"),
        *("2018-04-31", "0000", "2018-", " 2018", "2018\n", "2018~~", "~2018", "2018/05"),
        *("2018-05-03T00:00", "20180503", "-2018", "12018", "٢٠١٨", "2018?", "May 2018"),
    ],
)
def test_what_is_no_date_is_refused(text: str) -> None:
    """A string that no calendar holds is refused, and named."""
    with pytest.raises(dp.InvalidError) as caught:
        dp.PartialDate.parse(text)
    assert [problem.path for problem in caught.value.problems] == ["$"]


@pytest.mark.parametrize(
    "parts",
    [
        *[(0,), (10000,), (-1,), (2018, 13), (2018, 0), (2018, 2, 30), (2018, 5, 0)],
        *[(2018, None, 3), (2018.0,), (True,), (2018, True), ("2018",), ("2018-05",), (None,)],
        (10**30,),
    ],
)
def test_parts_that_make_no_date_are_refused(parts: tuple[Any, ...]) -> None:
    """Year, month and day are whole numbers that some calendar page bears."""
    with pytest.raises(dp.InvalidError):
        dp.PartialDate(*parts)


def test_approximate_is_true_or_false() -> None:
    """Whether a date is approximate is no matter of degree."""
    wrong: Any = "about"
    with pytest.raises(dp.InvalidError, match="true or false"):
        dp.PartialDate(2018, approximate=wrong)


@pytest.mark.parametrize(
    "text",
    [
        *("", "/", "..", "../..", "2018/", "/2018", "2018/2017", "2018-05-04/2018-05-03"),
        *("2018/2019/2020", "2018-2019", "2018-05-03/04", "2018/..~", "2018 / 2019", "2018/2019 "),
    ],
)
def test_what_is_no_span_is_refused(text: str) -> None:
    """A span without an end, or that ends before it starts, is refused."""
    with pytest.raises(dp.InvalidError):
        dp.DateSpan.parse(text)


@pytest.mark.parametrize("parse", [dp.PartialDate.parse, dp.DateSpan.parse, dp.Moment.parse])
@pytest.mark.parametrize("value", [None, 2018, 20.18, b"2018", ["2018"]])
def test_only_strings_are_parsed(parse: Any, value: Any) -> None:
    """Anything but a string is refused in the same way as a bad one."""
    with pytest.raises(dp.InvalidError, match="expected a date"):
        parse(value)


@pytest.mark.parametrize(
    ("text", "earliest", "latest"),
    [
        ("2018-05-03/2018-05-04", dt.date(2018, 5, 3), dt.date(2018, 5, 4)),
        ("2018-05", dt.date(2018, 5, 1), dt.date(2018, 5, 31)),
        ("2018/2018-03", dt.date(2018, 1, 1), dt.date(2018, 3, 31)),
        ("2018~/2024", dt.date(2018, 1, 1), dt.date(2024, 12, 31)),
        ("2022/..", dt.date(2022, 1, 1), None),
        ("../2024-11", None, dt.date(2024, 11, 30)),
    ],
)
def test_a_span_knows_its_days(text: str, earliest: dt.date | None, latest: dt.date | None) -> None:
    """The first and the last day of a span follow from its ends; an open end has none."""
    span = dp.DateSpan.parse(text)
    assert str(span) == text
    assert (span.earliest, span.latest) == (earliest, latest)


def test_a_span_of_one_day_is_written_once() -> None:
    """A span from a date to the same date is that date."""
    day = dp.PartialDate(2019, 5, 17)
    assert dp.DateSpan.parse("2019-05-17/2019-05-17") == dp.DateSpan(day, day)
    assert str(dp.DateSpan(day, day)) == "2019-05-17"


def test_the_ends_of_a_span_are_given_as_people_write_them() -> None:
    """Strings, dates of Python and partial dates are all understood, and others refused."""
    span = dp.DateSpan("2018-05-03", dt.date(2018, 5, 4))
    assert span == dp.DateSpan(dp.PartialDate(2018, 5, 3), dp.PartialDate(2018, 5, 4))
    assert dp.DateSpan("2018", None) == dp.DateSpan.parse("2018/..")
    wrong: Any = 2018
    with pytest.raises(dp.InvalidError, match="expected a date, got int"):
        dp.DateSpan(wrong, None)


@pytest.mark.parametrize(
    ("given_as", "kept"),
    [
        ("2022-10-21T10:11:00Z", "2022-10-21T10:11:00Z"),
        ("2022-10-21T10:11:00+00:00", "2022-10-21T10:11:00Z"),
        ("2022-10-21T10:11-00:00", "2022-10-21T10:11Z"),
        ("2022-10-21T15:11", "2022-10-21T15:11"),
        ("2022-10-21T15:11:30.5+05:00", "2022-10-21T15:11:30.5+05:00"),
    ],
)
def test_universal_time_is_spelled_z(given_as: str, kept: str) -> None:
    """The same moment at the zero meridian is written in one way; others stay as given."""
    assert str(dp.Moment(given_as)) == kept


def test_a_moment_has_a_zone_only_where_one_is_known() -> None:
    """The moment as Python has it is naive where no zone was given."""
    assert dp.Moment("2022-10-21T15:11").datetime.tzinfo is None
    assert dp.Moment("2022-10-21T15:11+05:00").datetime.utcoffset() == dt.timedelta(hours=5)


@pytest.mark.parametrize(
    ("one", "other", "before"),
    [
        ("2022-10-21T15:11", "2022-10-21T15:12", True),
        ("2022-10-21T15:11", "2022-10-21T15:11:00", False),
        ("2022-10-21T15:11+05:00", "2022-10-21T11:11Z", True),
        ("2022-10-21T15:11+05:00", "2022-10-21T10:11Z", False),
        ("2022-10-21T15:11", "2023-10-21T15:11Z", False),
    ],
)
def test_a_moment_is_before_another(one: str, other: str, before: bool) -> None:  # noqa: FBT001
    """Moments are compared across zones; not where only one has a zone."""
    assert dp.Moment(one).before(dp.Moment(other)) is before


@pytest.mark.parametrize(
    "text",
    [
        *("", "2022-10-21", "2022-10-21T", "2022-10-21T24:00", "2022-10-21T15", "T15:11"),
        *("2022-10-21 15:11", "2022-10-21T15:60", "2022-10-21T15:11:60", "2022-02-30T15:11"),
        *("2022-10-21T15:11+5", "2022-10-21T15:11+24:00", "2022-10-21T15:11z", "0000-01-01T00:00"),
        *("2022-10-21T15:11:00.1234567", "2022-10-21T15:11\n", "2022-10-21T１5:11"),
    ],
)
def test_what_is_no_moment_is_refused(text: str) -> None:
    """A string that no calendar and clock show together is refused."""
    with pytest.raises(dp.InvalidError):
        dp.Moment(text)


def test_fields_take_the_dates_of_python() -> None:
    """A date, a date and time, or a string may be given wherever one of them is kept."""
    day, noon = dt.date(2022, 10, 21), dt.datetime(2022, 10, 21, 12, tzinfo=dt.UTC)
    source = dp.Source(id="s", title="S", date=day, moment=noon, accessed="2024")
    assert (str(source.date), str(source.moment)) == ("2022-10-21", "2022-10-21T12:00:00Z")
    assert dp.Session(id="s", kind="opening", dates=day).dates == dp.DateSpan(day, day)
    assert dp.Session(id="s", kind="opening", dates=source.date).dates == dp.DateSpan(day, day)


@pytest.mark.parametrize("name", ["date", "moment"])
@pytest.mark.parametrize("value", [2022, 20.22, True, ["2022"], "yesterday"])
def test_fields_refuse_what_is_no_date(name: str, value: Any) -> None:
    """What cannot be a date or a moment is refused under the name of its field."""
    with pytest.raises(dp.InvalidError) as caught:
        dp.Source(id="s", title="S", **{name: value})
    assert [problem.path for problem in caught.value.problems] == [f"$.{name}"]


@pytest.mark.parametrize(
    ("qualifier", "words"),
    [
        ("exactly", "900 states"),
        ("over", "over 900 states"),
        ("about", "about 900 states"),
        ("at_least", "at least 900 states"),
        ("up_to", "up to 900 states"),
    ],
)
def test_a_quantity_is_said_in_words(qualifier: str, words: str) -> None:
    """A quantity reads as its source has it."""
    assert str(dp.Quantity(value=900, qualifier=qualifier, measure="states")) == words


@pytest.mark.parametrize("value", [-1, 2**53, True, 900.0, "900", None])
def test_a_quantity_counts(value: Any) -> None:
    """A quantity is a whole number, not negative, that every format can carry."""
    with pytest.raises(dp.InvalidError) as caught:
        dp.Quantity(value=value, measure="states")
    assert [problem.path for problem in caught.value.problems] == ["$.value"]


@given(quantity=records(dp.Quantity))
def test_a_quantity_names_its_number(quantity: dp.Quantity) -> None:
    """The number is in the words, whatever stands around it."""
    assert str(quantity.value) in str(quantity)


def test_a_venue_is_said_in_words() -> None:
    """A venue reads as its building and its city, as far as they are known."""
    assert str(dp.Venue(name="Kokhi Somon", city={"en": "Dushanbe"})) == "Kokhi Somon, Dushanbe"
    assert str(dp.Venue(city="Kuwait City")) == "Kuwait City"
    assert str(dp.Venue()) == ""
