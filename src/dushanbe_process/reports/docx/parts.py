"""The other parts of a Word file: types, relations, properties, settings, fonts."""

from __future__ import annotations

from functools import cache, lru_cache
from typing import TYPE_CHECKING

from dushanbe_process.reports.direction import is_rtl
from dushanbe_process.reports.docx.names import DECLARATION, R, W, attribute, text
from dushanbe_process.reports.labels import primary

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from dushanbe_process.reports.styles import House

_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_CORE = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties"

_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006"
#: The set that all properties of one's own belong to.
_CUSTOM = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}"

#: Identity of the item that carries data.
_ITEM = "{6B1D7E2C-7B0B-5C43-9C5E-5D5A9E1E0A01}"

#: Languages of long words, whose lines would be torn apart without hyphens.
_HYPHENATED = {"fr", "es", "ru"}

#: What a part is, by the beginning of its name.
_KINDS = {
    "word/document": f"{_WORD}.document.main+xml",
    "word/styles": f"{_WORD}.styles+xml",
    "word/settings": f"{_WORD}.settings+xml",
    "word/fontTable": f"{_WORD}.fontTable+xml",
    "word/footnotes": f"{_WORD}.footnotes+xml",
    "word/numbering": f"{_WORD}.numbering+xml",
    "word/header": f"{_WORD}.header+xml",
    "word/footer": f"{_WORD}.footer+xml",
    "docProps/custom": "application/vnd.openxmlformats-officedocument.custom-properties+xml",
    "docProps/core": "application/vnd.openxmlformats-package.core-properties+xml",
    "customXml/itemProps": "application/vnd.openxmlformats-officedocument.customXmlProperties+xml",
}
_DEFAULTS = {
    "rels": "application/vnd.openxmlformats-package.relationships+xml",
    "xml": "application/xml",
    "png": "image/png",
    "jpeg": "image/jpeg",
}


@lru_cache(64)
def content_types(names: tuple[str, ...]) -> bytes:
    """Return the part that says what each part is."""
    defaults = "".join(
        f'<Default Extension="{suffix}" ContentType="{kind}"/>'
        for suffix, kind in _DEFAULTS.items()
    )
    overrides = "".join(
        f'<Override PartName="/{name}" ContentType="{kind}"/>'
        for name in names
        for start, kind in _KINDS.items()
        if name.startswith(start) and name.endswith(".xml")
    )
    return f'{DECLARATION}<Types xmlns="{_TYPES}">{defaults}{overrides}</Types>'.encode()


def relations(entries: Iterable[tuple[str, str, str]]) -> bytes:
    """Return a part of relations: an id, a kind (its last word, or all of it), a target each.

    A target with a scheme leads out of the file.
    """
    made = "".join(
        f'<Relationship Id="{id_}" Type="{kind if "/" in kind else f"{R}/{kind}"}" '
        f"Target={attribute(target)}"
        + (' TargetMode="External"/>' if kind == "hyperlink" else "/>")
        for id_, kind, target in entries
    )
    return f'{DECLARATION}<Relationships xmlns="{_RELATIONS}">{made}</Relationships>'.encode()


@cache
def package_relations(*, custom: bool = False) -> bytes:
    """Return the relations of the whole file; ``custom`` says that it has properties of its own."""
    core = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties"
    entries = [
        ("document", "officeDocument", "word/document.xml"),
        ("core", core, "docProps/core.xml"),
    ]
    if custom:
        entries.append(("custom", "custom-properties", "docProps/custom.xml"))
    return relations(entries)


def core_properties(title: str, language: str) -> bytes:
    """Return the properties of the document: no person, no clock."""
    dublin = "http://purl.org/dc/elements/1.1/"
    return (
        f'{DECLARATION}<cp:coreProperties xmlns:cp="{_CORE}" xmlns:dc="{dublin}">'
        f"<dc:title>{text(title)}</dc:title><dc:language>{text(language)}</dc:language>"
        "</cp:coreProperties>"
    ).encode()


def custom_properties(properties: Mapping[str, str]) -> bytes:
    """Return properties that Word does not know, each a short text."""
    opened = f'<Properties xmlns="{_OFFICE}/custom-properties" xmlns:vt="{_OFFICE}/docPropsVTypes">'
    made = "".join(
        f'<property fmtid="{_CUSTOM}" pid="{number}" name={attribute(name)}>'
        f"<vt:lpwstr>{text(value)}</vt:lpwstr></property>"
        for number, (name, value) in enumerate(properties.items(), 2)
    )
    return f"{DECLARATION}{opened}{made}</Properties>".encode()


@lru_cache(64)
def settings(language: str) -> bytes:
    """Return the settings: mirrored heads, the notes that separate, the language of the text."""
    east = ' w:eastAsia="zh-CN"' if language.startswith("zh") else ""
    bidi = f" w:bidi={attribute(language)}" if is_rtl(language) else ""
    hyphens = "<w:autoHyphenation/><w:doNotHyphenateCaps/>" * (primary(language) in _HYPHENATED)
    spoken = "en-GB" if bidi or east else language
    return (
        f'{DECLARATION}<w:settings xmlns:w="{W}">{hyphens}<w:evenAndOddHeaders/>'
        '<w:footnotePr><w:footnote w:id="-1"/><w:footnote w:id="0"/></w:footnotePr>'
        '<w:compat><w:compatSetting w:name="compatibilityMode" '
        'w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat>'
        f"<w:themeFontLang w:val={attribute(spoken)}{east}{bidi}/></w:settings>"
    ).encode()


@lru_cache(64)
def font_table(house: House) -> bytes:
    """Return the fonts, each with the one to use where it is missing."""
    families = ("roman", "auto", "auto")
    made = "".join(
        f"<w:font w:name={attribute(name)}><w:altName w:val={attribute(other)}/>"
        f'<w:family w:val="{family}"/><w:pitch w:val="variable"/></w:font>'
        for (name, other), family in zip(house.fonts, families, strict=True)
    )
    return f'{DECLARATION}<w:fonts xmlns:w="{W}">{made}</w:fonts>'.encode()


def data_item(data: bytes, namespace: str, number: int = 1) -> dict[str, bytes]:
    """Return the parts of a custom XML item that holds data of a namespace."""
    custom = "http://schemas.openxmlformats.org/officeDocument/2006/customXml"
    properties = (
        f'{DECLARATION}<ds:datastoreItem ds:itemID="{_ITEM}" xmlns:ds="{custom}">'
        f"<ds:schemaRefs><ds:schemaRef ds:uri={attribute(namespace)}/></ds:schemaRefs>"
        "</ds:datastoreItem>"
    )
    return {
        f"customXml/item{number}.xml": data,
        f"customXml/itemProps{number}.xml": properties.encode(),
        f"customXml/_rels/item{number}.xml.rels": relations(
            [("properties", "customXmlProps", f"itemProps{number}.xml")]
        ),
    }
