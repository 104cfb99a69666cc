"""Running text to runs of Word."""

from __future__ import annotations

import attrs

from dushanbe_process.model.text import Footnote, InlineText, Run
from dushanbe_process.reports.direction import direction_of, is_rtl
from dushanbe_process.reports.docx.names import attribute, text
from dushanbe_process.reports.labels import primary
from dushanbe_process.reports.lead import with_lead

#: Word wants the lines between text and notes as notes of their own.
SEPARATORS = (
    '<w:footnote w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>'
    '<w:footnote w:type="continuationSeparator" w:id="0"><w:p><w:r><w:continuationSeparator/>'
    "</w:r></w:p></w:footnote>"
)


@attrs.define
class Runs:
    """Turns running text into runs; collects the footnotes, which stand in a part of their own."""

    language: str
    notes: list[str] = attrs.field(factory=list)
    links: dict[str, str] = attrs.field(factory=dict)
    #: Whether the document runs from right to left.
    rtl: bool = attrs.field(init=False)

    def __attrs_post_init__(self) -> None:
        """Know the way of the document once and for all."""
        self.rtl = is_rtl(self.language)

    def footnotes(self) -> str:
        """Return the inside of the part that holds the footnotes."""
        return SEPARATORS + "".join(self.notes)

    def inline(
        self, content: InlineText, *, rtl: bool, lead: str | None = None, language: str = ""
    ) -> str:
        """Return the runs of a text, its lead phrase in the character style of lead phrases.

        ``language`` is that of the text, where it is not that of the document.
        """
        foreign = language and primary(language) != primary(self.language)
        told = language if foreign else ""
        style = _BOLD if told and primary(told) == "zh" else _LEAD
        pieces = with_lead(content, lead) if lead else ((piece, False) for piece in content)
        return "".join(
            [
                self._piece(piece, style if is_lead else "", told, rtl=rtl)
                for piece, is_lead in pieces
            ]
        )

    def _piece(self, piece: str | Run | Footnote, style: str, around: str, *, rtl: bool) -> str:
        if type(piece) is str and not around:
            return run(piece, style, rtl=rtl)
        if isinstance(piece, Footnote):
            return self._footnote(piece)
        tag = (piece.language if isinstance(piece, Run) else None) or around
        language = spoken(tag) if tag else ""
        if not isinstance(piece, Run):
            return run(piece, style, language=language, rtl=rtl)
        rtl = is_rtl(piece.language) if piece.language else rtl
        if style == _BOLD and piece.strong:
            style = ""  # it is bold by itself, and Word wants no property twice
        words = run(piece.text, style or _style(piece), _marks(piece), language, rtl=rtl)
        return self._linked(words, piece.link) if piece.link else words

    def _linked(self, words: str, address: str) -> str:
        id_ = self.links.setdefault(address, f"link{len(self.links) + 1}")
        return f'<w:hyperlink r:id="{id_}" w:history="1">{words}</w:hyperlink>'

    def _footnote(self, note: Footnote) -> str:
        """Put a footnote in its part and return the mark that leads to it."""
        id_ = len(self.notes) + 1
        own = f'<w:t xml:space="preserve">{text(note.mark)}</w:t>' if note.mark else ""
        rtl = direction_of(str(note.text), self.rtl)
        mark = '<w:r><w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr>'
        follows = ' w:customMarkFollows="1"' if own else ""
        self.notes.append("")  # keeps the place: the note itself may not hold another
        inside = self.inline(note.text, rtl=rtl)
        bidi = _bidi(self.rtl, rtl)
        self.notes[id_ - 1] = (
            f'<w:footnote w:id="{id_}"><w:p><w:pPr><w:pStyle w:val="FootnoteText"/>{bidi}</w:pPr>'
            f"{mark}{own or '<w:footnoteRef/>'}</w:r><w:r><w:tab/></w:r>{inside}</w:p></w:footnote>"
        )
        return f'{mark}<w:footnoteReference{follows} w:id="{id_}"/>{own}</w:r>'


_LEAD = '<w:rStyle w:val="LeadWords"/>'
#: In place of it: the letters of Chinese do not slope.
_BOLD = "<w:b/>"


def spoken(language: str) -> str:
    """Return the language of words, as the property that goes with their script."""
    way = "bidi" if is_rtl(language) else "eastAsia" if language.startswith("zh") else "val"
    return f"<w:lang w:{way}={attribute(language)}/>"


def _bidi(document: bool, paragraph: bool) -> str:  # noqa: FBT001  (directions, not switches)
    """Return what a paragraph says of its direction, where it is not the document's."""
    return "" if document == paragraph else f'<w:bidi w:val="{int(paragraph)}"/>'


def _style(piece: Run) -> str:
    return '<w:rStyle w:val="Hyperlink"/>' if piece.link else ""


def _marks(piece: Run) -> str:
    """Return the properties of the marks, in the order that the schema of Word wants."""
    return "".join(
        (
            "<w:b/><w:bCs/>" if piece.strong else "",
            "<w:i/><w:iCs/>" if piece.emphasis else "",
            "<w:smallCaps/>" if piece.small_capitals else "",
            "<w:strike/>" if piece.strike else "",
            '<w:u w:val="single"/>' if piece.underline else "",
            '<w:vertAlign w:val="superscript"/>' if piece.superscript else "",
            '<w:vertAlign w:val="subscript"/>' if piece.subscript else "",
        )
    )


def plain_words(content: InlineText) -> str | None:
    """Return the words of a text that is one string, of which none is to be spelled; else None."""
    words = content[0] if len(content) == 1 else None
    if type(words) is not str or "&" in words or "<" in words or ">" in words:
        return None
    return None if "\t" in words or "\n" in words or "\r" in words else words


def plain_runs(words: str, lead: str | None, *, rtl: bool) -> str:
    """Return plain words as runs, their lead phrase in the character style of lead phrases."""
    way = "<w:rtl/>" * rtl
    opened = f"<w:rPr>{way}</w:rPr>" * rtl
    end = len(lead) if lead else 0
    rest = f'<w:r>{opened}<w:t xml:space="preserve">{words[end:]}</w:t></w:r>'
    if not end:
        return rest
    led = f'<w:r><w:rPr>{_LEAD}{way}</w:rPr><w:t xml:space="preserve">{words[:end]}</w:t></w:r>'
    return led + rest if end < len(words) else led


def run(words: str, style: str = "", marks: str = "", language: str = "", *, rtl: bool) -> str:
    """Return a run: its words with their tabs and line ends as Word has them."""
    properties = style + marks + ("<w:rtl/>" if rtl else "") + language
    opened = f"<w:rPr>{properties}</w:rPr>" if properties else ""
    return f"<w:r>{opened}{_words(words)}</w:r>"


def _words(words: str) -> str:
    if not ("\t" in words or "\n" in words or "\r" in words):
        return f'<w:t xml:space="preserve">{text(words)}</w:t>' if words else ""
    lines = words.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    return "<w:br/>".join(
        "<w:tab/>".join(
            f'<w:t xml:space="preserve">{text(part)}</w:t>' if part else ""
            for part in line.split("\t")
        )
        for line in lines
    )
