"""Redlines: two versions as tracked changes of Word."""

from __future__ import annotations

from drafts import pairs
from hypothesis import given
from hypothesis import strategies as st
from revisions import texts

import dushanbe_process as dp
from dushanbe_process.testing import records

documents = records(dp.Declaration)


def _document(*bodies: dp.Body, **fields: object) -> dp.Declaration:
    versions = [dp.LanguageVersion(language="en", body=each) for each in bodies]
    return dp.Declaration(**({"id": "d", "title": {"en": "Title"}, "versions": versions} | fields))


def _shown(record: dp.Model, language: str = "en") -> list[str]:
    return texts(dp.report(record, language=language).to_bytes())


@given(a=documents, b=documents, language=st.sampled_from(("en", "ru", "ar", "zh")))
def test_accepting_gives_b_and_rejecting_gives_a(
    a: dp.Declaration, b: dp.Declaration, language: str
) -> None:
    """Of any two documents: with all changes accepted one reads the second, else the first."""
    data = dp.redline(a, b, language=language).to_bytes()
    assert texts(data, "accept") == _shown(b, language)
    assert texts(data, "reject") == _shown(a, language)


@given(pair=pairs())
def test_edits_come_back_whole(pair: tuple[dp.Declaration, dp.Declaration]) -> None:
    """Of a draft and what people made of it both are in the redline, whatever they did."""
    language = pair[0].versions[0].language
    data = dp.redline(*pair).to_bytes()
    assert texts(data, "accept") == _shown(pair[1], language)
    assert texts(data, "reject") == _shown(pair[0], language)
