"""Papers as HTML: valid, accessible, self-contained, faithful to the text."""

from __future__ import annotations

import itertools
import unicodedata
from html.parser import HTMLParser
from typing import Any, get_args

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import html

from dushanbe_process.errors import UnknownFormatError
from dushanbe_process.model.text import Footnote, InlineText, Run, emphasis, footnote, link
from dushanbe_process.reports.blocks import (
    Bars,
    Block,
    Bullets,
    ClosingRule,
    Facts,
    Grid,
    Heading,
    Masthead,
    PageBreak,
    Pairs,
    Paper,
    Prose,
    Role,
)
from dushanbe_process.reports.html import render
from dushanbe_process.reports.styles import HOUSES

VOID = {"br", "col", "hr", "meta"}
MASTHEAD = Masthead(
    organization="United Nations",
    organ="General Assembly",
    symbol="A/66/772–S/2012/215",
    distribution="Distr.: General",
    date="14 May 2025",
    original="Original: English",
    session="Seventy-ninth session",
    agenda=(("Agenda item 121", "Global Counter-Terrorism Strategy"),),
    place="Dushanbe",
)
BLOCKS: tuple[Block, ...] = (
    Heading(0, "Dushanbe Declaration"),
    Prose(InlineText("The General Assembly,"), lead="The General Assembly", role=Role.FORMULA),
    Prose(
        InlineText("Recalling its resolution 77/298", footnote("Of 22 June 2023."), ","),
        lead="Recalling",
        role=Role.PREAMBULAR,
    ),
    Heading(3, "Measures", "I.", "measures"),
    Prose(InlineText("Decides to meet;"), "1 bis.", 0, "Decides", Role.OPERATIVE, "measures"),
    Prose(InlineText("Guards."), "(a)", 1, role=Role.OPERATIVE),
    Heading(1, "Record", "II."),
    Bullets((InlineText("one"), InlineText("two", footnote("By hand.", mark="*")))),
    Facts((("Place", InlineText("Dushanbe")),)),
    Grid(
        ("Partner", "", "2018", "2022", "2024"),
        (tuple(map(InlineText, ("UNOCT", "", "yes", "yes", "yes"))),),
        (3, 1, 1, 1, 1),
        "Roles",
    ),
    Bars("Participants", (("2018", 450, "over 450"), ("2022", 900, "about 900")), 900),
    PageBreak(),
    Pairs(
        ("en", "ar"),
        (
            ((Heading(2, "Preamble"),), (Heading(2, "ديباجة"),)),
            (
                (Prose(InlineText("We, the States,"), "1."),),
                (Prose(InlineText("نحن الدول،", footnote("حاشية")), "1 -", language="ar"),),
            ),
            ((Prose(InlineText("Only here.")),), ()),
        ),
    ),
    ClosingRule(),
)
PAPER = Paper(
    "Dushanbe Declaration",
    "en",
    BLOCKS,
    MASTHEAD,
    running="A/66/772",
    job_number="25-07714 (E)",
    contents=True,
)


class _Strict(HTMLParser):
    """Refuses what browsers forgive: elements left open, closed twice or out of turn."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note an element, and that it has no attribute twice."""
        names = [name for name, _ in attrs]
        assert len(names) == len(set(names)), (tag, names)
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        """Close the innermost element, and no other."""
        assert self.open.pop() == tag


def _sound(page: str) -> Any:
    """Return the tree of a page, after all that every page must be has been checked."""
    strict = _Strict()
    strict.feed(page)
    strict.close()
    assert strict.open == []
    tree = html.document_fromstring(page)
    ids = tree.xpath("//@id")
    assert len(ids) == len(set(ids))
    assert not any(not id_ or id_.split() != [id_] for id_ in ids)
    for reference in tree.xpath("//@href[starts-with(., '#')]"):
        assert reference[1:] in ids
    for reference in tree.xpath("//@aria-labelledby"):
        assert reference in ids
    levels = [int(e.tag[1]) for e in tree.iter() if str(e.tag) in {f"h{n}" for n in range(1, 7)}]
    assert all(below <= above + 1 for above, below in itertools.pairwise([0, *levels]))
    assert not tree.xpath("//th[not(@scope)] | //th[not(normalize-space())]")
    assert not tree.xpath("//table[not(caption or @aria-labelledby or .//th)]")
    assert not tree.xpath("//img[not(@alt)] | //svg[not(title or @aria-label)]")
    assert not tree.xpath("//script | //link | //img | //iframe | //@src | //@onclick")
    assert tree.xpath("string(//title)").strip()
    return tree


def _page(*blocks: Block, language: str = "en", style: str = "un") -> Any:
    return _sound(render(Paper("Title", language, blocks), style))


