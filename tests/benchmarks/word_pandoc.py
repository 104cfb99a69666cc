"""pandoc: from Markdown, or from its own document tree; the styles from a reference document.

Markdown is what its users write: a division for each stretch of paragraphs in one style, a span
for a lead phrase, an empty one as the anchor of a paragraph.  The tree is what its filters see,
given as JSON with whole texts as strings, so that nothing is to be parsed.  A masthead is raw
Open XML, as its manual proposes for what neither has.  It carries no data of others: the record
is added to the finished file, which costs it nothing here.

Markdown is read as ``commonmark_x``, which takes two thirds of the time of pandoc's own variant.
Anchors around whole paragraphs would cost that one ten times as much: what stands in brackets
is read several times.
"""

from __future__ import annotations

import json
import os
import re
import subprocess
import tempfile
import zipfile
from functools import cache
from itertools import groupby
from pathlib import Path
from typing import Any

from lxml import etree
from word_lines import Line, Order, parts

from dushanbe_process.forms.docx.names import w

Node = dict[str, Any]


#: What means something within a line of Markdown.
_MARKS = re.compile(r"([\\`*_{}\[\]<>#$@~^|'\"])")


def written(order: Order) -> tuple[float, bytes]:
    """Return the seconds of pandoc's processor time, and the document, made of its own tree."""
    return _made(order, "json", _tree(order))


def from_markdown(order: Order) -> tuple[float, bytes]:
    """Return the seconds of pandoc's processor time, and the document, made of Markdown."""
    return _made(order, "commonmark_x", _markdown(order))


def _made(order: Order, kind: str, data: bytes) -> tuple[float, bytes]:
    with tempfile.TemporaryDirectory() as name:
        source, reference, target = (Path(name) / each for each in ("a", "r.docx", "a.docx"))
        reference.write_bytes(order.template)
        source.write_bytes(data)
        told = [f"--from={kind}", f"--reference-doc={reference}", f"--output={target}", str(source)]
        seconds, _ = _run(told)
        with zipfile.ZipFile(target, "a", zipfile.ZIP_DEFLATED) as file:
            file.writestr("customXml/item1.xml", order.record)
        return seconds, target.read_bytes()


def read(data: bytes) -> tuple[float, bytes]:
    """Return the seconds, and a Word file as pandoc's JSON."""
    return _run(["--from=docx+styles", "--to=json"], data)


def _run(told: list[str], data: bytes = b"") -> tuple[float, bytes]:
    before = os.times()
    done = subprocess.run(["pandoc", *told], input=data, check=True, capture_output=True)  # noqa: S603, S607
    after = os.times()
    user = after.children_user - before.children_user
    return user + after.children_system - before.children_system, done.stdout


@cache
def _version() -> list[int]:
    """Return the version of the tree that this pandoc takes."""
    empty = json.loads(_run(["--to=json"])[1])
    return list(empty["pandoc-api-version"])


@cache
def _tree(order: Order) -> bytes:
    masthead = {"t": "RawBlock", "c": ["openxml", _masthead(order.template)]}
    lines = [_block(line, number) for number, line in enumerate(order.text, 1)]
    tree = {"pandoc-api-version": _version(), "meta": {}, "blocks": [masthead, *lines]}
    return json.dumps(tree).encode()


def _block(line: Line, number: int) -> Node:
    runs = [_styled("Span", style, [{"t": "Str", "c": words}]) for words, style in line.runs]
    marked = {"t": "Span", "c": [[f"mark{number}", [], []], runs]}
    return _styled("Div", line.style, [{"t": "Para", "c": [marked]}])


def _styled(kind: str, style: str, inside: list[Node]) -> Node:
    if not style:
        return inside[0]
    return {"t": kind, "c": [["", [], [["custom-style", style]]], inside]}


@cache
def _markdown(order: Order) -> bytes:
    made = ["```{=openxml}", _masthead(order.template), "```"]
    numbered = enumerate(order.text, 1)
    for style, lines in groupby(numbered, key=lambda each: each[1].style):
        texts = [f"[]{{#mark{number}}}{_inline(line)}" for number, line in lines]
        made += ["", f'::: {{custom-style="{style}"}}', "\n\n".join(texts), ":::"]
    return "\n".join(made).encode()


def _inline(line: Line) -> str:
    """Return the words of a line as Markdown."""
    plain = ((_MARKS.sub(r"\\\1", words), style) for words, style in line.runs)
    return "".join(
        f'[{words}]{{custom-style="{style}"}}' if style else words for words, style in plain
    )


def _masthead(template: bytes) -> str:
    body: Any = etree.fromstring(parts(template)["word/document.xml"]).find(w("body"))
    return "\n".join(
        etree.tostring(each, encoding="unicode") for each in body if each.tag != w("sectPr")
    )
