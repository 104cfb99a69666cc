"""The arguments of the commands that write files."""

from __future__ import annotations

from argparse import ArgumentTypeError
from typing import TYPE_CHECKING

from dushanbe_process.cli.arguments.command import command, module

if TYPE_CHECKING:
    from argparse import ArgumentParser
    from collections.abc import Callable

_MOST_JOBS = 256

_KINDS = (
    "declaration",
    "resolution",
    "summary",
    "statement",
    "press-release",
    "letter",
    "conference-report",
    "programme",
    "participants",
    "dossier",
)


def convert(make: Callable[..., ArgumentParser]) -> None:
    """Add the command ``convert``."""
    made = command(
        make,
        "convert",
        lambda given: module("akn").convert(given),
        """\
Write the record of a file, or of many, in another format.
Nothing is lost. A target is written whole or not at all: when something is
wrong, an old file stays as it was.

A folder becomes a folder, with --to; folders within are kept. Or it becomes
one file of JSON Lines (.jsonl), whose lines become files when DST is a folder.
A file that is not right is named, the rest goes on, and the exit status is 1.

With --merge, the files are one document in several languages, and become one
record; where they contradict each other, the first file holds, and it is said.
""",
        """\
examples:
  dushanbe-process convert process.json process.docx
  dushanbe-process convert process.data process.xml --from json
  dushanbe-process convert - - --to xml < process.json > process.xml
  dushanbe-process convert archive/ converted/ --to xml --jobs 4
  dushanbe-process convert archive/ archive.jsonl
  dushanbe-process convert A_RES_77_298.en.xml resolution.docx
  dushanbe-process convert --merge A_RES_77_298.*.xml resolution.json
""",
    )
    made.add_argument(
        "source",
        metavar="SRC",
        nargs="?",
        help="the file or folder to read; - for the standard input",
    )
    made.add_argument(
        "target",
        metavar="DST",
        nargs="?",
        help="the file or folder to write; - for the standard output, with --to",
    )
    made.add_argument(
        "--merge",
        metavar="FILE",
        nargs="+",
        help="the language versions of one document, and last the file to write",
    )
    made.add_argument(
        "--from",
        dest="from_",
        metavar="F",
        help="the format of SRC (default: as its content, then its name, tells)",
    )
    made.add_argument("--to", metavar="F", help="the format of DST (default: as its name tells)")
    made.add_argument(
        "--jobs",
        metavar="N",
        type=_count,
        help="how many processes share the files of a folder (default: one a processor)",
    )


def _count(text: str) -> int:
    if not text.isdecimal() or not 0 < int(text) <= _MOST_JOBS:
        raise ArgumentTypeError(f"{text!r} is not a number from 1 to {_MOST_JOBS}")
    return int(text)


def report(make: Callable[..., ArgumentParser]) -> None:
    """Add the command ``report``."""
    made = command(
        make,
        "report",
        lambda given: module("commands").report(given),
        """\
Make an official paper of a record: Word, HTML or PDF.
Of a dossier, --select names the record that is meant. Parts for which the
record holds nothing are left out or said to be unknown. A PDF is made by an
installed LibreOffice.
""",
        """\
examples:
  dushanbe-process report process.json --kind conference-report \\
      --select dushanbe-2022 --language ru -o report.docx
  dushanbe-process report declaration.json -o declaration.pdf
""",
    )
    made.add_argument("file", metavar="FILE", help="the record; - for the standard input")
    made.add_argument("-o", "--output", metavar="OUT", required=True, help=".docx, .html or .pdf")
    made.add_argument("--kind", metavar="K", help=f"one of {', '.join(_KINDS)}")
    made.add_argument("--select", metavar="ID", help="the record of a dossier that is meant")
    made.add_argument("--language", metavar="L", help="en, fr, es, ru, ar, zh, tg")
    made.add_argument("--second-language", metavar="L", help="set the text in two columns")
    made.add_argument("--style", metavar="S", default="un", help="un, osce, government, plain")
    made.add_argument("--template", metavar="T", help="a .docx or .dotx of your own")


def strip(make: Callable[..., ArgumentParser]) -> None:
    """Add the command ``strip``."""
    made = command(
        make,
        "strip",
        lambda given: module("word").strip(given),
        """\
Write a Word file without what does not stand on its pages.
Gone are the record in it, comments, and who made the file and when. Tracked
changes stand on the pages: a file with any needs --changes.
""",
        """\
examples:
  dushanbe-process strip declaration.docx public.docx
  dushanbe-process strip draft.docx public.docx --changes accept
""",
    )
    made.add_argument("source", metavar="SRC", help="the Word file to read")
    made.add_argument("target", metavar="DST", help="the Word file to write")
    made.add_argument(
        "--changes",
        choices=("refuse", "accept", "reject"),
        default="refuse",
        help="what becomes of tracked changes (default: %(default)s)",
    )
