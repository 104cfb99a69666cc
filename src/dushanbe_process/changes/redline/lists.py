"""The lists in which Word counts paragraphs, of two files, as the lists of one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dushanbe_process.changes.redline.side import list_of

if TYPE_CHECKING:
    from dushanbe_process.changes.redline.flow import Rows


def joined_lists(rows: Rows) -> dict[str, str]:
    """Return what each list of the first file is called in the one made of both.

    A list that became one of the second file is called as that one, so that Word goes on
    counting in it; the others have names of their own.
    """
    old, new = rows.before, rows.after
    names: dict[str, str] = {}
    for pair in rows.pairs:
        if pair.before is None or pair.after is None or pair.moved:
            continue
        one, other = list_of(old[pair.before].element), list_of(new[pair.after].element)
        if one and other and one[0] not in names and other[0] not in names.values():
            names[one[0]] = other[0]
    taken = max([0, *(int(found[0]) for each in new if (found := list_of(each.element)))])
    for each in old:
        found = list_of(each.element)
        if found is not None and found[0] not in names:
            taken += 1
            names[found[0]] = str(taken)
    return names
