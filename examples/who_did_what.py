"""Ask the record of the Dushanbe Process who did what.

Usage: python who_did_what.py [FILE]

Prints, for each conference, the partners by role, the outcomes and where they stand; then the
statements of each person.  Without a file, the record that comes with the library is asked.
"""

from __future__ import annotations

import sys
from collections import defaultdict

import dushanbe_process as dp


def partners_by_role(dossier: dp.Dossier, conference: dp.Conference) -> dict[str, list[str]]:
    """Return the names of the partners of a conference, under each role that they had."""
    roles: dict[str, list[str]] = defaultdict(list)
    for partnership in conference.partnerships:
        for role in partnership.roles:
            roles[role.value].append(str(dossier.partner(partnership.partner).name))
    return dict(roles)


def outcomes(dossier: dp.Dossier, conference: dp.Conference) -> list[str]:
    """Return the titles of the outcome documents, each with how far it came."""
    return [
        f"{document.title} ({document.status.value if document.status else 'status not known'})"
        for document in dossier.documents_of(conference.id)
        if document.id in conference.outcomes
    ]


def statements(dossier: dp.Dossier) -> dict[str, list[str]]:
    """Return what each person said or did by saying it, for those who spoke."""
    said = {
        str(person.name): [
            f"{each.act or 'said'}: {each.text}" for each in dossier.statements_by(person.id)
        ]
        for person in dossier.people
    }
    return {name: texts for name, texts in said.items() if texts}


def main(arguments: list[str]) -> int:
    """Print the answers."""
    dossier = dp.read(arguments[0]) if arguments else dp.sample()
    if not isinstance(dossier, dp.Dossier):
        print(f"{arguments[0]} holds a {type(dossier).__name__}, not a dossier", file=sys.stderr)
        return 1
    for conference in dossier.conferences:
        print(f"{conference.dates}, {conference.venue}: {conference.title}")
        for role, names in partners_by_role(dossier, conference).items():
            print(f"  {role}: {', '.join(names)}")
        for outcome in outcomes(dossier, conference):
            print(f"  outcome: {outcome}")
    for name, texts in statements(dossier).items():
        print(name)
        for text in texts:
            print(f"  {text}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
