"""Two versions of a declaration in three languages, with every kind of change between them."""

from __future__ import annotations

from typing import Any

import dushanbe_process as dp


def _paragraphs(rows: list[Any], marks: list[str]) -> list[Any]:
    made: list[Any] = []
    for row in rows:
        if isinstance(row, dp.Table):
            made.append(row)
            continue
        text, below = row if isinstance(row, tuple) else (row, ())
        children = [
            dp.Paragraph(number=mark, text=each) for mark, each in zip(marks, below, strict=False)
        ]
        number = marks[-1].format(sum(isinstance(each, dp.Paragraph) for each in made) + 1)
        made.append(dp.Paragraph(number=number, text=text, children=children))
    return made


def _declaration(
    language: str, title: str, formula: str, preamble: list[Any], operative: list[Any], **more: Any
) -> dp.Declaration:
    body = dp.Body(
        formula=formula,
        preamble=[dp.Paragraph(text=each) for each in preamble],
        operative=_paragraphs(operative, _MARKS[language]),
    )
    version = dp.LanguageVersion(language=language, body=body)
    return dp.Declaration(id="d", title={language: title}, versions=[version], **more)


_MARKS = {
    "en": ["(a)", "(b)", "(c)", "{}."],
    "ru": ["a)", "b)", "c)", "{}."],
    "ar": ["(أ)", "(ب)", "(ج)", "{} -"],
}


def _table(*rows: tuple[str, str]) -> dp.Table:
    cells = [dp.Row(cells=[dp.Cell(text=each) for each in row]) for row in rows]
    return dp.Table(caption="1", rows=cells)


VERSIONS = {
    "en": (
        _declaration(
            "en",
            "Dushanbe Declaration",
            "We, the States,",
            [
                "Recalling resolution 77/298 and all its annexes,",
                "Noting with concern the spread of terrorism,",
                ["Stressing the role of the United Nations", dp.footnote("See A/77/621."), ","],
            ],
            [
                "Call upon all States to cooperate with each other;",
                (
                    "Decide to establish a mechanism:",
                    ["Reporting each year;", "Meeting each year;"],
                ),
                "Encourage partners to share information on borders;",
                "Thank the Government of Tajikistan for its hospitality;",
                _table(("Tajikistan", "host"), ("Kuwait", "co-host"), ("Qatar", "supporter")),
                "Decide to meet again in two years.",
            ],
            symbols=["A/C.1/77/L.1"],
            masthead=dp.Masthead(organization="United Nations", organ="General Assembly"),
        ),
        _declaration(
            "en",
            "Dushanbe Declaration on Border Security",
            "We, the States and organizations,",
            [
                "Recalling resolution 77/298,",
                [
                    "Stressing the central role of the United Nations",
                    dp.footnote("See document A/77/621, annex."),
                    ",",
                ],
                ["Mindful of the needs of victims", dp.footnote("A new note."), ","],
            ],
            [
                "Thank the Government of Tajikistan for its hospitality;",
                "Urge all Member States to cooperate;",
                (
                    "Decide to establish a mechanism:",
                    ["Reporting each year;", "Training of officers;", "Meeting each year;"],
                ),
                ["Encourage partners to share ", dp.strong("information"), " on borders;"],
                _table(("Tajikistan", "host"), ("Uzbekistan", "observer"), ("Qatar", "supporters")),
                "Decide to meet again in two years;",
                "Remain seized of the matter.",
            ],
            symbols=["A/C.1/77/L.1/Rev.1"],
            masthead=dp.Masthead(
                organization="United Nations", organ="General Assembly", date="2022-10-19"
            ),
        ),
    ),
    "ru": (
        _declaration(
            "ru",
            "Душанбинская декларация",
            "Мы, государства,",
            [
                "ссылаясь на резолюцию 77/298 и все приложения к ней,",
                "отмечая с озабоченностью распространение терроризма,",
            ],
            [
                "призываем все государства сотрудничать друг с другом;",
                "постановляем создать механизм;",
                "благодарим правительство Таджикистана за гостеприимство.",
                _table(("а", "б"), ("в", "г")),
            ],
        ),
        _declaration(
            "ru",
            "Душанбинская декларация о границах",
            "Мы, государства,",
            [
                "отмечая с глубокой озабоченностью распространение терроризма,",
                "подчёркивая роль молодёжи,",
            ],
            [
                "благодарим правительство Таджикистана за гостеприимство;",
                "настоятельно призываем все государства сотрудничать;",
                "постановляем создать механизм.",
            ],
        ),
    ),
    "ar": (
        _declaration(
            "ar",
            "إعلان دوشانبي",
            "نحن، الدول،",
            ["وإذ نشير إلى القرار 77/298 وجميع مرفقاته،", "وإذ نلاحظ مع القلق انتشار الإرهاب،"],
            [
                "ندعو جميع الدول إلى التعاون فيما بينها؛",
                "نقرر إنشاء آلية؛",
                "نشكر حكومة طاجيكستان على كرم الضيافة.",
                _table(("أ", "ب"), ("ج", "د")),
            ],
        ),
        _declaration(
            "ar",
            "إعلان دوشانبي بشأن الحدود",
            "نحن، الدول،",
            ["وإذ نلاحظ مع بالغ القلق انتشار الإرهاب،", "وإذ نؤكد دور الشباب،"],
            [
                "نشكر حكومة طاجيكستان على كرم الضيافة؛",
                "نحث جميع الدول على التعاون؛",
                ("نقرر إنشاء آلية:", ["للإبلاغ؛", "للتدريب."]),
                _table(("أ", "ب"), ("هـ", "و"), ("ج", "د ز")),
            ],
        ),
    ),
}
