"""The page of the documentation: tables of medians and ratios."""

from __future__ import annotations

import os
import platform
from importlib.metadata import PackageNotFoundError, version

import peers
from goals import OURS, Result

from dushanbe_process import compiled

_PACKAGES = (
    "attrs",
    "cattrs",
    "lxml",
    "msgspec",
    "orjson",
    "python-docx",
    "pydantic",
    "pydantic-xml",
    "xsdata",
    "docxtpl",
    "bluebell-akn",
    "isal",
)

_HEAD = """\
# Benchmarks

Written by `python tests/benchmarks`; the peers are installed by the extra `bench`. All cases of a
table ran in one process, in interleaved rounds; the numbers are medians of processor time. Read
the ratios, not the milliseconds: they depend on the machine.

What is measured
: **big** is a dossier of prose (10 MB of JSON, some sixty words a paragraph, three languages),
  **dense** one of many small records (3 MB), **small** two thousand documents of 2 to 10 kB, read
  and written one by one. They are made by a generator, the same in every run.

What the peers do
: Their classes are made of the same schema and get the same data. pydantic checks types, choices
  and the forms of codes, cattrs and xsdata what they check by themselves; all rules of the model
  (references that lead somewhere, languages and countries that exist, characters that every format
  can carry) are checked by this library alone. pydantic-xml and code by hand keep less of running
  text: see `tests/benchmarks/`.

Akoma Ntoso
: bluebell makes Akoma Ntoso of plain text, and reads no files of it: it is given the same documents
  in its own notation (but for two collections, for which it has none), and makes elements.

The peers of Word files
: They make the same document, each in the manner of its manual: the same words in the same
  styles, lead phrases in a character style, numbers that Word counts, a bookmark for each
  paragraph, a masthead, and the record inside; what they made is compared before it counts. They
  are given plain data, in which lead phrases are found already and the record is XML
  already; this library starts from the record. pandoc and npm docx are programs of their own, of
  which only the work is counted: pandoc's processor time, and what Node tells of the second of
  two runs. Of the files of two pages no two are the same.

Two ways of python-docx and of pandoc
: What their users do, and the shortest way that there is. python-docx begins with the template that
  it brings along, to which styles are added by its API; at each paragraph it goes through the 164
  styles that are in there. The other way is a template that holds nothing but the styles that the
  document needs. pandoc reads Markdown, with divisions and spans in styles of one's own and a
  reference document (as `commonmark_x`, the fastest of its variants); the other way is its own
  document tree as JSON, of which nothing is left to be parsed. The goals are about what users do;
  the others stand beside them, without a goal.

With the extra fast
: Ours are packed by Python's own zlib, as is what they are compared with. The extra `fast`
  installs another packer, which is a case of its own.
"""


_WHY = """\
Why goals are missed, where they are, is told under [speed](../explanation/speed.md).
"""


def page(results: list[Result], absent: list[str], notes: str) -> str:
    """Return the page."""
    parts = [_HEAD, _machine(absent)]
    parts += [table(each) for each in results]
    notes += f"\n\n{_WHY}"
    missed = [line for each in results for line in each.missed]
    parts.append("## Goals that are missed\n\n" + ("\n".join(f"- {m}" for m in missed) or "None."))
    return "\n\n".join(part.strip() for part in [*parts, notes]) + "\n"


def _machine(absent: list[str]) -> str:
    found = {name: _version(name) for name in _PACKAGES} | peers.programs()
    versions = ", ".join(f"{name} {version}" for name, version in found.items() if version)
    load = f"{os.cpu_count()} processors, load {os.getloadavg()[0]:.1f} at the end"
    kind = f"{platform.system()} on {platform.machine()}, {platform.python_implementation()}"
    code = "compiled code" if compiled.has("json_read") else "Python alone"
    told = (
        f"Versions and machine\n: {kind} {platform.python_version()}, {code}; {load}; {versions}."
    )
    return told + (f"\n  Not here, and so not measured: {', '.join(absent)}." if absent else "")


def _version(name: str) -> str | None:
    try:
        return version(name)
    except PackageNotFoundError:
        return None


def table(result: Result) -> str:
    """Return the table of one piece of work, and its goals."""
    ours = result.times[OURS]
    rows = [
        f"| {f'**{name}**' if name == OURS else name} | {time * 1000:.1f} | {time / ours:.2f} |"
        for name, time in sorted(result.times.items(), key=lambda each: each[1])
    ]
    goals = "\n".join(f"- {goal.told(result.times)}" for goal in result.goals)
    head = ["| case | ms | x ours |", "|---|---|---|"]
    missing = f"\n\nNot installed, and so not measured: {', '.join(result.absent)}."
    told = "\n".join([f"## {result.name}", "", *head, *rows, "", goals]).rstrip()
    return told + (missing if result.absent else "")
