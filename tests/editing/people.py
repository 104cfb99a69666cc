"""What people do to a Word file, as changes of its XML, and what it then says."""

from __future__ import annotations

import copy
from typing import Any

from lxml import etree

from editing.saves import MC, W_NS, WPS_NS, Package, W, element, split, words_of, wrapped

#: Who tracks changes and comments, and when.
BY = {"author": "State B", "date": "2024-05-06T07:08:09Z"}
_COMMENTS_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"
_COMMENTS_RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments"


def run_saying(package: Package, words: str) -> Any:
    """Return the run that says these words, and nothing else: others are split off."""
    for run in package.runs():
        text = words_of(run).text or ""
        if words in text:
            begin = text.index(words)
            found = split(run, begin) if begin else run
            if len(words_of(found).text) > len(words):
                split(found, len(words))
            return found
    message = f"no run says {words!r}"
    raise LookupError(message)


def insert(package: Package, before: str, words: str) -> None:
    """Insert words before others, tracked."""
    run = run_saying(package, before)
    new = copy.deepcopy(run)
    words_of(new).text = words
    run.addprevious(new)
    wrapped(new, "ins", id="501", **BY)


def strike(package: Package, words: str) -> None:
    """Delete words, tracked."""
    run = run_saying(package, words)
    words_of(run).tag = f"{W}delText"
    wrapped(run, "del", id="502", **BY)


def link(package: Package, words: str) -> None:
    """Lay a link behind words."""
    wrapped(run_saying(package, words), "hyperlink", anchor="_top")


def comment(package: Package, words: str, text: str) -> None:
    """Comment on words."""
    run = run_saying(package, words)
    run.addprevious(element("commentRangeStart", id="0"))
    reference = element("r")
    reference.append(element("commentReference", id="0"))
    run.addnext(reference)
    run.addnext(element("commentRangeEnd", id="0"))
    by = f'w:author="{BY["author"]}" w:date="{BY["date"]}" w:initials="B"'
    package.parts["word/comments.xml"] = (
        f'<w:comments xmlns:w="{W_NS}"><w:comment w:id="0" {by}>'
        f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:comment></w:comments>"
    ).encode()
    part = f'<Override PartName="/word/comments.xml" ContentType="{_COMMENTS_TYPE}"/>'
    package.sub("[Content_Types].xml", "</Types>", f"{part}</Types>")
    relation = f'<Relationship Id="rIdC" Type="{_COMMENTS_RELATION}" Target="comments.xml"/>'
    package.sub("word/_rels/document.xml.rels", "</Relationships>", f"{relation}</Relationships>")


def quote(package: Package, words: str) -> None:
    """Put words in the quotation marks that autocorrection makes."""
    found = words_of(run_saying(package, words))
    found.text = f"“{found.text}”"


def box(package: Package, words: str, text: str) -> None:
    """Put a text box beside words."""
    run = run_saying(package, words)
    made = etree.fromstring(
        f'<w:r xmlns:w="{W_NS}" xmlns:mc="{MC[1:-1]}" xmlns:wps="{WPS_NS}">'
        '<mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:wsp><wps:txbx>'
        f"<w:txbxContent><w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:txbxContent>"
        "</wps:txbx></wps:wsp></w:drawing></mc:Choice><mc:Fallback><w:pict>"
        f"<w:txbxContent><w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:txbxContent>"
        "</w:pict></mc:Fallback></mc:AlternateContent></w:r>"
    )
    run.addnext(made)
