"""Records: made of what people write, strict in what is kept, and never changed."""

from __future__ import annotations

import copy
import pickle
from html.parser import HTMLParser
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import dushanbe_process as dp
from dushanbe_process.model import default_schema
from dushanbe_process.schema import (
    Boolean,
    Choice,
    Code,
    Integer,
    ManyOf,
    Model,
    Named,
    OneOf,
    Shape,
    record_of,
)
from dushanbe_process.testing import any_record, plain_data

SCHEMA = default_schema()
ILLEGAL = ("\x00", "\x0b", "\x1b[31m", "\ufffe", "\uffff", "\ud800", "\udfff")


def _faults(make: Any, **values: Any) -> dict[str, str]:
    """Return the faults that a call is refused for: path to message."""
    with pytest.raises(dp.InvalidError) as caught:
        make(**values)
    return {problem.path: problem.message for problem in caught.value.problems}


def _partner(**changes: Any) -> dp.Partner:
    return dp.Partner(**{"id": "x", "name": "X", "kind": "state", **changes})


def test_strings_are_brought_into_the_kept_form() -> None:
    """Strings stand for texts, choices, dates, spans, moments and symbols."""
    conference = dp.Conference(
        id="c", title="T", dates="2018-05-03/2018-05-04", mode="hybrid", mandates=["S/RES/1 (1946)"]
    )
    assert conference.title == dp.LocalizedText("T")
    assert conference.dates == dp.DateSpan.parse("2018-05-03/2018-05-04")
    assert conference.mode is dp.ConferenceMode.HYBRID
    assert conference.mandates == (dp.Symbol(value="S/RES/1 (1946)"),)
    release = dp.PressRelease(id="p", title="T", date="2022-10", moment="2022-10-21T15:11")
    assert (release.date, release.moment) == (
        dp.PartialDate(2022, 10),
        dp.Moment("2022-10-21T15:11"),
    )
    assert dp.Publication(symbol="A/77/621").symbol == dp.Symbol(value="A/77/621")
    assert dp.Paragraph(text="Recalling").text == dp.InlineText("Recalling")


def test_mappings_and_members_are_kept_as_well() -> None:
    """What is in the kept form already is taken as it is."""
    name, kind = dp.LocalizedText(en="X", ru="Х"), dp.PartnerKind.STATE
    partner = _partner(name=name, kind=kind, extra={"rank": [1, {"of": 2}]})
    assert partner.name is name
    assert partner.kind is kind
    assert _partner(name={"en": "X", "ru": "Х"}).name == name
    assert partner.extra["rank"] == (1, dp.Extra({"of": 2}))


@pytest.mark.parametrize("make", [list, tuple, iter])
def test_many_are_kept_as_a_tuple(make: Any) -> None:
    """Any iterable but a string or a mapping is accepted where there are many."""
    names = ["a", {"fr": "b"}, dp.LocalizedText("c")]
    kept = _partner(other_names=make(names)).other_names
    assert kept == (dp.LocalizedText("a"), dp.LocalizedText(fr="b"), dp.LocalizedText("c"))


@pytest.mark.parametrize("many", ["a/b", b"ab", {"a": "b"}, 3, None, dp.LocalizedText("a")])
def test_one_is_not_many(many: Any) -> None:
    """A single string is no list of its letters."""
    assert list(_faults(_partner, other_names=many)) == ["$.other_names"]


@pytest.mark.parametrize(
    ("name", "value"),
    [
        *[("id", each) for each in ("", "A", "a b", "a\n", "-a", "é", 3, None)],
        *[("name", each) for each in (None, 3, ["a"], b"a", {"en": 3}, {})],
        *[("kind", each) for each in ("", "State", "nation", None, 3, dp.Level.SUMMIT)],
        *[("country", each) for each in ("tj", "TJK", "XX", "EU", "", 3, "T J")],
        *[("part_of", each) for each in ("", "A", 3)],
        *[("website", each) for each in ("", "un.org", "http://a b", 3)],
        *[("extra", each) for each in (None, 3, "a", [("a", 1)])],
    ],
)
def test_what_does_not_fit_is_refused(name: str, value: Any) -> None:
    """A value of a wrong type or form is refused under the name of its field."""
    paths = _faults(_partner, **{name: value})
    assert all(path.split(".")[1] == name for path in paths)


