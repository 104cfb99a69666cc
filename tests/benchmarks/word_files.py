"""Word files: ours, and those of others, of one resolution of ten thousand paragraphs."""

from __future__ import annotations

import io
import shutil
import subprocess
import tempfile
import zipfile
from functools import cache
from pathlib import Path
from typing import Any

import corpora
import docx
from docxtpl import DocxTemplate
from goals import OURS, Bench, ahead, at_most
from lxml import etree
from timing import Case

import dushanbe_process as dp

_PARAGRAPHS = 10_000
_DOCUMENT = "word/document.xml"


@cache
def _written(count: int = _PARAGRAPHS) -> bytes:
    return dp.dumps(corpora.paragraphs(count), "docx")


def _texts() -> list[str]:
    return [
        f"{each.number} {each.text}"
        for each in corpora.paragraphs(_PARAGRAPHS).versions[0].body.operative
    ]


def _parts(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as file:
        return {name: file.read(name) for name in file.namelist()}


def _zipped(parts: dict[str, bytes]) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as file:
        for name, data in parts.items():
            file.writestr(name, data)
    return made.getvalue()


def _by_python_docx() -> None:
    made = docx.Document()
    for text in _texts():
        made.add_paragraph(text, style="Normal")
    made.save(io.BytesIO())


def _template() -> bytes:
    made = docx.Document()
    for line in ("{%p for text in texts %}", "{{ text }}", "{%p endfor %}"):
        made.add_paragraph(line)
    file = io.BytesIO()
    made.save(file)
    return file.getvalue()


def _by_docxtpl() -> None:
    template = DocxTemplate(io.BytesIO(_template()))
    template.render({"texts": _texts()}, autoescape=True)
    template.save(io.BytesIO())


def _by_pandoc() -> None:
    with tempfile.TemporaryDirectory() as name:
        source = Path(name) / "a.md"
        source.write_text("\n\n".join(_texts()), encoding="utf-8")
        subprocess.run(["pandoc", str(source), "-o", f"{name}/a.docx"], check=True)  # noqa: S603, S607


def writing() -> list[Case]:
    """Return the ways to write a Word file."""
    record, parts = corpora.paragraphs(_PARAGRAPHS), _parts(_written())
    return [
        Case("the same XML into a zip", lambda: _zipped(parts)),
        Case(OURS, lambda: dp.dumps(record, "docx")),
        Case("docxtpl", _by_docxtpl),
        Case("python-docx", _by_python_docx),
        *([Case("pandoc", _by_pandoc)] if shutil.which("pandoc") else []),
    ]


def _walk() -> list[str]:
    return [each.text for each in docx.Document(io.BytesIO(_written())).paragraphs]


def reading() -> list[Case]:
    """Return the ways to read a Word file."""

    def parsed() -> list[Any]:
        parts = _parts(_written())
        return [etree.fromstring(data) for name, data in parts.items() if name.endswith(".xml")]

    return [
        Case("lxml over its XML", parsed),
        Case(OURS, lambda: dp.loads(_written(), "docx")),
        Case("python-docx, all paragraphs", _walk),
    ]


def growth(name: str) -> list[Case]:
    """Return the writing and reading of ten times as much; "ours" is the large one."""
    short, long = corpora.paragraphs(10_000), corpora.paragraphs(100_000)
    few, many = dp.dumps(short, name), dp.dumps(long, name)

    def both(record: dp.Resolution, data: bytes) -> Any:
        return lambda: (dp.dumps(record, name), dp.loads(data, name))

    return [Case("10,000 paragraphs", both(short, few)), Case(OURS, both(long, many))]


def absent() -> list[str]:
    """Return the peers that are not installed."""
    return [name for name in ("pandoc",) if not shutil.which(name)] + ["npm docx"]


BENCHES = [
    Bench(
        "DOCX write, 10,000 paragraphs",
        writing,
        (at_most(4, "the same XML into a zip"), ahead(100, "python-docx"), ahead(3, "docxtpl")),
        rounds=1,
    ),
    Bench(
        "DOCX read, 10,000 paragraphs",
        reading,
        (at_most(3, "lxml over its XML"), ahead(2, "python-docx, all paragraphs")),
        rounds=3,
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
