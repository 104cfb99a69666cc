"""Bytes to elements, safely: no document types, no entities, no network, bounded depth."""

from __future__ import annotations

from threading import local
from types import MappingProxyType
from typing import Any, TypeAlias

from lxml import etree

from dushanbe_process.errors import LimitExceededError, MalformedError

#: An element of lxml, which has no types of its own.
Element: TypeAlias = Any

#: Beyond this size libxml2 wants its own limits lifted; then we look for declarations first.
_LARGE = 8_000_000


def parse(data: bytes, name: str = "XML") -> Element:
    """Return the root element of XML text; comments and processing instructions are dropped.

    Raises:
        MalformedError: when it is not well-formed, or has a document type declaration.
        LimitExceededError: when it is nested too deep.
    """
    large = len(data) > _LARGE
    if large and ((b"!" in data and b"<!DOCTYPE" in data) or b"\0" in data[:200]):
        raise MalformedError(name, "document type declarations are not accepted")
    parser = _parser(huge=large)
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        raise explained(error, name, parser) from None
    except ValueError as error:
        raise MalformedError(name, str(error)) from None
    if root.getroottree().docinfo.internalDTD is not None:
        raise MalformedError(name, "document type declarations are not accepted")
    return root


#: What every parser of ours refuses and leaves out.
RULES = MappingProxyType(
    {
        "resolve_entities": False,
        "no_network": True,
        "load_dtd": False,
        "dtd_validation": False,
        "remove_comments": True,
        "remove_pis": True,
        "strip_cdata": True,
        "collect_ids": False,
    }
)

_kept = local()


def _parser(*, huge: bool) -> etree.XMLParser:
    """Return the parser of this thread: making one costs as much as parsing a small file."""
    if huge:
        return etree.XMLParser(huge_tree=True, **RULES)
    if not hasattr(_kept, "parser"):
        _kept.parser = etree.XMLParser(**RULES)
    return _kept.parser


def explained(
    error: etree.XMLSyntaxError, name: str, parser: etree.XMLParser | etree.iterparse
) -> MalformedError | LimitExceededError:
    """Return our error for that of a parser, with its place."""
    if any(entry.type_name == "ERR_RESOURCE_LIMIT" for entry in parser.error_log):
        return LimitExceededError(f"{name}: {error.msg}")
    reason = (error.msg or "empty document").split(", line ")[0]
    line, column = error.position
    return MalformedError(name, reason, line or None, column if line else None)
