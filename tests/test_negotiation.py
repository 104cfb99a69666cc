"""Compilations of several edited copies, and the way back to a clean text."""

from __future__ import annotations

import json
import re

import pytest
from drafts import declaration, drafts, edited, pairs
from hypothesis import given
from hypothesis import strategies as st

import dushanbe_process as dp
from dushanbe_process.changes.told import running
from dushanbe_process.negotiation.regions import proposers
from dushanbe_process.reports.conventions.negotiation import number_after, number_before
from dushanbe_process.testing import records

FORMATS = tuple(dp.formats())


def _said(document: dp.Document) -> list[str]:
    """Return everything that a document says, in reading order, numbers and empty lines aside."""
    made = []
    for version in document.versions:
        made.append(running(version.body.formula))
        for block in version.body.blocks():
            match block:
                case dp.Paragraph():
                    made += [running(block.text), running(block.wrap_up)]
                case dp.Section():
                    made.append(running(block.heading))
                case dp.Table():
                    made.append(running(block.caption))
                    made += [running(cell.text) for row in block.rows for cell in row.cells]
    return [line for line in made if line.strip()]


def _accepted(document: dp.Document, name: str) -> list[str]:
    """Return what is said once a delegation is accepted; who proposes nothing cannot be."""
    there = {each for version in document.versions for each in proposers(version.body)}
    return _said(dp.resolve(document, [name] if name in there else ()))


@st.composite
def _rounds(draw: st.DrawFn) -> tuple[dp.Declaration, dp.Declaration, dp.Declaration]:
    base = draw(drafts(draw(st.sampled_from(("en", "ru", "ar", "zh")))))
    return base, draw(edited(base)), draw(edited(base))


@given(pair=pairs())
def test_accepting_a_copy_gives_it_and_rejecting_it_gives_the_base(
    pair: tuple[dp.Declaration, dp.Declaration],
) -> None:
    """One copy compiled: accepted, it is the text of the copy; rejected, that of the base."""
    base, copy = pair
    document = dp.compile(base, {"State A": copy}).document
    assert _accepted(document, "State A") == _said(copy)
    assert _said(dp.resolve(document)) == _said(base)


@given(base=records(dp.Declaration), copy=records(dp.Declaration))
def test_any_two_documents_can_be_compiled(base: dp.Declaration, copy: dp.Declaration) -> None:
    """However different a copy is, and whatever stands in it, nothing of either is lost."""
    copy = copy.evolve(versions=[each for each in copy.versions if base.version(each.language)])
    base = base.evolve(versions=[each for each in base.versions if copy.version(each.language)][:1])
    copy = copy.evolve(versions=[copy.version(each.language) for each in base.versions])
    clean_base, clean_copy = dp.resolve(base), dp.resolve(copy)
    document = dp.compile(clean_base, {"State A": clean_copy}).document
    assert _accepted(document, "State A") == _said(clean_copy)
    assert _said(dp.resolve(document)) == _said(clean_base)


@given(texts=_rounds())
def test_each_copy_can_be_had_of_a_compilation_of_two(
    texts: tuple[dp.Declaration, dp.Declaration, dp.Declaration],
) -> None:
    """Accepting one delegation alone gives its copy, whatever the other wanted."""
    base, one, other = texts
    document = dp.compile(base, {"State A": one, "State B": other}).document
    assert _accepted(document, "State A") == _said(one)
    assert _accepted(document, "State B") == _said(other)


@given(texts=_rounds())
def test_rejecting_everybody_leaves_what_is_agreed(
    texts: tuple[dp.Declaration, dp.Declaration, dp.Declaration],
) -> None:
    """Without an agreed point, rejecting all gives the base again."""
    base, one, other = texts
    compilation = dp.compile(base, {"State A": one, "State B": other})
    if not [each for each in compilation.agreed if each.path.startswith("$.versions")]:
        assert _said(dp.resolve(compilation.document)) == _said(base)


@given(texts=_rounds())
def test_what_all_made_alike_is_agreed(
    texts: tuple[dp.Declaration, dp.Declaration, dp.Declaration],
) -> None:
    """Two equal copies leave nothing in brackets, and the text is theirs."""
    base, copy, _ = texts
    compilation = dp.compile(base, {"State A": copy, "State B": copy})
    assert not compilation.proposals
    assert not compilation.conflicts
    assert _said(compilation.document) == _said(copy)


