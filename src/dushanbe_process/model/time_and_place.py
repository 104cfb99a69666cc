"""Dates as precise as they are known, moments, counts, and places."""

from __future__ import annotations

import calendar
import datetime as dt
import re
from enum import StrEnum
from typing import TYPE_CHECKING, ClassVar, TypeAlias

import attrs

from dushanbe_process.errors import InvalidError, Problem
from dushanbe_process.model.codes import CountryCode, Slug
from dushanbe_process.model.localized import LocalizedText
from dushanbe_process.schema import Code, Maybe, Model, One, field, model

if TYPE_CHECKING:
    from typing import Never

_DATE = "[0-9]{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?)?~?"
_ZONE = "(Z|[+\\-]([01][0-9]|2[0-3]):[0-5][0-9])?"
_CLOCK = "([01][0-9]|2[0-3]):[0-5][0-9](:[0-5][0-9](\\.[0-9]{1,6})?)?"
_MOMENT = f"[0-9]{{4}}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])T{_CLOCK}{_ZONE}"


def _refuse(message: str) -> InvalidError:
    return InvalidError([Problem("$", message)])


@attrs.frozen(order=False, repr=False)
class PartialDate:
    """A date of the Gregorian calendar, known to the year, the month or the day.

    Written as in ISO 8601 (``2018``, ``2018-05``, ``2018-05-03``); a date that is only about
    right ends in ``~`` (ISO 8601-2, level 1).

    Raises:
        InvalidError: when there is no such date.
    """

    __shape__: ClassVar[Code]

    year: int
    month: int | None = None
    day: int | None = None
    approximate: bool = attrs.field(default=False, kw_only=True)

    if TYPE_CHECKING:

        def __get__(self, owner: object, kind: object = None) -> PartialDate: ...
        def __set__(self, owner: Never, value: PartialDate | str | dt.date) -> None: ...

    def __attrs_post_init__(self) -> None:
        """Refuse what no calendar holds."""
        if message := self._fault():
            raise _refuse(message)

    def _fault(self) -> str | None:
        """Say why no calendar holds this date, or None."""
        parts = [self.year, *(part for part in (self.month, self.day) if part is not None)]
        if any(type(part) is not int for part in parts):
            return "year, month and day are numbers; PartialDate.parse reads a string"
        if type(self.approximate) is not bool:
            return f"approximate is true or false, not {type(self.approximate).__name__}"
        if self.month is None and self.day is not None:
            return "a day needs a month"
        try:
            dt.date(*parts, *[1] * (3 - len(parts)))
        except (ValueError, OverflowError):
            return f"there is no date {self}"
        return None

    @classmethod
    def parse(cls, text: str) -> PartialDate:
        """Read ``2018``, ``2018-05``, ``2018-05-03``, each with or without ``~``."""
        if not isinstance(text, str) or not re.fullmatch(_DATE, text):
            message = f"expected a date (2018, 2018-05 or 2018-05-03), got {text!r}"
            raise _refuse(message)
        parts = [int(part) for part in text.removesuffix("~").split("-")]
        return cls(*parts, approximate=text.endswith("~"))

    @classmethod
    def __accept__(cls, value: object) -> PartialDate:
        """Make one of what people write for it."""
        if isinstance(value, str):
            return cls.parse(value)
        if isinstance(value, dt.date):
            return cls(value.year, value.month, value.day)
        raise TypeError

    def __str__(self) -> str:
        """Return the written form."""
        parts = [f"{self.year:04}"]
        parts += [f"{part:02}" for part in (self.month, self.day) if part is not None]
        return "-".join(parts) + "~" * self.approximate

    def __repr__(self) -> str:
        """Return the call that makes this date."""
        return f"PartialDate.parse({str(self)!r})"

    @property
    def earliest(self) -> dt.date:
        """The first day that it can be."""
        return dt.date(self.year, self.month or 1, self.day or 1)

    @property
    def latest(self) -> dt.date:
        """The last day that it can be."""
        month = self.month or 12
        return dt.date(self.year, month, self.day or calendar.monthrange(self.year, month)[1])


