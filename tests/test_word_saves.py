"""What Word does to a file when it saves it makes no difference; what people do, does."""

from __future__ import annotations

import io
from functools import cache
from typing import TYPE_CHECKING, Any

import pytest
from editing import people
from editing.samples import LANGUAGES, WORDS, declaration
from editing.saves import SAVES, Package, saved
from hypothesis import given, settings
from hypothesis import strategies as st

import dushanbe_process as dp

if TYPE_CHECKING:
    from collections.abc import Callable

LANGUAGE = pytest.mark.parametrize("language", LANGUAGES)
SEEDS = st.integers(0, 2**32)


def _read(data: bytes, **options: Any) -> tuple[Any, Any]:
    return dp.read_docx(io.BytesIO(data), **options)


@cache
def _sent(language: str) -> bytes:
    return dp.dumps(declaration(language), "docx", language=language)


def _after(language: str, done: Callable[[Package], None]) -> bytes:
    package = Package.of(_sent(language), 0)
    done(package)
    return package.packed()


def _edited(language: str, old: str, new: str) -> Any:
    """Return the declaration with other words in its clause on meetings, or wherever they are."""
    document = declaration(language)
    (version,) = document.versions
    clauses = [
        each.evolve(text=str(each.text).replace(old, new))
        if isinstance(each, dp.Paragraph) and old in str(each.text)
        else each
        for each in version.body.operative
    ]
    body = version.body.evolve(operative=clauses)
    return document.evolve(versions=[version.evolve(body=body)])


def _last_word(language: str) -> str:
    return WORDS[language].operative[0].rstrip(";؛").split(" ")[-1]


@LANGUAGE
@pytest.mark.parametrize("name", list(SAVES))
@settings(max_examples=max(3, settings().max_examples // 10))
@given(seed=SEEDS)
def test_save(language: str, name: str, seed: int) -> None:
    """Nothing that Word does by itself is taken for an edit."""
    record, report = _read(saved(_sent(language), [name], seed))
    assert record == declaration(language)
    assert report.origin == "ours"
    assert report.untouched


@given(language=st.sampled_from(LANGUAGES), names=st.permutations(list(SAVES)), seed=SEEDS)
def test_saves_together(language: str, names: list[str], seed: int) -> None:
    """Nor is all of it together, in whatever order."""
    record, report = _read(saved(_sent(language), names[: 1 + seed % len(names)], seed))
    assert record == declaration(language)
    assert report.untouched


@LANGUAGE
def test_smart_quotes(language: str) -> None:
    """Quotation marks put in by autocorrection are an edit, the only one."""
    word = _last_word(language)
    record, report = _read(_after(language, lambda each: people.quote(each, word)))
    assert record == _edited(language, word, f"“{word}”")
    assert [each.kind for each in report] == ["edited"]


@LANGUAGE
def test_tracked_insertion(language: str) -> None:
    """Words that were inserted with changes tracked are there, or not, or only listed."""
    word = _last_word(language)
    file = _after(language, lambda each: people.insert(each, word, "new "))
    record, report = _read(file)
    assert record == _edited(language, word, f"new {word}")
    (change,) = report.of("insertion")
    assert (change.author, change.date, change.after.strip()) == (*people.BY.values(), "new")
    rejected, report = _read(file, changes="reject")
    assert rejected == declaration(language)
    assert not report.of("edited")
    listed, report = _read(file, changes="list")
    assert listed == declaration(language)
    assert report.of("insertion") == (change,)


@LANGUAGE
def test_tracked_deletion(language: str) -> None:
    """Words that were deleted with changes tracked are gone, or not."""
    word = _last_word(language)
    file = _after(language, lambda each: people.strike(each, f" {word}"))
    record, report = _read(file)
    assert record == _edited(language, f" {word}", "")
    (change,) = report.of("deletion")
    assert (change.author, change.date, change.before.strip()) == (*people.BY.values(), word)
    assert _read(file, changes="reject")[0] == declaration(language)


@LANGUAGE
def test_comment(language: str) -> None:
    """A comment is reported with its author, date and place; the text is as it was."""
    word = _last_word(language)
    record, report = _read(_after(language, lambda each: people.comment(each, word, "Why?")))
    assert record == declaration(language)
    (made,) = report.of("comment")
    assert (made.author, made.date) == tuple(people.BY.values())
    assert "Why?" in str(made)
    assert word in str(made)


@LANGUAGE
def test_link(language: str) -> None:
    """Words behind which a place of the file is laid are read, and unchanged."""
    word = _last_word(language)
    record, report = _read(_after(language, lambda each: people.link(each, word)))
    assert record == declaration(language)
    assert report.untouched


@LANGUAGE
def test_text_box(language: str) -> None:
    """What stands in a text box is seen: once, and reported as new or as having no place."""
    word = _last_word(language)
    _, report = _read(_after(language, lambda each: people.box(each, word, "Boxed")))
    told = report.of("new", "unplaced", "edited")
    assert sum("Boxed" in str(each) for each in told) == 1
    assert "BoxedBoxed" not in str(report)


def test_strict_reading_takes_saves_and_no_edits() -> None:
    """Strict reading passes what Word does by itself, and raises for an edit."""
    file = saved(_sent("en"), list(SAVES), 1)
    assert _read(file, strict=True)[0] == declaration("en")
    with pytest.raises(dp.InvalidError):
        _read(_after("en", lambda each: people.quote(each, _last_word("en"))), strict=True)