@pytest.mark.parametrize("format", FORMATS)
@given(texts=_rounds())
def test_a_compilation_survives_every_format(
    format: str, texts: tuple[dp.Declaration, dp.Declaration, dp.Declaration]
) -> None:
    """Brackets and who proposed what come back from every format as they were."""
    base, one, other = texts
    document = dp.compile(base, {"State A": one, "State B": other}).document
    assert dp.loads(dp.dumps(document, format)) == document


@given(texts=_rounds())
def test_a_copy_that_changes_nothing_changes_nothing(
    texts: tuple[dp.Declaration, dp.Declaration, dp.Declaration],
) -> None:
    """A compilation sent out and sent back as it was is the same, also with mere signs."""
    base, one, other = texts
    document = dp.compile(base, {"State A": one, "State B": other}).document
    assert dp.compile(document, {"State C": document}).document == document
    assert dp.compile(document, {"State C": _as_signs(document)}).document == document


def _as_signs(document: dp.Document) -> dp.Declaration:
    """Return a compilation whose brackets are text like any other."""
    tree = json.dumps(dp.unstructure(document))
    plain = re.sub(r', "(standing|proposers)": "[^"]*"', "", tree)
    return dp.loads(plain.encode(), "json", expect=dp.Declaration)


def _draft(*operative: str, preamble: tuple[str, ...] = ()) -> dp.Declaration:
    below = [dp.Paragraph(text=each) for each in operative]
    return declaration("en", "Declaration", [dp.Paragraph(text=each) for each in preamble], below)


def _operative(document: dp.Document) -> list[str]:
    return [str(each) for each in document.versions[0].body.operative]


BASE = _draft(
    "Call upon all States to cooperate;",
    "Encourage partners to share information on borders;",
    "Thank the host Government for its hospitality.",
)


def test_words_stand_in_brackets_with_those_who_want_them() -> None:
    """What replaces words, what is put in and what is to go is printed as negotiators do."""
    a = _draft(
        "Urge all States to cooperate;",
        "Encourage partners to share information on borders and ports;",
        "Thank the host Government for its hospitality.",
    )
    b = _draft(
        "Call upon all States to cooperate;",
        "Encourage partners to share information;",
        "Thank the host Government for its hospitality.",
    )
    compilation = dp.compile(BASE, {"State A": a, "State B": b})
    assert _operative(compilation.document) == [
        "1. [Call upon] [State A: Urge] all States to cooperate;",
        (
            "2. Encourage partners to share information [on borders] "
            "[State A: on borders and ports] [State B: delete];"
        ),
        "3. Thank the host Government for its hospitality.",
    ]
    (proposal,) = compilation.proposals
    assert (proposal.number, proposal.before, proposal.delegations) == (
        "1",
        "Call upon",
        ("State A",),
    )
    (conflict,) = compilation.conflicts
    assert conflict.path == "$.versions[0].body.operative[1].text"
    assert [str(each) for each in conflict.positions] == [
        "State A: changed: on borders and ports",
        "State B: removed",
    ]


def test_new_paragraphs_stand_between() -> None:
    """New paragraphs are numbered bis and ter; both are kept, in the order of the delegations."""
    texts = [str(each.text) for each in BASE.versions[0].body.operative]  # type: ignore[union-attr]
    a = _draft(texts[0], "Welcome the work of the Office;", *texts[1:])
    b = _draft(texts[0], "Take note of the report of the Group;", *texts[1:])
    document = dp.compile(BASE, {"State A": a, "State B": b}).document
    assert _operative(document)[:3] == [
        "1. Call upon all States to cooperate;",
        "1 bis. [State A: Welcome the work of the Office;]",
        "1 ter. [State B: Take note of the report of the Group;]",
    ]


def test_moves_name_the_place() -> None:
    """A paragraph that one wants elsewhere says so in its place, and stands in the other too."""
    texts = [str(each.text) for each in BASE.versions[0].body.operative]  # type: ignore[union-attr]
    moved = _draft(texts[1], texts[2], texts[0])
    compilation = dp.compile(BASE, {"State A": moved})
    assert _operative(compilation.document) == [
        f"1. [{texts[0]}] [State A: move to 3 bis]",
        f"2. {texts[1]}",
        f"3. {texts[2]}",
        f"3 bis. [State A: {texts[0]}]",
    ]
    assert {str(each.positions[0].kind) for each in compilation.proposals} == {"moved"}
    accepted = dp.resolve(compilation.document, ["State A"])
    assert [line.partition(" ")[2] for line in _operative(accepted)][:2] == texts[1:]