PartialDate.__shape__ = Code(
    "PartialDate",
    _DATE,
    "Date as precise as it is known (ISO 8601; a final ~ for about).",
    examples=("2018", "2018-05", "2018-05-03", "1945~", "2024-02-29"),
    cls=PartialDate,
)


def _known(value: PartialDate | str | dt.date | None) -> PartialDate | None:
    """Return the date that is meant by one end of a span."""
    if value is None or isinstance(value, PartialDate):
        return value
    try:
        return PartialDate.__accept__(value)
    except TypeError:
        raise _refuse(f"expected a date, got {type(value).__name__}") from None


@attrs.frozen(repr=False)
class DateSpan:
    """From one date to another, both included; one of the two may be open.

    Written as in ISO 8601: ``2018-05-03/2018-05-04``, a single date for a single day, ``..``
    for an open end (ISO 8601-2).

    Raises:
        InvalidError: when it ends before it starts, or both ends are open.
    """

    __shape__: ClassVar[Code]

    start: PartialDate | None = attrs.field(converter=_known)
    end: PartialDate | None = attrs.field(converter=_known)

    if TYPE_CHECKING:

        def __get__(self, owner: object, kind: object = None) -> DateSpan: ...
        def __set__(self, owner: Never, value: DateSpan | str | dt.date | PartialDate) -> None: ...

    def __attrs_post_init__(self) -> None:
        """Refuse spans that are none."""
        if self.start is None and self.end is None:
            message = "a span needs a start or an end"
            raise _refuse(message)
        if self.start and self.end and self.end.latest < self.start.earliest:
            message = "ends before it starts"
            raise _refuse(message)

    @classmethod
    def parse(cls, text: str) -> DateSpan:
        """Read ``2018-05-03/2018-05-04``, ``2018-05-03``, ``2018/..`` or ``../2018``."""
        if not isinstance(text, str):
            message = f"expected a date or two, got {type(text).__name__}"
            raise _refuse(message)
        start, slash, end = text.partition("/")
        if not slash:
            end = start
        return cls(*(None if slash and part == ".." else part for part in (start, end)))

    @classmethod
    def __accept__(cls, value: object) -> DateSpan:
        """Make one of what people write for it."""
        if isinstance(value, str):
            return cls.parse(value)
        if isinstance(value, PartialDate | dt.date):
            return cls(value, value)
        raise TypeError

    def __str__(self) -> str:
        """Return the written form."""
        if self.start == self.end:
            return str(self.start)
        return f"{self.start or '..'}/{self.end or '..'}"

    def __repr__(self) -> str:
        """Return the call that makes this span."""
        return f"DateSpan.parse({str(self)!r})"

    @property
    def earliest(self) -> dt.date | None:
        """The first day that it can include; None, where the start is open."""
        return self.start.earliest if self.start else None

    @property
    def latest(self) -> dt.date | None:
        """The last day that it can include; None, where the end is open."""
        return self.end.latest if self.end else None


DateSpan.__shape__ = Code(
    "DateSpan",
    f"{_DATE}|{_DATE}/{_DATE}|{_DATE}/\\.\\.|\\.\\./{_DATE}",
    "From one date to another, both included (ISO 8601; .. for an open end).",
    examples=("2018-05-03/2018-05-04", "2019-05-17", "2022/..", "../2024-11", "2018~/2024"),
    cls=DateSpan,
)


