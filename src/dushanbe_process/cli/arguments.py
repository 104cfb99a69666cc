"""The arguments of the command line, and what ``--help`` says of them."""

from __future__ import annotations

from argparse import ArgumentParser, ArgumentTypeError, RawDescriptionHelpFormatter
from importlib import import_module
from typing import TYPE_CHECKING, Any

import dushanbe_process
from dushanbe_process.cli import revising

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Callable

_NAME = "dushanbe-process"

_MOST_JOBS = 256

_ABOUT = """\
Records of intergovernmental conferences, in every official form.
Any form in, the same record out.
"""

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

_EXAMPLES = """\
examples:
  dushanbe-process demo
      write the packaged record in every format, read it back, compare
  dushanbe-process convert process.json process.docx
      issue a record as a Word document
  dushanbe-process validate *.json *.xml
      say what is wrong with files, one problem a line
  dushanbe-process show process.docx
      see what a file holds

exit status:
  0 done; 1 a file is not right, or cannot be read or written; 2 wrong usage
"""


def parser() -> ArgumentParser:
    """Return the parser; what it parses has ``run``, to run it, and ``refuse``, to say why not."""
    top = _parser(ArgumentParser, prog=_NAME, description=_ABOUT, epilog=_EXAMPLES)
    version = f"{_NAME} {dushanbe_process.__version__}"
    top.add_argument("--version", action="version", version=version)
    commands_of = top.add_subparsers(title="commands", metavar="COMMAND", required=True)
    every = (_demo, _convert, _report, _validate, _show, _strip, _schema, _formats)
    for add in every:
        add(commands_of.add_parser)
    revising.add(commands_of.add_parser, _command)
    return top


def _parser(make: Callable[..., ArgumentParser], *names: str, **options: Any) -> ArgumentParser:
    return make(*names, formatter_class=RawDescriptionHelpFormatter, allow_abbrev=False, **options)


def _command(
    make: Callable[..., ArgumentParser],
    name: str,
    run: Callable[[Namespace], int],
    about: str,
    examples: str,
) -> ArgumentParser:
    """Return the parser of one command; the first line about it stands in the list of all."""
    first = about.partition(".\n")[0]
    made = _parser(
        make, name, help=first[0].lower() + first[1:], description=about, epilog=examples
    )
    made.set_defaults(run=run, refuse=made.error)
    return made


def _module(name: str) -> Any:
    """Import the module of a command when it is run: ``--help`` needs none of them."""
    return import_module(f"dushanbe_process.cli.{name}")


def _demo(make: Callable[..., ArgumentParser]) -> None:
    made = _command(
        make,
        "demo",
        lambda given: _module("commands").demo(given.folder),
        """\
Write the packaged record in every format, and read it back.
Every installed format gets a file; it is an error if one holds another record.
""",
        """\
examples:
  dushanbe-process demo
  dushanbe-process demo /tmp/record
""",
    )
    made.add_argument(
        "folder",
        metavar="DIR",
        nargs="?",
        default="dushanbe-demo",
        help="the folder to write to, made if need be (default: %(default)s)",
    )


def _convert(make: Callable[..., ArgumentParser]) -> None:
    made = _command(
        make,
        "convert",
        lambda given: _module("akn").convert(given),
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


def _report(make: Callable[..., ArgumentParser]) -> None:
    made = _command(
        make,
        "report",
        lambda given: _module("commands").report(given),
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


def _validate(make: Callable[..., ArgumentParser]) -> None:
    made = _command(
        make,
        "validate",
        lambda given: _module("akn").validate(given),
        """\
Say what is wrong with files, one problem a line.
A line is FILE: PATH: message. The exit status is 1 if there is any.
With --format akn, files and folders of Akoma Ntoso are read, and a table says
for each folder how many were, whether all their text was kept, and what is
irregular in them.
""",
        """\
examples:
  dushanbe-process validate process.xml
  dushanbe-process validate *.json *.xml *.docx
  dushanbe-process validate - < process.json
  dushanbe-process validate --format akn resolutions/
""",
    )
    made.add_argument(
        "files",
        metavar="FILE",
        nargs="+",
        help="a file to check, or a folder of Akoma Ntoso; - for the standard input",
    )
    made.add_argument(
        "--format",
        metavar="F",
        help="the format of the files (default: as their content, then their name, tells)",
    )


def _show(make: Callable[..., ArgumentParser]) -> None:
    made = _command(
        make,
        "show",
        lambda given: _module("commands").show(given),
        """\
Show what a file holds, for reading.
With --metadata, what a Word file carries beside its pages: a record, comments,
tracked changes by author and day, names and dates. As wide as the terminal, or
as the environment variable COLUMNS says.
""",
        """\
examples:
  dushanbe-process show process.docx
  dushanbe-process show process.json | less
  dushanbe-process show --metadata draft.docx
  dushanbe-process show --metadata --json draft.docx | jq '.changes[].author'
""",
    )
    made.add_argument("file", metavar="FILE", help="the file to show; - for the standard input")
    made.add_argument(
        "--metadata", action="store_true", help="show what a Word file carries beside its pages"
    )
    made.add_argument("--json", action="store_true", help="with --metadata: all of it, as JSON")


def _strip(make: Callable[..., ArgumentParser]) -> None:
    made = _command(
        make,
        "strip",
        lambda given: _module("word").strip(given),
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


def _schema(make: Callable[..., ArgumentParser]) -> None:
    made = _command(
        make,
        "schema",
        lambda given: _module("commands").schema(given.language, given.source),
        """\
Print the JSON Schema or the XML Schema.
They describe every file in JSON (draft 2020-12) and in XML (XSD 1.0).
""",
        """\
examples:
  dushanbe-process schema json > dossier.schema.json
  dushanbe-process schema xsd > dossier.xsd
""",
    )
    made.add_argument(
        "language",
        nargs="?",
        choices=("json", "xsd"),
        metavar="json|xsd",
        help="which of the two",
    )
    made.add_argument(
        "--source",
        metavar="CLASS",
        help="instead, the Python code that is generated to read and write a class",
    )


def _formats(make: Callable[..., ArgumentParser]) -> None:
    _command(
        make,
        "formats",
        lambda _: _module("commands").formats(),
        """\
List the installed formats.
Their names are what --from and --to take.
""",
        """\
examples:
  dushanbe-process formats
""",
    )
