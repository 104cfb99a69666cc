"""A picture in the head of a page: an emblem, with the words that stand for it."""

from __future__ import annotations

import struct

import attrs

from dushanbe_process.errors import MalformedError
from dushanbe_process.reports.docx.names import attribute

#: The box that an emblem has to fit, in English Metric Units (914,400 to the inch).
_WIDTH, _HEIGHT = 720_000, 900_000
_PNG = b"\x89PNG\r\n\x1a\n"
_DRAWING = "http://schemas.openxmlformats.org/drawingml/2006"
#: The markers of JPEG that begin a frame, and so state its size.
_FRAMES = frozenset({*range(0xC0, 0xD0)} - {0xC4, 0xC8, 0xCC})


@attrs.frozen
class Emblem:
    """An image in PNG or JPEG, and its alternative text."""

    data: bytes = attrs.field(repr=False)
    alternative: str

    @property
    def suffix(self) -> str:
        """What the file of the image is called after the dot."""
        return "png" if self.data.startswith(_PNG) else "jpeg"

    @property
    def size(self) -> tuple[int, int]:
        """Width and height in pixels.

        Raises:
            MalformedError: when the data is neither PNG nor JPEG.
        """
        return _size(self.data)

    def drawing(self) -> str:
        """Return the picture as Word has it, in proportion.

        Raises:
            MalformedError: when the data is neither PNG nor JPEG.
        """
        wide, high = self.size
        scale = min(_WIDTH / wide, _HEIGHT / high)
        x, y = int(wide * scale), int(high * scale)
        told = attribute(self.alternative)
        shape = (
            f'<pic:pic xmlns:pic="{_DRAWING}/picture"><pic:nvPicPr>'
            f'<pic:cNvPr id="1" name="emblem" descr={told}/><pic:cNvPicPr/></pic:nvPicPr>'
            '<pic:blipFill><a:blip r:embed="emblem"/><a:stretch><a:fillRect/></a:stretch>'
            f'</pic:blipFill><pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="{x}" cy="{y}"/>'
            '</a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic>'
        )
        return (
            f'<w:drawing><wp:inline xmlns:wp="{_DRAWING}/wordprocessingDrawing" distT="0" '
            f'distB="0" distL="0" distR="0"><wp:extent cx="{x}" cy="{y}"/>'
            f'<wp:docPr id="1" name="emblem" descr={told}/>'
            f'<a:graphic xmlns:a="{_DRAWING}/main"><a:graphicData uri="{_DRAWING}/picture">'
            f"{shape}</a:graphicData></a:graphic></wp:inline></w:drawing>"
        )


def _size(data: bytes) -> tuple[int, int]:
    """Return width and height in pixels."""
    try:
        size = struct.unpack(">II", data[16:24]) if data.startswith(_PNG) else _jpeg_size(data)
    except (struct.error, IndexError):
        size = (0, 0)
    if not all(size):
        raise MalformedError("emblem", "neither PNG nor JPEG")
    return size[0], size[1]


def _jpeg_size(data: bytes) -> tuple[int, ...]:
    """Go from marker to marker until one states the size."""
    if not data.startswith(b"\xff\xd8"):
        return (0, 0)
    at = 2
    while data[at + 1] not in _FRAMES:
        at += 2 + int.from_bytes(data[at + 2 : at + 4], "big")
    high, wide = struct.unpack(">HH", data[at + 5 : at + 9])
    return wide, high
