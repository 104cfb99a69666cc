"""The commands on versions of a record, with their arguments: what changed, and compilations."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import dushanbe_process as dp
from dushanbe_process.cli import streams
from dushanbe_process.cli.failures import FileError, UsageError, naming

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace
    from collections.abc import Callable

    from dushanbe_process.schema import Model

_TROUBLE = 2
_STREAM = "-"


def add(make: Callable[..., ArgumentParser], command: Callable[..., ArgumentParser]) -> None:
    """Add the commands to those there are."""
    for each in (_diff, _compile, _resolve):
        each(make, command)


def _diff(make: Callable[..., ArgumentParser], command: Callable[..., ArgumentParser]) -> None:
    made = command(
        make,
        "diff",
        diff,
        """\
Say what changed from one file to another, by paragraph number.
Documents are compared paragraph by paragraph and word by word, all else field
by field. Without colour, [-words-] went and {+words+} came. With -o, both
versions are written as one Word file with tracked changes. The exit status is
0 if nothing differs, 1 if something does, 2 if there is trouble.
""",
        """\
examples:
  dushanbe-process diff draft-1.docx draft-2.docx
  dushanbe-process diff draft-1.json draft-2.docx -o redline.docx --author Chair
  dushanbe-process diff old.json new.json --json | jq .changes
""",
    )
    made.add_argument("a", metavar="A", help="the file as it was; - for the standard input")
    made.add_argument("b", metavar="B", help="the file as it is; - for the standard input")
    made.add_argument("-o", "--output", metavar="OUT", help="a redline: .docx or .pdf")
    made.add_argument("--json", action="store_true", help="print the changes as JSON")
    made.add_argument("--language", metavar="L", help="leave texts in other languages aside")
    made.add_argument("--select", metavar="ID", help="the record of a dossier that is meant")
    made.add_argument("--kind", metavar="K", help="the kind of paper of the redline")
    made.add_argument("--style", metavar="S", default="un", help="its style (default: un)")
    made.add_argument("--author", metavar="N", default="dushanbe-process", help="of the changes")
    made.add_argument("--date", metavar="D", help="of the changes, as 2022-10-19T09:00")


def diff(given: Namespace) -> int:
    """Print what changed, and write the redline; 1 if anything did, 2 if a file fails."""
    try:
        return _differing(given)
    except FileError as error:
        streams.complain(*error.lines)
        return _TROUBLE


def _differing(given: Namespace) -> int:
    before, after = _read(given.a), _read(given.b)
    with naming(f"{given.a}, {given.b}", "compared"):
        found = dp.diff(before, after, language=given.language, select=given.select)
    if given.output:
        _redline(before, after, given)
    if given.json:
        _put(found.to_tree())
    elif found.changes:
        from dushanbe_process.cli.console import display  # noqa: PLC0415  (loads rich)
        from dushanbe_process.cli.show.diff import DiffView  # noqa: PLC0415  (loads rich)

        display(DiffView(found))
    return int(bool(found.changes))


def _redline(before: Model, after: Model, given: Namespace) -> None:
    from pathlib import Path  # noqa: PLC0415  (not for --help)

    from dushanbe_process.files import replace  # noqa: PLC0415

    chosen: dict[str, Any] = {
        name: getattr(given, name)
        for name in ("author", "date", "language", "style", "kind", "select")
    }
    try:
        with naming(given.output, "written"):
            made = dp.redline(before, after, **chosen)
            replace(Path(given.output), made.in_form(Path(given.output).suffix))
    except FileError as error:
        if isinstance(error.__cause__, dp.UnknownFormatError):
            raise UsageError(str(error.__cause__)) from error
        raise


def _compile(make: Callable[..., ArgumentParser], command: Callable[..., ArgumentParser]) -> None:
    made = command(
        make,
        "compile",
        compile,
        """\
Make one compilation of several edited copies of a document.
What all delegations changed alike is in its text; everything else stands in
square brackets with the names of those who want it. What is agreed, proposed
and in conflict is printed by paragraph number.
""",
        """\