def _shown(words: str) -> str:
    """Return words as a page shows them: one kind of line end, nothing that HTML forbids."""
    for end in ("\r\n", "\r", "\x85", "\u2028", "\u2029"):
        words = words.replace(end, "\n")
    return "".join("\ufffd" if _forbidden(each) else each for each in words)


def _forbidden(character: str) -> bool:
    code = ord(character)
    plane_end = code & 0xFFFE == 0xFFFE
    control = unicodedata.category(character) == "Cc" and character not in "\t\n"
    return control or plane_end or 0xFDD0 <= code <= 0xFDEF


def _read(element: Any) -> str:
    """Return the text of an element with its line ends."""
    parts = [element.text or ""]
    for child in element:
        parts += ["\n" if child.tag == "br" else _read(child), child.tail or ""]
    return "".join(parts)


@pytest.mark.parametrize("style", HOUSES)
@pytest.mark.parametrize("language", ["en", "ar", "zh", "tg"])
def test_a_page_is_sound_in_every_style(style: str, language: str) -> None:
    """A page with every block is sound HTML in every style, and says its language."""
    tree = _sound(render(attrs.evolve(PAPER, language=language), style))
    assert tree.get("lang") == language
    assert tree.get("dir") == ("rtl" if language == "ar" else "ltr")


def test_every_block_is_among_those_tried() -> None:
    """The blocks of these tests are of every class that there is."""
    assert {type(each) for each in BLOCKS} == set(get_args(Block))


@pytest.mark.parametrize("block", BLOCKS, ids=lambda block: type(block).__name__)
def test_every_block_stands_alone(block: Block) -> None:
    """A page of one block alone is sound and not empty."""
    tree = _page(block)
    assert len(tree.find("body/main")) > 0


@pytest.mark.parametrize(
    "block",
    [
        Heading(1, ""),
        Prose(InlineText()),
        Bullets(()),
        Facts(()),
        Grid((), (), ()),
        Bars("Nothing", (), 0),
        Pairs(("en", "fr"), ()),
    ],
    ids=lambda block: type(block).__name__,
)
def test_what_holds_nothing_leaves_nothing(block: Block) -> None:
    """Blocks without content leave no empty elements on the page."""
    assert len(_page(block).find("body/main")) == 0


def test_a_page_has_its_landmarks() -> None:
    """The masthead is the header; text, contents and job number are main, nav and footer."""
    tree = _sound(render(PAPER, "un"))
    assert [each.tag for each in tree.find("body")] == ["header", "main", "footer"]
    assert tree.xpath("string(//footer)").strip() == "25-07714 (E)"
    assert [each.tag for each in tree.find("body/main")][:2] == ["h1", "nav"]


def test_a_paper_without_masthead_or_number_has_neither_header_nor_footer() -> None:
    """What a paper does not have is left out."""
    body = _page(Heading(0, "Title")).find("body")
    assert [each.tag for each in body] == ["main"]


def test_the_masthead_is_printed_as_at_the_united_nations() -> None:
    """Both organs of a dual symbol stand large, and every line of the masthead is there."""
    tree = _sound(render(PAPER, "un"))
    assert tree.xpath("//span[@class='letter']/text()") == ["A", "S"]
    header = tree.xpath("string(//header)")
    for words in (*attrs.asdict(MASTHEAD)["agenda"][0], MASTHEAD.symbol, MASTHEAD.original):
        assert words in header


def test_a_letterhead_stands_in_the_middle_of_a_letter_of_a_government() -> None:
    """Under a letterhead the issuer comes first; the plain style has its lines and no rules."""
    tree = _sound(render(PAPER, "government"))
    issuer = tree.xpath("//div[@class='letterhead']/p/text()")
    assert issuer == ["United Nations", "General Assembly"]
    plain = _sound(render(PAPER, "plain"))
    assert plain.xpath("//header/p[@class='issuer']/text()") == issuer
    assert not plain.xpath("//header/div")


def test_numbers_are_part_of_the_text() -> None:
    """The number of a paragraph is copied with it: it is no counter of the style sheet."""
    tree = _sound(render(PAPER, "un"))
    numbers = tree.xpath("//p[@class='operative']/span[@class='number']/text()")
    assert numbers == ["1 bis.", "(a)"]


def test_lead_phrases_are_set_apart() -> None:
    """A lead phrase is an element of its own, and what is no beginning of the text is none."""
    lead = Run(text="Recalling", emphasis=True)
    tree = _page(
        Prose(InlineText(lead, " its resolution"), lead="Recalling its"),
        Prose(InlineText("Noting that"), lead="Recalling"),
    )
    assert ["".join(each.itertext()) for each in tree.xpath("//em[@class='lead']")] == [
        "Recalling",
        " its",
    ]
    assert not tree.xpath("//em//em")


