"""Zip archives, written in one go (PKWARE's APPNOTE.TXT, 4.3.7, 4.3.12 and 4.3.16).

They are those of ``zipfile``, byte for byte.  A Word file has some twenty parts, most of them
short and the same in every file: those are packed once, for which ``zipfile`` has no means.
"""

from __future__ import annotations

import struct
from functools import lru_cache
from importlib import import_module
from importlib.util import find_spec
from typing import TYPE_CHECKING, Any

import attrs

if TYPE_CHECKING:
    from collections.abc import Mapping

#: How hard the packer tries, of 9.  Files are a fifth larger than at zlib's own choice (6), and
#: packed in a quarter of the time; large parts are packed at 1, as Word packs all of its own.
_LEVEL, _LEVEL_OF_LARGE, _LARGE = 2, 1, 1_000_000
#: What packs: Python's own zlib, or, where the extra ``fast`` is installed, its like.
packer: Any = import_module("isal.isal_zlib" if find_spec("isal") else "zlib")

#: What a file has of its own; short parts of other names are mostly the same in the next file,
#: and so many of them are kept packed.
_OF_ONE_FILE = ("word/document", "word/footnotes", "docProps/", "customXml/item")
_SHORT, _KEPT = 32_768, 256

_LOCAL_HEADER = struct.Struct("<4s5H3I2H")
_CENTRAL_HEADER = struct.Struct("<4s6H3I5H2I")
_END = struct.Struct("<4s4H2IH")
_DEFLATED, _VERSION, _NAME_IN_UTF_8 = 8, 20, 0x0800
#: The first moment that an archive can tell, midnight of 1 January 1980: a time and a date.
_EPOCH = (0, 0x0021)
_MADE_ON_UNIX, _OWN = 3 << 8, 0o600 << 16


@attrs.frozen
class _Packed:
    """A part as it is packed, and what an archive tells of it: its check sum and both sizes."""

    data: bytes
    told: tuple[int, int, int]


def archive(parts: Mapping[str, bytes]) -> bytes:
    """Return parts as a zip archive, in their order; the same parts give the same bytes."""
    members: list[bytes] = []
    directory: list[bytes] = []
    place = 0
    for name, data in parts.items():
        is_alike = len(data) <= _SHORT and not name.startswith(_OF_ONE_FILE)
        packed = _packed_once(data) if is_alike else _packed(data)
        spelled, flags = name.encode(), 0 if name.isascii() else _NAME_IN_UTF_8
        header = (_VERSION, flags, _DEFLATED, *_EPOCH, *packed.told, len(spelled), 0)
        local = _LOCAL_HEADER.pack(b"PK\3\4", *header)
        made_by, rest = _VERSION | _MADE_ON_UNIX, (0, 0, 0, _OWN, place)
        members += (local, spelled, packed.data)
        directory += (_CENTRAL_HEADER.pack(b"PK\1\2", made_by, *header, *rest), spelled)
        place += len(local) + len(spelled) + len(packed.data)
    count, size = len(parts), sum(map(len, directory))
    end = _END.pack(b"PK\5\6", 0, 0, count, count, size, place, 0)
    return b"".join([*members, *directory, end])


def level_of(data: bytes) -> int:
    """Return how hard the packer tries with a part."""
    return _LEVEL if len(data) <= _LARGE else _LEVEL_OF_LARGE


def _packed(data: bytes) -> _Packed:
    """Return a part packed."""
    stream = packer.compressobj(level_of(data), packer.DEFLATED, -packer.MAX_WBITS)
    made = stream.compress(data) + stream.flush()
    return _Packed(made, (packer.crc32(data), len(made), len(data)))


_packed_once = lru_cache(_KEPT)(_packed)
