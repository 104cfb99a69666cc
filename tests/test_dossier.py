"""A dossier as a whole: found in, taken apart, put together, and checked."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import dushanbe_process as dp
from dushanbe_process.model import default_schema
from dushanbe_process.testing import Strategies, records, sound

if TYPE_CHECKING:
    from collections.abc import Callable

LISTS = ("processes", "conferences", "partners", "people", "documents", "sources", "claims")


def _ids(dossier: dp.Dossier) -> list[str]:
    return [each.id for each in dossier.entities()]


def _partner(id: str, **values: Any) -> dp.Partner:
    return dp.Partner(**{"id": id, "name": id, "kind": "state", **values})


@pytest.fixture
def dossier() -> dp.Dossier:
    """Return a small dossier in which everything is connected."""
    return dp.Dossier(
        processes=[
            dp.Process(id="process", name="P", conferences=["second", "first"]),
            dp.Process(id="other-process", name="O"),
        ],
        conferences=[
            dp.Conference(
                id="first",
                title="First",
                partnerships=[
                    dp.Partnership(partner="tj", roles=["host"], name_as_printed="Tajikistan"),
                    dp.Partnership(partner="un", roles=["organizer", "partner"]),
                ],
                sessions=[
                    dp.Session(id="opening", kind="opening", statements=["welcome"]),
                    dp.Session(id="closing", kind="closing"),
                ],
                outcomes=["declaration"],
            ),
            dp.Conference(id="second", title="Second", follows=["first"]),
        ],
        partners=[_partner("tj"), _partner("un"), _partner("unoct", part_of="un")],
        people=[dp.Person(id="minister", name="M"), dp.Person(id="guest", name="G")],
        documents=[
            dp.Letter(
                id="letter",
                title="L",
                annexes=[dp.Declaration(id="declaration", title="D", authors=["unoct"])],
            ),
            dp.Statement(id="welcome", speaker="minister"),
            dp.Statement(id="thanks", speaker="minister", session="closing"),
            dp.PressRelease(id="release", title="R", conference="first"),
            dp.PressRelease(id="later", title="R", conference="second"),
        ],
        sources=[dp.Source(id="article", title="A")],
        claims=[
            dp.Claim(
                id="count",
                about="opening",
                aspect="attendance",
                values=[dp.ClaimedValue(value="900", sources=[dp.Citation(source="article")])],
            )
        ],
    )


def test_everything_with_an_id_is_found(dossier: dp.Dossier) -> None:
    """Whatever the lists hold, sessions and annexes too, is found by its id."""
    assert dossier.process("process") is dossier.processes[0]
    assert dossier.conference("first") is dossier.conferences[0]
    assert dossier.session("opening") is dossier.conferences[0].sessions[0]
    assert dossier.partner("tj") is dossier.partners[0]
    assert dossier.person("minister") is dossier.people[0]
    assert dossier.document("declaration") is dossier.documents[0].annexes[0]
    assert dossier.source("article") is dossier.sources[0]
    assert dossier.claim("count") is dossier.claims[0]
    assert [dossier.find(each.id) for each in dossier.entities()] == list(dossier.entities())
    assert len(_ids(dossier)) == 19


@pytest.mark.parametrize(
    "kind",
    ["process", "conference", "session", "partner", "person", "document", "source", "claim"],
)
def test_an_id_that_is_not_there_is_named(dossier: dp.Dossier, kind: str) -> None:
    """Asking for an id that names nothing, or a thing of another kind, is an error that says so."""
    for id_ in ("nobody", "guest" if kind != "person" else "tj"):
        with pytest.raises(dp.UnknownIdError, match=f"no {kind} has the id '{id_}'") as caught:
            getattr(dossier, kind)(id_)
        assert (caught.value.kind, caught.value.id) == (kind, id_)
    assert dossier.find("nobody") is None


def test_the_error_for_an_unknown_id_is_a_key_error(dossier: dp.Dossier) -> None:
    """An unknown id may be handled like a missing key."""
    with pytest.raises(KeyError):
        dossier.partner("nobody")
    with pytest.raises(dp.UnknownIdError):
        dossier.conferences_of("nobody")
    with pytest.raises(dp.UnknownIdError):
        dossier.documents_of("nobody")


def test_conferences_of_a_process_come_in_its_order(dossier: dp.Dossier) -> None:
    """The order is that of the process, not of the dossier."""
    named = [each.id for each in dossier.conferences_of("process")]
    assert named == ["second", "first"]
    assert dossier.conferences_of(dossier.process("process")) == dossier.conferences_of("process")
    assert dossier.conferences_of("other-process") == ()


def test_documents_of_a_conference(dossier: dp.Dossier) -> None:
    """They are its own, those of its sessions and its outcomes, even inside other documents."""
    named = [each.id for each in dossier.documents_of("first")]
    assert named == ["declaration", "welcome", "thanks", "release"]
    assert dossier.documents_of(dossier.conferences[0]) == dossier.documents_of("first")


def test_statements_partnerships_and_claims_are_found_by_whom_they_are_about(
    dossier: dp.Dossier,
) -> None:
    """A record and its id are two ways to ask the same."""
    minister, un, opening = dossier.person("minister"), dossier.partner("un"), "opening"
    assert [each.id for each in dossier.statements_by("minister")] == ["welcome", "thanks"]
    assert dossier.statements_by(minister) == dossier.statements_by("minister")
    ((conference, partnership),) = dossier.partnerships_of("un")
    assert (conference.id, partnership.roles) == ("first", ("organizer", "partner"))
    assert dossier.partnerships_of(un) == dossier.partnerships_of("un")
    assert [each.id for each in dossier.claims_about(opening)] == ["count"]
    assert dossier.claims_about(dossier.session(opening)) == dossier.claims_about(opening)
    assert dossier.claims[0].preferred is None


def test_versions_and_preferred_values_are_found() -> None:
    """The text in one language, and the value that the record follows, are at hand."""
    body = dp.Body(preamble=[dp.Paragraph(text="x")], operative=[dp.Section(children=[dp.Table()])])
    versions = [dp.LanguageVersion(language="tg"), dp.LanguageVersion(language="en", body=body)]
    document = dp.Declaration(id="d", title="T", versions=versions)
    assert document.version("en") is document.versions[1]
    assert document.version("fr") is None
    assert [type(each) for each in body.blocks()] == [dp.Paragraph, dp.Section, dp.Table]
    values = [dp.ClaimedValue(value="46"), dp.ClaimedValue(value="48", preferred=True)]
    claim = dp.Claim(id="c", about="d", aspect="states", values=values)
    assert claim.preferred is claim.values[1]


@pytest.mark.parametrize(
    ("id_", "ids"),
    [
        ("guest", {"guest"}),
        ("unoct", {"unoct", "un"}),
        ("declaration", {"letter", "declaration", "unoct", "un"}),
    ],
)
def test_an_extract_holds_what_is_asked_for_and_what_that_mentions(
    dossier: dp.Dossier, id_: str, ids: set[str]
) -> None:
    """An extract of a record holds it, what it stands in, and all that is mentioned."""
    assert set(_ids(dossier.extract(id_))) == ids


def test_an_extract_of_a_claim_holds_what_it_is_about(dossier: dp.Dossier) -> None:
    """With a claim come its sources and the record in question, with what that mentions."""
    ids = set(_ids(dossier.extract("count")))
    assert ids >= {"count", "article", "opening", "first", "tj", "welcome", "minister", "unoct"}
    assert ids.isdisjoint({"release", "second", "process", "guest"})


def test_an_extract_of_a_conference_holds_its_documents_and_claims(dossier: dp.Dossier) -> None:
    """What belongs to a conference comes with it; other conferences do not."""
    ids = set(_ids(dossier.extract("first")))
    assert ids >= {"first", "opening", "thanks", "release", "declaration", "count", "article"}
    assert ids.isdisjoint({"second", "later", "process", "guest"})
    assert set(_ids(dossier.extract("opening"))) == ids


def test_an_extract_of_a_process_holds_its_conferences(dossier: dp.Dossier) -> None:
    """With a process come its conferences and all that belongs to them."""
    assert set(_ids(dossier)) - set(_ids(dossier.extract("process"))) == {"guest", "other-process"}


def test_an_extract_keeps_the_order_and_the_rest(dossier: dp.Dossier) -> None:
    """What is kept stands as it stood; title and language stay."""
    whole = dossier.evolve(title="T", default_language="fr", extra={"a": 1})
    part = whole.extract("first")
    assert [each for each in _ids(whole) if each in _ids(part)] == _ids(part)
    assert (part.title, part.default_language, part.extra["a"]) == (whole.title, "fr", 1)


def test_nothing_is_extracted_for_an_unknown_id(dossier: dp.Dossier) -> None:
    """An id that names nothing is an error."""
    with pytest.raises(dp.UnknownIdError, match="no record has the id 'nobody'"):
        dossier.extract("nobody")


@given(whole=records(dp.Dossier), data=st.data())
def test_every_extract_stands_by_itself(whole: dp.Dossier, data: st.DataObject) -> None:
    """The extract of anything is sound, holds it, and is its own extract."""
    id_ = data.draw(st.sampled_from(_ids(whole)))
    part = whole.extract(id_)
    assert dp.validate(part) == ()
    assert id_ in _ids(part)
    assert part.extract(id_) == part
    assert set(_ids(part)) <= set(_ids(whole))


def test_every_extract_of_the_sample_stands_by_itself() -> None:
    """Whatever is taken out of the packaged record is sound, and together it is all of it."""
    whole = dp.sample()
    parts = [whole.extract(each.id) for each in whole.entities()]
    assert all(dp.validate(part) == () for part in parts)
    joined = dp.Dossier(title=whole.title, description=whole.description)
    for part in parts:
        merged = joined.merge(part)
        assert merged.conflicts == ()
        joined = merged.dossier
    assert sorted(_ids(joined)) == sorted(_ids(whole))
    assert all(joined.find(each.id) == each for each in whole.entities())


@given(whole=records(dp.Dossier))
def test_extracts_make_the_whole_again(whole: dp.Dossier) -> None:
    """Extracts merged hold what was taken apart, record by record, without conflict."""
    joined = whole.extract(_ids(whole)[0])
    for id_ in _ids(whole):
        merged = joined.merge(whole.extract(id_))
        assert merged.conflicts == ()
        joined = merged.dossier
    assert sorted(_ids(joined)) == sorted(_ids(whole))
    assert all(joined.find(each.id) == each for each in whole.entities())


@given(whole=records(dp.Dossier))
def test_merging_a_dossier_with_itself_changes_nothing(whole: dp.Dossier) -> None:
    """What both say is said once."""
    assert whole.merge(whole) == dp.Merged(whole, ())
    assert whole.merge(dp.Dossier(default_language=whole.default_language)).dossier == whole


#: Dossiers of all kinds of records that hold little, so that two fit into one example.
SMALL = Strategies(default_schema()).record("Dossier", 3)


@st.composite
def pairs(draw: st.DrawFn) -> tuple[dp.Dossier, dp.Dossier]:
    """Return two dossiers that have ids in common, and say different things under them."""
    ours, other = sound(draw(SMALL)), draw(SMALL)
    lists = {}
    for name in LISTS:
        mine = [each.id for each in getattr(ours, name)]
        yours = getattr(other, name)
        ids = mine[: len(yours)] + [each.id for each in yours[len(mine) :]]
        lists[name] = [each.evolve(id=id_) for each, id_ in zip(yours, ids, strict=True)]
    theirs = sound(other.evolve(**lists))
    assert isinstance(ours, dp.Dossier)
    assert isinstance(theirs, dp.Dossier)
    return ours, theirs


@given(pair=pairs())
def test_two_dossiers_become_one(pair: tuple[dp.Dossier, dp.Dossier]) -> None:
    """What two sound dossiers become is sound, holds the ids of both, and is final."""
    ours, theirs = pair
    try:
        merged = ours.merge(theirs)
    except dp.InvalidError as error:
        assert all("of ours" in problem.message for problem in error.problems)
        return
    assert dp.validate(merged.dossier) == ()
    assert set(_ids(merged.dossier)) == {*_ids(ours), *_ids(theirs)}
    assert merged.dossier.default_language == ours.default_language
    assert merged.dossier.merge(theirs) == merged
    assert merged.dossier.merge(ours).dossier == merged.dossier


def test_languages_are_added() -> None:
    """Texts in further languages join the text; lists are joined; gaps are filled."""
    ours = dp.Dossier(partners=[_partner("tj", name="Tajikistan", other_names=["RT"])])
    theirs = dp.Dossier(
        title="T",
        partners=[
            _partner(
                "tj",
                name={"en": "Tajikistan", "tg": "Тоҷикистон"},
                other_names=[{"en": "RT"}, "Republic of Tajikistan"],
                country="TJ",
            ),
            _partner("kw"),
        ],
    )
    dossier, conflicts = (merged := ours.merge(theirs)).dossier, merged.conflicts
    assert conflicts == ()
    assert dossier.title == "T"
    assert dossier.partner("tj") == _partner(
        "tj",
        name={"": "Tajikistan", "tg": "Тоҷикистон"},
        other_names=["RT", "Republic of Tajikistan"],
        country="TJ",
    )
    assert _ids(dossier) == ["tj", "kw"]


def test_contradictions_are_reported_and_ours_kept() -> None:
    """Where both say something different, ours stays and both are told, with their place."""
    ours = dp.Dossier(
        partners=[_partner("a"), _partner("tj", name={"en": "Tajikistan"}, country="TJ")],
        conferences=[
            dp.Conference(
                id="c", title="T", dates="2019-05-16/2019-05-17", venue=dp.Venue(city="D")
            )
        ],
        extra={"a": 1, "b": 2},
    )
    theirs = dp.Dossier(
        partners=[_partner("tj", name={"en": "Tadjikistan", "fr": "Tadjikistan"}, kind="group")],
        conferences=[
            dp.Conference(
                id="c", title="T", dates="2019-05-15/2019-05-17", venue=dp.Venue(city="K", name="N")
            )
        ],
        extra={"a": 3, "c": 4},
    )
    merged = ours.merge(theirs)
    assert {each.path: (str(each.ours), str(each.theirs)) for each in merged.conflicts} == {
        "$.conferences[0].dates": ("2019-05-16/2019-05-17", "2019-05-15/2019-05-17"),
        "$.conferences[0].venue.city.en": ("D", "K"),
        "$.partners[1].name.en": ("Tajikistan", "Tadjikistan"),
        "$.partners[1].kind": ("state", "group"),
        "$.extra['a']": ("1", "3"),
    }
    partner = merged.dossier.partner("tj")
    assert (partner.kind, partner.name["en"], partner.name["fr"]) == (
        dp.PartnerKind.STATE,
        "Tajikistan",
        "Tadjikistan",
    )
    assert merged.dossier.conference("c").venue == dp.Venue(city="D", name="N")
    assert merged.dossier.extra == {"a": 1, "b": 2, "c": 4}
    assert str(merged.conflicts[-1]) == "$.extra['a']: 1 (kept), 3"


def test_a_text_that_has_no_place_any_more_is_a_conflict() -> None:
    """A plain text beside another one in its own language is reported when it has to go."""
    name = {"": "Tajikistan (plain)", "tg": "Тоҷикистон"}
    theirs = dp.Dossier(default_language="tg", partners=[_partner("tj", name=name)])
    merged = dp.Dossier().merge(theirs)
    assert merged.dossier.partner("tj").name == {"tg": "Тоҷикистон"}
    assert merged.conflicts == (
        dp.Conflict("$.partners[0].name.tg", "Тоҷикистон", "Tajikistan (plain)"),
    )


def test_default_languages_may_differ() -> None:
    """A plain text of theirs is put under its language, and ours is still the default."""
    ours = dp.Dossier(partners=[_partner("tj", name="Tajikistan")])
    theirs = dp.Dossier(default_language="tg", partners=[_partner("tj", name="Тоҷикистон")])
    merged = ours.merge(theirs)
    assert merged.conflicts == ()
    assert merged.dossier.default_language == "en"
    assert merged.dossier.partner("tj").name == {"": "Tajikistan", "tg": "Тоҷикистон"}
    assert theirs.merge(ours).dossier.partner("tj").name == {"": "Тоҷикистон", "en": "Tajikistan"}


def _with_text(language: str, *words: str, **values: Any) -> dp.Dossier:
    body = dp.Body(operative=[dp.Paragraph(text=each) for each in words])
    versions = [dp.LanguageVersion(language=language, body=body, **values)]
    return dp.Dossier(documents=[dp.Declaration(id="d", title="D", versions=versions)])


def test_no_text_is_made_of_two() -> None:
    """Two bodies of one language version are never mixed: ours stays, the conflict is told."""
    ours, theirs = _with_text("en", "a", "b"), _with_text("en", "a", "c", status="official")
    merged = ours.merge(theirs)
    assert [each.path for each in merged.conflicts] == ["$.documents[0].versions[0].body"]
    (version,) = merged.dossier.document("d").versions
    assert version.body == ours.documents[0].versions[0].body
    assert version.status is dp.VersionStatus.OFFICIAL


def test_language_versions_are_added() -> None:
    """The text in another language joins the document."""
    merged = _with_text("en", "a").merge(_with_text("tg", "б"))
    assert merged.conflicts == ()
    assert [each.language for each in merged.dossier.document("d").versions] == ["en", "tg"]


@pytest.mark.parametrize(
    ("name", "ours", "theirs"),
    [
        ("symbol", "A/77/621", dp.Symbol(value="MC/1", scheme="osce")),
        ("symbol", dp.Symbol(value="MC/1", scheme="osce"), "MC/1"),
    ],
)
def test_a_symbol_is_one_value(name: str, ours: Any, theirs: Any) -> None:
    """A symbol is not completed by the scheme of another."""

    def make(value: Any) -> dp.Dossier:
        adoption = dp.Relation(kind="recalls", **{name: value})
        return dp.Dossier(documents=[dp.Report(id="r", title="R", relations=[adoption])])

    merged = make(ours).merge(make(theirs))
    assert len(merged.dossier.documents[0].relations) == 2
    assert merged.dossier.documents[0].relations[0] == make(ours).documents[0].relations[0]


def _claim(*values: dp.ClaimedValue) -> dp.Dossier:
    claims = [dp.Claim(id="c", about="p", aspect="launched", values=values)]
    return dp.Dossier(processes=[dp.Process(id="p", name="P")], claims=claims)


def test_one_claimed_value_stays_preferred() -> None:
    """Where both prefer another value, both values are kept and ours is preferred."""
    ours = _claim(dp.ClaimedValue(value="46"), dp.ClaimedValue(value="48", preferred=True))
    theirs = _claim(
        dp.ClaimedValue(value={"en": "46"}, preferred=True), dp.ClaimedValue(value="50")
    )
    merged = ours.merge(theirs)
    claim = merged.dossier.claims[0]
    assert [str(each.value) for each in claim.values] == ["46", "48", "50"]
    assert claim.preferred == dp.ClaimedValue(value="48", preferred=True)
    assert [(each.path, each.ours, each.theirs) for each in merged.conflicts] == [
        ("$.claims[0].values[1].preferred", "48", "46")
    ]


def test_a_preference_is_taken_over() -> None:
    """Where we prefer no value, theirs is preferred."""
    ours, theirs = (
        _claim(dp.ClaimedValue(value="46"), dp.ClaimedValue(value="48", preferred=preferred))
        for preferred in (False, True)
    )
    assert ours.merge(theirs) == dp.Merged(theirs, ())


def test_a_document_of_another_class_is_a_conflict() -> None:
    """A document keeps the class that we give it, and takes over what both classes have."""
    ours = dp.Dossier(documents=[dp.Declaration(id="d", title="D")])
    theirs = dp.Dossier(
        documents=[
            dp.Summary(id="d", title="D", date="2022", annexes=[dp.Report(id="annex", title="A")])
        ],
        claims=[dp.Claim(id="c", about="annex", aspect="date")],
    )
    merged = ours.merge(theirs)
    assert merged.conflicts == (dp.Conflict("$.documents[0].type", "declaration", "summary"),)
    (document,) = merged.dossier.documents
    assert isinstance(document, dp.Declaration)
    assert document == dp.Declaration(
        id="d", title="D", date="2022", annexes=theirs.documents[0].annexes
    )


def test_what_stands_elsewhere_is_joined_where_we_have_it() -> None:
    """A document that is an annex of theirs and stands alone with us stays alone, completed."""
    alone = dp.Dossier(documents=[dp.Declaration(id="d", title="D")])
    inside = dp.Dossier(
        documents=[
            dp.Letter(
                id="l",
                title="L",
                annexes=[
                    dp.Declaration(id="d", title="D", date="2022"),
                    dp.Report(id="r", title="R"),
                ],
            )
        ]
    )
    merged = alone.merge(inside)
    assert _ids(merged.dossier) == ["d", "l", "r"]
    assert merged.dossier.document("d").date == dp.PartialDate(2022)
    assert list(map(str, merged.conflicts)) == [
        "$.documents[0]: 'in the dossier itself' (kept), \"in 'l'\""
    ]
    assert _ids(inside.merge(alone).dossier) == ["l", "d", "r"]


def test_an_id_of_two_kinds_cannot_be_merged() -> None:
    """An id that names a partner here and a person there is refused before anything is done."""
    ours = dp.Dossier(partners=[_partner("x")])
    theirs = dp.Dossier(people=[dp.Person(id="y", name="Y"), dp.Person(id="x", name="X")])
    with pytest.raises(dp.InvalidError) as caught:
        ours.merge(theirs)
    assert caught.value.problems == (
        dp.Problem("$.people[1].id", "'x' is a Person, and a Partner of ours"),
    )


def test_an_id_given_twice_cannot_be_merged() -> None:
    """A dossier that gives an id twice is refused, on either side."""
    twice = dp.Dossier(partners=[_partner("x"), _partner("x")])
    for ours, theirs in ((twice, dp.Dossier()), (dp.Dossier(), twice)):
        with pytest.raises(dp.InvalidError, match="the id 'x' is given twice"):
            ours.merge(theirs)


UNSOUND = [
    (dp.Dossier(partners=[_partner("x"), _partner("x")]), "$.partners[1].id", "given twice"),
    (
        dp.Dossier(
            conferences=[
                dp.Conference(id="x", title="T", sessions=[dp.Session(id="x", kind="press")])
            ]
        ),
        "$.conferences[0].sessions[0].id",
        "given twice",
    ),
    (
        dp.Dossier(partners=[_partner("x", part_of="y")]),
        "$.partners[0].part_of",
        "nothing has the id 'y'",
    ),
    (
        dp.Dossier(partners=[_partner("x")], documents=[dp.Statement(id="s", speaker="x")]),
        "$.documents[0].speaker",
        "'x' is a Partner, not a Person",
    ),
    (
        dp.Dossier(
            documents=[
                dp.Report(
                    id="r",
                    title="T",
                    versions=[
                        dp.LanguageVersion(
                            language="en",
                            body=dp.Body(
                                closing=[dp.Paragraph(text=[dp.Run(text="x", entity="nobody")])]
                            ),
                        )
                    ],
                )
            ]
        ),
        "$.documents[0].versions[0].body.closing[0].text[0].entity",
        "nothing has the id 'nobody'",
    ),
]


@pytest.mark.parametrize(("unsound", "path", "message"), UNSOUND)
def test_what_is_not_sound_is_told_and_never_written(
    unsound: dp.Dossier, path: str, message: str
) -> None:
    """Ids given twice and references that lead nowhere or astray are told with their path."""
    (problem,) = dp.validate(unsound)
    assert problem.path == path
    assert message in problem.message
    refusing: list[Callable[[], object]] = [
        *(partial(dp.dumps, unsound, name) for name in dp.formats()),
        partial(dp.unstructure, unsound),
        partial(unsound.extract, _ids(unsound)[0]),
    ]
    for refused in refusing:
        with pytest.raises(dp.InvalidError) as caught:
            refused()
        assert caught.value.problems == (problem,)


@pytest.mark.parametrize("format_", ["json", "xml"])
@pytest.mark.parametrize(
    ("old", "new", "path", "message"),
    [
        ("id-two", "id-one", "$.partners[1].id", "the id 'id-one' is given twice"),
        ("the-host", "nobody", "$.conferences[0].partnerships[0].partner", "nothing has the id"),
        ("the-host", "id-conf", "$.conferences[0].partnerships[0].partner", "is a Conference"),
    ],
)
def test_what_is_not_sound_is_never_read(
    format_: str, old: str, new: str, path: str, message: str
) -> None:
    """A file that is not sound as a whole is refused with the same paths in every format."""
    partnership = dp.Partnership(partner="the-host", roles=["host"])
    whole = dp.Dossier(
        conferences=[dp.Conference(id="id-conf", title="T", partnerships=[partnership])],
        partners=[_partner("id-one"), _partner("id-two", name="N"), _partner("the-host", name="N")],
    )
    written = dp.dumps(whole, format_)
    head, _, tail = written.partition(old.encode())
    with pytest.raises(dp.InvalidError) as caught:
        dp.loads(head + new.encode() + tail, format_)
    (problem,) = caught.value.problems
    assert problem.path == path
    assert message in problem.message
