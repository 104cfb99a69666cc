"""The pieces of work that are measured."""

from __future__ import annotations

from functools import cache
from typing import Any

import corpora
import orjson
import peers_hand
import peers_json
import peers_pydantic_xml
import peers_xsdata
from goals import OURS, Bench, ahead, at_most
from lxml import etree
from timing import Case

import dushanbe_process as dp
from dushanbe_process.forms.xml.names import NAMESPACE

_PYDANTIC = "pydantic v2"
_CATTRS = "cattrs with orjson"
_BY_HAND = "find and findall by hand"
_OPTIONS = orjson.OPT_INDENT_2 | orjson.OPT_APPEND_NEWLINE
_KINDS = ("Statement", "Letter", "Resolution")

pydantic = cache(peers_json.Pydantic)
cattrs = cache(peers_json.Cattrs)
xsdata = cache(peers_xsdata.Xsdata)
pydantic_xml = cache(peers_pydantic_xml.PydanticXml)
by_hand = cache(peers_hand.ByHand)


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


def json_read(corpus: str) -> list[Case]:
    """Return the ways to read JSON into objects."""
    data = [dp.dumps(record, "json") for record in records(corpus)]
    return [
        Case("orjson.loads", each(orjson.loads, data)),
        Case(OURS, each(lambda item: dp.loads(item, "json"), data)),
        Case(_PYDANTIC, each(_pydantic_read(corpus), data)),
        Case(_CATTRS, each(_cattrs_read, data)),
    ]


def json_write(corpus: str) -> list[Case]:
    """Return the ways to write objects as JSON."""
    data = [dp.dumps(record, "json") for record in records(corpus)]
    trees = [orjson.loads(item) for item in data]
    models = [_pydantic_read(corpus)(item) for item in data]
    plain = [_cattrs_read(item) for item in data]
    write = cattrs().write
    return [
        Case("orjson.dumps", each(lambda item: orjson.dumps(item, option=_OPTIONS), trees)),
        Case(OURS, each(lambda item: dp.dumps(item, "json"), records(corpus))),
        Case(
            _PYDANTIC,
            each(lambda item: item.model_dump_json(exclude_none=True, indent=2), models),
        ),
        Case(_CATTRS, each(lambda item: orjson.dumps(write(item), option=_OPTIONS), plain)),
    ]


def _root_names(corpus: str) -> list[str]:
    return [type(record).__name__ for record in records(corpus)]


def xml_read(corpus: str) -> list[Case]:
    """Return the ways to read XML into objects."""
    data = [dp.dumps(record, "xml") for record in records(corpus)]
    named = list(zip(data, _root_names(corpus), strict=True))
    parser, classes, models = xsdata().parser, xsdata().classes, pydantic_xml().models
    return [
        Case("lxml.etree.fromstring", each(etree.fromstring, data)),
        Case(OURS, each(lambda item: dp.loads(item, "xml"), data)),
        Case(_BY_HAND, each(lambda item: by_hand().read(etree.fromstring(item)), data)),
        Case("xsdata", each(lambda item: parser.from_bytes(item[0], classes[item[1]]), named)),
        Case("pydantic-xml", each(lambda item: models[item[1]].from_xml(item[0]), named)),
    ]


def xml_write(corpus: str) -> list[Case]:
    """Return the ways to write objects as XML."""
    data = [dp.dumps(record, "xml") for record in records(corpus)]
    named = list(zip(data, _root_names(corpus), strict=True))
    roots = [etree.fromstring(item) for item in data]
    classes, models = xsdata().classes, pydantic_xml().models
    theirs = [xsdata().parser.from_bytes(item, classes[name]) for item, name in named]
    others = [models[name].from_xml(item) for item, name in named]
    render, spaces = xsdata().serializer.render, {None: NAMESPACE}
    return [
        Case(
            "lxml.etree.tostring", each(lambda item: etree.tostring(item, encoding="UTF-8"), roots)
        ),
        Case(OURS, each(lambda item: dp.dumps(item, "xml"), records(corpus))),
        Case("xsdata", each(lambda item: render(item, ns_map=spaces).encode(), theirs)),
        Case(
            "pydantic-xml",
            each(lambda item: item.to_xml(exclude_none=True, encoding="UTF-8"), others),
        ),
    ]


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
