"""The parts that every Word file of ours has alike: types, relations, properties, styles."""

from __future__ import annotations

from dushanbe_process.forms.docx.names import CARRIER, W
from dushanbe_process.forms.xml.write import quoted, text

_XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006"
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_FONT = "Times New Roman"

#: Identity of the custom XML part that carries the record.
_ITEM = "{6B1D7E2C-7B0B-5C43-9C5E-5D5A9E1E0A01}"


def fixed_parts(title: str, language: str) -> dict[str, bytes]:
    """Return the parts by their names; the content types first, as the standard wishes."""
    parts = {
        "[Content_Types].xml": _content_types(),
        "_rels/.rels": _relations(
            ("officeDocument", f"{_OFFICE}/relationships/officeDocument", "word/document.xml"),
            (
                "core",
                "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties",
                "docProps/core.xml",
            ),
        ),
        "docProps/core.xml": _core(title, language),
        "word/_rels/document.xml.rels": _relations(
            ("styles", f"{_OFFICE}/relationships/styles", "styles.xml"),
            ("settings", f"{_OFFICE}/relationships/settings", "settings.xml"),
            ("fonts", f"{_OFFICE}/relationships/fontTable", "fontTable.xml"),
            ("footnotes", f"{_OFFICE}/relationships/footnotes", "footnotes.xml"),
            ("record", f"{_OFFICE}/relationships/customXml", "../customXml/item1.xml"),
        ),
        "word/styles.xml": _styles(language),
        "word/settings.xml": _settings(),
        "word/fontTable.xml": _fonts(),
        "customXml/_rels/item1.xml.rels": _relations(
            ("properties", f"{_OFFICE}/relationships/customXmlProps", "itemProps1.xml"),
        ),
        "customXml/itemProps1.xml": (
            f'<ds:datastoreItem ds:itemID="{_ITEM}" xmlns:ds="{_OFFICE}/customXml">'
            f'<ds:schemaRefs><ds:schemaRef ds:uri="{CARRIER}"/></ds:schemaRefs></ds:datastoreItem>'
        ),
    }
    return {name: (_XML + part).encode() for name, part in parts.items()}


def _content_types() -> str:
    overrides = {
        "/word/document.xml": f"{_WORD}.document.main+xml",
        "/word/styles.xml": f"{_WORD}.styles+xml",
        "/word/settings.xml": f"{_WORD}.settings+xml",
        "/word/fontTable.xml": f"{_WORD}.fontTable+xml",
        "/word/footnotes.xml": f"{_WORD}.footnotes+xml",
        "/docProps/core.xml": "application/vnd.openxmlformats-package.core-properties+xml",
        "/customXml/itemProps1.xml": (
            "application/vnd.openxmlformats-officedocument.customXmlProperties+xml"
        ),
    }
    parts = "".join(
        f'<Override PartName="{name}" ContentType="{kind}"/>' for name, kind in overrides.items()
    )
    relations = "application/vnd.openxmlformats-package.relationships+xml"
    return (
        f'<Types xmlns="{_TYPES}"><Default Extension="rels" ContentType="{relations}"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{parts}</Types>'
    )


def _relations(*relations: tuple[str, str, str]) -> str:
    made = "".join(
        f'<Relationship Id="{id_}" Type="{kind}" Target="{target}"/>'
        for id_, kind, target in relations
    )
    return f'<Relationships xmlns="{_RELATIONS}">{made}</Relationships>'


def _core(title: str, language: str) -> str:
    package = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties"
    dublin = "http://purl.org/dc/elements/1.1/"
    return (
        f'<cp:coreProperties xmlns:cp="{package}" xmlns:dc="{dublin}">'
        f"<dc:title>{text(title)}</dc:title><dc:language>{text(language)}</dc:language>"
        "</cp:coreProperties>"
    )


def _settings() -> str:
    return (
        f'<w:settings xmlns:w="{W}"><w:footnotePr><w:footnote w:id="-1"/><w:footnote w:id="0"/>'
        '</w:footnotePr><w:compat><w:compatSetting w:name="compatibilityMode" '
        'w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat></w:settings>'
    )


def _fonts() -> str:
    return (
        f'<w:fonts xmlns:w="{W}"><w:font w:name="{_FONT}"><w:altName w:val="Liberation Serif"/>'
        '<w:family w:val="roman"/><w:pitch w:val="variable"/></w:font></w:fonts>'
    )


