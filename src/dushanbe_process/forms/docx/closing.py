"""Lines with which official texts close: done where and when, and by whom signed."""

from __future__ import annotations

import re

_DONE = re.compile(
    r"(?:done|signed|adopted) (?:at|in|by|on) .{3,160}|fait à .{3,120}|hecho en .{3,120}"
    r"|совершено в .{3,120}|принято .{3,120}|حرر في .{3,120}|订于.{2,60}|\(signed\).{0,120}"
    r"|\(signé\).{0,120}|\(firmado\).{0,120}|\(подпись\).{0,120}|\(توقيع\).{0,120}",
    re.IGNORECASE,
)


def is_closing(words: str) -> bool:
    """Say whether a line says that a text was done somewhere, or stands for a hand."""
    return _DONE.fullmatch(words) is not None
