"""Compiled code reads memory by itself: whatever it is given, it does no harm."""

from __future__ import annotations

import gc
import subprocess
import sys
import weakref
from typing import TYPE_CHECKING, Any
from unittest.mock import Mock

import pytest
from lxml import etree

import dushanbe_process as dp
from dushanbe_process import compiled
from dushanbe_process.forms import json as json_form
from dushanbe_process.forms.xml import read as xml_form
from dushanbe_process.forms.xml import write as xml_out
from dushanbe_process.model import default_schema
from dushanbe_process.schema.generate import Doubt
from dushanbe_process.schema.mentions import Mentions

if TYPE_CHECKING:
    from collections.abc import Callable

SCHEMA = default_schema()

pytestmark = pytest.mark.skipif(
    not all(map(compiled.has, ("json_read", "json_write", "xml_read", "xml_write"))),
    reason="nothing is compiled here, or not of these sources: pip install -e . compiles it",
)


def _forced(record: Any, **values: Any) -> Any:
    """Return the record with values forced upon it, as Python allows."""
    for name, value in values.items():
        object.__setattr__(record, name, value)
    return record


def _partner(**values: Any) -> Any:
    return _forced(dp.Partner(id="x", name="N", kind="state"), **values)


def _claims_to_be(cls: type) -> Any:
    """Return an object that isinstance() takes for one of a class."""
    claimed = Mock(spec=cls)
    assert isinstance(claimed, cls)
    return claimed


class _Word(str):
    """A string of a class of its own, which says something else when asked for its text."""

    __slots__ = ()

    def __str__(self) -> str:
        return "other"


class _SpecialVenue(dp.Venue):
    """A record of a class that somebody made of one of ours."""

    note = "special"


_VENUE = dp.Venue(name="Hall")

_FORCED: dict[str, Callable[[], Any]] = {
    "a string for a text in languages": lambda: _partner(name="foo"),
    "nothing for a text in languages": lambda: _partner(name=None),
    "a list in a text in languages": lambda: _partner(
        name=_forced(dp.LocalizedText("x"), _texts=["a"])
    ),
    "no string in a text in languages": lambda: _partner(
        name=_forced(dp.LocalizedText("x"), _texts={"": 5})
    ),
    "nothing in a text in languages": lambda: _partner(
        name=object.__new__(dp.LocalizedText),
    ),
    "a string for running text": lambda: _forced(dp.Paragraph(text="a"), text="foo"),
    "a list in running text": lambda: _forced(
        dp.Paragraph(text="a"), text=_forced(dp.InlineText("x"), _pieces=["a", "b"])
    ),
    "a number in running text": lambda: _forced(
        dp.Paragraph(text="a"), text=_forced(dp.InlineText("x"), _pieces=(1, "a"))
    ),
    "a list of records": lambda: _forced(dp.Dossier(title="x"), partners=[_partner()]),
    "a number of records": lambda: _forced(dp.Dossier(title="x"), partners=5),
    "nothing for records": lambda: _forced(dp.Dossier(title="x"), partners=None),
    "another record": lambda: _forced(dp.Dossier(title="x"), partners=(_VENUE,)),
    "what claims to be a record": lambda: _conference(venue=_claims_to_be(dp.Venue)),
    "what claims to be a text": lambda: _partner(name=_claims_to_be(dp.LocalizedText)),
    "a record of a class made of ours": lambda: _conference(venue=_SpecialVenue(name="Hall")),
    "an unfinished record": lambda: _conference(venue=object.__new__(dp.Venue)),
    "a string for a choice": lambda: _partner(kind="state"),
    "a number for a choice": lambda: _partner(kind=5),
    "a number for an id": lambda: _partner(id=5),
    "a string of another class for an id": lambda: _partner(id=_Word("x")),
    "a string of another class for a code": lambda: _partner(country=_Word("TJ")),
    "a string for dates": lambda: _conference(dates="2020"),
    "a string for a number": lambda: _cell(columns="1, 2"),
    "a fraction for a number": lambda: _cell(columns=1.5),
    "no number": lambda: _cell(columns=float("nan")),
    "a very large number": lambda: _cell(columns=2**70),
    "true for a number": lambda: _cell(columns=True),
    "a number for true": lambda: _cell(text=dp.InlineText(_forced(dp.emphasis("x"), emphasis=1))),
    "a dict for the data of others": lambda: _partner(extra={"a": 1}),
}


def _conference(**values: Any) -> Any:
    return _forced(dp.Conference(id="c", title="C", dates="2020"), **values)


def _cell(**values: Any) -> Any:
    return _forced(dp.Cell(text="x"), **values)