def test_footnotes_lead_to_the_end_and_back() -> None:
    """Each mark leads to its note and each note back; marks of their own are not counted."""
    tree = _sound(render(PAPER, "un"))
    marks = tree.xpath("//main//a[@role='doc-noteref']")
    notes = tree.xpath("//section[@role='doc-endnotes']/ol/li/p[@role='doc-footnote']")
    assert [each.text for each in marks] == ["1", "*", "2"]
    assert [each.get("href") for each in marks] == [f"#{each.get('id')}" for each in notes]
    back = [each.find("a[@role='doc-backlink']").get("href") for each in notes]
    assert back == [f"#{each.get('id')}" for each in marks]
    assert _read(notes[0]) == "1 Of 22 June 2023."


def test_contents_nest_as_the_headings_do() -> None:
    """The table of contents leads to the headings, those of the second level within the first."""
    blocks = [Heading(level, f"{n}") for n, level in enumerate((0, 2, 1, 2, 2, 3, 1))]
    tree = _sound(render(Paper("T", "en", tuple(blocks), contents=True), "un"))
    assert tree.xpath("//nav/ul/li/a/text()") == ["1", "2", "6"]
    assert tree.xpath("//nav//a/text()") == ["1", "2", "3", "4", "6"]
    assert tree.xpath("//nav//li[a='2']/ul/li/a/text()") == ["3", "4"]


def test_contents_are_left_out_where_there_is_nothing_to_list() -> None:
    """A paper without headings has no table of contents, whatever it asks for."""
    paper = Paper("T", "en", (Prose(InlineText("Text")),), contents=True)
    assert not _sound(render(paper, "un")).xpath("//nav")


def test_a_chart_says_in_words_what_it_shows() -> None:
    """A chart is a figure with a caption, whose rows are read out; bars stay in their frame."""
    tree = _page(Bars("People", (("A", 5, "five"), ("B", 900, "many"), ("C", -1, "?")), 10))
    assert tree.xpath("string(//figure/figcaption)") == "People"
    assert [each.text_content().strip() for each in tree.xpath("//figure//td")] == [
        "five",
        "many",
        "?",
    ]
    widths = tree.xpath("//span[@class='bar']/@style")
    assert widths == ["width:50%", "width:100%", "width:0%"]


def test_columns_say_their_languages() -> None:
    """Each cell of two texts side by side has its language and direction, each column a name."""
    tree = _sound(render(PAPER, "un"))
    cells = tree.xpath("//table[@class='pairs']/tbody/tr/td")
    assert [(each.get("lang"), each.get("dir")) for each in cells[:2]] == [
        ("en", "ltr"),
        ("ar", "rtl"),
    ]
    heads = [each.text_content() for each in tree.xpath("//table[@class='pairs']/thead//th")]
    assert heads == ["English", "العربية"]
    assert not tree.xpath("//nav//a[contains(., 'ديباجة')]")


def test_text_of_another_direction_says_so() -> None:
    """In an Arabic page Latin text runs from left to right, and a cell keeps its side."""
    tree = _page(
        Prose(InlineText("Kokhi Somon")),
        Prose(InlineText("نص")),
        Grid((), ((InlineText("Kokhi Somon"), InlineText("نص")),), (1, 1), "جدول"),
        language="ar",
    )
    assert [each.get("dir") for each in tree.xpath("//main/p")] == ["ltr", None]
    assert [each.get("dir") for each in tree.xpath("//td")] == [None, None]
    assert tree.xpath("//td/bdi/@dir") == ["ltr"]


def test_marks_become_elements_that_mean_them() -> None:
    """Every mark has its element; what is cited or named is so marked; addresses are links."""
    tree = _page(
        Prose(
            InlineText(
                Run(text="a", strong=True, emphasis=True, underline=True, strike=True),
                Run(text="2", superscript=True),
                Run(text="3", subscript=True),
                Run(text="b", small_capitals=True),
                Run(text="res", symbol="A/RES/77/298"),
                Run(text="UNOCT", entity="unoct"),
                Run(text="نص", language="ar"),
                link("site", "https://example.org/?a=1&b=2"),
            )
        )
    )
    (words,) = tree.xpath("//main/p")
    assert [each.tag for each in words] == ["strong", "sup", "sub", "span"] + ["cite"] * 2 + [
        "span",
        "a",
    ]
    assert [each.tag for each in words[0].iter()] == ["strong", "em", "u", "s"]
    assert words.xpath("cite/@title | cite/@data-entity") == ["A/RES/77/298", "unoct"]
    assert words.xpath("span[@lang='ar']/@dir") == ["rtl"]
    assert words.xpath("a/@href") == ["https://example.org/?a=1&b=2"]


