"""Values put into a record to see what they do to a page: which show themselves in which words.

To show a record takes time, and to look at its pages takes more.  So many values are put in at
once: what none of them moves is shown by none of their places, and no other value has to be tried
there.
"""

from __future__ import annotations

from difflib import SequenceMatcher
from functools import partial
from itertools import groupby
from typing import TYPE_CHECKING, Any

import attrs

from dushanbe_process.errors import DushanbeError
from dushanbe_process.forms.docx.edits.expected import Expected, solid
from dushanbe_process.forms.docx.edits.paths import Path, changed
from dushanbe_process.forms.docx.edits.tokens import plainly

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from dushanbe_process.forms.docx.edits.reading import Reading
    from dushanbe_process.forms.docx.edits.units import Unit

#: Places of a record, each with values for it.
Choices = dict[Path, list[Any]]


@attrs.frozen
class Trials:
    """What is tried to explain how the words of one unit became others."""

    reading: Reading
    old: int
    after: Unit

    def telling(self, choices: Choices) -> list[Path]:
        """Return the places of which other values change what the unit says, in their order.

        Two values of each are put in, lest one should happen to be shown as what is there.
        """
        found = set(self._moving([(path, values[0]) for path, values in choices.items()]))
        last = [(p, v[-1]) for p, v in choices.items() if p not in found and len(v) > 1]
        found.update(self._moving(last))
        return [path for path in choices if path in found]

    def _moving(self, tries: list[tuple[Path, Any]]) -> list[Path]:
        """Return the places of those values that change what the unit says."""
        if not tries or not self._move(tries):
            return []
        if len(tries) == 1:
            return [tries[0][0]]
        half = len(tries) // 2
        found = self._moving(tries[:half]) + self._moving(tries[half:])
        # One may undo what another does: two rows change places.
        return found or [each[0] for each in tries if self._move([each])]

    def _move(self, tries: list[tuple[Path, Any]]) -> bool:
        """Say whether values together change what the unit says, or are refused."""
        shown = self._shown(tries)
        return shown is None or self._is_moved(shown)

    def _is_moved(self, shown: Expected) -> bool:
        """Say whether the unit says something else, or stands nowhere, on other pages."""
        old, new = self.reading.expected.paragraphs, shown.paragraphs
        here = self.reading.expected.spans[self.old]
        return here is None or not any(
            one.start <= here.start and here.stop <= one.stop for one in _kept(old, new)
        )

    def shows(self, path: Path, value: Any) -> bool:
        """Say whether the unit says what is seen, once a value is put into its place."""
        shown = self._shown([(path, value)])
        if shown is None:
            return False
        words = solid(str(self.after.text))
        if words not in "".join(shown.paragraphs) or not self._is_moved(shown):
            return False
        units = shown.sheet.units
        same = self.old < len(units) and plainly(units[self.old].text) == plainly(self.after.text)
        return bool(same)

    def _shown(self, tries: Sequence[tuple[Path, Any]]) -> Expected | None:
        """Return the record with values put into it; None where it refuses them."""
        if self.reading.tries <= 0:
            return None
        self.reading.tries -= 1
        try:
            record = self.reading.expected.record
            for path, value in tries:
                record = changed(record, path, partial(_instead, value))
            shown = Expected(record, self.reading.expected.shown)
            shown.paragraphs  # noqa: B018  (a layout may refuse it too)
        except (DushanbeError, LookupError):
            return None
        return shown


def _instead(value: Any, _: Any) -> Any:
    return value


def _kept(old: Sequence[str], new: Sequence[str]) -> Iterator[range]:
    """Yield stretches of a page that say the same on another, in the same order."""
    if len(old) == len(new):
        same = [n for n, (a, b) in enumerate(zip(old, new, strict=True)) if a == b]
        for _, run in groupby(enumerate(same), lambda pair: pair[1] - pair[0]):
            row = [place for _, place in run]
            yield range(row[0], row[-1] + 1)
        return
    for block in SequenceMatcher(None, old, new, autojunk=False).get_matching_blocks():
        yield range(block.a, block.a + block.size)