@attrs.frozen(repr=False)
class Moment:
    """A date and time of day, with its zone where that is known.

    Written as in ISO 8601, to the minute, second or less, as precisely as it was given:
    ``2022-10-21T15:11``, ``2022-10-21T15:11:00+05:00``, ``2022-10-21T10:11:00Z``.
    """

    __shape__: ClassVar[Code]

    text: str

    if TYPE_CHECKING:

        def __get__(self, owner: object, kind: object = None) -> Moment: ...
        def __set__(self, owner: Never, value: Moment | str | dt.datetime) -> None: ...

    def __attrs_post_init__(self) -> None:
        """Refuse what no calendar or clock shows; write UTC as ``Z``."""
        if not isinstance(self.text, str) or not re.fullmatch(_MOMENT, self.text):
            message = f"expected a date and time (2022-10-21T15:11:00+05:00), got {self.text!r}"
            raise _refuse(message)
        object.__setattr__(self, "text", re.sub("[+-]00:00$", "Z", str(self.text)))
        try:
            _ = self.datetime
        except ValueError:
            message = f"there is no time {self.text}"
            raise _refuse(message) from None

    @classmethod
    def parse(cls, text: str) -> Moment:
        """Read a date and time as ISO 8601 writes it."""
        return cls(text)

    @classmethod
    def __accept__(cls, value: object) -> Moment:
        """Make one of what people write for it."""
        if isinstance(value, dt.datetime):
            return cls(value.isoformat())
        if isinstance(value, str):
            return cls(value)
        raise TypeError

    @property
    def datetime(self) -> dt.datetime:
        """The moment as Python has it; naive where the zone is not known."""
        return dt.datetime.fromisoformat(self.text)

    def before(self, other: Moment) -> bool:
        """Say whether it is surely earlier: where one zone is not known, it is not sure."""
        mine, yours = self.datetime, other.datetime
        return (mine.tzinfo is None) == (yours.tzinfo is None) and mine < yours

    @property
    def date(self) -> PartialDate:
        """The day."""
        return PartialDate.parse(self.text[:10])

    def __str__(self) -> str:
        """Return the written form."""
        return self.text

    def __repr__(self) -> str:
        """Return the call that makes this moment."""
        return f"Moment({self.text!r})"


Moment.__shape__ = Code(
    "Moment",
    _MOMENT,
    "Date and time of day (ISO 8601), with the zone where it is known.",
    examples=("2022-10-21T15:11", "2022-10-21T15:11:30.5+05:00", "2024-11-04T08:00:00Z"),
    cls=Moment,
)


#: Fields that may be absent, and what is accepted for them.
MaybeDate: TypeAlias = Maybe[PartialDate, str | dt.date]
MaybeSpan: TypeAlias = Maybe[DateSpan, str | dt.date | PartialDate]
MaybeMoment: TypeAlias = Maybe[Moment, str | dt.datetime]


class Qualifier(StrEnum):
    """How a printed number relates to the true one."""

    EXACTLY = "exactly"
    OVER = "over"
    ABOUT = "about"
    AT_LEAST = "at_least"
    UP_TO = "up_to"


@model
class Quantity(Model):
    """A counted number as a source gives it: "over 900 participants"."""

    value: int = field("The number.")
    qualifier: One[Qualifier] = field(
        "How it relates to the true number.", default=Qualifier.EXACTLY
    )
    measure: Slug = field("What is counted: participants, states, organizations, ministers …")

    def __str__(self) -> str:
        """Return the quantity as words: ``over 900 participants``."""
        measure = self.measure.replace("_", " ").replace("-", " ")
        words = {"exactly": "", "over": "over ", "about": "about ", "at_least": "at least "}
        return f"{words.get(self.qualifier.value, 'up to ')}{self.value} {measure}"


@model
class Venue(Model):
    """The place where a meeting is held."""

    name: LocalizedText = field("Name of the building.", default=LocalizedText())
    city: LocalizedText = field("City.", default=LocalizedText())
    country: CountryCode | None = field("Country it lies in (ISO 3166-1 alpha-2).", default=None)
    address: LocalizedText = field("Postal address.", default=LocalizedText())

    def __str__(self) -> str:
        """Return the building and the city."""
        return ", ".join(filter(None, map(str, (self.name, self.city))))
