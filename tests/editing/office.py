"""The bed's LibreOffice, seen from the tests: jobs are asked of a process of the system's Python.

``uno`` belongs to the interpreter of the system, so it is never imported here.
"""

from __future__ import annotations

import json
import os
import select
import shutil
import signal
import subprocess
from contextlib import suppress
from functools import cache
from pathlib import Path
from typing import Any

_SERVER = Path(__file__).parent / "soffice" / "serve.py"
_PATIENCE = 20


class OfficeError(Exception):
    """What LibreOffice, or the way to it, said."""


@cache
def interpreter() -> str | None:
    """Return the Python that has ``uno``, or None."""
    for name in ("/usr/bin/python3", "/usr/lib/libreoffice/program/python"):
        found = shutil.which(name)
        if (
            found
            and not subprocess.run(  # noqa: S603  (a fixed command)
                [found, "-c", "import uno"], capture_output=True, check=False
            ).returncode
        ):
            return found
    return None


def missing() -> str:
    """Say what is missing for the bed to work; nothing, if nothing is."""
    if shutil.which("soffice") is None:
        return "LibreOffice (soffice) is not installed"
    return "" if interpreter() else "no Python with LibreOffice's uno is installed (python3-uno)"


class Office:
    """A LibreOffice that does jobs, started when first asked and again when it hangs."""

    def __init__(self, folder: Path) -> None:
        """Keep where the profile and the files are to be."""
        self.folder = folder
        self.started = 0
        self._process: subprocess.Popen[str] | None = None

    def do(self, **job: Any) -> dict[str, Any]:
        """Do a job; where LibreOffice hangs or dies on it, once more in a fresh one.

        Raises:
            OfficeError: when it cannot be done.
        """
        for again in (False, True):
            process = self._running()
            answer = self._asked(process, job)
            if answer is not None:
                break
            self.stop()
            if again:
                raise OfficeError(f"LibreOffice hangs or dies on {job}")
        assert answer is not None
        if "error" in answer:
            raise OfficeError(f"{answer['error']}\n{answer['trace']}")
        return answer

    def _running(self) -> subprocess.Popen[str]:
        if self._process is None or self._process.poll() is not None:
            self.stop()
            self.started += 1
            python = interpreter()
            assert python is not None, missing()
            profile = self.folder / f"profile{self.started}"
            self._process = subprocess.Popen(  # noqa: S603  (our own script)
                [python, str(_SERVER), str(profile)],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                text=True,
                start_new_session=True,
                env=_surroundings(python),
            )
            if _line(self._process) is None:
                self.stop()
                raise OfficeError("LibreOffice does not start")
        return self._process

    def _asked(self, process: subprocess.Popen[str], job: dict[str, Any]) -> dict[str, Any] | None:
        assert process.stdin is not None
        try:
            process.stdin.write(json.dumps(job) + "\n")
            process.stdin.flush()
        except BrokenPipeError:
            return None
        return _line(process)

    def stop(self) -> None:
        """End it, and everything that it has started."""
        if self._process is None:
            return
        with suppress(ProcessLookupError):
            os.killpg(self._process.pid, signal.SIGKILL)
        for pipe in (self._process.stdin, self._process.stdout):
            if pipe is not None:
                with suppress(OSError):
                    pipe.close()
        self._process.wait(10)
        self._process = None


def _surroundings(python: str) -> dict[str, str]:
    """Return an environment in which the Python inside LibreOffice finds its own library.

    It looks for it beside the first ``python3`` of the path, which may be another one: that of
    the virtual environment that runs the tests.
    """
    kept = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
    kept.pop("VIRTUAL_ENV", None)
    return kept | {"PATH": os.pathsep.join((str(Path(python).parent), kept.get("PATH", "")))}


def _line(process: subprocess.Popen[str]) -> dict[str, Any] | None:
    """Return the next line that a process says, or None when it takes too long or is gone."""
    assert process.stdout is not None
    ready, _, _ = select.select([process.stdout], [], [], _PATIENCE)
    said = process.stdout.readline() if ready else ""
    return json.loads(said) if said else None
