"""The zip container of a Word file: written byte for byte the same, read within bounds."""

from __future__ import annotations

import io
import zipfile
from typing import TYPE_CHECKING

from dushanbe_process.errors import LimitExceededError, MalformedError
from dushanbe_process.reports.docx.archive import archive

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

#: Bounds of what is read: parts, bytes of one part, bytes of all, and bytes out per byte in.
MOST_PARTS = 4_000
LARGEST_PART = 400_000_000
LARGEST_PACKAGE = 1_000_000_000
#: Small files may be compressed as well as they can be; large ones not beyond this.
HIGHEST_RATIO = 200
_SMALL = 64_000_000


def pack(parts: Mapping[str, bytes]) -> bytes:
    """Return the parts as a zip file; the same parts give the same bytes.

    Raises:
        LimitExceededError: when the file would be more than ``unpack`` agrees to read.
    """
    sizes = [len(data) for data in parts.values()]
    count, total, largest = len(sizes), sum(sizes), max(sizes)
    _check(count, total, largest, total)
    packed = archive(parts)
    _check(count, total, largest, len(packed))
    return packed


def unpack(data: bytes, wanted: Callable[[str], bool] = lambda _: True) -> dict[str, bytes]:
    """Return the parts whose names are wanted.

    Raises:
        MalformedError: when it is no zip file, a damaged one, or an encrypted one.
        LimitExceededError: when it is larger, fuller or more compressed than is read.
    """
    if data[:8] == b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1":
        reason = "this is a password-protected document or one in the old binary format"
        raise MalformedError("DOCX", reason)
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as file:
            members = file.infolist()
            sizes = [member.file_size for member in members]
            _check(len(members), sum(sizes), max(sizes, default=0), len(data))
            return {
                member.filename: _contents(file, member)
                for member in members
                if wanted(member.filename) and not member.is_dir()
            }
    except (LimitExceededError, MalformedError):
        raise
    except Exception as error:  # noqa: BLE001  (zipfile raises a dozen kinds on damaged files)
        raise MalformedError("DOCX", f"damaged zip file: {error}") from None


def _contents(file: zipfile.ZipFile, member: zipfile.ZipInfo) -> bytes:
    if member.flag_bits & 1:
        raise MalformedError("DOCX", f"the part {member.filename} is encrypted")
    with file.open(member) as part:
        data = part.read(member.file_size + 1)
    if len(data) > member.file_size:
        raise MalformedError("DOCX", f"the part {member.filename} is larger than it says")
    return data


def _check(parts: int, total: int, largest: int, packed: int) -> None:
    if parts > MOST_PARTS:
        message = f"a Word file of more than {MOST_PARTS} parts"
    elif largest > LARGEST_PART or total > LARGEST_PACKAGE:
        message = f"a Word file of more than {LARGEST_PACKAGE} bytes, or {LARGEST_PART} in a part"
    elif total > _SMALL and total > HIGHEST_RATIO * packed:
        message = f"a Word file compressed more than {HIGHEST_RATIO} times"
    else:
        return
    raise LimitExceededError(message)
