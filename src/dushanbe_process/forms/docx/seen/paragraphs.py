"""What a paragraph is, its words aside: its style, level, number, place and alignment."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dushanbe_process.forms.docx.names import w
from dushanbe_process.forms.docx.seen.styles import value, whole
from dushanbe_process.forms.docx.seen.things import SeenLine

if TYPE_CHECKING:
    from dushanbe_process.forms.docx.seen.eye import Eye
    from dushanbe_process.forms.docx.seen.styles import Style
    from dushanbe_process.forms.docx.seen.words import Words
    from dushanbe_process.xml_parse import Element

_TWENTIETHS = 20
_MOST_LEVELS = 9
#: What programs call the styles of headings, before a number; Word itself says "heading".
_HEADINGS = (
    "heading", "titre", "título", "заголовок", "überschrift", "titolo", "nagłówek", "kop",
    "rubrik", "标题", "標題", "見出し", "عنوان", "سرصفحه", "כותרת",
)  # fmt: skip


def remember(properties: Element | None, eye: Eye) -> None:
    """Remember the tracked changes of a paragraph itself: its format, its mark, its section."""
    if properties is None:
        return
    for name in ("pPrChange", "sectPr/" + w("sectPrChange"), "numPr/" + w("ins")):
        for each in properties.iterfind(w(name)):
            eye.noted("formatting", each, "")
    mark = properties.find(w("rPr"))
    if mark is None:
        return
    kinds = (("ins", "insertion"), ("del", "deletion"), ("moveTo", "move"), ("moveFrom", "move"))
    for name, kind in kinds:
        if (found := mark.find(w(name))) is not None:
            eye.noted(kind, found, "¶")


def line_of(words: Words, properties: Element | None, style_id: str, eye: Eye) -> SeenLine:
    """Return the line that these words are, in the manner of these properties."""
    style = eye.file.styles.style(style_id)
    number, depth, count = _number(properties, style_id, eye)
    return SeenLine(
        words.text(),
        eye.place,
        style.name,
        _level(properties, style),
        number,
        depth,
        count,
        words.found(),
        words.lead,
        value(properties, "jc") or style.own("jc") or "",
        _indent(properties, style),
        words.generated or style.name.startswith("toc"),
        bold=style.bold,
    )


def _number(properties: Element | None, style: str, eye: Eye) -> tuple[str | None, int, int | None]:
    """Count the paragraph in its list, its own or that of its style."""
    listed = None if properties is None else properties.find(w("numPr"))
    if listed is not None and eye.view == "reject" and listed.find(w("ins")) is not None:
        listed = None
    list_, level = whole(value(listed, "numId")), whole(value(listed, "ilvl"))
    if list_ is None:
        list_, of_style = eye.file.styles.numbering(style)
        if list_ is not None and level is None:
            level = of_style or eye.file.numbers.level_of_style(list_, style)
    if not list_:
        return None, 0, None
    printed = eye.file.numbers.next(list_, level or 0)
    return printed, level or 0, eye.file.numbers.count(list_, level or 0)


def _level(properties: Element | None, style: Style) -> int | None:
    """Return the level of a heading: its outline level, or that in the name of its style."""
    outline = whole(value(properties, "outlineLvl"))
    if outline is None:
        outline = whole(style.own("outlineLvl"))
    if outline is not None and 0 <= outline < _MOST_LEVELS:
        return outline + 1
    for name in _HEADINGS:
        if style.name.startswith(name):
            level = whole(style.name.removeprefix(name) or "1")
            return None if level is None else min(max(level, 1), _MOST_LEVELS)
    return None


def _indent(properties: Element | None, style: Style) -> float:
    for each in (properties, *reversed(style.paragraph)):
        found = None if each is None else each.find(w("ind"))
        left = None if found is None else found.get(w("left"), found.get(w("start")))
        if (number := whole(left)) is not None:
            return number / _TWENTIETHS
    return 0
