"""The style sheet of a Word file, made of a house style."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

import attrs

from dushanbe_process.reports.direction import is_rtl
from dushanbe_process.reports.docx.frames import PADDING
from dushanbe_process.reports.docx.names import attribute, part
from dushanbe_process.reports.labels import primary
from dushanbe_process.reports.styles import Face

if TYPE_CHECKING:
    from dushanbe_process.reports.styles import House

_BOLD = "<w:b/><w:bCs/>"
_ITALIC = "<w:i/>"  # of Latin letters only: those of the complex scripts stand upright
#: Letters of the complex scripts are drawn smaller than Latin ones of the same size.
_COMPLEX = 1.15
_TABLE = 40
#: How wide the column of numbers in the contents is.
_NUMBER = 780
#: How far the words of a clause stand from the beginning of its dash.
_DASH = 425


@lru_cache(64)
def style_sheet(house: House, language: str) -> bytes:
    """Return the part that holds the styles."""
    sheet = _defaults(house, language) + _paragraphs(house, language) + _others(language)
    return part("styles", sheet)


def _slanted(language: str) -> str:
    """Return the slope of italics, in scripts that have them."""
    return "" if primary(language) == "zh" else _ITALIC


def _defaults(house: House, language: str) -> str:
    (latin, _), (east, _), (complex_, _) = house.fonts
    size = _size(house.size)
    rtl = is_rtl(language)
    chinese = primary(language) == "zh"
    spoken = f"w:val={attribute('en-GB' if rtl or chinese else language)}"
    if chinese:
        spoken += ' w:eastAsia="zh-CN"'
    if rtl:
        spoken += f" w:bidi={attribute(language)}"
    bidi = "<w:pPr><w:bidi/></w:pPr>" if rtl else ""
    return (
        "<w:docDefaults><w:rPrDefault><w:rPr>"
        f"<w:rFonts w:ascii={attribute(latin)} w:hAnsi={attribute(latin)} "
        f"w:eastAsia={attribute(east)} w:cs={attribute(complex_)}/>"
        f"{size}<w:lang {spoken}/></w:rPr></w:rPrDefault>"
        "<w:pPrDefault><w:pPr><w:widowControl/></w:pPr>"
        "</w:pPrDefault></w:docDefaults>"
        '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/>'
        f"<w:qFormat/>{bidi}</w:style>"
        '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont">'
        '<w:name w:val="Default Paragraph Font"/></w:style>'
        '<w:style w:type="table" w:default="1" w:styleId="TableNormal">'
        '<w:name w:val="Normal Table"/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar>'
        '<w:top w:w="0" w:type="dxa"/><w:left w:w="85" w:type="dxa"/>'
        '<w:bottom w:w="0" w:type="dxa"/><w:right w:w="85" w:type="dxa"/></w:tblCellMar></w:tblPr>'
        "</w:style>"
    )


def _size(points: float) -> str:
    half, complex_ = round(points * 2), round(points * 2 * _COMPLEX)
    return f'<w:sz w:val="{half}"/><w:szCs w:val="{complex_}"/>'


#: Styles that Word itself has: they keep its names, all others are marked as ours.
_OWN_NAMES = ("Title", "heading", "footnote text", "toc")


def paragraph_style(
    id_: str, name: str, face: Face, language: str, level: int | None = None
) -> str:
    """Return a paragraph style; ``level`` is its level in the outline, from 0."""
    keep = "<w:keepNext/><w:keepLines/>" if face.keep_next else ""
    spacing = f'<w:spacing w:before="{face.before}" w:after="{face.after}"/>'
    indent = f'<w:ind w:left="{face.left}" w:right="{face.right}"'
    if face.hanging:
        indent += f' w:hanging="{face.hanging}"'
    elif face.first:
        indent += f' w:firstLine="{face.first}"'
    outline = "" if level is None else f'<w:outlineLvl w:val="{level}"/>'
    stops = "".join(f'<w:tab w:val="{kind}" w:pos="{at}"/>' for kind, at in face.tabs)
    if face.page_at:
        stops += f'<w:tab w:val="right" w:leader="dot" w:pos="{face.page_at}"/>'
    tabs = f"<w:tabs>{stops}</w:tabs>" if stops else ""
    weight = _BOLD * face.bold + (_slanted(language) if face.italic else "")
    custom = "" if name.startswith(_OWN_NAMES) else ' w:customStyle="1"'
    return (
        f'<w:style w:type="paragraph"{custom} w:styleId="{id_}"><w:name w:val="{name}"/>'
        f'<w:basedOn w:val="Normal"/><w:qFormat/><w:pPr>{keep}{tabs}{spacing}{indent}/>'
        f'<w:jc w:val="{face.align}"/>{outline}</w:pPr><w:rPr>{weight}{_size(face.size)}</w:rPr>'
        "</w:style>"
    )


def _faces(house: House) -> dict[tuple[str, str], Face]:
    """Return the manner of each paragraph style, by its id and its name."""
    inset = Face(house.size, left=house.measure, right=house.measure)
    small = Face(house.size - 1, before=_TABLE, after=_TABLE)
    head = Face(14, after=0, right=240)
    aside = max(house.measure, 380)
    note = Face(house.size - 1, after=40, left=aside, right=house.measure, hanging=380)
    item = attrs.evolve(inset, after=60, left=house.measure + 284, hanging=284)
    return {
        ("Title", "Title"): house.title,
        ("BodyText", "Body Text Single"): house.body,
        ("Formula", "Opening Formula"): house.preambular,
        ("Preambular", "Preambular Paragraph"): _dashed(house),
        ("Operative1", "Operative Paragraph 1"): _numbered(house),
        ("Operative2", "Operative Paragraph 2"): _deeper(house, 1),
        ("Operative3", "Operative Paragraph 3"): _deeper(house, 2),
        ("Centred", "Centred"): attrs.evolve(inset, align="center"),
        ("Flushed", "Flushed Right"): attrs.evolve(inset, align="right"),
        ("Adoption", "Adoption"): attrs.evolve(inset, align="right", italic=True, before=120),
        ("Remark", "Remark"): attrs.evolve(inset, italic=True),
        ("ListItem", "List Item"): item,
        ("MastheadText", "Masthead Text"): Face(house.size, after=0),
        ("MastheadIssued", "Masthead Issued"): Face(house.size, after=0),
        ("MastheadStrong", "Masthead Strong"): Face(house.size, bold=True, after=0),
        ("MastheadName", "Masthead Name"): head,
        ("MastheadOrgan", "Masthead Organ"): attrs.evolve(head, bold=True),
        ("MastheadLongOrgan", "Masthead Long Organ"): attrs.evolve(head, size=12, bold=True),
        ("MastheadAdopted", "Masthead Adopted"): attrs.evolve(
            house.title, right=0, after=120, tabs=()
        ),
        ("TableText", "Table Text"): small,
        ("TableKept", "Table Text Kept"): attrs.evolve(small, keep_next=True),
        ("TableHead", "Table Head"): attrs.evolve(small, italic=True, keep_next=True),
        ("TableEnd", "Table End"): Face(4, after=60),
        ("TableTitle", "Table Title"): Face(
            house.size, bold=True, before=240, after=80, keep_next=True
        ),
        ("ChartTitle", "Chart Title"): attrs.evolve(inset, bold=True, before=120, keep_next=True),
        ("ContentsTitle", "Contents Title"): attrs.evolve(
            inset, bold=True, before=240, keep_next=True
        ),
        ("Running", "Running Head"): Face(house.size - 1, after=0),
        ("FootnoteText", "footnote text"): note,
        ("TOC1", "toc 1"): _listed(house, 0),
        ("TOC2", "toc 2"): _listed(house, _NUMBER),
    }


def _dashed(house: House) -> Face:
    """Return the face of preambular paragraphs: where a dash begins one, its words stand apart."""
    face = house.preambular
    return attrs.evolve(face, tabs=(*face.tabs, ("left", face.left + face.first + _DASH)))


def _listed(house: House, start: int) -> Face:
    """Return the face of an entry of the contents: its number before it, that of its page after."""
    if not house.headings[0].tabs:  # then numbers are part of the words
        left, end = house.measure + (284 if start else 0), house.width - house.measure
        return Face(house.size, after=60, left=left, right=house.measure, page_at=end)
    number, words = (house.measure + start + each for each in (_NUMBER - 140, _NUMBER))
    return Face(
        house.size,
        after=60,
        left=words,
        right=house.measure,
        hanging=_NUMBER,
        tabs=(("right", number), ("left", words)),
        page_at=house.width - house.measure,
    )


def _numbered(house: House) -> Face:
    """Return the face of operative paragraphs: the text follows its number after one step.

    The stops before the margin are for columns, where there is none.
    """
    margin = house.operative.left
    stops = [*range(house.step, margin, house.step), margin + house.step]
    return attrs.evolve(house.operative, tabs=tuple(("left", stop) for stop in stops))


def _deeper(house: House, level: int) -> Face:
    """Return the face of operative paragraphs below others: their numbers hang."""
    left = house.operative.left + house.step * (level + 1)
    return attrs.evolve(_numbered(house), left=left, first=0, hanging=house.step)


def _paragraphs(house: House, language: str) -> str:
    headings = "".join(
        paragraph_style(f"Heading{level}", f"heading {level}", face, language, level - 1)
        for level, face in enumerate(house.headings, 1)
    )
    return headings + "".join(
        paragraph_style(id_, name, face, language) for (id_, name), face in _faces(house).items()
    )


def _others(language: str) -> str:
    chinese = primary(language) == "zh"
    slanted = _slanted(language)
    labels = f"<w:rPr>{slanted}</w:rPr>" if slanted else ""
    raised = '<w:vertAlign w:val="superscript"/>'
    linked = '<w:color w:val="0563C1"/><w:u w:val="single"/>'
    rule = '<w:bottom w:val="single" w:sz="8" w:space="0" w:color="auto"/>'
    first_row = f"<w:tcPr><w:tcBorders>{rule}</w:tcBorders></w:tcPr>"
    return "".join(
        (
            _character("LeadWords", "Lead Words", _BOLD if chinese else "<w:bCs/><w:i/>"),
            _character("SymbolLetter", "Symbol Letter", _size(20)),
            _character("FootnoteReference", "footnote reference", raised),
            _character("Hyperlink", "Hyperlink", linked),
            _PAIRS,
            _table_style("RecordTable", "Record Table", "firstRow", first_row),
            _table_style("FactsTable", "Facts Table", "firstCol", labels),
        )
    )


def _character(id_: str, name: str, properties: str) -> str:
    custom = "" if name in ("footnote reference", "Hyperlink") else ' w:customStyle="1"'
    return (
        f'<w:style w:type="character"{custom} w:styleId="{id_}"><w:name w:val="{name}"/>'
        f'<w:basedOn w:val="DefaultParagraphFont"/><w:rPr>{properties}</w:rPr></w:style>'
    )


#: Two columns of text, with a hairline between them.
_PAIRS = (
    '<w:style w:type="table" w:customStyle="1" w:styleId="PairsTable"><w:name w:val="Pairs Table"/>'
    '<w:basedOn w:val="TableNormal"/><w:tblPr><w:tblBorders><w:insideV w:val="single" w:sz="2" '
    'w:space="0" w:color="A6A6A6"/></w:tblBorders>'
    f'<w:tblCellMar><w:left w:w="{PADDING}" w:type="dxa"/>'
    f'<w:right w:w="{PADDING}" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>'
)


def _table_style(id_: str, name: str, part_of: str, properties: str) -> str:
    lines = "".join(
        f'<w:{side} w:val="single" w:sz="{weight}" w:space="0" w:color="auto"/>'
        for side, weight in (("top", 4), ("bottom", 8), ("insideH", 2))
    )
    return (
        f'<w:style w:type="table" w:customStyle="1" w:styleId="{id_}"><w:name w:val="{name}"/>'
        f'<w:basedOn w:val="TableNormal"/><w:tblPr><w:tblBorders>{lines}</w:tblBorders></w:tblPr>'
        f'<w:tblStylePr w:type="{part_of}">{properties}</w:tblStylePr></w:style>'
    )