def test_what_one_alone_wants_is_not_agreed() -> None:
    """With one copy everything is a proposal; alike in two, it is agreed and has no brackets."""
    copy = _draft(
        "Urge all States to cooperate;",
        "Encourage partners to share information on borders;",
        "Thank the host Government for its hospitality.",
    )
    assert not dp.compile(BASE, {"State A": copy}).agreed
    both = dp.compile(BASE, {"State A": copy, "State B": copy})
    (agreed,) = both.agreed
    assert agreed.delegations == ("State A", "State B")
    assert "[" not in "".join(_operative(both.document))


def test_rounds_go_on() -> None:
    """What is not decided stays in brackets, and the next round adds to it."""
    a = _draft("Urge all States to cooperate;", *_rest())
    b = _draft("Invite all States to cooperate;", *_rest())
    first = dp.compile(BASE, {"State A": a, "State B": b}).document
    line = "1. [Call upon] [State A: Urge] [State B: Invite] all States to cooperate;"
    assert _operative(first)[0] == line
    open_ = dp.resolve(first, reject=["State B"])
    assert _operative(open_)[0] == "1. [Call upon] [State A: Urge] all States to cooperate;"
    copy = open_.evolve(versions=[_with_last(open_, "Thank the host.")])
    second = dp.compile(open_, {"State C": copy}).document
    assert _operative(second)[0] == _operative(open_)[0]
    assert "[State C: delete]" in _operative(second)[2]
    done = dp.resolve(second, ["State A", "State C"])
    assert _operative(done)[0] == "1. Urge all States to cooperate;"
    assert _operative(done)[2] == "3. Thank the host."


def _rest() -> list[str]:
    return [str(each.text) for each in BASE.versions[0].body.operative[1:]]  # type: ignore[union-attr]


def _with_last(document: dp.Document, text: str) -> dp.LanguageVersion:
    version = document.versions[0]
    last = version.body.operative[-1].evolve(text=text)
    operative = [*version.body.operative[:-1], last]
    return version.evolve(body=version.body.evolve(operative=operative))


def test_words_in_dispute_can_be_edited_again() -> None:
    """Who changes something within brackets proposes it; what others proposed is kept."""
    a = _draft("Urge all States to cooperate;", *_rest())
    first = dp.compile(BASE, {"State A": a}).document
    b = dp.resolve(first)
    b = b.evolve(versions=[b.versions[0].evolve(body=_first(b, "Invite all States to cooperate;"))])
    second = dp.compile(first, {"State B": b}).document
    assert _operative(second)[0].startswith("1. [Call upon] [State A: Urge] [State B: Invite]")
    assert _operative(dp.resolve(second, ["State A"]))[0].startswith("1. Urge all")
    assert _operative(dp.resolve(second, ["State B"]))[0].startswith("1. Invite all")


def test_brackets_typed_as_signs_are_known_again() -> None:
    """A copy edited in Word has brackets as mere signs: they are those of the base."""
    a = _draft("Urge all States to cooperate;", *_rest())
    first = dp.compile(BASE, {"State A": a}).document
    line = "[Call upon] [State A: Urge] all Member States to cooperate;"
    copy = first.evolve(versions=[first.versions[0].evolve(body=_first(first, line))])
    second = dp.compile(first, {"State C": copy}).document
    assert _operative(second)[0] == (
        "1. [Call upon] [State A: Urge] all [State C: Member] States to cooperate;"
    )
    assert _operative(dp.resolve(second, ["State A"]))[0] == "1. Urge all States to cooperate;"


def test_brackets_that_are_lifted_are_one_change() -> None:
    """Who takes away both brackets proposes the words without them, not two signs."""
    base = _draft("Call upon States [, as appropriate,] to cooperate;")
    copy = _draft("Call upon States , as appropriate, to cooperate;")
    document = dp.compile(base, {"State A": copy}).document
    assert _operative(document) == [
        "1. Call upon States [[, as appropriate,]] [State A: , as appropriate,] to cooperate;"
    ]


def _first(document: dp.Document, text: str) -> dp.Body:
    body = document.versions[0].body
    return body.evolve(operative=[body.operative[0].evolve(text=text), *body.operative[1:]])


