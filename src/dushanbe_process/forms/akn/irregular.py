"""What official files do and no guideline foresees: noted with its place, and read."""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs

from dushanbe_process.errors import Irregularity
from dushanbe_process.forms.akn.names import local_of

if TYPE_CHECKING:
    from dushanbe_process.forms.akn.measure import Head
    from dushanbe_process.model.documents import LanguageVersion
    from dushanbe_process.xml_parse import Element


@attrs.define
class Findings:
    """The irregularities of one file, in the order in which they were met.

    ``heads`` are the lines of heads and feet of what was read of it: its versions have them.
    """

    found: list[Irregularity] = attrs.field(factory=list)
    heads: dict[int, tuple[LanguageVersion, Head]] = attrs.field(factory=dict, repr=False)
    steps: dict[Element, dict[Element, str]] = attrs.field(factory=dict, repr=False)

    def note(self, kind: str, element: Element, detail: str = "") -> None:
        """Note that an element is irregular."""
        message = f"{kind}: {detail}" if detail else kind
        path = self.path_of(element)
        self.found.append(Irregularity(path, message, element.sourceline, kind=kind))

    def note_at(self, path: str, kind: str, detail: str) -> None:
        """Note what is irregular about a place that is no element."""
        self.found.append(Irregularity(path, f"{kind}: {detail}", kind=kind))

    def path_of(self, element: Element) -> str:
        """Return where an element stands: ``$.statement.meta.workflow.step[1]``."""
        steps: list[str] = []
        while (parent := element.getparent()) is not None:
            if parent not in self.steps or element not in self.steps[parent]:
                self.steps[parent] = _steps(parent)
            steps.append(self.steps[parent][element])
            element = parent
        return "$" + "".join(reversed(steps))


def _steps(parent: Element) -> dict[Element, str]:
    """Return the last step of the path of each child; those of one name are counted."""
    alike: dict[str, list[Element]] = {}
    for each in parent:
        alike.setdefault(each.tag, []).append(each)
    made = {}
    for tag, those in alike.items():
        name = local_of(tag)
        for number, each in enumerate(those):
            made[each] = f".{name}[{number}]" if len(those) > 1 else f".{name}"
    return made
