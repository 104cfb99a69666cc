"""docx of npm: run by Node, which tells the processor time of making the file, without its start.

``npm install --prefix ~/.cache/dushanbe-process-bench docx`` puts it where it is looked for.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import tempfile
from pathlib import Path

import attrs
from word_lines import Order, parts

_SCRIPT = Path(__file__).with_name("word_npm.cjs")
_CACHE = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache")
_FOLDER = _CACHE / "dushanbe-process-bench"


def version() -> str | None:
    """Return its version, where it is installed."""
    about = _FOLDER / "node_modules" / "docx" / "package.json"
    if not (about.is_file() and shutil.which("node")):
        return None
    return str(json.loads(about.read_text(encoding="utf-8"))["version"])


def written(order: Order) -> tuple[float, bytes]:
    """Return the seconds that it took, and the document."""
    with tempfile.TemporaryDirectory() as name:
        given, target = Path(name) / "given.json", Path(name) / "made.docx"
        given.write_text(json.dumps(_given(order)), encoding="utf-8")
        run = ["node", str(_SCRIPT), str(_FOLDER / "node_modules" / "docx"), given, target]
        done = subprocess.run(run, check=True, capture_output=True)  # noqa: S603
        return float(done.stdout), target.read_bytes()


def _given(order: Order) -> dict[str, object]:
    """Return the order in the words of JSON; styles by their ids, as the library takes them."""
    return {
        "text": [attrs.asdict(each) for each in order.text],
        "masthead": [attrs.asdict(each) for each in order.masthead],
        "record": order.record.decode(),
        "styles": parts(order.template)["word/styles.xml"].decode(),
    }
