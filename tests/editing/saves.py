"""What Word does to a file when it saves it, and what people do in it: changes of the XML."""

from __future__ import annotations

import copy
import io
import random
import re
import zipfile
from typing import TYPE_CHECKING, Any

import attrs
from lxml import etree

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

W_NS = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
W14_NS = "http://schemas.microsoft.com/office/word/2010/wordml"
MC_NS = "http://schemas.openxmlformats.org/markup-compatibility/2006"
WPS_NS = "http://schemas.microsoft.com/office/word/2010/wordprocessingShape"
XML_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
W, W14, MC = f"{{{W_NS}}}", f"{{{W14_NS}}}", f"{{{MC_NS}}}"
DOCUMENT = "word/document.xml"


@attrs.define
class Package:
    """The parts of a Word file, its text as a tree, and a source of chance."""

    parts: dict[str, bytes]
    root: Any
    chance: random.Random

    @classmethod
    def of(cls, data: bytes, seed: int) -> Package:
        """Open a file."""
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            parts = {name: archive.read(name) for name in archive.namelist()}
        return cls(parts, etree.fromstring(parts[DOCUMENT]), random.Random(seed))  # noqa: S311

    def packed(self) -> bytes:
        """Return the file."""
        self.parts[DOCUMENT] = etree.tostring(self.root, xml_declaration=True, encoding="UTF-8")
        buffer = io.BytesIO()
        with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
            for name, data in self.parts.items():
                archive.writestr(name, data)
        return buffer.getvalue()

    def paragraphs(self) -> list[Any]:
        """Return the paragraphs with words, those of tables too."""
        return [p for p in self.root.iter(f"{W}p") if any(t.text for t in p.iter(f"{W}t"))]

    def runs(self) -> list[Any]:
        """Return the runs that hold words and nothing else, as children of a paragraph."""
        return [
            each
            for each in self.root.iter(f"{W}r")
            if each.getparent().tag == f"{W}p"
            and [child.tag for child in each if child.tag != f"{W}rPr"] == [f"{W}t"]
        ]

    def some(self, things: list[Any]) -> list[Any]:
        """Return some of the things, never none."""
        return [each for each in things if self.chance.random() < 0.4] or things[:1]

    def sub(self, part: str, pattern: str, new: str) -> None:
        """Replace in a part as text."""
        self.parts[part] = re.sub(pattern, new, self.parts[part].decode()).encode()


def element(name: str, /, **attributes: str) -> Any:
    """Return an element of WordprocessingML."""
    made = etree.Element(f"{W}{name}")
    for key, value in attributes.items():
        made.set(f"{W}{key}", value)
    return made


def words_of(run: Any) -> Any:
    """Return the element with the words of a run."""
    return run.find(f"{W}t")


def properties_of(run: Any) -> Any:
    """Return the properties of a run, made where there are none."""
    found = run.find(f"{W}rPr")
    if found is None:
        found = element("rPr")
        run.insert(0, found)
    return found


def split(run: Any, at: int) -> Any:
    """Split a run; return the second."""
    second = copy.deepcopy(run)
    text = words_of(run).text or ""
    for each, words in ((run, text[:at]), (second, text[at:])):
        words_of(each).text = words
        words_of(each).set(XML_SPACE, "preserve")
    run.addnext(second)
    return second


def wrapped(run: Any, name: str, /, **attributes: str) -> Any:
    """Put an element around a run."""
    around = element(name, **attributes)
    run.addprevious(around)
    around.append(run)
    return around


def splits_runs(package: Package) -> None:
    """Split runs at random places."""
    for run in package.some(package.runs()):
        length = len(words_of(run).text or "")
        if length > 1:
            split(run, package.chance.randrange(1, length))


def gives_revision_ids(package: Package) -> None:
    """Number the sessions of editing on paragraphs, rows and runs."""
    for each in package.root.iter(f"{W}p", f"{W}r", f"{W}tr"):
        for name in package.some(["rsidR", "rsidRDefault", "rsidRPr", "rsidP"]):
            each.set(f"{W}{name}", f"00{package.chance.randrange(16**6):06X}")


def gives_paragraph_ids(package: Package) -> None:
    """Number paragraphs, in a namespace that old readers may ignore."""
    root = etree.Element(package.root.tag, nsmap={**package.root.nsmap, "w14": W14_NS, "mc": MC_NS})
    root.extend(list(package.root))
    root.set(f"{MC}Ignorable", "w14")
    package.root = root
    for number, each in enumerate(root.iter(f"{W}p")):
        each.set(f"{W14}paraId", f"{number + 1:08X}")
        each.set(f"{W14}textId", "77777777")


def marks_proofing(package: Package) -> None:
    """Mark where the spelling was checked, and where pages ended when last laid out."""
    for run in package.some(package.runs()):
        run.addprevious(element("proofErr", type="spellStart"))
        run.addnext(element("proofErr", type="spellEnd"))
        if package.chance.random() < 0.5:
            words_of(run).addprevious(element("lastRenderedPageBreak"))


