"""What is read and written: records of our own model, the same in every run.

The words are those of declarations, put together by a generator with a fixed seed: nobody said
them.  ``big`` is prose, ``dense`` is many small records, ``small`` is many files.
"""

from __future__ import annotations

from functools import cache
from random import Random

from words import LEADS, WORDS

import dushanbe_process as dp

_MEGABYTE = 1_000_000
_LANGUAGES = ("en", "ru", "tg")
_SMALL_FILES = 2_000


class Author:
    """Puts words together; the same seed, the same words."""

    def __init__(self, seed: int) -> None:
        self.chance = Random(seed)  # noqa: S311  (nothing is to be kept secret)

    def words(self, language: str, least: int, most: int) -> str:
        """Return a sentence of so many words."""
        chosen = self.chance.choices(WORDS[language], k=self.chance.randint(least, most))
        return " ".join(chosen).capitalize() + ";"

    def in_languages(self, least: int, most: int) -> dp.LocalizedText:
        """Return a short text in three languages."""
        return dp.LocalizedText({each: self.words(each, least, most) for each in _LANGUAGES})

    def inline(self, language: str, length: int) -> dp.InlineText:
        """Return running text; one in four begins with a lead phrase in italics."""
        text = self.words(language, length - 10, length + 10)
        if self.chance.random() > 1 / 4:
            return dp.InlineText(text)
        lead, _, rest = text.partition(" ")
        return dp.InlineText(dp.Run(text=lead, emphasis=True), " " + rest)

    def paragraphs(self, language: str, count: int, length: int) -> list[dp.Paragraph]:
        """Return numbered paragraphs, some with paragraphs below them."""
        return [
            dp.Paragraph(
                number=f"{number}.",
                text=self.inline(language, length),
                children=[
                    dp.Paragraph(number=f"({letter})", text=self.inline(language, length // 2))
                    for letter in ("ab" if self.chance.random() < 1 / 4 else "")
                ],
            )
            for number in range(1, count + 1)
        ]

    def version(self, language: str, count: int, length: int) -> dp.LanguageVersion:
        """Return the text of a document in one language."""
        preamble = [
            dp.Paragraph(text=self.inline(language, length)) for _ in range(max(count // 3, 1))
        ]
        operative = self.paragraphs(language, count, length)
        body = dp.Body(formula=self.words(language, 3, 6), preamble=preamble, operative=operative)
        return dp.LanguageVersion(language=language, status="official", body=body)


def resolution(author: Author, id: str, count: int, languages: tuple[str, ...]) -> dp.Resolution:
    """Return a resolution of so many operative paragraphs of about sixty words."""
    return dp.Resolution(
        id=id,
        title=author.in_languages(6, 14),
        symbols=[f"A/RES/{author.chance.randint(50, 79)}/{author.chance.randint(1, 300)}"],
        date=f"20{author.chance.randint(10, 24)}-0{author.chance.randint(1, 9)}-17",
        adoption=dp.Adoption(mode="without_vote", meeting={"en": "82nd plenary meeting"}),
        versions=[author.version(each, count, 60) for each in languages],
    )


def statement(author: Author, id: str) -> dp.Statement:
    """Return a statement in three languages."""
    return dp.Statement(
        id=id,
        date="2022-10-18",
        collective={"en": "The participants"},
        capacity=author.in_languages(3, 6),
        act="stressed",
        manner="paraphrase",
        text=author.in_languages(60, 160),
    )


def letter(author: Author, id: str) -> dp.Letter:
    """Return a letter of a few paragraphs."""
    return dp.Letter(
        id=id,
        sender=author.in_languages(3, 8),
        addressee=author.in_languages(3, 8),
        date="2019-06-03",
        versions=[author.version("en", author.chance.randint(2, 8), 50)],
    )


@cache
def paragraphs(count: int) -> dp.Resolution:
    """Return one resolution of so many operative paragraphs, in one language."""
    author = Author(count)
    body = dp.Body(
        formula="The General Assembly,",
        operative=[
            dp.Paragraph(number=f"{number}.", text=author.inline("en", 60))
            for number in range(1, count + 1)
        ],
    )
    version = dp.LanguageVersion(language="en", body=body)
    return dp.Resolution(id="long", title="A long resolution", versions=[version])


@cache
def issued(count: int, seed: int | None = None) -> dp.Resolution:
    """Return one resolution of so many operative paragraphs as resolutions are issued.

    It has a masthead, and each paragraph begins with a lead phrase, which the record does not
    name: whoever sets it in italics has to look for it.  Each seed has words of its own.
    """
    author = Author(count if seed is None else seed)
    operative = [
        dp.Paragraph(
            number=f"{number}.",
            text=f"{author.chance.choice(LEADS)} {author.words('en', 50, 70).lower()}",
        )
        for number in range(1, count + 1)
    ]
    body = dp.Body(formula="The General Assembly,", operative=operative)
    return dp.Resolution(
        id="long",
        title="A long resolution",
        symbols=["A/RES/77/298"],
        date="2023-06-22",
        masthead=dp.Masthead(
            session="Seventy-seventh session",
            distribution="general",
            agenda_items=[dp.AgendaItem(number="121", title="A long item")],
        ),
        adoption=dp.Adoption(mode="without_vote", date="2023-06-22"),
        versions=[dp.LanguageVersion(language="en", body=body)],
    )


@cache
def big(size: int = 10 * _MEGABYTE) -> dp.Dossier:
    """Return a dossier of prose of about this many bytes of JSON."""
    author = Author(1)
    documents: list[dp.Document] = []
    made = 0
    while made < size:
        document = resolution(author, f"resolution-{len(documents)}", 25, _LANGUAGES)
        made += len(dp.dumps(document, "json"))
        documents.append(document)
    return dp.Dossier(title="Big", documents=documents)


@cache
def small() -> tuple[dp.Document, ...]:
    """Return two thousand documents of two to ten kilobytes, of three classes."""
    author = Author(2)
    made: list[dp.Document] = []
    for number in range(_SMALL_FILES):
        id_ = f"document-{number}"
        match number % 4:
            case 0:
                made.append(statement(author, id_))
            case 1:
                made.append(letter(author, id_))
            case _:
                made.append(resolution(author, id_, author.chance.randint(2, 9), ("en",)))
    return tuple(made)


@cache
def dense(size: int = 3 * _MEGABYTE) -> dp.Dossier:
    """Return a dossier of conferences, of about this many bytes of JSON in small records."""
    author = Author(3)
    partners = tuple(
        dp.Partner(id=f"partner-{number}", name=author.in_languages(2, 4), kind="state")
        for number in range(100)
    )
    conferences: list[dp.Conference] = []
    made = 0
    while made < size:
        conferences.append(_conference(author, len(conferences), partners))
        made += len(dp.dumps(conferences[-1], "json"))
    return dp.Dossier(title="Dense", partners=partners, conferences=conferences)


def _conference(author: Author, number: int, partners: tuple[dp.Partner, ...]) -> dp.Conference:
    chance = author.chance
    return dp.Conference(
        id=f"conference-{number}",
        title=author.in_languages(4, 8),
        dates=f"20{chance.randint(10, 24)}-05-03/..",
        mode="in_person",
        partnerships=[
            dp.Partnership(partner=each.id, roles=["host", "organizer"])
            for each in chance.sample(partners, 10)
        ],
        delegations=[
            dp.Delegation(
                partner=each.id, name_as_printed=author.words("en", 1, 3), level="experts"
            )
            for each in chance.sample(partners, 30)
        ],
        officers=[_officer(author) for _ in range(15)],
        attendance=[_attendance(author) for _ in range(10)],
        agenda=[
            dp.AgendaItem(number=str(each), title=author.in_languages(2, 6))
            for each in range(1, 13)
        ],
        sessions=[_session(author, f"session-{number}-{each}") for each in range(8)],
    )


def _officer(author: Author) -> dp.Officer:
    return dp.Officer(
        role="moderator", name=author.words("en", 2, 3), capacity=author.in_languages(1, 4)
    )


def _attendance(author: Author) -> dp.Attendance:
    quantity = dp.Quantity(
        value=author.chance.randint(1, 2000), qualifier="over", measure="participants"
    )
    return dp.Attendance(quantity=quantity, preferred=author.chance.random() < 1 / 2)


def _session(author: Author, id: str) -> dp.Session:
    return dp.Session(
        id=id,
        kind="thematic",
        title=author.in_languages(3, 7),
        starts="2022-10-18T09:30+05:00",
        ends="2022-10-18T11:00+05:00",
        venue=dp.Venue(name=author.words("en", 1, 3), country="TJ"),
        officers=[_officer(author) for _ in range(3)],
    )
