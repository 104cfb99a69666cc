"""What changed between two records, as data."""

from __future__ import annotations

import json

import pytest
from drafts import declaration, pairs
from hypothesis import given
from hypothesis import strategies as st

import dushanbe_process as dp
from dushanbe_process.changes.alignment import Item, align
from dushanbe_process.changes.words import tokens
from dushanbe_process.testing import any_record, records, texts

_ARABIC = "تدعو جميع الدول إلى التعاون"


def _words(before: str, after: str) -> str:
    words = dp.word_changes(before, after)
    return str(dp.Change(dp.ChangeKind.CHANGED, "$", "p", words=words))


@given(before=texts, after=texts)
def test_words_make_both_texts(before: str, after: str) -> None:
    """The same and the removed pieces are the first text, the same and the added the second."""
    words = dp.word_changes(before, after)
    assert "".join(each.text for each in words if each.fate != "added") == before
    assert "".join(each.text for each in words if each.fate != "removed") == after


@given(text=texts)
def test_tokens_make_the_text(text: str) -> None:
    """A text that is cut is the text again when joined, and no accent stands alone."""
    assert "".join(tokens(text)) == text


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("counter-terrorism, l’homme", ["counter-terrorism", ",", " ", "l’homme"]),
        ("A/RES/77/298 2.5", ["A", "/", "RES", "/", "77/298", " ", "2.5"]),
        ("e\u0301te\u0301", ["e\u0301te\u0301"]),
        ("a  b\n c", ["a", " ", " ", "b", "\n", " ", "c"]),
        ("杜尚别进程", ["杜", "尚", "别", "进", "程"]),
        ("وتمويله، والإرهاب", ["وتمويله", "،", " ", "والإرهاب"]),
        ("👨‍👩‍👧🇹🇯", ["👨‍👩‍👧", "🇹🇯"]),
    ],
)
def test_words_of_many_scripts(text: str, expected: list[str]) -> None:
    """Words are cut as their script has them, and what is one sign stays one."""
    assert tokens(text) == expected


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        (
            "Mr. Tan |  | Remote",
            "Mr. Tan | Physics | Remote",
            "Mr. Tan | {+Physics+} | Remote",
        ),
        (
            "Tan\nGodoy\nChen, Quam",
            "Tan\nGodoy\nVirdi",
            "Tan Godoy [-Chen, Quam-]{+Virdi+}",
        ),
        (
            "Calls upon all States to cooperate;",
            "Urges all Member States to cooperate fully;",
            "[-Calls upon-]{+Urges+} all{+ Member+} States to cooperate{+ fully+};",
        ),
        (
            _ARABIC,
            "تحث جميع الدول الأعضاء على التعاون",
            "[-تدعو-]{+تحث+} جميع الدول [-إلى-]{+الأعضاء على+} التعاون",
        ),
        (
            "打击恐怖主义和资助恐怖主义行为的进程",
            "打击一切形式恐怖主义行为的进程",
            "打击[-恐怖主义和资助-]{+一切形式+}恐怖主义行为的进程",
        ),
        (
            "принять меры к борьбе с угрозой",
            "усилить работу по борьбе с угрозой",
            "[-принять меры к-]{+усилить работу по+} борьбе с угрозой",
        ),
    ],
)
def test_changes_read_well(before: str, after: str, expected: str) -> None:
    """Words that change together are one change, whatever the script."""
    assert _words(before, after).removeprefix("p: changed: ") == expected


@given(
    before=st.lists(st.sampled_from("abcdefgh"), max_size=8),
    after=st.lists(st.sampled_from("abcdefgh"), max_size=8),
)
def test_alignment_forgets_nothing(before: list[str], after: list[str]) -> None:
    """Every place of both rows is in the alignment once; what moved is in both its places."""
    rows = [[Item(f"{each} {each} {each}") for each in row] for row in (before, after)]
    pairs_ = align(*rows)
    olds = [each.before for each in pairs_ if each.after is None or not each.moved]
    news = [each.after for each in pairs_]
    assert sorted(each for each in olds if each is not None) == list(range(len(before)))
    assert [each for each in news if each is not None] == list(range(len(after)))


@given(record=any_record())
def test_a_record_does_not_differ_from_itself(record: dp.Model) -> None:
    """There is no change where nothing changed."""
    assert not dp.diff(record, record).changes


@given(pair=st.one_of(st.tuples(records(dp.Declaration), records(dp.Declaration)), pairs()))
def test_documents_that_differ_have_changes(
    pair: tuple[dp.Declaration, dp.Declaration],
) -> None:
    """Of two documents that are not equal at least one change is told, and all as plain data."""
    found = dp.diff(*pair)
    assert bool(found.changes) == (pair[0] != pair[1])
    assert json.loads(json.dumps(found.to_tree()))["equal"] == (pair[0] == pair[1])


@given(one=records(dp.Dossier), other=records(dp.Dossier))
def test_dossiers_are_compared_field_by_field(one: dp.Dossier, other: dp.Dossier) -> None:
    """Any two dossiers can be compared, and no difference goes unnoticed."""
    assert bool(dp.diff(one, other).changes) == (one != other)


