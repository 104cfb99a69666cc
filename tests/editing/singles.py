"""Each edit by its name, as one that can be made in any of the samples."""

from __future__ import annotations

from typing import TYPE_CHECKING

from editing.edits import Break, Edit, Join, Mark, Note, Replace, Retype, free_of_lead
from editing.lines import lines_of
from editing.moves import Copy, Cut, Remove, Shift
from editing.samples import WORDS, declaration
from editing.table_edits import CopyRow, DropRow, EditCell, InsertRow, MoveRow

if TYPE_CHECKING:
    from dushanbe_process.model.documents import Document
    from editing.lines import Line

#: Where the lines of a sample are.
TITLE, FORMULA, NOTED, PREAMBULAR = 0, 1, 2, 3
CHAPEAU, LETTER, CLAUSE, WITH_BOLD = 6, 7, 10, 11
HEADING, UNDER_HEADING, TABLE, CLOSING = 13, 14, 16, 17


def singles(document: Document) -> dict[str, list[Edit]]:
    """Return every edit that a person may make, by its name."""
    (version,) = document.versions
    lines, words = lines_of(document), WORDS[version.language]
    ends = {at: len(str(each.text)) for at, each in enumerate(lines)}
    return {
        **_typing(lines, version.language, ends),
        **_lines(version.language, ends),
        "note-typed-at-end": [Note(0, f" {words.typed[2]}")],
        "cell-edited": [EditCell(TABLE, 2, 1, words.typed[3])],
        "row-inserted-above": [InsertRow(TABLE, 2, "before", ("4", words.typed[2], "2024"))],
        "row-inserted-below": [InsertRow(TABLE, 3, "after", ("4", words.typed[2], "2024"))],
        "row-deleted": [DropRow(TABLE, 2)],
        "row-moved-up": [MoveRow(TABLE, 3, 1)],
        "row-moved-down": [MoveRow(TABLE, 1, 3)],
        "row-copied": [CopyRow(TABLE, 1, 3)],
    }


def _typing(lines: list[Line], language: str, ends: dict[int, int]) -> dict[str, list[Edit]]:
    words = WORDS[language]
    first, _, rest = str(lines[CLAUSE].text).partition(" ")
    begin, end = len(first) + 1, len(first) + 1 + len(rest.split(" ")[0])
    half = str(lines[CLAUSE].text).index(" ", end) + 1
    how = free_of_lead(str(lines[CLAUSE].text))
    lead = len(getattr(lines[PREAMBULAR + 1].block, "lead", None) or "")
    return {
        "typed-at-start": [Replace(LETTER, 0, 0, words.typed[0])],
        "typed-before-lead": [Replace(PREAMBULAR, 0, 0, words.typed[0])],
        "typed-at-end": [Replace(CLAUSE, ends[CLAUSE], ends[CLAUSE], f" {words.typed[2]}")],
        "typed-after-note": [Replace(NOTED, ends[NOTED], ends[NOTED], f" {words.typed[2]}")],
        "typed-in-middle": [Replace(CLAUSE, half, half, words.typed[1])],
        "typed-in-bold": [Replace(WITH_BOLD, at := _in_bold(lines), at, words.typed[3])],
        "word-replaced": [Replace(CLAUSE, begin, end, words.typed[3])],
        "word-deleted": [Replace(CLAUSE, begin, end + 1)],
        "lead-replaced": [Replace(CLAUSE, 0, len(first), words.clauses[0].split(" ")[0])],
        "overtyped": [Retype(CLAUSE, words.clauses[0], "over")],
        "deleted-then-typed": [Retype(CLAUSE, words.clauses[0], "after deleting")],
        "overtyped-twice": [
            Retype(CLAUSE, words.clauses[0], "over"),
            Retype(CLAUSE, words.clauses[1], "over"),
        ],
        "preambular-overtyped": [Retype(PREAMBULAR, words.preambular[0], "over")],
        "set-in-bold": [Mark(CLAUSE, begin, end, "Bold")],
        "set-in-italics": [Mark(PREAMBULAR, ends[PREAMBULAR] - 4, ends[PREAMBULAR], "Italic")],
        "lead-set-in-marks": [Mark(PREAMBULAR + 1, lead - 4, lead, how)],
        "joined-lead-set-in-marks": [
            Join(PREAMBULAR, "Delete"),
            Mark(PREAMBULAR, ends[PREAMBULAR] + lead - 4, ends[PREAMBULAR] + lead, how),
        ],
        "title-edited": [Replace(TITLE, ends[TITLE], ends[TITLE], f" {words.typed[3]}")],
        "title-overtyped": [Retype(TITLE, words.heading, "over")],
        "formula-edited": [Replace(FORMULA, half := 3, half, words.typed[3])],
        "heading-edited": [Replace(HEADING, 4, 4, words.typed[3])],
        "closing-edited": [Replace(CLOSING, ends[CLOSING], ends[CLOSING], words.typed[3])],
    }


