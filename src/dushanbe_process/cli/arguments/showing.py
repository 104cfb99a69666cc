"""The arguments of the commands that tell of files, or of this library."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dushanbe_process.cli.arguments.command import command, module

if TYPE_CHECKING:
    from argparse import ArgumentParser
    from collections.abc import Callable


def demo(make: Callable[..., ArgumentParser]) -> None:
    """Add the command ``demo``."""
    made = command(
        make,
        "demo",
        lambda given: module("commands").demo(given.folder),
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


def validate(make: Callable[..., ArgumentParser]) -> None:
    """Add the command ``validate``."""
    made = command(
        make,
        "validate",
        lambda given: module("akn").validate(given),
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


def show(make: Callable[..., ArgumentParser]) -> None:
    """Add the command ``show``."""
    made = command(
        make,
        "show",
        lambda given: module("commands").show(given),
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


def schema(make: Callable[..., ArgumentParser]) -> None:
    """Add the command ``schema``."""
    made = command(
        make,
        "schema",
        lambda given: module("commands").schema(given.language, given.source),
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


def formats(make: Callable[..., ArgumentParser]) -> None:
    """Add the command ``formats``."""
    command(
        make,
        "formats",
        lambda _: module("commands").formats(),
        """\
List the installed formats.
Their names are what --from and --to take.
""",
        """\
examples:
  dushanbe-process formats
""",
    )
