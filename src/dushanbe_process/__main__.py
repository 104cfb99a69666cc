"""``python -m dushanbe_process``: the command line."""

from __future__ import annotations

import sys

from dushanbe_process.cli import main

if __name__ == "__main__":
    sys.exit(main())
