"""What is measured of whole processes: starting, memory, several jobs."""

from __future__ import annotations

import os
import resource
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from statistics import median

import corpora
from goals import OURS, Goal, Result, ahead, at_most

import dushanbe_process as dp

_RUNS = 15
_IN_MEMORY = "/dev/shm"  # noqa: S108  (a folder of our own within it)
_STREAM = 200_000_000
# The peak that the system keeps for a child is that of its parent, where that is higher: so this
# reads what Linux keeps for the program.
_PEAK = """
import re, sys, dushanbe_process as dp
from itertools import islice
from pathlib import Path
def peak():
    return int(re.search(r"VmHWM:\\s+(\\d+)", Path("/proc/self/status").read_text())[1])
list(islice(dp.iter_read(sys.argv[1]), 1))
before = peak()
for _ in dp.iter_read(sys.argv[1]): pass
print(peak() - before)
"""


# In a process of its own: one that holds the corpora is dear to copy.
_JOBS = """
import sys, time, dushanbe_process as dp
from statistics import median
taken = {1: [], 2: []}
for _ in range(3):
    for jobs, seconds in taken.items():
        begun = time.perf_counter()
        made = list(dp.convert_folder(*sys.argv[1:], "xml", jobs=jobs))
        seconds.append(time.perf_counter() - begun)
        assert not any(each.faults for each in made)
print(median(taken[1]), median(taken[2]))
"""


def _seconds(cases: dict[str, list[str]]) -> dict[str, float]:
    """Return the median processor time of commands, interleaved, each in a fresh process."""
    taken: dict[str, list[float]] = {name: [] for name in cases}
    for number in range(_RUNS):
        for name in cases if number % 2 == 0 else reversed(cases):
            before = _children()
            subprocess.run([sys.executable, *cases[name]], check=True, stdout=subprocess.DEVNULL)  # noqa: S603
            taken[name].append(_children() - before)
    return {name: median(each) for name, each in taken.items()}


def _children() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def start() -> list[Result]:
    """Measure how long it takes to be there."""
    bare, attrs_ = "python -c pass", "import attrs"
    imports = _seconds(
        {bare: ["-c", "pass"], attrs_: ["-c", attrs_], OURS: ["-c", "import dushanbe_process"]}
    )
    helps = _seconds({bare: ["-c", "pass"], OURS: ["-m", "dushanbe_process", "--help"]})
    return [
        Result("Start: import", imports, (at_most(2, attrs_),)),
        Result("Start: --help", helps, (at_most(4, bare),)),
    ]


def jobs() -> list[Result]:
    """Measure what a second process gains; by the clock, since the work is shared.

    The files are kept in memory, where there is such a place: making files in one folder of a
    disk is what no two processes do at a time.
    """
    with tempfile.TemporaryDirectory(dir=_IN_MEMORY if Path(_IN_MEMORY).is_dir() else None) as name:
        folder = Path(name)
        (folder / "in").mkdir()
        for record in corpora.small():
            for copy in range(4):
                dp.write(record, folder / "in" / f"{record.id}-{copy}.json")
        run = [sys.executable, "-c", _JOBS, str(folder / "in"), str(folder / "out")]
        done = subprocess.run(run, check=True, capture_output=True)  # noqa: S603
        one, two = map(float, done.stdout.split())
    times = {OURS: two, "one process": one}
    goals: tuple[Goal, ...] = (ahead(1.6, "one process"),) if (os.cpu_count() or 1) > 1 else ()
    return [Result("Many files: 8,000 converted by two processes, by the clock", times, goals)]


def memory() -> str:
    """Return the note on the memory that streams take."""
    with tempfile.TemporaryDirectory() as name:
        lines, xml = Path(name) / "large.jsonl", Path(name) / "large.xml"
        documents = corpora.small()
        dp.write_lines(_repeated(documents), lines)
        _large_xml(documents, xml)
        rows = [
            f"| {path.suffix[1:]} | {path.stat().st_size / 1e6:.0f} | {_peak(path):.1f} |"
            for path in (lines, xml)
        ]
    told = "`iter_read`: how much more the whole file takes than its first record (at most 40 MB)."
    return "\n".join(
        [
            "## Memory of streams",
            "",
            told,
            "",
            "| file | MB | MB over start |",
            "|---|---|---|",
            *rows,
        ]
    )


def _repeated(documents: tuple[dp.Document, ...]) -> Iterator[dp.Document]:
    size = sum(len(dp.dumps(each, "jsonl")) for each in documents)
    return (each for _ in range(_STREAM // size + 1) for each in documents)


def _large_xml(documents: tuple[dp.Document, ...], path: Path) -> None:
    whole = dp.dumps(dp.Dossier(documents=documents), "xml")
    start, end = whole.index(b"<documents>") + 11, whole.index(b"</documents>")
    with path.open("wb") as file:
        file.write(whole[:start])
        for _ in range(_STREAM // len(whole) + 1):
            file.write(whole[start:end])
        file.write(whole[end:])


def _peak(path: Path) -> float:
    run = subprocess.run([sys.executable, "-c", _PEAK, str(path)], check=True, capture_output=True)  # noqa: S603
    return int(run.stdout) / 1000
