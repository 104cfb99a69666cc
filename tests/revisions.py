"""Tracked changes of a Word file accepted or rejected by the rules of ISO/IEC 29500-1, 17.13.5.

Written for the tests alone, over the elements, and without anything of the library.
"""

from __future__ import annotations

import io
import zipfile
from typing import Any, Literal

from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
Verdict = Literal["accept", "reject"]

_GOES = {"accept": ("del", "moveFrom"), "reject": ("ins", "moveTo")}
_STAYS = {"accept": ("ins", "moveTo"), "reject": ("del", "moveFrom")}
#: What stands for a character; LibreOffice writes the hyphens so, and others the characters.
_SIGNS = {
    f"{W}tab": " ",
    f"{W}br": " ",
    f"{W}noBreakHyphen": "\N{NON-BREAKING HYPHEN}",
    f"{W}softHyphen": "\N{SOFT HYPHEN}",
}


def part(data: bytes, name: str) -> Any:
    """Return the root of a part of a Word file."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        if name not in archive.namelist():
            return etree.Element("nothing")
        return etree.fromstring(archive.read(name))


def texts(data: bytes, verdict: Verdict | None = None) -> list[str]:
    """Return each paragraph that has words, then each footnote in the order of their marks."""
    document, notes = part(data, "word/document.xml"), part(data, "word/footnotes.xml")
    if verdict:
        for root in (document, notes):
            decide(root, verdict)
    by_id = {each.get(f"{W}id"): each for each in notes.iter(f"{W}footnote")}
    marked = [by_id[each.get(f"{W}id")] for each in document.iter(f"{W}footnoteReference")]
    return [line for root in (document, *marked) for line in _lines(root)]


def _lines(root: Any) -> list[str]:
    made = []
    for paragraph in root.iter(f"{W}p"):
        words = "".join(
            _SIGNS.get(each.tag) or each.text or "" for each in paragraph.iter(f"{W}t", *_SIGNS)
        )
        made.append(" ".join(words.split()))
    # LibreOffice sets a joiner into an empty cell of a row whose coming or going is tracked.
    return [line for line in made if line.strip("\N{ZERO WIDTH JOINER}")]


def decide(root: Any, verdict: Verdict) -> None:
    """Accept or reject every revision of a part."""
    for row in list(root.iter(f"{W}tr")):
        properties = row.find(f"{W}trPr")
        if properties is not None and _bears(properties, _GOES[verdict]):
            row.getparent().remove(row)
    for table in list(root.iter(f"{W}tbl")):
        if table.find(f"{W}tr") is None:
            table.getparent().remove(table)
    for paragraph in list(root.iter(f"{W}p")):
        _decide_words(paragraph, verdict)
    for paragraph in list(root.iter(f"{W}p")):
        mark = paragraph.find(f"{W}pPr/{W}rPr")
        if mark is not None and _bears(mark, _GOES[verdict]):
            _join(paragraph)


def _bears(properties: Any, kinds: tuple[str, ...]) -> bool:
    return any(properties.find(W + kind) is not None for kind in kinds)


def _decide_words(paragraph: Any, verdict: Verdict) -> None:
    tags = [W + kind for kind in (*_GOES[verdict], *_STAYS[verdict])]
    for each in list(paragraph.iter(*tags)):
        parent = each.getparent()
        if parent.tag == f"{W}rPr":
            continue
        if each.tag in [W + kind for kind in _STAYS[verdict]]:
            for child in each:
                each.addprevious(child)
        parent.remove(each)
    for each in paragraph.iter(f"{W}delText"):
        each.tag = f"{W}t"


def _join(paragraph: Any) -> None:
    """Join a paragraph whose end went with the one that follows."""
    following = paragraph.getnext()
    while following is not None and following.tag != f"{W}p":
        assert following.tag.endswith(("RangeEnd", "RangeStart")), following.tag
        following = following.getnext()
    assert following is not None, "the end of a last paragraph cannot go"
    place = 1 if following.find(f"{W}pPr") is not None else 0
    for child in reversed([each for each in paragraph if each.tag != f"{W}pPr"]):
        following.insert(place, child)
    paragraph.getparent().remove(paragraph)
