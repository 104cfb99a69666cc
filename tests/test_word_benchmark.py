"""The benchmark of Word files compares like with like."""

from __future__ import annotations

from importlib import import_module
from pathlib import Path
from typing import Any

import pytest

import dushanbe_process as dp

_COUNT = 12


@pytest.fixture
def bench(monkeypatch: pytest.MonkeyPatch) -> Any:
    """Return a module of the benchmarks by its name: they are scripts, not a package."""
    monkeypatch.syspath_prepend(str(Path(__file__).parent / "benchmarks"))
    return import_module


def _made(peer: str, bench: Any) -> bytes:
    """Return what a peer makes, as the benchmark has it make it."""
    if peer != "python-docx" and not bench("peers").is_installed(peer):
        pytest.skip(f"{peer} is not installed")
    module = bench({"npm docx": "word_npm"}.get(peer, f"word_{peer.replace('-', '_')}"))
    made = module.written(bench("word_lines").order(_COUNT))
    return made if isinstance(made, bytes) else bytes(made[1])


@pytest.mark.parametrize("peer", ["python-docx", "docxtpl", "npm docx", "pandoc"])
def test_a_peer_makes_the_same_document(peer: str, bench: Any) -> None:
    """Styles, words, lead phrases, counted numbers, bookmarks and record are those of ours."""
    data = _made(peer, bench)
    assert list(bench("word_lines").differences({peer: data}, _COUNT)) == []


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
