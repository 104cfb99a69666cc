"""Compiles what is written in Cython, when the package is built or installed.

What cannot be compiled (there is no compiler, no header, another Python than CPython) is left
out: everything works all the same, slower.
"""

from __future__ import annotations

import os
import runpy
import sys
import sysconfig
import tempfile
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

PACKAGE = "dushanbe_process/compiled"
#: No symbols for debuggers, which are many times as large as the code.
FLAGS = ["-g0"] if os.name == "posix" else []


class CompileHook(BuildHookInterface[Any]):
    """Puts compiled modules beside their sources, and into the wheel."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:  # noqa: ARG002
        """Compile, and say that the wheel is for this platform."""
        if self.target_name != "wheel" or os.environ.get("DUSHANBE_PROCESS_PURE"):
            return
        if not suits_this_python():
            return
        try:
            made = compiled(Path(self.root, "src", PACKAGE))
        except (Exception, SystemExit) as error:  # noqa: BLE001  (a compiler fails in its own ways)
            self.app.display_warning(f"Not compiled, so it will be slower: {error}")
            return
        if made:
            build_data["pure_python"] = False
            build_data["infer_tag"] = True
            build_data["artifacts"] += [f"src/{PACKAGE}/{each.name}" for each in made]


def suits_this_python() -> bool:
    """Say whether this is CPython, with its lock: slots are read as if no other thread ran."""
    return sys.implementation.name == "cpython" and not sysconfig.get_config_var("Py_GIL_DISABLED")


def compiled(folder: Path) -> list[Path]:
    """Compile every module of a folder; return what is there then, and what says of what it is."""
    from setuptools import Distribution

    with tempfile.TemporaryDirectory() as work:
        distribution = Distribution(
            {"ext_modules": modules(folder, work), "package_dir": {"": str(folder.parents[1])}}
        )
        build = distribution.get_command_obj("build_ext")
        build.inplace, build.build_temp, build.build_lib = True, work, work
        build.ensure_finalized()
        wanted = [Path(build.get_ext_fullpath(each.name)) for each in distribution.ext_modules]
        for each in wanted:
            each.unlink(missing_ok=True)
        build.run()
    made = [each for each in wanted if each.exists()]
    return [*made, stamp(folder)] if made else []


def modules(folder: Path, work: str) -> list[Any]:
    """Return the modules of a folder, translated to C; each may fail without the others."""
    import lxml
    from Cython.Build import cythonize
    from setuptools import Extension

    made = [
        Extension(
            f"{PACKAGE.replace('/', '.')}.{each.stem}",
            [str(each)],
            include_dirs=[str(folder), *lxml.get_include()],
            extra_compile_args=FLAGS,
        )
        for each in sorted(folder.glob("*.pyx"))
    ]
    found = [str(folder.parents[1])]
    translated: list[Any] = cythonize(made, build_dir=work, include_path=found, quiet=True)
    for each in translated:
        each.optional = True  # which Cython forgets
    return translated


def stamp(folder: Path) -> Path:
    """Write beside the modules of which sources they are, as the package looks for it."""
    package = runpy.run_path(str(folder / "__init__.py"))
    written = folder / package["MADE_OF"]
    written.write_text(package["sources_in"](folder))
    return Path(written)