examples:
  dushanbe-process compile draft.docx --from "State A=a.docx" \\
      --from "State B=b.docx" -o compilation.docx
  dushanbe-process compile dossier.json --select declaration \\
      --from tajikistan=a.docx --from qatar=b.docx -o compilation.docx
""",
    )
    made.add_argument("base", metavar="BASE", help="the document that was sent out")
    made.add_argument(
        "--from",
        dest="copies",
        metavar="NAME=FILE",
        action="append",
        required=True,
        help="a delegation and its copy; once for each",
    )
    made.add_argument("-o", "--output", metavar="OUT", required=True, help="the compilation")
    made.add_argument("--json", action="store_true", help="print the points as JSON")
    made.add_argument("--select", metavar="ID", help="the document of a dossier that is meant")
    made.add_argument("--language", metavar="L", default="en", help="of a Word file (default: en)")


def _resolve(make: Callable[..., ArgumentParser], command: Callable[..., ArgumentParser]) -> None:
    made = command(
        make,
        "resolve",
        resolve,
        """\
Write a compilation with proposals accepted and rejected.
Unless it is said who is rejected, everybody is who is not accepted, and the
text is clean; else what is not decided stays in brackets.
""",
        """\
examples:
  dushanbe-process resolve compilation.docx --accept "State A" -o draft-2.docx
  dushanbe-process resolve compilation.docx --accept "State A" \\
      --reject "State B" --paragraph "3 bis" -o draft-2.docx
""",
    )
    made.add_argument("file", metavar="FILE", help="the compilation")
    for name, about in (("accept", "accept"), ("reject", "reject")):
        told = f"a delegation whose proposals to {about}; once for each"
        made.add_argument(f"--{name}", metavar="NAME", action="append", help=told)
    told = "decide on this paragraph alone; once for each"
    made.add_argument("--paragraph", metavar="N", action="append", help=told)
    made.add_argument("-o", "--output", metavar="OUT", required=True, help="the file to write")
    made.add_argument("--language", metavar="L", default="en", help="of a Word file (default: en)")


def compile(given: Namespace) -> int:
    """Write the compilation of several copies, and print its points.

    Raises:
        UsageError: for a copy without a name.
        FileError: when a file fails.
    """
    copies = {}
    for each in given.copies:
        name, is_named, file = each.partition("=")
        if not is_named or name.strip() in copies:
            raise UsageError(f"--from {each!r}: give each delegation once, as NAME=FILE")
        copies[name.strip()] = _read(file)
    base = _read(given.base)
    with naming(given.base, "compiled"):
        made = dp.compile(base, copies, select=given.select)
    _write(made.document, given)
    if given.json:
        tree = [each.to_tree() for each in made.points]
        _put(tree)
    else:
        from dushanbe_process.cli.console import display  # noqa: PLC0415  (loads rich)
        from dushanbe_process.cli.show.points import PointsView  # noqa: PLC0415  (loads rich)

        display(PointsView(made))
    return 0


def resolve(given: Namespace) -> int:
    """Write a compilation with what was decided.

    Raises:
        FileError: when a file fails, or holds no document, or nothing of what is named.
    """
    record = _read(given.file)
    if not isinstance(record, dp.Document):
        raise FileError([f"{given.file}: a {type(record).__name__} is no document"])
    with naming(given.file):
        made = dp.resolve(record, given.accept or (), given.reject, paragraphs=given.paragraph)
    _write(made, given)
    return 0


def _write(record: Model, given: Namespace) -> None:
    """Write a record, a Word file in the language that is asked for."""
    options = {"language": given.language} if given.output.endswith(".docx") else {}
    try:
        with naming(given.output, "written"):
            dp.write(record, given.output, **options)
    except FileError as error:
        if isinstance(error.__cause__, dp.UnknownFormatError):
            raise UsageError(str(error.__cause__)) from error
        raise


def _read(source: str) -> Model:
    if source == _STREAM:
        with naming("standard input"):
            return dp.read(streams.source())
    with naming(source):
        return dp.read(source)


def _put(tree: Any) -> None:
    """Print plain data as JSON, in UTF-8."""
    import json  # noqa: PLC0415  (wanted by those who ask for it)

    streams.put((json.dumps(tree, ensure_ascii=False, indent=2) + "\n").encode())