@pytest.mark.parametrize("address", ["javascript:alert(1)", "data:text/html,x", "x://[bad"])
def test_addresses_that_could_run_programs_are_not_linked(address: str) -> None:
    """Of a link that no reader should follow only the words remain."""
    tree = _page(Prose(InlineText(link("click", address))))
    assert tree.xpath("string(//main/p)") == "click"
    assert not tree.xpath("//main//a")


def test_anchors_are_kept_and_given_once() -> None:
    """A paragraph is found by its anchor; the same anchor again gets another name."""
    names = [Prose(InlineText("x"), anchor=name) for name in ("o1", "o1", "o1-2", "a b", " ")]
    assert _page(*names).xpath("//main/p/@id") == ["o1", "o1-2", "o1-2-2", "a-b", "place"]


def test_an_unknown_style_is_refused() -> None:
    """A style that there is not is an error, not another style."""
    with pytest.raises(UnknownFormatError):
        render(PAPER, "baroque")


def test_a_page_without_a_title_still_has_a_name() -> None:
    """Where a paper has no title its page is named by a heading or its symbol."""
    untitled = attrs.evolve(PAPER, title="", blocks=())
    assert _sound(render(untitled, "un")).xpath("string(//title)") == MASTHEAD.symbol
    assert _sound(render(Paper("", "en", ()), "un")).xpath("string(//title)") == "–"


@pytest.mark.parametrize("style", HOUSES)
def test_pages_are_made_alike(style: str) -> None:
    """The same paper gives the same page, and nothing on it comes from elsewhere."""
    page = render(PAPER, style)
    assert page == render(PAPER, style)
    assert "@import" not in page
    assert "url(" not in page


def test_what_runs_in_the_head_of_pages_cannot_leave_its_place() -> None:
    """No words can end the string in the style sheet, or the style sheet itself."""
    evil = '"; } </style><script>alert(1)</script> \\'
    tree = _sound(render(attrs.evolve(PAPER, running=evil, job_number=evil), "un"))
    assert len(tree.xpath("//style")) == 1


TROUBLE = st.sampled_from(
    ["<b>", "</p>", "&amp;", "&", '"', "'", "<!--", "]]>", "\n", "\r\n", "\x85", "\u2028", "\u202e"]
)
WORDS = st.lists(
    TROUBLE
    | st.text(
        st.characters(
            min_codepoint=32, exclude_categories=["Cs"], exclude_characters="\ufffe\uffff"
        ),
        max_size=8,
    ),
    max_size=5,
).map("".join)
PIECES = st.one_of(
    WORDS,
    st.builds(Run, text=WORDS, emphasis=st.booleans(), strong=st.booleans()),
    st.builds(Run, text=WORDS, language=st.sampled_from(["ar", "en", "zh"])),
)
TEXTS = st.lists(PIECES, max_size=4).map(lambda pieces: InlineText(*pieces))


@given(TEXTS, TEXTS, st.sampled_from(["en", "ar"]))
def test_every_text_is_shown_as_it_is(text: InlineText, note: InlineText, language: str) -> None:
    """Whatever a text holds is shown, none of it is taken for markup."""
    marked = InlineText(*text, Footnote(text=note))
    tree = _page(
        Prose(marked, lead=str(text)[:3].rstrip("\r")),
        Grid(("x",), ((text,),), (1,), str(text)),
        language=language,
    )
    assert _read(tree.xpath("//main/p")[0]) == _shown(str(text)) + "1"
    assert _read(tree.xpath("//td")[0]) == _shown(str(text))
    assert _read(tree.xpath("//li/p")[0]) == f"1 {_shown(str(note))}"


@given(WORDS)
def test_every_string_is_escaped_where_it_stands(words: str) -> None:
    """Titles, labels, numbers, anchors and the lines of the masthead are text and nothing else."""
    printed = Masthead(words, words, words, words, words, words, words, ((words, words),), words)
    blocks = (
        Heading(0, words, words, words),
        Prose(InlineText("x"), words, anchor=words),
        Facts(((words, InlineText("x")),)) if words.strip() else PageBreak(),
        Bars(words, (("A", 1, words),), 1),
    )
    paper = Paper(words, "en", blocks, printed, words, words, contents=True)
    tree = _sound(render(paper, "un"))
    assert not tree.xpath("//b")


def test_emphasis_is_an_element_of_stress() -> None:
    """Emphasis is told from a lead phrase by its class."""
    assert _page(Prose(InlineText(emphasis("so")))).xpath("//main/p/em[not(@class)]")
