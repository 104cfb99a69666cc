"""What a user writes: clean under the strictest settings of mypy and pyright."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import assert_type

import dushanbe_process as dp
from dushanbe_process import Conference, Declaration, Dossier, Partner, PartnerKind

# Building, from plain strings, lists and mappings.
unoct = Partner(
    id="unoct",
    name={"en": "United Nations Office of Counter-Terrorism", "fr": "Bureau de lutte"},
    kind="un_entity",
    other_names=["UNOCT", {"ru": "КТУ ООН"}],
    website="https://www.un.org/counterterrorism/",
    identifiers=[dp.Identifier(scheme="wikidata", value="Q1")],
    extra={"rank": 1, "tags": ["a", "b"]},
)
state = Partner(id="tj", name="Tajikistan", kind=PartnerKind.STATE, country="TJ")
conference = Conference(
    id="dushanbe-2022",
    title="International High-Level Conference",
    dates="2022-10-18/2022-10-19",
    venue=dp.Venue(name="Kokhi Somon", city={"en": "Dushanbe"}, country="TJ"),
    mode="in_person",
    level=dp.Level.HIGH_LEVEL,
    partnerships=[
        dp.Partnership(partner="tj", roles=["host", dp.PartnershipRole.ORGANIZER]),
        dp.Partnership(partner="unoct", roles=("co-organizer",)),
    ],
    attendance=[
        dp.Attendance(
            quantity=dp.Quantity(value=900, qualifier="over", measure="participants"),
        )
    ],
    officers=[dp.Officer(role="chair", name="Somebody")],
    sessions=[dp.Session(id="closing", kind="closing", dates=dt.date(2022, 10, 19))],
    mandates=["A/RES/75/291", dp.Symbol(value="S/RES/2396 (2017)")],
    outcomes=["declaration"],
)
body = dp.Body(
    formula="We, the States,",
    preamble=[
        dp.Paragraph(
            lead="Recalling",
            text=[dp.emphasis("Recalling"), " its resolution", dp.footnote("A/RES/77/298.")],
        ),
        dp.Paragraph(text="noting", sources=[dp.Citation(source="article", quote="noting")]),
    ],
    operative=[
        dp.Section(heading="I", children=[dp.Paragraph(number="1.", text=dp.strong("Decides"))]),
        dp.Table(rows=[dp.Row(cells=[dp.Cell(text="x", header=True)])]),
    ],
    preamble_style=dp.ClauseStyle(marker="dash", voice="first_plural"),
)
declaration = Declaration(
    id="declaration",
    title="Dushanbe Declaration",
    symbols=["A/77/621"],
    date="2022-10",
    status="introduced",
    adoption=dp.Adoption(date=dt.date(2022, 10, 19), mode="consensus"),
    versions=[dp.LanguageVersion(language="en", status="official", body=body)],
    masthead=dp.Masthead(distribution="general", original_languages=["en"]),
    relations=[dp.Relation(kind="recalls", symbol="A/RES/75/291", title="Strategy")],
    publications=[dp.Publication(moment=dt.datetime(2022, 10, 21, 15, 11, tzinfo=dt.UTC))],
)
statement = dp.Statement(id="statement", speaker="minister", text="The text", manner="direct")
dossier = Dossier(
    title="Dushanbe Process",
    processes=[
        dp.Process(id="process", name="P", launched="2018-05", conferences=["dushanbe-2022"])
    ],
    conferences=[conference],
    partners=[unoct, state],
    people=[
        dp.Person(id="minister", name="M", offices=[dp.Office(title="Minister", dates="2018/..")])
    ],
    documents=[declaration, statement],
    sources=[dp.Source(id="article", title="Article", kind="press_release", date="2022-10-21")],
    claims=[
        dp.Claim(
            id="count",
            about="dushanbe-2022",
            aspect="attendance",
            values=[dp.ClaimedValue(value="over 900", preferred=True)],
        )
    ],
)

# What is read has the kept types.
assert_type(unoct.name, dp.LocalizedText)
assert_type(unoct.kind, PartnerKind)
assert_type(unoct.other_names, tuple[dp.LocalizedText, ...])
assert_type(unoct.country, "str | None")
assert_type(unoct.extra, dp.Extra)
assert_type(conference.dates, "dp.DateSpan | None")
assert_type(conference.mode, "dp.ConferenceMode | None")
assert_type(conference.mandates, tuple[dp.Symbol, ...])
assert_type(conference.partnerships[0].roles, tuple[dp.PartnershipRole, ...])
assert_type(conference.attendance[0].quantity.qualifier, dp.Qualifier)
assert_type(declaration.date, "dp.PartialDate | None")
assert_type(declaration.relations[0].symbol, "dp.Symbol | None")
assert_type(body.preamble[1].sources, tuple[dp.Citation, ...])
assert_type(body.formula, dp.InlineText)
assert_type(body.formula[0], "str | dp.Run | dp.Footnote")
assert_type(dossier.documents, tuple[dp.AnyDocument, ...])
assert_type(statement.manner, "dp.Manner | None")

# Changing makes another of the same class.
assert_type(unoct.evolve(name="UNOCT"), Partner)
assert_type(declaration.evolve(status="adopted"), Declaration)

# Reading, writing, converting.
folder = Path()
dp.write(dossier, folder / "process.xml")
dp.convert("process.xml", "process.json")
again = dp.read("process.json")
assert isinstance(again, Dossier)
assert_type(again.partners, tuple[Partner, ...])
data = dp.dumps(again, "json")
assert_type(data, bytes)
record = dp.loads(data)
problems = dp.validate(record)
assert_type([problem.path for problem in problems], list[str])
assert_type(dp.sample(), Dossier)

# Asking.
assert_type(dossier.partner("unoct"), Partner)
assert_type(dossier.document("declaration"), dp.Document)
assert_type(dossier.find("unoct"), "dp.Entity | None")
named = [partner.name.in_("fr") for partner in dossier.partners if partner.kind == "state"]
assert_type(named, list[str])
first_days = [each.dates.earliest for each in dossier.conferences if each.dates]
assert_type(first_days, "list[dt.date | None]")
words = [
    str(block.text)
    for each in dossier.documents
    for version in each.versions
    for block in version.body.blocks()
    if isinstance(block, dp.Paragraph)
]
assert_type(words, list[str])
sessions = [parts.session for symbol in declaration.symbols for parts in symbol.parts]
assert_type(sessions, "list[str | None]")
merged = dossier.merge(dossier.extract("unoct"))
assert_type([str(conflict) for conflict in merged.conflicts], list[str])
try:
    dossier.person("nobody")
except dp.UnknownIdError as error:
    assert_type(error.id, str)
match dossier.documents[0]:
    case dp.Declaration(adoption=adoption) | dp.Resolution(adoption=adoption) if adoption:
        assert_type(adoption.mode, "dp.AdoptionMode | None")
    case _:
        raise AssertionError
