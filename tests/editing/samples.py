"""Declarations to be edited, in three languages, full of what is not seen on the page."""

from __future__ import annotations

from functools import cache
from typing import Any

import attrs

from dushanbe_process.model.body import Body, Cell, Paragraph, Row, Section, Table
from dushanbe_process.model.documents import Declaration, DocumentStatus, LanguageVersion
from dushanbe_process.model.entity import Citation
from dushanbe_process.model.text import InlineText, footnote, strong
from dushanbe_process.reports.conventions.lead_phrases import Part, recognise_lead
from dushanbe_process.reports.conventions.numbering import heading_number, list_number
from dushanbe_process.reports.layouts.marks import marks_in_place

LANGUAGES = ("en", "ru", "ar")


@attrs.frozen
class Words:
    """What a sample says, in one language."""

    title: str
    formula: str
    preamble: tuple[str, ...]
    note: str
    chapeau: str
    below: tuple[str, ...]
    operative: tuple[str, ...]
    strong: str
    heading: str
    under_heading: tuple[str, ...]
    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    caption: str
    closing: str
    #: What is typed in edits: words for the middle of a text, and whole new paragraphs.
    typed: tuple[str, ...]
    preambular: tuple[str, ...]
    clauses: tuple[str, ...]


ENGLISH = Words(
    title="Test Declaration on Borders",
    formula="We, the participants in the test,",
    preamble=(
        "Recalling the resolutions that bear on borders,",
        "Noting with appreciation the work of all partners,",
        "Reaffirming that borders are managed together,",
        "Welcoming the exchange of good practice,",
    ),
    note="Held in the spring.",
    chapeau="Call upon all States to work together in:",
    below=("The exchange of information;", "Joint training of officers;", "Joint patrols;"),
    operative=(
        "Decide to meet once a year;",
        "Encourage every partner to report in writing;",
        "Request the chair to inform all partners;",
    ),
    strong="in writing",
    heading="Follow-up",
    under_heading=(
        "Invite experts to review the results;",
        "Express appreciation to the host.",
    ),
    head=("Partner", "Task", "Year"),
    rows=(
        ("First", "Training", "2021"),
        ("Second", "Patrols", "2022"),
        ("Third", "Review", "2023"),
    ),
    caption="Tasks of partners",
    closing="Done in one original.",
    typed=("further ", "closely ", "and others", "soon"),
    preambular=("Stressing the need for trust,", "Bearing in mind earlier work,"),
    clauses=("Recommend further meetings;", "Urge prompt action;", "Other matters as they arise;"),
)
RUSSIAN = Words(
    title="Пробная декларация о границах",
    formula="Мы, участники пробы,",
    preamble=(
        "ссылаясь на резолюции, касающиеся границ,",
        "отмечая с признательностью работу всех партнеров,",
        "вновь подтверждая, что границами управляют сообща,",
        "приветствуя обмен передовым опытом,",
    ),
    note="Состоялось весной.",
    chapeau="Призываем все государства сотрудничать в таких областях, как:",
    below=("Обмен информацией;", "Совместная подготовка кадров;", "Совместное патрулирование;"),
    operative=(
        "Постановляем встречаться раз в год;",
        "Предлагаем каждому партнеру отчитываться в письменном виде;",
        "Просим председателя информировать всех партнеров;",
    ),
    strong="в письменном",
    heading="Последующие меры",
    under_heading=(
        "Рекомендуем экспертам рассмотреть итоги;",
        "Выражаем признательность принимающей стороне.",
    ),
    head=("Партнер", "Задача", "Год"),
    rows=(
        ("Первый", "Подготовка", "2021"),
        ("Второй", "Патрули", "2022"),
        ("Третий", "Обзор", "2023"),
    ),
    caption="Задачи партнеров",
    closing="Совершено в одном экземпляре.",
    typed=("далее ", "тесно ", "и другие", "вскоре"),
    preambular=("подчеркивая важность доверия,", "учитывая прежнюю работу,"),
    clauses=(
        "Поддерживаем дальнейшие встречи;",
        "Настоятельно призываем действовать;",
        "Прочие вопросы;",
    ),
)
ARABIC = Words(
    title="إعلان تجريبي بشأن الحدود",
    formula="نحن المشاركين في التجربة،",
    preamble=(
        "إذ تشير إلى القرارات المتعلقة بالحدود،",
        "وإذ تلاحظ مع التقدير عمل جميع الشركاء،",
        "وإذ تؤكد من جديد أن الحدود تدار معا،",
        "وإذ ترحب بتبادل الممارسات الجيدة،",
    ),
    # One word: LibreOffice 7.4 loses blanks of Arabic notes when it writes RTF.
    note="الربيع.",
    chapeau="نهيب بجميع الدول أن تعمل معا في ما يلي:",
    below=("تبادل المعلومات؛", "التدريب المشترك للضباط؛", "الدوريات المشتركة؛"),
    operative=(
        "نقرر أن نجتمع مرة في السنة؛",
        "نشجع كل شريك على تقديم تقرير خطي كل عام؛",
        "نطلب إلى الرئيس إبلاغ جميع الشركاء؛",
    ),
    strong="تقرير خطي",
    heading="المتابعة",
    under_heading=("ندعو الخبراء إلى استعراض النتائج؛", "نعرب عن التقدير للبلد المضيف."),
    head=("الشريك", "المهمة", "السنة"),
    rows=(
        ("الأول", "التدريب", "2021"),
        ("الثاني", "الدوريات", "2022"),
        ("الثالث", "الاستعراض", "2023"),
    ),
    caption="مهام الشركاء",
    closing="حرر من أصل واحد.",
    typed=("كذلك ", "بشكل وثيق ", "وغيرهم", "قريبا"),
    preambular=("وإذ تشدد على ضرورة الثقة،", "وإذ تضع في اعتبارها العمل السابق،"),
    clauses=("نوصي بعقد اجتماعات أخرى؛", "نحث على اتخاذ إجراءات؛", "مسائل أخرى؛"),
)
WORDS = {"en": ENGLISH, "ru": RUSSIAN, "ar": ARABIC}


