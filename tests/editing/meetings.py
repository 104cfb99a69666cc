"""A dossier on a meeting, to be shown in tables: partners, sessions, and what is not seen."""

from __future__ import annotations

from functools import cache

import attrs

import dushanbe_process as dp


@attrs.frozen
class Names:
    """What is called how, in one language."""

    meeting: str
    partners: tuple[str, str, str]
    printed: tuple[str, str, str]
    sessions: tuple[str, str]
    new: str


NAMES = {
    "en": Names(
        "Test meeting",
        ("First Agency", "Second Bureau", "Third Centre"),
        ("The First Agency of the test", "Bureau Two", "Centre Three"),
        ("Opening remarks", "Borders and trust"),
        "Another name",
    ),
    "ru": Names(
        "Пробное совещание",
        ("Первое агентство", "Второе бюро", "Третий центр"),
        ("Первое агентство пробы", "Бюро два", "Центр три"),
        ("Вступительные слова", "Границы и доверие"),
        "Другое название",
    ),
    "ar": Names(
        "اجتماع تجريبي",
        ("الوكالة الأولى", "المكتب الثاني", "المركز الثالث"),
        ("الوكالة الأولى للتجربة", "مكتب اثنان", "مركز ثلاثة"),
        ("كلمات افتتاحية", "الحدود والثقة"),
        "اسم آخر",
    ),
}
_ROLES = (("host", "organizer"), ("co-organizer",), ("supporter",))


@cache
def meeting(language: str) -> dp.Dossier:
    """Return the dossier in a language; everything in it has something that no table shows."""
    names = NAMES[language]
    source = [dp.Citation(source="source", quote="unseen")]
    return dp.Dossier(
        title={language: names.meeting},
        default_language=language,
        sources=[dp.Source(id="source", title="Unseen source")],
        partners=[
            dp.Partner(
                id=f"p{n}", name={language: name}, kind="other", note=f"unseen {n}", sources=source
            )
            for n, name in enumerate(names.partners)
        ],
        conferences=[
            dp.Conference(
                id="meeting",
                title={language: names.meeting},
                partnerships=[
                    dp.Partnership(
                        partner=f"p{n}",
                        roles=roles,
                        name_as_printed={language: names.printed[n]},
                        sources=source,
                        extra={"unseen": n},
                    )
                    for n, roles in enumerate(_ROLES)
                ],
                sessions=[
                    dp.Session(id=f"s{n}", kind=kind, title={language: title}, note=f"unseen {n}")
                    for n, (kind, title) in enumerate(
                        zip(("opening", "thematic"), names.sessions, strict=True)
                    )
                ],
            )
        ],
    )
