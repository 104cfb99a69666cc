"""Word files: ours, and those of others, of one resolution of ten thousand paragraphs.

Ours are packed by Python's own zlib, which everybody has; what the extra ``fast`` gains is a case
of its own.
"""

from __future__ import annotations

import zlib
from collections.abc import Callable, Iterator
from functools import cache, partial
from importlib import import_module
from typing import Any
from unittest.mock import patch

import corpora
import word_lines
import word_npm
import word_pandoc
import word_python_docx
from goals import OURS, Bench, ahead, at_most
from lxml import etree
from peers import FAST, is_installed, measured
from timing import Absent, Case, Clock, Work, own, told

import dushanbe_process as dp
from dushanbe_process.reports.docx import archive

# Whatever is installed: see above.
archive.packer = zlib

_PARAGRAPHS = 10_000
_SHORT, _MANY = 8, 100
_FLOOR = "the same XML into a zip"
_PYTHON_DOCX, _SMALL_TEMPLATE = "python-docx, default template", "python-docx, small template"
_PANDOC, _TREE = "pandoc, Markdown", "pandoc, its own tree"


def _docxtpl(order: word_lines.Order) -> bytes:
    import word_docxtpl

    return word_docxtpl.written(order)


#: How each peer makes the document, and how its time is taken.
WRITERS: dict[str, tuple[Callable[[word_lines.Order], Any], Clock]] = {
    _PYTHON_DOCX: (word_python_docx.from_default, own),
    _SMALL_TEMPLATE: (word_python_docx.written, own),
    "docxtpl": (_docxtpl, own),
    "npm docx": (word_npm.written, told),
    _PANDOC: (word_pandoc.from_markdown, told),
    _TREE: (word_pandoc.written, told),
}
#: Those that take seconds.
_SLOW = {_PYTHON_DOCX, _SMALL_TEMPLATE, _PANDOC, _TREE}


@cache
def _written() -> bytes:
    return _ours(corpora.issued(_PARAGRAPHS))


def _ours(record: dp.Resolution) -> bytes:
    return dp.dumps(record, "docx")


def _peers(orders: list[word_lines.Order], *names: str) -> Iterator[Case | Absent]:
    """Yield how peers make each of these documents, and give the last."""
    for name in names:
        write, clock = WRITERS[name]
        rounds = 1 if name in _SLOW and len(orders[-1].text) > _MANY else None
        case = Case(name, partial(_each, write, orders), clock, rounds)
        yield case if is_installed(name) else Absent(name)


def _each(work: Callable[[Any], Any], things: list[Any]) -> Any:
    return [work(each) for each in things][-1]


def writing() -> Iterator[Case | Absent]:
    """Yield the ways to write a Word file."""
    order, parts = word_lines.order(_PARAGRAPHS), word_lines.parts(_written())
    record = corpora.issued(_PARAGRAPHS)
    yield Case(_FLOOR, lambda: word_lines.zipped(parts))
    yield Case(OURS, lambda: _ours(record))
    yield from measured(FAST, lambda: Case(FAST, _fast(record)))
    yield from _peers([order], *WRITERS)


def _fast(record: dp.Resolution) -> Work:
    packer = import_module("isal.isal_zlib")

    def work() -> bytes:
        with patch.object(archive, "packer", packer):
            return _ours(record)

    return work


def short_ones() -> Iterator[Case | Absent]:
    """Yield the ways to write many Word files of two pages, of which no two are the same."""
    records = [corpora.issued(_SHORT, seed) for seed in range(_MANY)]
    orders = [word_lines.order(_SHORT, seed) for seed in range(_MANY)]
    parts = [word_lines.parts(dp.dumps(each, "docx")) for each in records]
    yield Case(_FLOOR, lambda: _each(word_lines.zipped, parts))
    yield Case(OURS, lambda: _each(_ours, records))
    yield from _peers(orders, _PYTHON_DOCX, _SMALL_TEMPLATE, "docxtpl")


def reading() -> Iterator[Case | Absent]:
    """Yield the ways to read a Word file."""
    data = _written()

    def parsed() -> list[Any]:
        parts = word_lines.parts(data)
        return [etree.fromstring(each) for name, each in parts.items() if name.endswith(".xml")]

    yield Case("lxml over its XML", parsed)
    yield Case(OURS, lambda: dp.loads(data, "docx"))
    yield Case("python-docx, full walk", lambda: word_python_docx.walked(data), rounds=1)
    yield from measured(
        "pandoc", lambda: Case("pandoc", lambda: word_pandoc.read(data), told, rounds=1)
    )


def growth(name: str) -> list[Case]:
    """Return the writing and reading of ten times as much; "ours" is the large one."""
    short, long = corpora.paragraphs(10_000), corpora.paragraphs(100_000)
    few, many = dp.dumps(short, name), dp.dumps(long, name)

    def both(record: dp.Resolution, data: bytes) -> Any:
        return lambda: (dp.dumps(record, name), dp.loads(data, name))

    return [Case("10,000 paragraphs", both(short, few)), Case(OURS, both(long, many))]


BENCHES = [
    Bench(
        "DOCX write, 10,000 paragraphs",
        writing,
        (
            at_most(4, _FLOOR),
            ahead(100, _PYTHON_DOCX),
            ahead(3, "docxtpl"),
            ahead(8, "npm docx"),
            ahead(25, _PANDOC),
        ),
        rounds=5,
        differences=lambda made: word_lines.differences(made, _PARAGRAPHS),
    ),
    Bench(
        f"DOCX write, {_MANY} files of two pages",
        short_ones,
        (at_most(4, _FLOOR), ahead(3, "docxtpl")),
        rounds=3,
        differences=lambda made: word_lines.differences(made, _SHORT, _MANY - 1),
    ),
    Bench(
        "DOCX read, 10,000 paragraphs",
        reading,
        (
            at_most(3, "lxml over its XML"),
            ahead(2, "python-docx, full walk"),
            ahead(10, "pandoc"),
        ),
        rounds=5,
    ),
    *(
        Bench(
            f"Growth, {name}: 100,000 paragraphs",
            lambda name=name: growth(name),
            (at_most(11, "10,000 paragraphs"),),
            rounds=rounds,
        )
        for name, rounds in (("json", 5), ("xml", 5), ("docx", 1))
    ),
]
