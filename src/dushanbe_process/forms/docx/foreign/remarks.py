"""What else there is to say of a foreign file: tracked changes, comments, what is not read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dushanbe_process.forms.docx.report import Item, ItemKind

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from dushanbe_process.forms.docx.seen import Seen


def remarks(seen: Seen, paths: Mapping[int, str]) -> Iterator[Item]:
    """Yield tracked changes and comments with their places, then what is not read.

    ``paths`` holds by the number of a paragraph where it stands in the record.
    """
    for each in seen.changes:
        before, after = ("", each.text) if each.kind == "insertion" else (each.text, "")
        where, place = paths.get(each.place, ""), f"paragraph {each.place}"
        kind = ItemKind(each.kind)
        yield Item(kind, where, place, before, after, each.author, each.date)
    for told in seen.comments:
        where, place = paths.get(told.place, ""), f"paragraph {told.place}"
        kind = ItemKind.COMMENT
        yield Item(kind, where, place, told.about, told.text, told.author, told.date)
    for note in seen.unread:
        yield Item(ItemKind.UNREAD, note=note)
