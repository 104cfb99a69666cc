"""Records compared line by line: exactly, or as folded where somebody touched them."""

from __future__ import annotations

import difflib
import json
from typing import TYPE_CHECKING

import attrs
import pytest

import dushanbe_process as dp
from dushanbe_process.model.body import Paragraph, Section, Table
from dushanbe_process.model.text import InlineText
from editing.lines import Line, lines_of, ruled
from editing.words import folded

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from dushanbe_process.model.documents import Document
    from dushanbe_process.schema import Model


def differences(wanted: Sequence[Line], got: Document, original: Document) -> list[str]:
    """Return how a document that was read differs from the lines that it should have."""
    shown = ruled(each for each in wanted if each.shown.strip() or each.role == "table")
    read = lines_of(got)
    told = [*_unseen(got, original)]
    if [_place(each) for each in shown] != [_place(each) for each in read]:
        wanted_places, got_places = ([repr(_place(e)) for e in es] for es in (shown, read))
        told += [e for e in difflib.ndiff(wanted_places, got_places) if e[0] in "-+"]
        return told
    keyed = any(getattr(each.block, "key", None) for each in shown)
    for one, other in zip(shown, read, strict=True):
        faults = [list(_of_line(each, other, keyed=keyed)) for each in (one, *one.heir_to)]
        told += [] if [] in faults else faults[0]
    return told


def _place(line: Line) -> tuple[object, ...]:
    """Return what tells where and what a line is: part, headings above, depth, number, words."""
    number = getattr(line.block, "number", None)
    return line.role, line.under, line.depth, number, "".join(one for one, _ in folded(line.text))


def _unseen(got: Document, original: Document) -> Iterator[str]:
    """Say where a document differs in what is not its text."""
    hollow = [each.evolve(title=original.title, versions=()) for each in (got, original)]
    if hollow[0] != hollow[1]:
        yield f"unseen of the document: wanted {hollow[1]}\n   got {hollow[0]}"
    bare = [each.versions[0].evolve(body=original.versions[0].body) for each in (got, original)]
    if bare[0] != bare[1]:
        yield f"unseen of the version: wanted {bare[1]}\n   got {bare[0]}"
    (language,) = (each.language for each in original.versions)
    titles = [{k: v for k, v in each.title.items() if k != language} for each in (got, original)]
    if titles[0] != titles[1]:
        yield f"titles in other languages: wanted {titles[1]}, got {titles[0]}"


def _of_line(wanted: Line, got: Line, *, keyed: bool) -> Iterator[str]:
    if wanted.new and isinstance(got.block, Paragraph):
        if bool(got.block.key) != keyed and wanted.role in ("preamble", "operative", "closing"):
            yield f"{_place(wanted)}: has key {got.block.key!r}"
        got = attrs.evolve(got, block=got.block.evolve(key=None))
    one, other = (_settled(each) if wanted.touched else each.block for each in (wanted, got))
    if one != other:
        yield f"{_place(wanted)}:\n  wanted {one}\n     got {other}"


def _settled(line: Line) -> object:
    """Return what stands behind a line, its texts as they are compared."""
    block = line.block
    if isinstance(block, Table):
        rows = [[(each.evolve(text=""), folded(each.text)) for each in r.cells] for r in block.rows]
        return block.evolve(rows=()), rows
    nothing = InlineText()
    if isinstance(block, Section):
        return block.evolve(heading=nothing), folded(block.heading)
    return block.evolve(text=nothing, lead=None), block.lead, folded(block.text)


def is_equal(got: Model, wanted: Model) -> None:
    """Fail unless two records are equal, and say where they are not."""
    if got == wanted:
        return
    told = difflib.unified_diff(_spelled(wanted), _spelled(got), "wanted", "got", n=2)
    pytest.fail("\n".join(["the records differ", *told]), pytrace=False)


def _spelled(record: Model) -> list[str]:
    return json.dumps(dp.unstructure(record), indent=1, ensure_ascii=False).splitlines()
