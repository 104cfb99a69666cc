"""Build the record of one conference from nothing, and write it in every form.

Usage: python build_a_conference.py [FOLDER]

Without a folder, a temporary one is made.
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

import dushanbe_process as dp

HOST = dp.Partner(id="kyrgyzstan", name="Kyrgyz Republic", kind=dp.PartnerKind.STATE, country="KG")
SUPPORTER = dp.Partner(
    id="road-union",
    name="International Road Union",
    kind=dp.PartnerKind.INTERGOVERNMENTAL_ORGANIZATION,
)
CHAIR = dp.Person(
    id="asanova",
    name="Aigul Asanova",
    honorific="H.E. Ms.",
    offices=[dp.Office(title="Minister of Transport", organization="kyrgyzstan")],
)


def conference() -> dp.Conference:
    """Return the meeting: when, where, with whom, and what came of it."""
    return dp.Conference(
        id="bishkek-2031",
        title={"en": "Conference on Mountain Roads", "ru": "Конференция по горным дорогам"},
        dates="2031-06-04/2031-06-05",
        venue=dp.Venue(name="Palace of Congresses", city="Bishkek", country="KG"),
        partnerships=[
            dp.Partnership(partner=HOST.id, roles=["host", "organizer"]),
            dp.Partnership(partner=SUPPORTER.id, roles=["supporter"]),
        ],
        attendance=[
            dp.Attendance(
                quantity=dp.Quantity(
                    value=300, qualifier=dp.Qualifier.OVER, measure="participants"
                ),
            ),
        ],
        sessions=[
            dp.Session(
                id="closing",
                kind=dp.SessionKind.CLOSING,
                officers=[dp.Officer(role=dp.OfficerRole.CHAIR, person=CHAIR.id)],
                statements=["closing-words"],
            ),
        ],
        outcomes=["declaration"],
    )


def declaration() -> dp.Declaration:
    """Return the outcome document, with its text."""
    text = dp.Body(
        formula="We, the States represented at the Conference,",
        preamble=[
            dp.Paragraph(
                key="pp1",
                lead="Recognizing",
                text="Recognizing that a road is as good as its worst winter,",
            ),
        ],
        operative=[
            dp.Paragraph(
                key="op1", number="1.", lead="Agree", text="Agree to keep the passes open;"
            ),
            dp.Paragraph(
                key="op2", number="2.", lead="Invite", text="Invite others to do the same."
            ),
        ],
    )
    return dp.Declaration(
        id="declaration",
        title={"en": "Bishkek Declaration", "ru": "Бишкекская декларация"},
        conference="bishkek-2031",
        adoption=dp.Adoption(date="2031-06-05", mode=dp.AdoptionMode.CONSENSUS),
        versions=[
            dp.LanguageVersion(language="en", status=dp.VersionStatus.ORIGINAL, body=text),
        ],
    )


def statement() -> dp.Statement:
    """Return what the chair said at the close, as it was reported."""
    return dp.Statement(
        id="closing-words",
        conference="bishkek-2031",
        session="closing",
        speaker=CHAIR.id,
        act="thanked",
        manner=dp.Manner.PARAPHRASE,
        text="She thanked those who had come over the passes.",
    )


def dossier() -> dp.Dossier:
    """Return everything together."""
    return dp.Dossier(
        title="Mountain Roads",
        partners=[HOST, SUPPORTER],
        people=[CHAIR],
        conferences=[conference()],
        documents=[declaration(), statement()],
    )


def main(arguments: list[str]) -> int:
    """Write the dossier to the folder as JSON, XML and Word, and read each back."""
    folder = Path(arguments[0] if arguments else tempfile.mkdtemp())
    folder.mkdir(parents=True, exist_ok=True)
    record = dossier()
    for suffix in ("json", "xml", "docx"):
        path = folder / f"mountain-roads.{suffix}"
        dp.write(record, path)
        same = "the same record" if dp.read(path) == record else "ANOTHER RECORD"
        print(f"{path}: read back, {same}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
