"""Make every kind of paper of the packaged record, in every language and style.

Usage: python gallery.py [FOLDER] [STYLE …]

Writes Word files and pages of HTML; where LibreOffice is installed, a folder of Word files
becomes PDF with ``soffice --headless --convert-to pdf *.docx``.
"""

from __future__ import annotations

import sys
from pathlib import Path

import dushanbe_process as dp

LANGUAGES = ("en", "fr", "es", "ru", "ar", "zh", "tg")
PAPERS = {
    "declaration": "declaration-2018",
    "resolution": "resolution-77-298",
    "summary": "summary-2022",
    "statement": "st-voronkov-stated",
    "press-release": "press-release-2022-10-21",
    "conference-report": "dushanbe-2022",
    "programme": "dushanbe-2022",
    "participants": "dushanbe-2022",
    "dossier": "dushanbe-process",
}


def main(folder: Path, styles: list[str]) -> None:
    """Write the papers and print the name of each."""
    dossier = dp.sample()
    folder.mkdir(parents=True, exist_ok=True)
    for kind, subject in PAPERS.items():
        if dossier.find(subject) is None:
            sys.exit(f"the packaged record holds no {subject}")
        for style in styles:
            for language in LANGUAGES:
                report = dp.report(dossier, kind, select=subject, language=language, style=style)
                path = folder / f"{kind}-{style}-{language}.docx"
                report.save(path)
                report.save(path.with_suffix(".html"))
                print(path)


if __name__ == "__main__":
    arguments = sys.argv[1:]
    main(Path(arguments[0]) if arguments else Path("gallery"), arguments[1:] or ["un"])
    sys.exit(0)
