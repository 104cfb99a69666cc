"""Two papers as one Word file with tracked changes.

Accepting them gives the second, rejecting them the first.
Both are set as they would be issued; what differs on their pages is marked as Word itself marks
it (ISO/IEC 29500-1, 17.13.5).  So everything that is printed is compared: the masthead, titles,
numbers, notes and tables as well as the text.
"""

from __future__ import annotations

from dushanbe_process.changes.redline.file import Redline

__all__ = ["Redline"]
