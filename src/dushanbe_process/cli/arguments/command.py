"""What the arguments of all commands have in common."""

from __future__ import annotations

from argparse import ArgumentParser, RawDescriptionHelpFormatter
from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Callable


def formatted(make: Callable[..., ArgumentParser], *names: str, **options: Any) -> ArgumentParser:
    """Return a parser whose words are printed as they stand, and whose options are not cut."""
    return make(*names, formatter_class=RawDescriptionHelpFormatter, allow_abbrev=False, **options)


def command(
    make: Callable[..., ArgumentParser],
    name: str,
    run: Callable[[Namespace], int],
    about: str,
    examples: str,
) -> ArgumentParser:
    """Return the parser of one command; the first line about it stands in the list of all."""
    first = about.partition(".\n")[0]
    made = formatted(
        make, name, help=first[0].lower() + first[1:], description=about, epilog=examples
    )
    made.set_defaults(run=run, refuse=made.error)
    return made


def module(name: str) -> Any:
    """Import the module of a command when it is run: ``--help`` needs none of them."""
    return import_module(f"dushanbe_process.cli.{name}")
