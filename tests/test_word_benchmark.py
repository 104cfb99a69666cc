"""The benchmark of Word files compares like with like."""

from __future__ import annotations

from importlib import import_module
from pathlib import Path
from typing import Any

import pytest

import dushanbe_process as dp
from dushanbe_process.reports.docx import archive

_COUNT = 12
PEERS = (
    "python-docx, default template",
    "python-docx, small template",
    "docxtpl",
    "npm docx",
    "pandoc, Markdown",
    "pandoc, its own tree",
)


@pytest.fixture
def bench(monkeypatch: pytest.MonkeyPatch) -> Any:
    """Return a module of the benchmarks by its name: they are scripts, not a package."""
    monkeypatch.setattr(archive, "packer", archive.packer)  # theirs is not that of other tests
    monkeypatch.syspath_prepend(str(Path(__file__).parent / "benchmarks"))
    return import_module


def _made(peer: str, bench: Any, seed: int | None = None) -> bytes:
    """Return what a peer makes, as the benchmark has it make it."""
    if not bench("peers").is_installed(peer):
        pytest.skip(f"{peer} is not installed")
    write, _ = bench("word_files").WRITERS[peer]
    made = write(bench("word_lines").order(_COUNT, seed))
    return made if isinstance(made, bytes) else bytes(made[1])


@pytest.mark.parametrize("peer", PEERS)
def test_a_peer_makes_the_same_document(peer: str, bench: Any) -> None:
    """Styles, words, lead phrases, counted numbers, bookmarks and record are those of ours."""
    data = _made(peer, bench)
    assert list(bench("word_lines").differences({peer: data}, _COUNT)) == []


def test_all_peers_are_looked_at(bench: Any) -> None:
    """No writer is measured whose documents are not compared here."""
    assert set(bench("word_files").WRITERS) == set(PEERS)


def test_goals_are_about_what_is_measured(bench: Any) -> None:
    """Each goal names a case that there is: a misspelled one would hold forever."""
    files = bench("word_files")
    writing = files.BENCHES[0]
    others = {goal.other for goal in writing.goals} - set(files.WRITERS)
    assert others == {"the same XML into a zip"}
    assert {"python-docx, default template", "pandoc, Markdown"} <= {
        goal.other for goal in writing.goals
    }


def test_files_of_two_pages_differ(bench: Any) -> None:
    """Each seed has words of its own, so that nobody gains by making one file again and again."""
    corpora, lines = bench("corpora"), bench("word_lines")
    first, second = (dp.dumps(corpora.issued(_COUNT, seed), "docx") for seed in (1, 2))
    assert lines.lines(first) != lines.lines(second)
    assert not list(lines.differences({"ours": first}, _COUNT, 1))
    assert list(lines.differences({"ours": second}, _COUNT, 1))


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (b'"Operative1"', b'"BodyText"'),
        (b"The General Assembly", b"The Assembly"),
        (b'<w:rStyle w:val="LeadWords"/>', b"<w:i/>"),
        (b'<w:numId w:val="1"/>', b'<w:numId w:val="7"/>'),
        (b'<w:bookmarkEnd w:id="3"/>', b""),
    ],
)
def test_another_document_is_told(old: bytes, new: bytes, bench: Any) -> None:
    """Other words or styles, a number that nothing counts, half a bookmark: not the same."""
    lines = bench("word_lines")
    parts = lines.parts(dp.dumps(bench("corpora").issued(_COUNT), "docx"))
    text = parts["word/document.xml"]
    changed = {**parts, "word/document.xml": text.replace(old, new, 1)}
    assert changed != parts
    assert list(lines.differences({"a peer": lines.zipped(changed)}, _COUNT))
    assert not list(lines.differences({"a peer": lines.zipped(parts)}, _COUNT))