def _wrong_for(shape: Shape) -> list[Any]:
    """Return values that no field of this shape takes."""
    wrong: list[Any] = [object(), 1.5, b"bytes"]
    if isinstance(shape, ManyOf):
        return [*wrong, None, 7, "string", *([each] for each in _wrong_for(shape.item))]
    if not isinstance(shape, Integer):
        wrong.append(7)
    if not isinstance(shape, Boolean):
        wrong.append(True)
    if isinstance(shape, Integer | Boolean | Choice | Named | OneOf):
        wrong += ["no such thing at all\x00", [], {}]
    return wrong


@given(record=any_record())
def test_every_field_refuses_values_of_other_types(record: Model) -> None:
    """No field of any record takes a value of a wrong type, and the fault names the field."""
    for field in record_of(type(record)).fields:
        for value in _wrong_for(field.shape):
            paths = _faults(record.evolve, **{field.name: value})
            assert all(path.startswith(f"$.{field.name}") for path in paths)


def _strings(shape: Shape, words: str) -> list[Any]:
    """Return values of a shape that would be right, if the words in them were."""
    if isinstance(shape, ManyOf):
        return [[each] for each in _strings(shape.item, words)]
    if isinstance(shape, Integer | Boolean | Named | OneOf):
        return []
    if isinstance(shape, Code | Choice):
        return [words, f"a{words}", f"https://x.org/{words}", f"2018{words}"]
    if type(shape).__name__ == "Localized":
        return [words, {"en": f"a{words}"}, {words: "a"}]
    if type(shape).__name__ == "Open":
        return [{"a": words}, {words: 1}, {"a": [{"b": words}]}]
    return [words, f"a{words}z"]


@given(record=any_record(), words=st.sampled_from(ILLEGAL))
def test_characters_no_xml_can_carry_are_refused_everywhere(record: Model, words: str) -> None:
    """Control characters, lone surrogates and non-characters get into no field of any record."""
    for field in record_of(type(record)).fields:
        for value in _strings(field.shape, words):
            paths = _faults(record.evolve, **{field.name: value})
            assert all(path.startswith(f"$.{field.name}") for path in paths)


def test_every_fault_is_reported_at_once() -> None:
    """A record that is wrong in many places is refused once, with every place."""
    faults = _faults(
        dp.Conference,
        id="A",
        title={"en": "\x00", "xx": "T"},
        dates="2018-05-04/2018-05-03",
        venue="Dushanbe",
        partnerships=[dp.Partnership(partner="x", roles=["host"]), "host"],
        other_titles=["fine", {"fr": 3}],
        mandates=["A  B"],
        extra={"a": object(), "b": {"c": float("nan"), "d": "\x00"}, "e": {1: "\x00", "f": {2}}},
    )
    assert list(faults) == [
        "$.id",
        "$.title.en",
        "$.title.xx",
        "$.other_titles[1].fr",
        "$.dates",
        "$.venue",
        "$.partnerships[1]",
        "$.mandates[0].value",
        "$.extra['a']",
        "$.extra['b']['c']",
        "$.extra['b']['d']",
        "$.extra['e']",
        "$.extra['e']['f']",
    ]
    assert faults["$.dates"] == "ends before it starts"


def test_the_error_is_readable() -> None:
    """An error says one problem a line, and is a ValueError."""
    with pytest.raises(ValueError, match=r"^\$\.id: .*\n\$\.kind: 'nation' is not one of state, "):
        _partner(id="A", kind="nation")


