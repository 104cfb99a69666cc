"""Reports: a record laid out as one kind of paper, in one language and one house style."""

from __future__ import annotations

import io
from pathlib import Path
from typing import TYPE_CHECKING, Any

import attrs

from dushanbe_process.errors import UnknownFormatError
from dushanbe_process.files import replace
from dushanbe_process.reports.docx import render
from dushanbe_process.reports.pdf import to_pdf
from dushanbe_process.reports.styles import house

if TYPE_CHECKING:
    from dushanbe_process.reports.blocks import Paper
    from dushanbe_process.reports.docx.picture import Emblem

#: What a report can be saved as, by suffix.
SUFFIXES = (".docx", ".html", ".pdf")


@attrs.frozen
class Report:
    """A paper and the style it is to be set in.

    ``template`` is a Word file of the user's own: its styles, heads, feet and page are kept;
    ``emblem`` stands in the head of the first page.
    """

    paper: Paper
    style: str
    template: bytes | None = attrs.field(default=None, repr=False)
    emblem: Emblem | None = None

    def to_bytes(self) -> bytes:
        """Return the report as a Word file."""
        style = house(self.style)
        if self.template is None:
            return render(self.paper, style, self.emblem).packed()
        from dushanbe_process.reports.docx.template import fitted, into_template  # noqa: PLC0415

        file = render(self.paper, fitted(style, self.template), self.emblem)
        return into_template(file, self.template).packed()

    def to_docx(self) -> Any:
        """Return the report as a ``Document`` of python-docx, to go on with."""
        import docx  # noqa: PLC0415  (wanted only by those who ask for it)

        return docx.Document(io.BytesIO(self.to_bytes()))

    def to_html(self) -> str:
        """Return the report as one page of HTML that needs nothing else."""
        from dushanbe_process.reports.html import render as to_page  # noqa: PLC0415  (on demand)

        return to_page(self.paper, self.style, self.emblem)

    def in_form(self, suffix: str) -> bytes:
        """Return the report in the form of a suffix: ``.docx``, ``.html`` or ``.pdf``.

        Raises:
            UnknownFormatError: for any other suffix.
            MissingProgramError: for PDF, where LibreOffice is not installed.
        """
        match suffix.lower():
            case ".docx":
                return self.to_bytes()
            case ".html" | ".htm":
                return self.to_html().encode()
            case ".pdf":
                return to_pdf(self.to_bytes())
        raise UnknownFormatError(f"a report as {suffix!r}", SUFFIXES)

    def save(self, path: str | Path) -> None:
        """Write the report to a file, in the form of its suffix; whole or not at all."""
        replace(Path(path), self.in_form(Path(path).suffix))
