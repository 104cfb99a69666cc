"""The pieces of work that are measured."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Any

import corpora
import orjson
import peers_hand
from goals import OURS, Bench, ahead, at_most
from lxml import etree
from peers import measured
from timing import Absent, Case

import dushanbe_process as dp
from dushanbe_process.forms.xml.names import NAMESPACE

_PYDANTIC = "pydantic v2"
_CATTRS = "cattrs with orjson"
_BY_HAND = "find and findall by hand"
_OPTIONS = orjson.OPT_INDENT_2 | orjson.OPT_APPEND_NEWLINE
_KINDS = ("Statement", "Letter", "Resolution")

by_hand = cache(peers_hand.ByHand)


@cache
def pydantic() -> Any:
    """Return the models of pydantic."""
    import peers_json

    return peers_json.Pydantic()


@cache
def cattrs() -> Any:
    """Return the converter of cattrs."""
    import peers_json

    return peers_json.Cattrs()


@cache
def xsdata() -> Any:
    """Return the classes of xsdata."""
    import peers_xsdata

    return peers_xsdata.Xsdata()


@cache
def pydantic_xml() -> Any:
    """Return the models of pydantic-xml."""
    import peers_pydantic_xml

    return peers_pydantic_xml.PydanticXml()


def records(corpus: str) -> tuple[Any, ...]:
    """Return the records of a corpus."""
    return corpora.small() if corpus == "small" else (getattr(corpora, corpus)(),)


def each(work: Any, items: Any) -> Any:
    """Return what does a piece of work for each of many."""
    return lambda: [work(item) for item in items]


def _pydantic_read(corpus: str) -> Any:
    if corpus == "small":
        return pydantic().adapter(_KINDS).validate_json
    return pydantic().models["Dossier"].model_validate_json


def _cattrs_read(data: bytes) -> Any:
    return cattrs().read(orjson.loads(data))


def json_read(corpus: str) -> Iterator[Case | Absent]:
    """Yield the ways to read JSON into objects."""
    data = [dp.dumps(record, "json") for record in records(corpus)]
    yield Case("orjson.loads", each(orjson.loads, data))
    yield Case(OURS, each(lambda item: dp.loads(item, "json"), data))
    yield from measured(_PYDANTIC, lambda: Case(_PYDANTIC, each(_pydantic_read(corpus), data)))
    yield from measured(_CATTRS, lambda: Case(_CATTRS, each(_cattrs_read, data)))


def json_write(corpus: str) -> Iterator[Case | Absent]:
    """Yield the ways to write objects as JSON."""
    data = [dp.dumps(record, "json") for record in records(corpus)]
    trees = [orjson.loads(item) for item in data]
    yield Case("orjson.dumps", each(lambda item: orjson.dumps(item, option=_OPTIONS), trees))
    yield Case(OURS, each(lambda item: dp.dumps(item, "json"), records(corpus)))
    yield from measured(_PYDANTIC, lambda: _pydantic_write(corpus, data))
    yield from measured(_CATTRS, lambda: _cattrs_write(data))


def _pydantic_write(corpus: str, data: list[bytes]) -> Case:
    models = [_pydantic_read(corpus)(item) for item in data]
    written = each(lambda item: item.model_dump_json(exclude_none=True, indent=2), models)
    return Case(_PYDANTIC, written)


def _cattrs_write(data: list[bytes]) -> Case:
    plain, write = [_cattrs_read(item) for item in data], cattrs().write
    return Case(_CATTRS, each(lambda item: orjson.dumps(write(item), option=_OPTIONS), plain))


def _root_names(corpus: str) -> list[str]:
    return [type(record).__name__ for record in records(corpus)]


def xml_read(corpus: str) -> Iterator[Case | Absent]:
    """Yield the ways to read XML into objects."""
    data = [dp.dumps(record, "xml") for record in records(corpus)]
    named = list(zip(data, _root_names(corpus), strict=True))
    yield Case("lxml.etree.fromstring", each(etree.fromstring, data))
    yield Case(OURS, each(lambda item: dp.loads(item, "xml"), data))
    yield Case(_BY_HAND, each(lambda item: by_hand().read(etree.fromstring(item)), data))
    yield from measured("xsdata", lambda: Case("xsdata", each(_xsdata_read, named)))
    yield from measured("pydantic-xml", lambda: Case("pydantic-xml", each(_from_xml, named)))


def _xsdata_read(item: tuple[bytes, str]) -> Any:
    return xsdata().parser.from_bytes(item[0], xsdata().classes[item[1]])


def _from_xml(item: tuple[bytes, str]) -> Any:
    return pydantic_xml().models[item[1]].from_xml(item[0])


def xml_write(corpus: str) -> Iterator[Case | Absent]:
    """Yield the ways to write objects as XML."""
    data = [dp.dumps(record, "xml") for record in records(corpus)]
    named = list(zip(data, _root_names(corpus), strict=True))
    roots = [etree.fromstring(item) for item in data]
    yield Case(
        "lxml.etree.tostring", each(lambda item: etree.tostring(item, encoding="UTF-8"), roots)
    )
    yield Case(OURS, each(lambda item: dp.dumps(item, "xml"), records(corpus)))
    yield from measured("xsdata", lambda: _xsdata_write(named))
    yield from measured("pydantic-xml", lambda: _pydantic_xml_write(named))


def _xsdata_write(named: list[tuple[bytes, str]]) -> Case:
    made, render = [_xsdata_read(item) for item in named], xsdata().serializer.render
    spaces = {None: NAMESPACE}
    return Case("xsdata", each(lambda item: render(item, ns_map=spaces).encode(), made))


def _pydantic_xml_write(named: list[tuple[bytes, str]]) -> Case:
    made = [_from_xml(item) for item in named]
    written = each(lambda item: item.to_xml(exclude_none=True, encoding="UTF-8"), made)
    return Case("pydantic-xml", written)


_JSON_READ = {"big": (1.8, 1.2), "dense": (3, 1.5), "small": (1.8, 2)}
_JSON_WRITE = {"big": 3.5, "dense": 5, "small": 3.5}
_XML_READ = {"big": [2.6], "dense": [], "small": [2.6]}

BENCHES = [
    *(
        Bench(
            f"JSON read, {corpus}",
            lambda corpus=corpus: json_read(corpus),
            (at_most(floor, "orjson.loads"), ahead(peer, _PYDANTIC), ahead(1.7, _CATTRS)),
        )
        for corpus, (floor, peer) in _JSON_READ.items()
    ),
    *(
        Bench(
            f"JSON write, {corpus}",
            lambda corpus=corpus: json_write(corpus),
            (at_most(floor, "orjson.dumps"), ahead(1.2, _PYDANTIC), ahead(1.8, _CATTRS)),
        )
        for corpus, floor in _JSON_WRITE.items()
    ),
    *(
        Bench(
            f"XML read, {corpus}",
            lambda corpus=corpus: xml_read(corpus),
            (
                *(at_most(floor, "lxml.etree.fromstring") for floor in floors),
                ahead(4, "xsdata"),
                ahead(4.5, "pydantic-xml"),
                ahead(1.2, _BY_HAND),
            ),
            rounds=5,
        )
        for corpus, floors in _XML_READ.items()
    ),
    *(
        Bench(
            f"XML write, {corpus}",
            lambda corpus=corpus: xml_write(corpus),
            (at_most(3.5, "lxml.etree.tostring"), ahead(9, "xsdata"), ahead(7, "pydantic-xml")),
            rounds=5,
        )
        for corpus in ("big", "dense", "small")
    ),
]