def _in_bold(lines: list[Line]) -> int:
    before, bold, *_ = lines[WITH_BOLD].text
    return len(str(before)) + len(str(bold)) // 2


def _lines(language: str, ends: dict[int, int]) -> dict[str, list[Edit]]:
    words = WORDS[language]
    return {
        "enter-at-end": [Break(CLAUSE, ends[CLAUSE], words.clauses[0])],
        "enter-at-end-of-letter": [Break(LETTER, ends[LETTER], words.clauses[2])],
        "enter-at-end-of-chapeau": [Break(CHAPEAU, ends[CHAPEAU], words.clauses[1])],
        "enter-at-end-of-preambular": [Break(PREAMBULAR, ends[PREAMBULAR], words.preambular[0])],
        "enter-at-end-of-closing": [Break(CLOSING, ends[CLOSING], words.typed[2])],
        "enter-at-start": [Break(PREAMBULAR, 0)],
        "enter-at-start-of-number": [Break(CLAUSE, 0)],
        "split": [Break(PREAMBULAR, ends[PREAMBULAR] // 2)],
        "split-number": [Break(CLAUSE, ends[CLAUSE] // 2)],
        "split-chapeau": [Break(CHAPEAU, ends[CHAPEAU] // 2)],
        "joined-by-delete": [Join(CLAUSE, "Delete")],
        "joined-by-backspace": [Join(PREAMBULAR, "SwBackspace")],
        "cut-and-pasted-up": [Cut(UNDER_HEADING, CLAUSE)],
        "cut-and-pasted-down": [Cut(PREAMBULAR, PREAMBULAR + 2)],
        "letter-cut-and-pasted": [Cut(LETTER + 2, LETTER)],
        "moved-up": [Shift(CLAUSE + 1, "MoveUp")],
        "moved-down": [Shift(PREAMBULAR, "MoveDown")],
        "letter-moved-down": [Shift(LETTER, "MoveDown")],
        "copied": [Copy(CLAUSE, CLAUSE)],
        "preambular-copied": [Copy(PREAMBULAR + 1, PREAMBULAR)],
        "deleted": [Remove(CLAUSE)],
        "preambular-deleted": [Remove(PREAMBULAR)],
        "letter-deleted": [Remove(LETTER)],
        "chapeau-moved-below": [Shift(CHAPEAU + 4, "MoveUp")],
        "cut-and-pasted-below-heading": [Cut(CLAUSE, UNDER_HEADING + 1)],
        "pasted-twice": [Cut(CLAUSE, UNDER_HEADING + 1), Cut(UNDER_HEADING, UNDER_HEADING - 1)],
        "letter-moved-below-one-from-section": [
            Cut(UNDER_HEADING, CHAPEAU),
            Shift(LETTER + 1, "MoveUp"),
        ],
        "copied-to-first-clause": [Copy(CLAUSE, CHAPEAU)],
        "deleted-and-next-overtyped": [
            Remove(PREAMBULAR),
            Retype(PREAMBULAR, words.preambular[0], "over"),
        ],
    }


def _kinds() -> dict[str, tuple[set[str], set[str]]]:
    """Return for each edit the kinds that its report must name, and those that it may name too."""
    made: dict[str, tuple[set[str], set[str]]] = {}
    for name in singles(declaration("en")):
        made[name] = next(
            (kinds for words, kinds in _BY_WORDS if any(word in name for word in words)),
            ({"edited"}, set()),
        )
    return made


#: The first whose words stand in the name of an edit.
_BY_WORDS: tuple[tuple[tuple[str, ...], tuple[set[str], set[str]]], ...] = (
    (("overtyped-twice",), (set(), {"edited", "inferred"})),
    (("next-overtyped",), ({"edited", "removed"}, {"inferred"})),
    (("enter-at-start-of-number",), ({"renumbered"}, set())),
    (("enter-at-start",), (set(), set())),
    (("enter-at-end", "row-inserted"), ({"new"}, {"renumbered"})),
    (("split",), ({"split"}, {"edited", "new", "renumbered"})),
    (("joined",), ({"merged"}, {"edited", "removed", "renumbered"})),
    (("pasted", "moved"), ({"moved"}, {"renumbered"})),
    (("copied",), ({"copied"}, {"new", "renumbered"})),
    (("row-deleted", "preambular-deleted", "letter-deleted"), ({"removed"}, {"renumbered"})),
)
KINDS = _kinds() | {"deleted": ({"removed"}, {"renumbered"})}
