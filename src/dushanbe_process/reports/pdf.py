"""Word files to PDF, by an installed LibreOffice."""

from __future__ import annotations

import shutil
import subprocess
import tempfile
from pathlib import Path

from dushanbe_process.errors import MissingProgramError
from dushanbe_process.reports.docx.package import pack, unpack

_PROGRAMS = ("soffice", "libreoffice")
_SECONDS = 300
_NUMBERING = "word/numbering.xml"


def turned(word: bytes) -> bytes:
    """Return a Word file as LibreOffice has to see it.

    It takes the side of the numbers of lists for one of the page; Word, for one of the paragraph.
    Where these run from right to left, LibreOffice would set the numbers outside the margin.
    """
    parts = unpack(word)
    numbers = parts.get(_NUMBERING, b"")
    if not numbers or b"<w:bidi/></w:sectPr>" not in parts["word/document.xml"]:
        return word
    left, right = (f'<w:lvlJc w:val="{side}"/>'.encode() for side in ("left", "right"))
    return pack(parts | {_NUMBERING: numbers.replace(left, right)})


def to_pdf(word: bytes) -> bytes:
    """Return a Word file as PDF.

    Raises:
        MissingProgramError: when LibreOffice is not installed, or does not do it.
    """
    program = next(filter(None, map(shutil.which, _PROGRAMS)), None)
    if program is None:
        raise MissingProgramError("LibreOffice", "to make a PDF")
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder, "report.docx")
        source.write_bytes(turned(word))
        command = [program, f"-env:UserInstallation=file://{folder}/profile", "--headless"]
        command += ["--convert-to", "pdf", "--outdir", folder, str(source)]
        done = subprocess.run(command, capture_output=True, timeout=_SECONDS, check=False)  # noqa: S603
        made = source.with_suffix(".pdf")
        if not made.is_file():
            raise MissingProgramError("a working LibreOffice", done.stderr.decode(errors="replace"))
        return made.read_bytes()
