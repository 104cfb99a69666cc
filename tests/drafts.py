"""Drafts of declarations, as they are written and as people edit them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from hypothesis import strategies as st

import dushanbe_process as dp

if TYPE_CHECKING:
    from collections.abc import Sequence

WORDS = {
    "en": "all States to cooperate with the United Nations against terrorism, and its financing",
    "ru": "все государства сотрудничать с ООН против терроризма, и его финансирования",
    "ar": "جميع الدول إلى التعاون مع الأمم المتحدة ضد الإرهاب، وتمويله",
    "zh": "打击 恐怖主义 和资助 恐怖主义 行为 的 杜尚别 进程 ，各国 合作",
}
LEADS = {
    "en": ("Recalling", "Calls upon", "Decides"),
    "ru": ("ссылаясь", "призывает", "постановляет"),
    "ar": ("وإذ نشير", "ندعو", "نقرر"),
    "zh": ("回顾", "呼吁", "决定"),
}


@st.composite
def _words(draw: st.DrawFn, language: str) -> str:
    chosen = draw(st.lists(st.sampled_from(WORDS[language].split()), min_size=1, max_size=9))
    return (" " if language != "zh" else "").join(chosen)


@st.composite
def _inline(draw: st.DrawFn, language: str) -> list[Any]:
    """Return running text that begins with a lead phrase, some of it marked or with a note."""
    blank = " " if language != "zh" else ""
    pieces: list[Any] = [draw(st.sampled_from(LEADS[language])) + blank, draw(_words(language))]
    extra = draw(st.integers(0, 5))
    if extra == 1:
        pieces += [blank, dp.strong(draw(_words(language)))]
    elif extra == 2:
        pieces += [dp.footnote(draw(_words(language)))]
    elif extra == 3:
        pieces += [dp.link(draw(_words(language)), "https://example.org/a")]
    return [*pieces, ";"]


@st.composite
def paragraphs(draw: st.DrawFn, language: str, depth: int = 1) -> dp.Paragraph:
    """Return a paragraph, at times with others below it."""
    below = draw(st.integers(0, 3)) == 0 and depth
    children = draw(st.lists(paragraphs(language, 0), min_size=1, max_size=3)) if below else ()
    return dp.Paragraph(text=draw(_inline(language)), children=children)


@st.composite
def tables(draw: st.DrawFn, language: str) -> dp.Table:
    """Return a table of two or three columns."""
    width = draw(st.integers(2, 3))
    cells = st.lists(_words(language), min_size=width, max_size=width)
    rows = draw(st.lists(cells, min_size=1, max_size=4))
    return dp.Table(rows=[dp.Row(cells=[dp.Cell(text=each) for each in row]) for row in rows])


def blocks(language: str) -> st.SearchStrategy[Any]:
    """Return a strategy of what a text is made of."""
    usual = paragraphs(language)
    return st.one_of(usual, usual, usual, usual, tables(language))


def body(formula: str, preamble: Sequence[Any], operative: Sequence[Any]) -> dp.Body:
    """Return a text whose operative paragraphs are numbered as in English."""
    return dp.Body(formula=formula, preamble=preamble, operative=numbered(operative))


def numbered(given: Sequence[Any]) -> list[Any]:
    """Return blocks with their numbers in order."""
    made, count = [], 0
    for block in given:
        if isinstance(block, dp.Paragraph):
            count += 1
            children = [
                each.evolve(number=f"({'abcdefgh'[n]})") for n, each in enumerate(block.children)
            ]
            made.append(block.evolve(number=f"{count}.", children=children))
        else:
            made.append(block)
    return made


@st.composite
def drafts(draw: st.DrawFn, language: str) -> dp.Declaration:
    """Return a draft."""
    preamble = draw(st.lists(paragraphs(language, 0), max_size=4))
    operative = draw(st.lists(blocks(language), max_size=6))
    return declaration(language, draw(_words(language)), preamble, operative)


def declaration(
    language: str, title: str, preamble: Sequence[Any], operative: Sequence[Any]
) -> dp.Declaration:
    """Return a declaration in one language."""
    made = body("We, the States,", preamble, operative)
    version = dp.LanguageVersion(language=language, body=made)
    return dp.Declaration(id="draft", title={language: title}, versions=[version])


@st.composite
def edited(draw: st.DrawFn, draft: dp.Declaration) -> dp.Declaration:
    """Return a draft as somebody edited it."""
    language = draft.versions[0].language
    was = draft.versions[0].body
    preamble = draw(_edited_list(language, list(was.preamble), tables_too=False))
    operative = draw(_edited_list(language, list(was.operative), tables_too=True))
    title = draw(st.sampled_from([str(draft.title), draw(_words(language))]))
    return declaration(language, title, preamble, operative)


@st.composite
def _edited_list(draw: st.DrawFn, language: str, given: list[Any], *, tables_too: bool) -> Any:
    made = list(given)
    for _ in range(draw(st.integers(0, 4))):
        place = draw(st.integers(0, len(made)))
        kind = draw(st.sampled_from(("insert", "delete", "move", "edit", "edit", "edit")))
        if kind == "insert" or place == len(made):
            made.insert(place, draw(blocks(language) if tables_too else paragraphs(language, 0)))
        elif kind == "delete":
            del made[place]
        elif kind == "move":
            made.insert(draw(st.integers(0, len(made) - 1)), made.pop(place))
        else:
            made[place] = draw(_edited_block(language, made[place]))
    return made


@st.composite
def _edited_block(draw: st.DrawFn, language: str, block: Any) -> Any:
    if isinstance(block, dp.Table):
        rows = list(block.rows)
        place = draw(st.integers(0, len(rows) - 1))
        if draw(st.booleans()) and len(rows) > 1:
            del rows[place]
        else:
            cells = list(rows[place].cells)
            cells[0] = dp.Cell(text=draw(_words(language)))
            rows[place : place + draw(st.integers(0, 1))] = [dp.Row(cells=cells)]
        return block.evolve(rows=rows)
    if block.children and draw(st.booleans()):
        return block.evolve(
            children=draw(_edited_list(language, list(block.children), tables_too=False))
        )
    return block.evolve(text=draw(edited_text(language, block.text)))


@st.composite
def edited_text(draw: st.DrawFn, language: str, text: dp.InlineText) -> list[Any]:
    """Return running text with a word put in, taken out or marked, or a note changed."""
    pieces = list(text)
    if not pieces:
        return [draw(_words(language))]
    place = draw(st.integers(0, len(pieces) - 1))
    piece = pieces[place]
    if isinstance(piece, dp.Footnote):
        pieces[place] = dp.footnote(draw(_words(language)))
        return pieces
    words = str(piece).split(" ")
    index = draw(st.integers(0, len(words) - 1))
    kind = draw(st.sampled_from(("put", "take", "mark")))
    if kind == "put":
        words.insert(index, draw(_words(language)))
    elif kind == "take":
        del words[index]
    changed: Any = " ".join(words)
    pieces[place] = dp.emphasis(changed) if kind == "mark" else changed
    return pieces


@st.composite
def pairs(draw: st.DrawFn) -> tuple[dp.Declaration, dp.Declaration]:
    """Return a draft and what became of it."""
    draft = draw(drafts(draw(st.sampled_from(sorted(WORDS)))))
    return draft, draw(edited(draft))
