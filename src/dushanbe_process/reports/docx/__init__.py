"""Papers to Word files.

Strings are written directly, with no tree of elements in between: see
``docs/explanation/word.md`` for what that gains.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs

from dushanbe_process.reports.blocks import Heading, Masthead, Prose, Role
from dushanbe_process.reports.docx.contents import contents
from dushanbe_process.reports.docx.head import head
from dushanbe_process.reports.docx.margins import margins, section
from dushanbe_process.reports.docx.names import part
from dushanbe_process.reports.docx.package import pack
from dushanbe_process.reports.docx.page import Page
from dushanbe_process.reports.docx.parts import (
    content_types,
    core_properties,
    custom_properties,
    data_item,
    font_table,
    package_relations,
    relations,
    settings,
)
from dushanbe_process.reports.docx.sheet import style_sheet

if TYPE_CHECKING:
    from collections.abc import Mapping

    from dushanbe_process.reports.blocks import Paper
    from dushanbe_process.reports.docx.picture import Emblem
    from dushanbe_process.reports.styles import House

    Related = list[tuple[str, str, str]]


@attrs.frozen
class WordFile:
    """The parts of a Word file, what its main part is related to, and its language.

    ``about`` holds by the name of a bookmark the things that its row of a table tells of.
    """

    parts: dict[str, bytes]
    related: Related
    language: str = "en"
    about: Mapping[str, tuple[object, ...]] = attrs.field(factory=dict, repr=False)

    def complete(
        self,
        data: bytes | None = None,
        namespace: str = "",
        properties: Mapping[str, str] | None = None,
    ) -> dict[str, bytes]:
        """Return all parts of the file; ``data`` is XML of a namespace of its own that it carries.

        ``properties`` are short texts that stand among the properties of the file.
        """
        parts, related = dict(self.parts), list(self.related)
        if data is not None:
            parts |= data_item(data, namespace)
            related.append(("data", "customXml", "../customXml/item1.xml"))
        if properties:
            parts["docProps/custom.xml"] = custom_properties(properties)
        parts["word/_rels/document.xml.rels"] = relations(related)
        whole = package_relations(custom=bool(properties))
        return {"[Content_Types].xml": content_types(tuple(parts)), "_rels/.rels": whole, **parts}

    def packed(
        self,
        data: bytes | None = None,
        namespace: str = "",
        properties: Mapping[str, str] | None = None,
    ) -> bytes:
        """Return the file, with what it carries as in ``complete``."""
        return pack(self.complete(data, namespace, properties))


def render(paper: Paper, house: House, emblem: Emblem | None = None) -> WordFile:
    """Return the Word file that shows a paper in the manner of a house.

    Raises:
        MalformedError: when the emblem is no image.
    """
    page = Page(house, paper.language)
    # As bytes one by one, so that the whole is in memory once and not twice.
    blocks = [each.encode() for each in page.blocks(paper.blocks)]
    if paper.contents:
        blocks.insert(_titled(paper), contents(page).encode())
    printed = paper.masthead or (Masthead() if emblem else None)
    first = head(printed, page, emblem.drawing() if emblem else "")
    end = (section(house, paper.language), "</w:body>")
    edges = margins(paper, house)
    parts = {
        "docProps/core.xml": core_properties(paper.title, paper.language),
        "word/document.xml": part("document", "<w:body>", *first, *blocks, *end),
        "word/styles.xml": style_sheet(house, paper.language),
        "word/settings.xml": settings(paper.language),
        "word/fontTable.xml": font_table(house),
        "word/footnotes.xml": part("footnotes", page.runs.footnotes()),
        "word/numbering.xml": part("numbering", page.numbering.definitions(house)),
        **{f"word/{name}": data for name, data in edges.items()},
    }
    links = [(id_, "hyperlink", address) for address, id_ in page.runs.links.items()]
    if links:
        parts["word/_rels/footnotes.xml.rels"] = relations(links)
    related = [*_related(edges), *links]
    if emblem is not None:
        parts[f"word/media/emblem.{emblem.suffix}"] = emblem.data
        related.append(("emblem", "image", f"media/emblem.{emblem.suffix}"))
    return WordFile(parts, related, paper.language, page.bookmarks.about)


def _titled(paper: Paper) -> int:
    """Return how many blocks make the title, after which the contents stand."""
    count = 0
    for block in paper.blocks:
        is_title = isinstance(block, Heading) and block.level == 0
        if not (is_title or (isinstance(block, Prose) and block.role is Role.CENTRED)):
            break
        count += 1
    return count


def _related(edges: dict[str, bytes]) -> Related:
    """Return what every main part is related to."""
    simple = ("styles", "settings", "fontTable", "footnotes", "numbering")
    made = [(name, name, f"{name}.xml") for name in simple]
    return made + [(name[:-4], name.partition("_")[0], name) for name in edges]
