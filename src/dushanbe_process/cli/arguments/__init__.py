"""The arguments of the command line, and what ``--help`` says of them."""

from __future__ import annotations

from argparse import ArgumentParser

import dushanbe_process
from dushanbe_process.cli import revising
from dushanbe_process.cli.arguments.command import command, formatted
from dushanbe_process.cli.arguments.converting import convert, report, strip
from dushanbe_process.cli.arguments.showing import demo, formats, schema, show, validate

_NAME = "dushanbe-process"

_ABOUT = """\
Records of intergovernmental conferences, in every official form.
Any form in, the same record out.
"""

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
    top = formatted(ArgumentParser, prog=_NAME, description=_ABOUT, epilog=_EXAMPLES)
    version = f"{_NAME} {dushanbe_process.__version__}"
    top.add_argument("--version", action="version", version=version)
    commands_of = top.add_subparsers(title="commands", metavar="COMMAND", required=True)
    every = (demo, convert, report, validate, show, strip, schema, formats)
    for add in every:
        add(commands_of.add_parser)
    revising.add(commands_of.add_parser, command)
    return top
