"""A paragraph as its smallest parts, which are compared; and parts as runs of Word again."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

import attrs

from dushanbe_process.changes.redline.elements import inside, r, string, style_of, w
from dushanbe_process.changes.words import tokens, weight
from dushanbe_process.reports.docx.names import attribute, text

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from dushanbe_process.changes.redline.marks import Kind, Marks
    from dushanbe_process.xml_parse import Element

#: How much a footnote counts among words.
_NOTE = 8


@attrs.frozen
class Atom:
    """A word, a blank, a sign, a break, a footnote: what it shows, and how it is set.

    ``note`` is the number of the footnote in its own file; ``twin`` is shared by two notes
    that are one note in two versions.
    """

    words: str
    look: str = ""
    language: str = ""
    link: str | None = None
    note: str | None = None
    twin: object = None

    @property
    def key(self) -> object:
        """What makes two atoms the same for the reader, however they are set."""
        return (self.words, self.language, self.link, self.twin or self.note)

    @property
    def weight(self) -> int:
        """How much it counts for those who read."""
        return _NOTE if self.note else 0 if self.words.startswith("<") else weight(self.words)


def atoms(paragraph: Element, links: Mapping[str, str]) -> Iterator[Atom]:
    """Yield the parts of a paragraph; ``links`` are the addresses of its file."""
    for child in paragraph:
        if child.tag == w("r"):
            yield from _of_run(child, None)
        elif child.tag == w("hyperlink"):
            id_ = child.get(r("id"))
            link = links[id_] if id_ else f"#{child.get(w('anchor'))}"
            for run in child.iter(w("r")):
                yield from _of_run(run, link)


def _of_run(run: Element, link: str | None) -> Iterator[Atom]:
    properties = run.find(w("rPr"))
    look = inside(properties)
    spoken = None if properties is None else properties.find(w("lang"))
    language = "" if spoken is None else string(spoken)
    reference = run.find(w("footnoteReference"))
    if reference is not None:
        mark = "".join(string(each) for each in run if each.tag == w("t"))
        yield Atom(f"<note>{mark}", look, language, link, note=reference.get(w("id")))
        return
    for child in run:
        if child.tag == w("t"):
            for token in tokens(child.text or ""):
                yield Atom(text(token), look, language, link)
        elif child.tag != w("rPr"):
            yield Atom(string(child), look, language, link)


@attrs.frozen
class Piece:
    """An atom in a paragraph with revisions: what became of it, and how it was set before."""

    atom: Atom
    kind: Kind | None = None
    was: str | None = None
    apart: bool = False


def runs(pieces: Iterable[Piece], marks: Marks, links: dict[str, str]) -> str:
    """Return pieces as runs, neighbours of one kind together.

    ``links`` are the addresses of the file that is made, each with its id; new ones are added.
    """
    made = []
    for link, of_link in groupby(pieces, lambda each: each.atom.link):
        inner = ""
        for (kind, apart), of_kind in groupby(of_link, lambda each: (each.kind, each.apart)):
            plain = "".join(
                _run(list(group), marks)
                for _, group in groupby(
                    of_kind, lambda each: (each.atom.look, each.was, each.atom.note)
                )
            )
            inner += marks.around(kind, plain, apart=apart) if kind else plain
        made.append(_linked(inner, link, links))
    return "".join(made)


def _linked(inner: str, link: str | None, links: dict[str, str]) -> str:
    if link is None:
        return inner
    if link.startswith("#"):
        return f'<w:hyperlink w:anchor={attribute(link[1:])} w:history="1">{inner}</w:hyperlink>'
    id_ = links.setdefault(link, f"link{len(links) + 1}")
    return f'<w:hyperlink r:id="{id_}" w:history="1">{inner}</w:hyperlink>'


def _run(pieces: list[Piece], marks: Marks) -> str:
    first = pieces[0]
    look = first.atom.look
    if first.was is not None:
        look += marks.former("rPr", first.was)
    properties = f"<w:rPr>{look}</w:rPr>" if look else ""
    is_text = "w:delText" if first.kind == "del" else "w:t"
    content = ""
    for is_markup, group in groupby(pieces, lambda each: each.atom.words.startswith("<")):
        joined = "".join(each.atom.words for each in group)
        if is_markup:
            content += _markup(joined, first.atom.note, is_text)
        else:
            content += f'<{is_text} xml:space="preserve">{joined}</{is_text}>'
    return f"<w:r>{properties}{content}</w:r>"


def _markup(words: str, note: str | None, is_text: str) -> str:
    """Return breaks, pictures and the marks of footnotes as they stand in a run."""
    if note is None:
        return words
    mark = words.removeprefix("<note>")
    mark = mark.replace("<w:t ", f"<{is_text} ").replace("</w:t>", f"</{is_text}>")
    follows = ' w:customMarkFollows="1"' if mark else ""
    return f'<w:footnoteReference{follows} w:id="{note}"/>{mark}'


def is_counted(paragraph: Element) -> bool:
    """Say whether Word counts the paragraph."""
    return paragraph.find(f"{w('pPr')}/{w('numPr')}") is not None


def family(paragraph: Element) -> str:
    """Return what kind of paragraph it is: only those of one kind become one another."""
    style = style_of(paragraph)
    if style == "Title" or style.startswith("Heading"):
        return "heading"
    return style if style.startswith(("Masthead", "Table", "Footnote", "TOC")) else "text"