@pytest.mark.parametrize(
    ("make", "values", "path"),
    [
        (dp.Partner, {"id": "x", "name": {}, "kind": "state"}, "$.name"),
        (dp.Partnership, {"partner": "x", "roles": []}, "$.roles"),
        (dp.OtherDocument, {"id": "x", "title": "T", "genre": {}}, "$.genre"),
        (dp.ClaimedValue, {"value": dp.LocalizedText()}, "$.value"),
    ],
)
def test_what_is_required_is_not_empty(make: Any, values: dict[str, Any], path: str) -> None:
    """A required text has a language, and a required list an item."""
    assert _faults(make, **values) == {path: "must not be empty"}


def test_messages_name_classes_with_the_right_article() -> None:
    """Faults are told in grammatical sentences."""
    faults = _faults(dp.Declaration, id="x", title="T", adoption=3, masthead=3)
    assert faults == {
        "$.adoption": "expected an Adoption, got int",
        "$.masthead": "expected a Masthead, got int",
    }


def test_what_a_class_does_not_know_is_a_mistake_of_the_caller() -> None:
    """A missing, unknown or positional argument is a TypeError, as of any function."""
    make: Any = dp.Partner
    for values in ({}, {"id": "x", "name": "X"}, {"id": "x", "name": "X", "kynd": "state"}):
        with pytest.raises(TypeError):
            make(**values)
    with pytest.raises(TypeError):
        make("x", "X", "state")
    with pytest.raises(TypeError):
        _partner().evolve(kynd="state")


def test_unions_take_their_members_alone() -> None:
    """A record of another class, and of a class that is only extended, is refused."""
    plain = dp.Document(id="d", title="T")
    faults = _faults(dp.Dossier, documents=[plain, dp.Venue()], partners=[dp.Venue()])
    assert list(faults) == ["$.partners[0]", "$.documents[0]", "$.documents[1]"]
    assert faults["$.documents[0]"].startswith("expected one of Declaration, Resolution, ")


@pytest.mark.parametrize(
    ("make", "path"),
    [
        (lambda: dp.Run(text="x", superscript=True, subscript=True), "$"),
        (lambda: dp.Footnote(text=[dp.footnote("x")]), "$.text"),
        (lambda: dp.Paragraph(text="x", lead="y"), "$.lead"),
        (
            lambda: dp.Session(
                id="s", kind="press", starts="2022-10-18T15:00", ends="2022-10-18T09:00"
            ),
            "$.ends",
        ),
        (
            lambda: dp.Body(
                preamble=[dp.Paragraph(text="x", key="k")],
                operative=[dp.Section(children=[dp.Table(key="k")])],
            ),
            "$.operative[0].children[0].key",
        ),
        (
            lambda: dp.Claim(
                id="c",
                about="x",
                aspect="dates",
                values=[dp.ClaimedValue(value=each, preferred=True) for each in "ab"],
            ),
            "$.values",
        ),
    ],
)
def test_fields_that_contradict_each_other_are_refused(make: Any, path: str) -> None:
    """What is right field by field is refused where the fields cannot be together."""
    assert list(_faults(make)) == [path]


@given(record=any_record())
def test_records_do_not_change(record: Model) -> None:
    """Nothing can be assigned to, added to or deleted from any record."""
    for name in (*_names(record), "unheard_of"):
        with pytest.raises(AttributeError):
            setattr(record, name, None)
        with pytest.raises(AttributeError):
            delattr(record, name)


@given(record=any_record())
def test_records_are_values(record: Model) -> None:
    """A record made of the same values is equal, and is one member of a set."""
    again = type(record)(**{name: getattr(record, name) for name in _names(record)})
    assert again == record == record.evolve()
    assert len({record, again}) == 1
    assert record != object()


def _names(record: Model) -> list[str]:
    return [each.name for each in record_of(type(record)).fields]