@attrs.define
class _Maker:
    """Makes paragraphs that each carry what is not seen, and no two the same."""

    language: str
    keyed: bool
    made: int = 0
    counts: list[int] = attrs.field(factory=lambda: [0, 0])

    def paragraph(self, text: str | InlineText, part: Part | None = None, **more: Any) -> Paragraph:
        """Return a paragraph with its lead phrase, a source, data of others, and its key."""
        self.made += 1
        words = str(text)
        return Paragraph(
            text=text,
            lead=recognise_lead(words, self.language, part) if part else None,
            key=f"k{self.made}" if self.keyed else None,
            sources=[Citation(source=f"s{self.made}", quote=f"unseen {self.made}")],
            extra={"unseen": self.made},
            proposed_by=[f"party-{self.made}"],
            **more,
        )

    def number(self, level: int) -> str:
        """Return the next number of a level."""
        self.counts[level] += 1
        return list_number(level, self.counts[level], self.language)

    def clause(self, text: str | InlineText, **more: Any) -> Paragraph:
        """Return a numbered paragraph of the first level."""
        return self.paragraph(text, "operative", number=self.number(0), **more)


@cache
def declaration(language: str, *, keyed: bool = True) -> Declaration:
    """Return the declaration in a language, its paragraphs with keys or without."""
    words, make = WORDS[language], _Maker(language, keyed)
    first, *preamble = words.preamble
    noted = InlineText(first[:-1], footnote(words.note), first[-1])
    body = Body(
        formula=words.formula,
        preamble=[
            make.paragraph(marks_in_place(noted, language), "preambular"),
            *(make.paragraph(each, "preambular") for each in preamble),
        ],
        operative=_operative(words, make),
        closing=[make.paragraph(words.closing)],
    )
    return Declaration(
        id="test-declaration",
        title={language: words.title, "fr": "Déclaration"},
        status=DocumentStatus.DRAFT,
        note="Unseen.",
        sources=[Citation(source="whole")],
        extra={"unseen": {"deep": [1, 2]}},
        versions=[LanguageVersion(language=language, body=body, extra={"unseen": "version"})],
    )


def _operative(words: Words, make: _Maker) -> list[Paragraph | Section]:
    number = make.number(0)
    below = [make.paragraph(each, number=make.number(1)) for each in words.below]
    chapeau = make.paragraph(words.chapeau, "operative", number=number, children=below)
    clauses = [make.clause(_with_strong(each, words.strong)) for each in words.operative]
    return [
        chapeau,
        *clauses,
        Section(
            key="section" if make.keyed else None,
            number=heading_number(0, 1, make.language),
            heading=words.heading,
            extra={"unseen": "section"},
            children=[
                *(make.clause(each) for each in words.under_heading),
                _table(words, make),
            ],
        ),
    ]


def _with_strong(text: str, part: str) -> InlineText:
    before, found, after = text.partition(part)
    return InlineText(before, strong(found), after) if found else InlineText(text)


def _table(words: Words, make: _Maker) -> Table:
    head = Row(cells=[Cell(text=each, header=True) for each in words.head])
    rows = [Row(cells=[Cell(text=each) for each in row]) for row in words.rows]
    return Table(
        key="table" if make.keyed else None,
        caption=words.caption,
        rows=[head, *rows],
        extra={"unseen": "table"},
    )
