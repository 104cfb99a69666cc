"""Word files: ours, and those of others, of one resolution of ten thousand paragraphs."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Any

import corpora
import word_lines
import word_npm
import word_pandoc
import word_python_docx
from goals import OURS, Bench, ahead, at_most
from lxml import etree
from peers import measured
from timing import Absent, Case, Work, told

import dushanbe_process as dp

_PARAGRAPHS = 10_000
_SHORT, _MANY = 8, 100
_FLOOR = "the same XML into a zip"


@cache
def _written() -> bytes:
    return dp.dumps(corpora.issued(_PARAGRAPHS), "docx")


def writing() -> Iterator[Case | Absent]:
    """Yield the ways to write a Word file."""
    order, parts = word_lines.order(_PARAGRAPHS), word_lines.parts(_written())
    record = corpora.issued(_PARAGRAPHS)
    yield Case(_FLOOR, lambda: word_lines.zipped(parts))
    yield Case(OURS, lambda: dp.dumps(record, "docx"))
    yield from measured("docxtpl", lambda: Case("docxtpl", _docxtpl(order)))
    yield Case("python-docx", lambda: word_python_docx.written(order), rounds=1)
    yield from measured("npm docx", lambda: Case("npm docx", lambda: word_npm.written(order), told))
    yield from measured(
        "pandoc", lambda: Case("pandoc", lambda: word_pandoc.written(order), told, rounds=1)
    )


def _docxtpl(order: word_lines.Order) -> Work:
    import word_docxtpl

    return lambda: word_docxtpl.written(order)


def short_ones() -> Iterator[Case | Absent]:
    """Yield the ways to write many Word files of two pages."""
    record, order = corpora.issued(_SHORT), word_lines.order(_SHORT)
    parts = word_lines.parts(dp.dumps(record, "docx"))
    yield Case(_FLOOR, _often(lambda: word_lines.zipped(parts)))
    yield Case(OURS, _often(lambda: dp.dumps(record, "docx")))
    yield from measured("docxtpl", lambda: Case("docxtpl", _often(_docxtpl(order))))
    yield Case("python-docx", _often(lambda: word_python_docx.written(order)))


def _often(work: Work) -> Work:
    """Return what does a piece of work for many files, and gives the last."""
    return lambda: [work() for _ in range(_MANY)][-1]


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
            ahead(100, "python-docx"),
            ahead(3, "docxtpl"),
            ahead(8, "npm docx"),
            ahead(25, "pandoc"),
        ),
        rounds=5,
        differences=lambda made: word_lines.differences(made, _PARAGRAPHS),
    ),
    Bench(
        f"DOCX write, {_MANY} files of two pages",
        short_ones,
        (at_most(4, _FLOOR), ahead(3, "docxtpl")),
        rounds=3,
        differences=lambda made: word_lines.differences(made, _SHORT),
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