def test_records_of_two_classes_are_never_equal() -> None:
    """A declaration and a resolution with the same values are two things."""
    made: list[dp.Document] = [cls(id="d", title="T") for cls in (dp.Declaration, dp.Resolution)]
    assert made[0] != made[1]


def test_a_changed_record_is_checked_again() -> None:
    """A record with some fields changed is another one, as strict as the first."""
    partner = _partner(other_names=["Y"])
    changed = partner.evolve(name={"fr": "Z"}, country="TJ")
    assert changed == _partner(name={"fr": "Z"}, country="TJ", other_names=["Y"])
    assert partner == _partner(other_names=["Y"])
    assert list(_faults(partner.evolve, name="\x00", country="tj")) == ["$.name", "$.country"]


@given(record=any_record())
def test_records_are_copied_and_pickled(record: Model) -> None:
    """Copies of any record, by any way that Python has, are equal to it."""
    assert copy.copy(record) == copy.deepcopy(record) == record
    for protocol in range(2, pickle.HIGHEST_PROTOCOL + 1):
        again = pickle.loads(pickle.dumps(record, protocol))  # noqa: S301
        assert again == record
        assert hash(again) == hash(record)


def test_a_dossier_is_copied_after_it_was_searched() -> None:
    """What a dossier remembers of its ids is no part of its copies."""
    dossier = dp.Dossier(partners=[_partner()])
    assert dossier.partner("x").name == "X"
    for again in (copy.deepcopy(dossier), pickle.loads(pickle.dumps(dossier))):  # noqa: S301
        assert again == dossier
        assert again.partner("x") == dossier.partner("x")


@pytest.mark.parametrize(
    "value",
    [
        dp.PartialDate(2018, 5, approximate=True),
        dp.DateSpan("2018", None),
        dp.Moment("2022-10-21T15:11Z"),
        dp.SymbolParts("A", nature="RES", session="77", number="298"),
        dp.Extra({"a": [1, {"b": None}]}),
        dp.Problem("$.a", "wrong", 3),
        dp.Conflict("$.a", "x", "y"),
    ],
)
def test_other_values_are_copied_and_pickled(value: Any) -> None:
    """Values that are no records are copied, pickled and hashed like them."""
    assert copy.copy(value) == copy.deepcopy(value) == value
    again = pickle.loads(pickle.dumps(value))  # noqa: S301
    assert again == value
    assert hash(again) == hash(value)
    assert len(repr(value)) < 200


@pytest.mark.parametrize(
    "error",
    [
        dp.InvalidError([dp.Problem("$.a", "wrong")]),
        dp.MalformedError("json", "no end", 3, 4),
        dp.MalformedError("json", "no end", 3),
        dp.MalformedError("json", "no end"),
        dp.UnknownFormatError("pdf", ["json", "xml"]),
        dp.UnknownIdError("partner", "x"),
        dp.UnsupportedVersionError(9, [1]),
        dp.LimitExceededError("too deep"),
    ],
)
def test_errors_are_pickled(error: dp.DushanbeError) -> None:
    """Errors cross the border of a process with all that they carry."""
    again = pickle.loads(pickle.dumps(error))  # noqa: S301
    assert type(again) is type(error)
    assert str(again) == str(error)
    assert vars(again) == vars(error)


@given(record=any_record())
def test_a_record_shows_itself_briefly(record: Model) -> None:
    """The representation of any record fits in a few lines, and names its class."""
    assert repr(record).startswith(f"{type(record).__name__}(")
    assert len(repr(record)) < 300
    assert "\n" not in repr(record)


def test_a_representation_tells_what_there_is() -> None:
    """Ids and the beginnings of texts are shown in any script, defaults are not."""
    partner = _partner(name={"zh": "关于打击恐怖主义" * 20}, country="CN")
    shown = repr(partner)
    assert shown.startswith("Partner(id='x', name='关于打击恐怖主义关于")
    assert shown.endswith("…', kind='state', country='CN')")
    assert "short_name" not in shown
    assert repr(dp.Venue()) == "Venue()"
    assert repr(dp.Dossier(partners=[partner])) == "Dossier(partners=<1 item>)"