@pytest.mark.parametrize("case", _FORCED)
def test_what_is_forced_upon_a_record_does_no_harm(
    case: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A value of another class, put in past the constructor, ends as it does in Python alone."""
    record = _FORCED[case]()
    told: list[Any] = []
    for written in (json_form._compiled(), None):
        monkeypatch.setattr(json_form, "_compiled", lambda written=written: written)
        try:
            told.append(json_form.dumps(record))
        except Exception as error:  # noqa: BLE001  (whatever it is, it has to be the same)
            told.append((type(error), str(error)))
    assert told[0] == told[1]


@pytest.mark.parametrize("case", _FORCED)
def test_what_is_forced_upon_a_record_does_no_harm_in_xml(case: str) -> None:
    """So it is with XML."""
    record = _FORCED[case]()
    known = SCHEMA.of(record)
    assert known is not None
    told: list[Any] = []
    for write in (xml_out._way(SCHEMA), xml_out.generated_way(SCHEMA)):
        try:
            told.append(write(record, known)[0])
        except Exception as error:  # noqa: BLE001  (whatever it is, it has to be the same)
            told.append((type(error), str(error)))
    assert told[0] == told[1]


@pytest.mark.parametrize(
    "root",
    [
        lambda: etree.Comment("x"),
        lambda: etree.ProcessingInstruction("paragraph", "x"),
        lambda: etree.Entity("nbsp"),
        lambda: etree._Element.__new__(etree._Element),
        lambda: etree.ElementTree(etree.Element("paragraph")),
        lambda: None,
    ],
    ids=["comment", "instruction", "entity", "unmade", "tree", "nothing"],
)
def test_only_elements_are_read(root: Callable[[], Any]) -> None:
    """A root that is no element is refused."""
    read = xml_form.compiled_way(SCHEMA)
    with pytest.raises((Doubt, TypeError)):
        read(root(), SCHEMA["Paragraph"], Mentions())


def test_only_slots_of_records_are_read() -> None:
    """A place is told only of a slot, and only of a slot of the same class."""
    from dushanbe_process.compiled import json_write  # noqa: PLC0415

    alien = type("Alien", (), {"__slots__": (), "name": dp.Partner.name})
    plain = type("Plain", (), {"name": "x"})
    for cls in (alien, plain, "Partner"):
        with pytest.raises((AttributeError, TypeError)):
            json_write.Field(
                cls,
                "name",
                json_write.Way(),
                required=True,
                by_identity=False,
                unless_empty=False,
                default=None,
            )


_THREADS = """
import sys, threading
import dushanbe_process as dp
from dushanbe_process.model import default_schema
sys.setswitchinterval(1e-6)
sample = dp.sample()
data = [(name, dp.dumps(sample, name)) for name in ("json", "xml")]
alike = []
def work():
    for name, each in data:
        alike.append(dp.loads(each, name) == sample and dp.dumps(sample, name) == each)
for _ in range(6):
    default_schema().made.clear()
    threads = [threading.Thread(target=work) for _ in range(6)]
    for each in threads: each.start()
    for each in threads: each.join()
assert len(alike) == 72 and all(alike)
"""


@pytest.mark.parametrize("pure", ["", "1"], ids=["compiled", "pure"])
def test_threads_read_at_once_from_the_start(pure: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Threads that read and write at once, when nothing was read before, do it rightly."""
    monkeypatch.setenv(compiled.PURE, pure)
    subprocess.run([sys.executable, "-c", _THREADS], check=True)  # noqa: S603  (our own)


@pytest.mark.parametrize("format", ["json", "xml"])
def test_records_are_let_go(format: str) -> None:
    """Records that the garbage collector does not look at go when nobody holds them."""
    data = dp.dumps(dp.sample(), format)
    made: Any = dp.loads(data, format)
    assert not gc.is_tracked(made)
    gone = [weakref.ref(each) for each in (made, made.conferences[0], made.documents[0])]
    gc.disable()
    try:
        del made
        assert [each() for each in gone] == [None] * len(gone)
    finally:
        gc.enable()


_GROWTH = """
import resource
import dushanbe_process as dp
sample = dp.sample()
forms = [(name, dp.dumps(sample, name)) for name in ("json", "xml")]
bad = [(name, data[:-9] + b"x" * 9) for name, data in forms]
def work(times):
    for _ in range(times):
        for name, data in forms:
            dp.dumps(dp.loads(data, name), name)
        for name, data in bad:
            try: dp.loads(data, name)
            except dp.DushanbeError: pass
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
before = work(20)
print(work(100) - before)
"""


@pytest.mark.skipif(sys.platform != "linux", reason="memory is told in other units")
def test_nothing_is_kept_of_what_was_read_and_written() -> None:
    """Reading and writing a record a hundred times takes no more memory than twenty times."""
    told = subprocess.run([sys.executable, "-c", _GROWTH], check=True, capture_output=True)  # noqa: S603  (our own)
    assert int(told.stdout) < 8_000
