"""Symbols: the parts of those of the United Nations, and no part lost."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

import dushanbe_process as dp
from dushanbe_process.testing import records

if TYPE_CHECKING:
    from pathlib import Path

Row = tuple[str, tuple[str, ...], str | None, str | None, str | None, tuple[str, ...]]

#: Symbol: organ, bodies, session or year, nature, number, what was done to the text.
TABLE: dict[str, Row] = {
    "A/RES/77/298": ("A", (), "77", "RES", "298", ()),
    "A/RES/75/101 A-B": ("A", (), "75", "RES", "101 A-B", ()),
    "A/RES/75/257 B": ("A", (), "75", "RES", "257 B", ()),
    "A/RES/103(I)": ("A", (), "I", "RES", "103", ()),
    "A/RES/2200 (XXI)": ("A", (), "XXI", "RES", "2200", ()),
    "A/RES/3201(S-VI)": ("A", (), "S-VI", "RES", "3201", ()),
    "A/RES/3367 A (XXX)": ("A", (), "XXX", "RES", "3367 A", ()),
    "A/RES/217(III)A": ("A", (), "III", "RES", "217A", ()),
    "A/RES/ES-11/1": ("A", (), "ES-11", "RES", "1", ()),
    "A/RES/S-20/2": ("A", (), "S-20", "RES", "2", ()),
    "A/DEC/76/418": ("A", (), "76", "DEC", "418", ()),
    "S/RES/1373 (2001)": ("S", (), "2001", "RES", "1373", ()),
    "S/RES/2178(2014)": ("S", (), "2014", "RES", "2178", ()),
    "S/PRST/2014/12": ("S", (), "2014", "PRST", "12", ()),
    "S/2023/212": ("S", (), "2023", None, "212", ()),
    "S/12345": ("S", (), None, None, "12345", ()),
    "S/PV.9876": ("S", (), None, "PV", "9876", ()),
    "S/Agenda/8979": ("S", ("Agenda",), None, None, "8979", ()),
    "A/72/PV.12": ("A", (), "72", "PV", "12", ()),
    "A/77/PV.83 (Resumption 1)": ("A", (), "77", "PV", "83", ("(Resumption 1)",)),
    "A/77/L.65/Add.1": ("A", (), "77", "L", "65", ("Add.1",)),
    "A/77/621": ("A", (), "77", None, "621", ()),
    "A/77/621*": ("A", (), "77", None, "621", ("*",)),
    "A/77/6 (Sect. 1)": ("A", (), "77", None, "6", ("(Sect. 1)",)),
    "A/520/Rev.15": ("A", (), None, None, "520", ("Rev.15",)),
    "A/INF/77/5": ("A", (), "77", "INF", "5", ()),
    "A/ES-10/PV.40": ("A", (), "ES-10", "PV", "40", ()),
    "A/C.1/47/L.1/Rev.1": ("A", ("C.1",), "47", "L", "1", ("Rev.1",)),
    "A/C.5/77/L.1/Add.1/Corr.2*": ("A", ("C.5",), "77", "L", "1", ("Add.1", "Corr.2", "*")),
    "A/CONF.2/108": ("A", ("CONF.2",), None, None, "108", ()),
    "A/CONF.192/15(supp)": ("A", ("CONF.192",), None, None, "15", ("(supp)",)),
    "A/CONF.157/PC/42/Rev.1": ("A", ("CONF.157", "PC"), None, None, "42", ("Rev.1",)),
    "A/AC.105/C.2/2012/CRP.3": ("A", ("AC.105", "C.2"), "2012", "CRP", "3", ()),
    "A/CN.9/WG.III/XXIII/CRP.1": ("A", ("CN.9", "WG.III"), "XXIII", "CRP", "1", ()),
    "A/HRC/RES/54/11": ("A", ("HRC",), "54", "RES", "11", ()),
    "A/HRC/54/NGO/1": ("A", ("HRC",), "54", "NGO", "1", ()),
    "A/HRC/WG.6/25/TJK/1": ("A", ("HRC", "WG.6"), "25", None, "TJK/1", ()),
    "E/2021/INF/2": ("E", (), "2021", "INF", "2", ()),
    "E/CN.4/2000/SR.5": ("E", ("CN.4",), "2000", "SR", "5", ()),
    "E/CN.4/Sub.2/AC.2/1987/WP.4": ("E", ("CN.4", "Sub.2", "AC.2"), "1987", "WP", "4", ()),
    "E/ECE/TRANS/WP.15/190": ("E", ("ECE", "TRANS", "WP.15"), None, None, "190", ()),
    "E/C.12/GC/25": ("E", ("C.12",), None, "GC", "25", ()),
    "ST/SGB/2003/7": ("ST", (), "2003", "SGB", "7", ()),
    "ST/AI/2013/4": ("ST", (), "2013", "AI", "4", ()),
    "CRC/C/GC/20": ("CRC", ("C",), None, "GC", "20", ()),
    "CEDAW/C/TJK/CO/6": ("CEDAW", ("C", "TJK"), None, "CO", "6", ()),
    "CAT/C/SR.209/Add.1": ("CAT", ("C",), None, "SR", "209", ("Add.1",)),
    "FCCC/CP/2015/10/Add.1": ("FCCC", ("CP",), "2015", None, "10", ("Add.1",)),
    "TD/B/C.1/3/Add.2": ("TD", ("B", "C.1"), None, None, "3", ("Add.2",)),
    "UNEP/GC.22/INF/3": ("UNEP", ("GC.22",), None, "INF", "3", ()),
    "UNEP/EA.4/RES.1": ("UNEP", ("EA.4",), None, "RES", "1", ()),
}


@pytest.mark.parametrize("text", TABLE)
def test_the_parts_of_a_symbol(text: str) -> None:
    """Each component of a symbol is told apart, and the symbol is put together again."""
    (parts,) = dp.Symbol(value=text).parts
    told = (parts.organ, parts.subsidiaries, parts.session, parts.nature, parts.number)
    assert (*told, parts.finals) == TABLE[text]
    assert str(parts) == text


@pytest.mark.parametrize(
    ("text", "singles"),
    [
        ("A/77/621", ["A/77/621"]),
        ("A/66/772–S/2012/215", ["A/66/772", "S/2012/215"]),
        ("A/66/772 — S/2012/215", ["A/66/772", "S/2012/215"]),
        ("A/71/982-S/2017/600", ["A/71/982", "S/2017/600"]),
        ("A/77/1*-S/2022/2*", ["A/77/1*", "S/2022/2*"]),
        ("A/77/1–S/2022/2–E/2022/3", ["A/77/1", "S/2022/2", "E/2022/3"]),
        ("A/RES/75/101 A–B", ["A/RES/75/101 A–B"]),
        ("A/RES/75/101 A-B", ["A/RES/75/101 A-B"]),
        ("A/RES/ES-11/1", ["A/RES/ES-11/1"]),
    ],
)
def test_a_document_may_bear_two_symbols(text: str, singles: list[str]) -> None:
    """The symbols that are printed with a dash between them are told apart, and no others."""
    symbol = dp.Symbol(value=text)
    assert list(symbol.singles) == [str(parts) for parts in symbol.parts] == singles


def test_symbols_of_others_pass_through() -> None:
    """The symbol of another organisation is one symbol, and nothing is read into it."""
    symbol = dp.Symbol(value="SEC.DAYS/5–S/20/Corr.1*", scheme="osce")
    assert symbol.singles == ("SEC.DAYS/5–S/20/Corr.1*",)
    assert symbol.parts == ()


@pytest.mark.parametrize(
    ("organ", "name"),
    [("A", "General Assembly"), ("S", "Security Council"), ("ST", "Secretariat"), ("TD", None)],
)
def test_the_principal_organs_have_names(organ: str, name: str | None) -> None:
    """The parts name the organ where it is a principal one."""
    assert dp.SymbolParts(organ).organ_name == name


@pytest.mark.parametrize(
    ("parts", "text"),
    [
        (dp.SymbolParts("A", nature="RES", session="77", number="298"), "A/RES/77/298"),
        (dp.SymbolParts("A", nature="RES", session="XXV", number="2625"), "A/RES/2625(XXV)"),
        (dp.SymbolParts("S", nature="RES", session="2001", number="1373"), "S/RES/1373 (2001)"),
        (dp.SymbolParts("A", session="72", nature="PV", number="12"), "A/72/PV.12"),
        (dp.SymbolParts("A", session="77", number="6", finals=("(Sect. 1)",)), "A/77/6 (Sect. 1)"),
        (dp.SymbolParts("A", session="77", number="6", finals=("Rev.1", "*")), "A/77/6/Rev.1*"),
        (dp.SymbolParts("E", ("CN.4",), "2000", "SR", "5", ("Add.1",)), "E/CN.4/2000/SR.5/Add.1"),
    ],
)
def test_parts_are_written_as_a_symbol(parts: dp.SymbolParts, text: str) -> None:
    """Parts put together by hand are written in the usual order, and read back."""
    assert str(parts) == text
    assert dp.Symbol(value=text).parts == (parts,)


NUMBERS = st.integers(1, 9999).map(str)
SESSIONS = st.one_of(
    st.integers(31, 99).map(str),
    st.integers(1978, 2040).map(str),
    st.integers(1, 40).map("S-{}".format),
    st.integers(1, 12).map("ES-{}".format),
)
BODIES = st.sampled_from(
    ["AC.1", "C.2", "CN.4", "CONF.157", "GC.22", "PC", "SC", "Sub.2", "WG.6", "WG.II", "HRC", "B"]
)
NATURES = ["CRP", "INF", "L", "NGO", "PET", "PRST", "PV", "R", "RES", "SR", "WP", "DEC"]
FINALS = st.sampled_from(["Add.1", "Amend.2", "Corr.3", "Rev.4", "Part.5", "Summary"])


@st.composite
def symbol_parts(draw: st.DrawFn) -> dp.SymbolParts:
    """Return the parts of a symbol that keeps to the grammar."""
    nature = draw(st.none() | st.sampled_from(NATURES))
    return dp.SymbolParts(
        draw(st.sampled_from(["A", "E", "T", "ST", "TD", "UNEP"])),
        tuple(draw(st.lists(BODIES, max_size=3))),
        draw(st.none() | SESSIONS),
        nature,
        draw(NUMBERS),
        (*draw(st.lists(FINALS, max_size=2)), *draw(st.sampled_from([(), ("*",)]))),
    )


@given(parts=symbol_parts())
def test_parts_are_read_as_they_are_written(parts: dp.SymbolParts) -> None:
    """Whatever keeps to the grammar is read back part by part."""
    assert dp.Symbol(value=str(parts)).parts == (parts,)


def _letters(*texts: str | None) -> list[str]:
    return sorted(letter for text in texts for letter in text or "" if letter.isalnum())


def _assert_nothing_is_lost(symbol: dp.Symbol) -> None:
    assert tuple(map(str, symbol.parts)) == symbol.singles
    for parts in symbol.parts:
        told = (parts.organ, *parts.subsidiaries, parts.session, parts.nature, parts.number)
        assert _letters(*told, *parts.finals) == _letters(str(parts))


COMPONENTS = st.one_of(
    BODIES,
    SESSIONS,
    NUMBERS,
    FINALS,
    st.sampled_from(
        [
            *NATURES,
            "L.1",
            "PV.2",
            "1373 (2001)",
            "103(I)",
            "217(III)A",
            "",
            "(PartI)",
            "Rev.1*",
            "*",
        ]
    ),
)


@given(components=st.lists(COMPONENTS, min_size=1, max_size=7))
def test_nothing_is_lost_in_any_order(components: list[str]) -> None:
    """Components in whatever order each end in one part of the symbol."""
    _assert_nothing_is_lost(dp.Symbol(value="/".join(["A", *components])))


@given(symbol=records(dp.Symbol))
def test_nothing_is_lost_of_any_symbol(symbol: dp.Symbol) -> None:
    """Whatever is printed as a symbol is in its parts."""
    if symbol.scheme == "un":
        _assert_nothing_is_lost(symbol)


def test_real_symbols(cases: Path) -> None:
    """Every symbol borne or cited by the real documents is read without losing a component."""
    rows = map(json.loads, (cases / "akn" / "EXPECTED.jsonl").read_text().splitlines())
    symbols = {row["doc_number"] for row in rows if row["file"].startswith("akn/un/")}
    for path in (cases / "akn" / "un").glob("*.xml"):
        symbols.add(path.name.partition(".")[0].replace("_", "/"))
        symbols |= set(re.findall(r"\b(?:A|S|E|ST|TD|CRC|CEDAW)/[\w./()*-]*\w", path.read_text()))
    symbols.discard(None)
    assert len(symbols) > 100
    for symbol in symbols:
        _assert_nothing_is_lost(dp.Symbol(value=symbol))