def notes_languages(package: Package) -> None:
    """Say of runs in which language they are, and that they are not to be checked."""
    for run in package.some(package.runs()):
        properties = properties_of(run)
        if package.chance.random() < 0.5:
            properties.append(element("noProof"))
        if properties.find(f"{W}lang") is None:
            properties.append(element("lang", val="en-GB", eastAsia="en-US", bidi="ar-SA"))


def remembers_the_cursor(package: Package) -> None:
    """Put Word's own bookmark where the cursor was."""
    paragraph = package.chance.choice(package.paragraphs())
    run = next(paragraph.iter(f"{W}r"))
    run.addprevious(element("bookmarkStart", id="9999", name="_GoBack"))
    run.addprevious(element("bookmarkEnd", id="9999"))


def renames_data(package: Package) -> None:
    """Give the part with the record another name."""
    old = next((n for n in package.parts if re.fullmatch(r"customXml/item\d+\.xml", n)), None)
    assert old is not None
    new = f"item{package.chance.randrange(2, 9)}"
    renamed = {name.replace("item1", new): data for name, data in package.parts.items()}
    for name, data in renamed.items():
        if name.endswith(".rels") or name == "[Content_Types].xml":
            renamed[name] = data.replace(b"customXml/item1", f"customXml/{new}".encode()).replace(
                b"itemProps1", f"itemProps{new[4:]}".encode()
            )
    package.parts = {n.replace("itemProps1", f"itemProps{new[4:]}"): d for n, d in renamed.items()}


def orders_parts(package: Package) -> None:
    """Put the parts in another order."""
    names = list(package.parts)
    package.chance.shuffle(names)
    package.parts = {name: package.parts[name] for name in names}


def replaces_settings(package: Package) -> None:
    """Write settings of Word's own."""
    inside = (
        '<w:zoom w:percent="100"/><w:proofState w:spelling="clean"/>'
        "<w:compat><w:compatSetting w:name='compatibilityMode' "
        "w:uri='http://schemas.microsoft.com/office/word' w:val='15'/></w:compat>"
        '<w:rsids><w:rsidRoot w:val="00AB12CD"/></w:rsids>'
    )
    whole = f'<w:settings xmlns:w="{W_NS}">{inside}</w:settings>'
    package.parts["word/settings.xml"] = whole.encode()


def localises_styles(package: Package) -> None:
    """Give styles other ids, as Word does in other languages; their names stay."""
    ids = re.findall(r'w:styleId="([^"]+)"', package.parts["word/styles.xml"].decode())
    for number, id_ in enumerate(ids):
        for part in ("word/styles.xml", "word/footnotes.xml", "word/numbering.xml"):
            if part in package.parts:
                names = "pStyle|rStyle|tblStyle|basedOn|next|link"
                pattern = rf'(w:styleId|<w:(?:{names}) w:val)="{id_}"'
                package.sub(part, pattern, rf'\1="Titre{number}"')
        for each in package.root.iter(f"{W}pStyle", f"{W}rStyle", f"{W}tblStyle"):
            if each.get(f"{W}val") == id_:
                each.set(f"{W}val", f"Titre{number}")


def drops_space(package: Package) -> None:
    """Say that blanks count only where they stand at an end."""
    for each in package.root.iter(f"{W}t"):
        if each.text == (each.text or "").strip():
            each.attrib.pop(XML_SPACE, None)
        else:
            each.set(XML_SPACE, "preserve")


def adds_empty_paragraphs(package: Package) -> None:
    """Leave empty paragraphs at the end."""
    end = package.root.find(f"{W}body/{W}sectPr")
    for _ in range(package.chance.randrange(1, 4)):
        end.addprevious(element("p"))


def wraps_in_controls(package: Package) -> None:
    """Put content controls around runs."""
    for run in package.some(package.runs()):
        content = wrapped(run, "sdtContent")
        control = element("sdt")
        content.addprevious(control)
        control.append(element("sdtPr"))
        control.append(content)


def wraps_paragraph_in_control(package: Package) -> None:
    """Put a content control around a paragraph."""
    body = package.root.find(f"{W}body")
    paragraph = package.chance.choice([p for p in package.paragraphs() if p.getparent() is body])
    content = wrapped(paragraph, "sdtContent")
    control = element("sdt")
    content.addprevious(control)
    control.append(element("sdtPr"))
    control.append(content)


def tags_smartly(package: Package) -> None:
    """Put smart tags around runs."""
    for run in package.some(package.runs()):
        wrapped(run, "smartTag", uri="urn:schemas", element="place")


#: What Word may do to a file without a person meaning anything by it.
SAVES: dict[str, Callable[[Package], None]] = {
    each.__name__: each
    for each in (
        splits_runs,
        gives_revision_ids,
        gives_paragraph_ids,
        marks_proofing,
        notes_languages,
        remembers_the_cursor,
        renames_data,
        orders_parts,
        replaces_settings,
        localises_styles,
        drops_space,
        adds_empty_paragraphs,
        wraps_in_controls,
        wraps_paragraph_in_control,
        tags_smartly,
    )
}


def saved(data: bytes, names: Iterator[str] | list[str], seed: int) -> bytes:
    """Return a file as it is after some of these."""
    package = Package.of(data, seed)
    for name in names:
        SAVES[name](package)
    return package.packed()
