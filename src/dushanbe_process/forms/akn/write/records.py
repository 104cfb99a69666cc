"""A record to a file of Akoma Ntoso."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lxml import etree

from dushanbe_process.forms.akn.gathered import text_of_file
from dushanbe_process.forms.akn.irregular import Findings
from dushanbe_process.forms.akn.read.records import spoken
from dushanbe_process.forms.akn.rest import difference, digest
from dushanbe_process.forms.akn.rest_xml import Carried, put_rest
from dushanbe_process.forms.akn.write.elements import add
from dushanbe_process.forms.akn.write.layout import laid_out
from dushanbe_process.forms.akn.write.meta import SOURCE
from dushanbe_process.forms.akn.write.tree import meta_of, visible
from dushanbe_process.schema import record_of
from dushanbe_process.tree import unstructure

if TYPE_CHECKING:
    from dushanbe_process.schema import Model, Schema


def to_akn(record: Model, schema: Schema | None = None) -> bytes:
    """Return a record as Akoma Ntoso, in UTF-8.

    What a reader would find in the file is compared with the record: the difference goes
    into ``meta/proprietary``.
    """
    tree = unstructure(record, schema)
    del tree["version"]
    root = visible(record)
    tag = record_of(type(record)).tag
    laid_out(root)
    said = spoken(_again(root), tag, Findings())
    carried = Carried(tag, digest(text_of_file(root)), digest(said), difference(said, tree))
    meta = meta_of(root)
    proprietary = add(meta, "proprietary", source=SOURCE)
    put_rest(proprietary, carried)
    for each in [each for each in meta if each.tag.endswith("}presentation")]:
        meta.append(each)
    laid_out(root)
    return bytes(etree.tostring(root, encoding="UTF-8", xml_declaration=True)) + b"\n"


def _again(root: etree._Element) -> etree._Element:
    """Return a copy to be read: the reader may take titles from where they stand."""
    return etree.fromstring(etree.tostring(root))