#: id, name, parent, paragraph properties, run properties
_PARAGRAPHS = (
    ("Title", "Title", "Normal", '<w:keepNext/><w:spacing w:after="240"/>', "34"),
    (
        "Heading1",
        "heading 1",
        "Normal",
        '<w:keepNext/><w:spacing w:before="360" w:after="120"/><w:outlineLvl w:val="0"/>',
        "28",
    ),
    (
        "Heading2",
        "heading 2",
        "Normal",
        '<w:keepNext/><w:spacing w:before="280" w:after="100"/><w:outlineLvl w:val="1"/>',
        "24",
    ),
    (
        "Heading3",
        "heading 3",
        "Normal",
        '<w:keepNext/><w:spacing w:before="200" w:after="80"/><w:outlineLvl w:val="2"/>',
        "22",
    ),
    (
        "Heading4",
        "heading 4",
        "Normal",
        '<w:keepNext/><w:spacing w:before="160" w:after="80"/><w:outlineLvl w:val="3"/>',
        "20",
    ),
    ("BodyText", "Body Text", "Normal", '<w:spacing w:after="120"/>', ""),
    (
        "ListItem",
        "List Item",
        "Normal",
        '<w:spacing w:after="60"/><w:ind w:left="284" w:hanging="284"/>',
        "",
    ),
    ("TableText", "Table Text", "Normal", '<w:spacing w:before="40" w:after="40"/>', ""),
    ("TableHead", "Table Head", "TableText", "<w:keepNext/>", ""),
    ("TableEnd", "Table End", "Normal", '<w:spacing w:line="120" w:lineRule="exact"/>', ""),
    ("FootnoteText", "footnote text", "Normal", '<w:spacing w:after="40"/>', ""),
)


def _styles(language: str) -> str:
    faces = " ".join(f'w:{script}="{_FONT}"' for script in ("ascii", "hAnsi", "eastAsia", "cs"))
    defaults = (
        f"<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts {faces}/>"
        f'<w:sz w:val="20"/><w:szCs w:val="20"/><w:lang w:val={quoted(language)}/>'
        "</w:rPr></w:rPrDefault><w:pPrDefault/></w:docDefaults>"
    )
    paragraphs = "".join(_paragraph_style(*each) for each in _PARAGRAPHS)
    return (
        f'<w:styles xmlns:w="{W}">{defaults}'
        '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/>'
        "<w:qFormat/></w:style>"
        '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont">'
        '<w:name w:val="Default Paragraph Font"/></w:style>'
        f"{paragraphs}"
        '<w:style w:type="character" w:styleId="FootnoteReference">'
        '<w:name w:val="footnote reference"/>'
        '<w:rPr><w:vertAlign w:val="superscript"/></w:rPr></w:style>'
        '<w:style w:type="character" w:styleId="Hyperlink"><w:name w:val="Hyperlink"/>'
        '<w:rPr><w:color w:val="0563C1"/><w:u w:val="single"/></w:rPr></w:style>'
        f"{_table_style('RecordTable', 'Record Table', 'firstRow')}"
        f"{_table_style('FactsTable', 'Facts Table', 'firstCol')}</w:styles>"
    )


def _paragraph_style(id_: str, name: str, parent: str, paragraph: str, size: str) -> str:
    run = (
        f'<w:rPr><w:b/><w:bCs/><w:sz w:val="{size}"/><w:szCs w:val="{size}"/></w:rPr>'
        if size
        else ""
    )
    if id_ == "TableHead":
        run = "<w:rPr><w:i/><w:iCs/></w:rPr>"
    return (
        f'<w:style w:type="paragraph" w:styleId="{id_}"><w:name w:val="{name}"/>'
        f'<w:basedOn w:val="{parent}"/><w:pPr>{paragraph}</w:pPr>{run}</w:style>'
    )


def _table_style(id_: str, name: str, part: str) -> str:
    rule = 'w:val="single" w:sz="{0}" w:space="0" w:color="auto"'
    lines = f"<w:top {rule.format(8)}/><w:bottom {rule.format(8)}/><w:insideH {rule.format(2)}/>"
    return (
        f'<w:style w:type="table" w:styleId="{id_}"><w:name w:val="{name}"/>'
        f"<w:tblPr><w:tblBorders>{lines}</w:tblBorders>"
        '<w:tblCellMar><w:left w:w="57" w:type="dxa"/>'
        '<w:right w:w="57" w:type="dxa"/></w:tblCellMar>'
        f'</w:tblPr><w:tblStylePr w:type="{part}"><w:rPr><w:i/><w:iCs/></w:rPr></w:tblStylePr>'
        "</w:style>"
    )