def test_one_paragraph_can_be_decided() -> None:
    """A decision on some paragraphs leaves the others as they are."""
    a = _draft("Urge all States to cooperate;", "Encourage partners;", *_rest()[1:])
    document = dp.compile(BASE, {"State A": a}).document
    decided = dp.resolve(document, ["State A"], paragraphs=["1"])
    assert _operative(decided)[0] == "1. Urge all States to cooperate;"
    assert _operative(decided)[1] == _operative(document)[1]


def test_names_and_numbers_that_are_not_there_are_refused() -> None:
    """A slip in a name or number decides nothing: the error lists who and what there is."""
    a = _draft("Urge all States to cooperate;", *_rest())
    document = dp.compile(BASE, {"State A": a}).document
    with pytest.raises(dp.InvalidError) as caught:
        dp.resolve(document, ["State  A"], ["Nobody"], paragraphs=["1", "12"])
    told = [str(each) for each in caught.value.problems]
    assert told[0] == "accept: nothing is proposed by 'State  A'; proposals are by: State A"
    assert told[1] == "reject: nothing is proposed by 'Nobody'; proposals are by: State A"
    assert told[2].startswith("paragraphs: no paragraph has the number '12'; there are: 1, 2")
    with pytest.raises(dp.InvalidError, match="proposals are by: nobody"):
        dp.resolve(BASE, ["State A"])


def test_partners_are_referred_to() -> None:
    """A delegation that is a partner of the dossier is referred to by its id."""
    dossier = dp.Dossier(
        partners=[dp.Partner(id="qatar", name="State of Qatar", kind=dp.PartnerKind.STATE)],
        documents=[BASE],
    )
    copy = _draft("Urge all States to cooperate;", *_rest())
    document = dp.compile(dossier, {"State of Qatar": copy, "Other": BASE}).document
    text = document.versions[0].body.operative[0].text  # type: ignore[union-attr]
    proposed = [each for each in text if isinstance(each, dp.Run) and each.standing == "proposed"]
    assert [(each.proposed_by, each.proposers) for each in proposed] == [
        (("qatar",), "State of Qatar")
    ]
    assert _operative(dp.resolve(document, ["qatar"]))[0] == "1. Urge all States to cooperate;"
    assert dp.validate(dossier.evolve(documents=[document])) == ()


def test_names_that_cannot_stand_in_brackets_are_refused() -> None:
    """Brackets in a name would be taken for those around it; no name at all is none."""
    with pytest.raises(dp.InvalidError) as caught:
        dp.compile(BASE, {"[x]": BASE, "": BASE})
    assert [each.path for each in caught.value.problems] == ["$.copies['[x]']", "$.copies['']"]
    with pytest.raises(dp.InvalidError, match="nobody's copy"):
        dp.compile(BASE, {})
    with pytest.raises(dp.InvalidError, match="not a Declaration"):
        dp.compile(BASE, {"State A": dp.Resolution(id="r", title="T")})


def test_what_changes_beside_the_text_is_told() -> None:
    """A title that all want is in the document; one that some want is told, not lost."""
    new = BASE.evolve(title={"en": "Declaration on Borders"})
    both = dp.compile(BASE, {"State A": new, "State B": new})
    assert both.document.title == new.title
    one = dp.compile(BASE, {"State A": new, "State B": BASE})
    assert one.document.title == BASE.title
    (point,) = one.proposals
    assert (point.path, point.positions[0].text) == ("$.title.en", "Declaration on Borders")


@pytest.mark.parametrize(
    ("language", "number", "expected"),
    [
        ("en", "3.", "3 bis."),
        ("en", "(b)", "(b bis)"),
        ("en", "3 bis.", "3 ter."),
        ("ar", "3 -", "3 مكررا -"),
        ("zh", "3.", "3之二."),
        ("ru", "3.", "3 бис."),
    ],
)
def test_numbers_between(language: str, number: str, expected: str) -> None:
    """A number after another keeps its signs, and has the words of its language."""
    assert number_after(number, {number}, language) == expected


def test_numbers_between_do_not_end() -> None:
    """After the last word there are more numbers, each of them once."""
    taken = {"1."}
    for _ in range(30):
        made = number_after("1.", taken, "ru")
        assert made not in taken
        taken.add(made)
    assert number_before("1.", taken, "en") == "1 pre."