class Tags(HTMLParser):
    """The tags of a piece of HTML, and its text."""

    def __init__(self) -> None:
        """Begin with nothing."""
        super().__init__()
        self.tags: set[str] = set()
        self.text = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note a tag; the only attribute is our own."""
        assert attrs in ([], [("scope", "row")])
        self.tags.add(tag)

    def handle_data(self, data: str) -> None:
        """Note text."""
        self.text += data


@given(record=any_record(), words=plain_data)
def test_notebooks_show_text_as_text(record: Model, words: Any) -> None:
    """Whatever stands in a record, the table in a notebook has no tags but its own."""
    if "extra" in _names(record):
        record = record.evolve(extra={"<script>": words})
    parser = Tags()
    parser.feed(record._repr_html_())
    parser.close()
    assert parser.tags <= {"table", "caption", "tr", "th", "td", "ol", "li"}


def test_notebooks_escape_markup() -> None:
    """Markup in a name is shown, not obeyed."""
    shown = _partner(name="<b onclick='x'>&</b>", other_names=["<script>"])._repr_html_()
    assert "&lt;b onclick=&#x27;x&#x27;&gt;&amp;&lt;/b&gt;" in shown
    assert "<li>&lt;script&gt;</li>" in shown


def test_notebooks_show_the_beginning_of_long_lists() -> None:
    """A table in a notebook stays small, and says how much more there is."""
    shown = _partner(other_names=[f"name {number}" for number in range(1000)])._repr_html_()
    assert "<li>name 19</li><li>… and 980 more</li>" in shown
    assert "name 20" not in shown


@given(data=plain_data)
def test_unknown_data_is_kept_as_it_came(data: Any) -> None:
    """Plain data put beside the model is kept exactly, types included, and frozen."""
    extra = dp.Extra({"data": data})
    assert extra == {"data": data}
    assert repr(extra.__to_tree__()["data"]) == repr(_sorted(data))
    assert len({extra, dp.Extra({"data": data})}) == 1


@given(data=plain_data)
def test_frozen_data_within_data_is_as_plain_data(data: Any) -> None:
    """What was frozen before is the same within other data as it is when it comes plain."""
    within = dp.Extra({"all": [dp.Extra({"data": data}), "more"]})
    plain = dp.Extra({"all": [{"data": data}, "more"]})
    assert within == plain
    assert repr(within) == repr(plain)


def _sorted(data: Any) -> Any:
    if isinstance(data, dict):
        return {key: _sorted(data[key]) for key in sorted(data)}
    return [_sorted(each) for each in data] if isinstance(data, list) else data


def test_unknown_data_tells_numbers_apart() -> None:
    """One, one point nought and true are three things."""
    extras = [dp.Extra({"a": value}) for value in (1, 1.0, True)]
    assert len(set(extras)) == 3
    assert extras[0] != extras[1] != extras[2]
    assert extras[0] != 3
    assert extras[0] != {"a": object()}


def test_unknown_data_has_bounds() -> None:
    """Data that nests without end is refused."""
    data: Any = []
    for _ in range(100):
        data = [data]
    assert "nested deeper" in next(iter(_faults(dp.Dossier, extra={"data": data}).values()))
    frozen: Any = 0
    for _ in range(60):
        frozen = [frozen]
    inner = dp.Extra({"data": frozen})
    within = [[[[[inner]]]]]
    assert "nested deeper" in next(iter(_faults(dp.Dossier, extra={"data": within}).values()))


def test_the_schema_reaches_every_public_record() -> None:
    """Every record class that is public stands in the schema, or is only extended."""
    public = {
        name
        for name in dp.public.__all__
        if isinstance(made := getattr(dp, name), type) and issubclass(made, Model)
    }
    assert public - set(SCHEMA.records) == {"Document", "Entity", "Model", "Sourced"}
