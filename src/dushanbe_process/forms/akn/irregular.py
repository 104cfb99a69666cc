"""What official files do and no guideline foresees: noted with its place, and read."""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs

from dushanbe_process.errors import Problem
from dushanbe_process.forms.akn.names import local

if TYPE_CHECKING:
    from dushanbe_process.xml_parse import Element


@attrs.frozen
class Irregularity(Problem):
    """A warning: what was read is sound, but the file is not as others are.

    ``kind`` says in a few words what it is, the same for all of its kind.
    """

    kind: str = attrs.field(default="irregular", kw_only=True)


@attrs.define
class Findings:
    """The irregularities of one file, in the order in which they were met."""

    found: list[Irregularity] = attrs.field(factory=list)

    def note(self, kind: str, element: Element, detail: str = "") -> None:
        """Note that an element is irregular."""
        message = f"{kind}: {detail}" if detail else kind
        self.found.append(Irregularity(path_of(element), message, element.sourceline, kind=kind))

    def note_at(self, path: str, kind: str, detail: str) -> None:
        """Note what is irregular about a place that is no element."""
        self.found.append(Irregularity(path, f"{kind}: {detail}", kind=kind))


def path_of(element: Element) -> str:
    """Return where an element stands: ``$.statement.meta.workflow.step[1]``."""
    steps: list[str] = []
    while (parent := element.getparent()) is not None:
        alike = [each for each in parent if each.tag == element.tag]
        index = f"[{alike.index(element)}]" if len(alike) > 1 else ""
        steps.append(f".{local(element)}{index}")
        element = parent
    return "$" + "".join(reversed(steps))
