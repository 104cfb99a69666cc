"""Compiles what is written in Cython, when the package is built or installed.

Where that cannot be done (no compiler, another Python than CPython), the package is built
without: everything works all the same, slower.
"""

from __future__ import annotations

import os
import sys
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
        if sys.implementation.name != "cpython":
            return
        try:
            made = compiled(Path(self.root, "src", PACKAGE))
        except (Exception, SystemExit) as error:  # noqa: BLE001  (a compiler fails in its own ways)
            self.app.display_warning(f"Not compiled, so it will be slower: {error}")
            return
        build_data["pure_python"] = False
        build_data["infer_tag"] = True
        build_data["artifacts"] += [f"src/{PACKAGE}/{each.name}" for each in made]


def compiled(folder: Path) -> list[Path]:
    """Compile every module of a folder; return where they are."""
    import lxml
    from Cython.Build import cythonize
    from setuptools import Distribution, Extension

    names = sorted(each.stem for each in folder.glob("*.pyx"))
    modules = [
        Extension(
            f"{PACKAGE.replace('/', '.')}.{name}",
            [str(folder / f"{name}.pyx")],
            include_dirs=[str(folder), *lxml.get_include()],
            extra_compile_args=FLAGS,
        )
        for name in names
    ]
    with tempfile.TemporaryDirectory() as work:
        made = cythonize(
            modules,
            build_dir=work,
            include_path=[str(folder.parents[1])],
            quiet=True,
        )
        distribution = Distribution(
            {"ext_modules": made, "package_dir": {"": str(folder.parents[1])}}
        )
        build = distribution.get_command_obj("build_ext")
        build.inplace, build.build_temp = True, work
        build.ensure_finalized()
        build.run()
        return [Path(build.get_ext_fullpath(each.name)) for each in made]
