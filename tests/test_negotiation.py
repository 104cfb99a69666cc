"""Compilations of several edited copies, and the way back to a clean text."""

from __future__ import annotations

import pytest
from drafts import drafts, edited, pairs
from hypothesis import given
from hypothesis import strategies as st

import dushanbe_process as dp
from dushanbe_process.changes.told import running
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
    assert _said(dp.resolve(document, ["State A"])) == _said(copy)
    assert _said(dp.resolve(document)) == _said(base)


@given(base=records(dp.Declaration), copy=records(dp.Declaration))
def test_any_two_documents_can_be_compiled(base: dp.Declaration, copy: dp.Declaration) -> None:
    """However different a copy is, and whatever stands in it, nothing of either is lost."""
    copy = copy.evolve(versions=[each for each in copy.versions if base.version(each.language)])
    base = base.evolve(versions=[each for each in base.versions if copy.version(each.language)][:1])
    copy = copy.evolve(versions=[copy.version(each.language) for each in base.versions])
    clean_base, clean_copy = dp.resolve(base), dp.resolve(copy)
    document = dp.compile(clean_base, {"State A": clean_copy}).document
    assert _said(dp.resolve(document, ["State A"])) == _said(clean_copy)
    assert _said(dp.resolve(document)) == _said(clean_base)


@given(texts=_rounds())
def test_each_copy_can_be_had_of_a_compilation_of_two(
    texts: tuple[dp.Declaration, dp.Declaration, dp.Declaration],
) -> None:
    """Accepting one delegation alone gives its copy, whatever the other wanted."""
    base, one, other = texts
    document = dp.compile(base, {"State A": one, "State B": other}).document
    assert _said(dp.resolve(document, ["State A"])) == _said(one)
    assert _said(dp.resolve(document, ["State B"])) == _said(other)


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
