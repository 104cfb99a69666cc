"""How Sphinx builds these pages."""

from __future__ import annotations

import sys
from importlib.metadata import version as version_of
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent / "_ext"))

project = "dushanbe-process"
author = "The dushanbe-process authors"
project_copyright = author
version = release = version_of("dushanbe-process")

extensions = [
    "myst_parser",
    "sphinx.ext.autodoc",
    "sphinx.ext.napoleon",
    "model_reference",
]
exclude_patterns = ["_build"]
html_theme = "furo"
html_title = "dushanbe-process"

myst_enable_extensions = ["colon_fence", "deflist"]
myst_heading_anchors = 3

autodoc_member_order = "bysource"
autodoc_typehints = "signature"


# What has no entry of its own in the reference.
nitpick_ignore = [
    ("py:class", "AnyDocument"),
    ("py:class", "AnyPath"),
    ("py:class", "Changes"),
    ("py:class", "Code"),
    ("py:class", "Comment"),
    ("py:class", "Document"),
    ("py:class", "Release"),
    ("py:class", "Schema"),
    ("py:class", "Emblem"),
    ("py:class", "OnFault"),
    ("py:class", "Paper"),
    ("py:class", "Path"),
    ("py:class", "Record"),
    ("py:class", "collections.abc.Callable"),
    ("py:class", "collections.abc.Mapping"),
    ("py:class", "datetime"),
    ("py:class", "datetime.date"),
    ("py:class", "dushanbe_process.api.Record"),
    ("py:class", "dushanbe_process.many.Record"),
    ("py:class", "dushanbe_process.model.documents.Document"),
    ("py:class", "dushanbe_process.model.entity.Entity"),
    ("py:class", "dushanbe_process.schema.extra.Extra"),
    ("py:class", "pathlib.Path"),
]
