"""The directive ``model-reference``: every class of the model, written from its description."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sphinx.util.docutils import SphinxDirective
from sphinx.util.nodes import make_refnode

from dushanbe_process.model import default_schema
from dushanbe_process.schema.reference import reference

if TYPE_CHECKING:
    from docutils import nodes
    from sphinx.addnodes import pending_xref
    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment


class ModelReference(SphinxDirective):
    """Put the reference of the whole model here."""

    has_content = False

    def run(self) -> list[nodes.Node]:
        """Return the parsed page."""
        page = reference(default_schema())
        return self.parse_text_to_nodes(page, allow_section_headings=True)


def to_model(
    app: Sphinx, env: BuildEnvironment, node: pending_xref, shown: nodes.TextElement
) -> nodes.Element | None:
    """Lead a mention of a class of the model, in a signature, to its place in the reference."""
    name = node.get("reftarget", "").rpartition(".")[2]
    label = env.domains.standard_domain.anonlabels.get(f"model-{name.lower()}")
    if node.get("refdomain") != "py" or label is None:
        return None
    return make_refnode(app.builder, node["refdoc"], *label, shown)


def setup(app: Sphinx) -> dict[str, Any]:
    """Tell Sphinx about the directive."""
    app.add_directive("model-reference", ModelReference)
    app.connect("missing-reference", to_model)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