def _paragraphs(*texts: str) -> dp.Declaration:
    numbered = [dp.Paragraph(number=f"{n}.", text=text) for n, text in enumerate(texts, 1)]
    return declaration("en", "Title", (), []).evolve(
        versions=[dp.LanguageVersion(language="en", body=dp.Body(operative=numbered))]
    )


BEFORE = _paragraphs(
    "Decide to meet again next year in another city;",
    "Call upon all States to cooperate;",
    "Encourage partners to share information;",
    "Thank the host Government for its hospitality.",
)
AFTER = _paragraphs(
    "Thank the host Government for its hospitality.",
    "Decide to meet again next year in the same city;",
    "Call upon all Member States to cooperate;",
    "Welcome the work of the Office on borders;",
)


def test_paragraphs_are_told_by_number() -> None:
    """What is new, gone, changed and moved is told with its number and its path."""
    found = dp.diff(BEFORE, AFTER)
    told = [(str(each.kind), each.place, each.path) for each in found if not each.is_renumbering]
    body = "$.versions[0].body.operative"
    assert told == [
        ("moved", "operative paragraph 1", f"{body}[0]"),
        ("changed", "operative paragraph 2", f"{body}[1].text"),
        ("changed", "operative paragraph 3", f"{body}[2].text"),
        ("removed", "operative paragraph 3", f"{body}[2]"),
        ("added", "operative paragraph 4", f"{body}[3]"),
    ]
    moved = found.of("moved")[0]
    assert (moved.old_place, moved.old_path) == ("operative paragraph 4", f"{body}[3]")
    assert moved.number == "1"
    assert found.of("removed")[0].before == "Encourage partners to share information;"


def test_entities_are_told_by_name() -> None:
    """A field that changed is told with the id of its entity; one that is gone, as gone."""
    before = dp.sample()
    partners = [before.partners[0].evolve(note={"en": "Looked at again."}), *before.partners[2:]]
    found = dp.diff(before, before.evolve(partners=partners))
    assert [(str(each.kind), each.place) for each in found] == [
        ("added", f"partner {before.partners[0].id}, note (en)"),
        ("removed", f"partner {before.partners[1].id}"),
    ]


def test_marks_that_changed_are_told() -> None:
    """Where no word differs, what is told is how the words are set."""
    before, after = _paragraphs("One word."), _paragraphs("One word.")
    text: list[str | dp.Run] = ["One ", dp.emphasis("word"), "."]
    body = dp.Body(operative=[dp.Paragraph(number="1.", text=text)])
    after = after.evolve(versions=[dp.LanguageVersion(language="en", body=body)])
    (change,) = dp.diff(before, after)
    assert (change.before, change.after) == ("One word.", "One *word*.")


def test_one_language_is_compared_alone() -> None:
    """Texts in other languages are left aside when one is asked for."""
    before = BEFORE.evolve(title={"en": "Title", "ru": "Название"})
    after = BEFORE.evolve(title={"en": "New title", "ru": "Другое название"})
    assert [each.path for each in dp.diff(before, after, language="ru")] == ["$.title.ru"]


def test_unlike_records_are_not_compared() -> None:
    """A person and a venue have no field in common."""
    with pytest.raises(dp.InvalidError, match="a Venue and a Declaration cannot be compared"):
        dp.diff(dp.Venue(), BEFORE)


def test_of_dossiers_one_record_can_be_compared() -> None:
    """Of two dossiers the record with an id is compared alone."""
    one, other = dp.Dossier(documents=[BEFORE]), dp.Dossier(title="Other", documents=[AFTER])
    assert dp.diff(one, other, select="draft").changes == dp.diff(BEFORE, AFTER).changes
    with pytest.raises(dp.UnknownIdError):
        dp.diff(one, other, select="none")


def test_data_that_no_class_describes_is_told_value_by_value() -> None:
    """What stands in extra is told by its keys; of a list, what came and went; never cut JSON."""
    heads = ["Doc. 1 v0.1", "(2019-08-22)", "A MEETING"]
    draft = declaration("en", "On borders", [], [dp.Paragraph(text="Decide.")])
    before = draft.evolve(extra={"word_running": heads, "kept": 1, "deep": {"a": "one two"}})
    extra = {"word_running": ["Doc. 1 v0.2", *heads[1:]], "kept": 1, "deep": {"a": "one three"}}
    found = dp.diff(before, before.evolve(extra=extra))
    assert [(each.path, str(each)) for each in found] == [
        ("$.extra.deep.a", "extra (deep) (a): changed: one [-two-]{+three+}"),
        (
            "$.extra.word_running[0]",
            "running heads and feet: changed: Doc. 1 [-v0.1-]{+v0.2+}",
        ),
    ]


def test_a_text_that_came_or_went_is_told_as_it_is_read() -> None:
    """A language that is gone is told by its paragraphs, numbers before them."""
    paragraphs = [dp.Paragraph(number=f"{n}.", text=f"Clause {n}.") for n in (1, 2)]
    draft = declaration("en", "On borders", [], paragraphs)
    other = draft.versions[0].evolve(language="fr")
    [change] = dp.diff(draft.evolve(versions=[*draft.versions, other]), draft)
    assert (change.kind, change.path) == ("removed", "$.versions[1]")
    assert change.before == "We, the States,\n1. Clause 1.\n2. Clause 2."
