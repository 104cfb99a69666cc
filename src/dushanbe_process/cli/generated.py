"""The code that is generated for a class, for those who want to see it."""

from __future__ import annotations

from dushanbe_process.cli.failures import UsageError
from dushanbe_process.forms.json import compile_read as json_read
from dushanbe_process.forms.xml import compile_read, compile_write
from dushanbe_process.model import default_schema
from dushanbe_process.schema import read_tree, write_tree


def sources(name: str) -> str:
    """Return the functions that read and write the records of a class, as Python.

    Raises:
        UsageError: when the model has no such class.
    """
    schema = default_schema()
    if name not in schema.records:
        raise UsageError(f"{name!r} is no class of the model: {', '.join(schema.records)}")
    readers = (read_tree.readers(schema), json_read.readers(schema), compile_read.readers(schema))
    writers = (write_tree.to_pass_on(schema), compile_write.writers(schema))
    functions = [(each, f"read_{name}") for each in readers]
    functions += [(each, f"write_{name}") for each in writers]
    return "\n\n".join(f"# {module.title}\n{module.compile(each)}" for module, each in functions)
