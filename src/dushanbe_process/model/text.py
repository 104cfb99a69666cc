"""Running text, with its marks and footnotes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from enum import StrEnum
from operator import attrgetter
from typing import TYPE_CHECKING, Any, ClassVar, TypeAlias, overload

from dushanbe_process.errors import InvalidError, Problem
from dushanbe_process.model.codes import (
    Designation,
    EntityId,
    LanguageTag,
    PartnerId,
    Uri,
)
from dushanbe_process.schema import (
    Inline,
    Many,
    Maybe,
    Model,
    field,
    illegal,
    model,
    only_with,
    record_of,
)
from dushanbe_process.schema.declare import LAST
from dushanbe_process.schema.twins import twin_of

if TYPE_CHECKING:
    from typing import Never


class Standing(StrEnum):
    """Where words stand in a negotiation."""

    DISPUTED = "disputed"
    PROPOSED = "proposed"
    DELETION = "deletion"
    APPARATUS = "apparatus"


@model
class Negotiated(Model):
    """A piece of running text that a negotiation may not have agreed yet.

    Words of the text to which somebody proposes a change are disputed; others are proposed in
    their place, or their deletion is.  Brackets and names around them are the apparatus.
    """

    standing: Maybe[Standing] = field(
        "Where it stands in negotiation; agreed, if not said.", default=None, order=LAST
    )
    proposed_by: Many[PartnerId] = field("Who proposed it.", default=(), order=LAST)
    proposers: Designation | None = field(
        "Who proposed it, as printed; semicolons between names.", default=None, order=LAST
    )


@model
class Run(Negotiated):
    """A stretch of running text that differs from plain: marked, linked, or in another language."""

    text: str = field("The words.", content=True)
    emphasis: bool = field("Set apart, usually in italics.", default=False)
    strong: bool = field("Strongly set apart, usually in bold.", default=False)
    underline: bool = field("Underlined.", default=False)
    strike: bool = field("Struck through.", default=False)
    superscript: bool = field("Raised.", default=False)
    subscript: bool = field("Lowered.", default=False)
    small_capitals: bool = field("In small capitals.", default=False)
    link: Uri | None = field("Address that the words lead to.", default=None)
    entity: EntityId | None = field("Record of the dossier that is named.", default=None)
    symbol: Designation | None = field("Symbol of the document that is cited.", default=None)
    language: LanguageTag | None = field("Language of the words.", default=None)

    @only_with("superscript", "subscript")
    def __faults__(self) -> Iterable[Problem]:
        """Refuse what cannot be both."""
        if self.superscript and self.subscript:
            return [Problem("$", "text cannot be both raised and lowered")]
        return ()

    def __str__(self) -> str:
        """Return the words."""
        return self.text


@model
class Footnote(Negotiated):
    """A note at the foot of the page, standing where its mark stands in the text."""

    text: InlineText = field("The note.", content=True)
    mark: Designation | None = field("Mark as printed, where it is not a number.", default=None)

    def __faults__(self) -> Iterable[Problem]:
        """Refuse a note within a note."""
        if any(isinstance(piece, Footnote) for piece in self.text):
            yield Problem("$.text", "a footnote cannot hold a footnote")

    def __str__(self) -> str:
        """Return the note without its marks."""
        return str(self.text)


#: What running text is made of.
Piece: TypeAlias = str | Run | Footnote


class InlineText(Sequence[Piece]):
    """Running text: strings, marked runs and footnotes, in their order.

    There is one form for one text: neighbours in the same manner are joined, runs without
    words dropped, runs without marks are strings.
    """

    __slots__ = ("_pieces",)
    __shape__: ClassVar[Inline]
    _pieces: tuple[Piece, ...]

    if TYPE_CHECKING:

        def __get__(self, owner: object, kind: object = None) -> InlineText: ...
        def __set__(
            self, owner: Never, value: InlineText | str | Run | Footnote | Iterable[Piece]
        ) -> None: ...

    def __init__(self, *pieces: Piece) -> None:
        """Take the pieces in their order.

        Raises:
            InvalidError: for a character XML cannot carry, or a piece of another kind.
        """
        problems = [
            Problem(f"$[{index}]", message)
            for index, piece in enumerate(pieces)
            if (message := _refusal_of_piece(piece))
        ]
        if problems:
            raise InvalidError(problems)
        object.__setattr__(self, "_pieces", tuple(_joined(pieces)))

    def __setattr__(self, name: str, value: object) -> None:
        """Refuse: texts do not change."""
        message = f"InlineText is immutable ({name})"
        raise AttributeError(message)

    @overload
    def __getitem__(self, index: int) -> Piece: ...
    @overload
    def __getitem__(self, index: slice) -> tuple[Piece, ...]: ...
    def __getitem__(self, index: int | slice) -> Piece | tuple[Piece, ...]:
        """Return a piece, or a tuple of them."""
        return self._pieces[index]

    def __iter__(self) -> Iterator[Piece]:
        """Iterate over the pieces."""
        return iter(self._pieces)

    def __len__(self) -> int:
        """Return the number of pieces."""
        return len(self._pieces)

    def __add__(self, other: InlineText | Piece) -> InlineText:
        """Return this text followed by another."""
        if not isinstance(other, InlineText | Piece):
            return NotImplemented
        return InlineText(*self._pieces, *InlineText.__accept__(other))

    def __radd__(self, other: Piece) -> InlineText:
        """Return this text after a piece."""
        return InlineText(other) + self if isinstance(other, Piece) else NotImplemented

    def __eq__(self, other: object) -> bool:
        """Compare with another text, or with a plain string."""
        if isinstance(other, str):
            other = InlineText(other)
        return isinstance(other, InlineText) and self._pieces == other._pieces

    def __hash__(self) -> int:
        """Return a hash: that of the string, where the text equals one."""
        plain = all(isinstance(piece, str) for piece in self._pieces)
        return hash(str(self)) if plain else hash(self._pieces)

    def __reduce__(self) -> tuple[Any, ...]:
        """Support copying and pickling."""
        return (InlineText, self._pieces)

    def __str__(self) -> str:
        """Return the words alone: no marks, no footnotes."""
        if len(self._pieces) == 1 and type(self._pieces[0]) is str:
            return self._pieces[0]
        return "".join(
            [
                each if isinstance(each, str) else each.text
                for each in self._pieces
                if not isinstance(each, Footnote)
            ]
        )

    def __repr__(self) -> str:
        """Return the call that makes this text."""
        return f"InlineText({', '.join(map(repr, self._pieces))})"

    @property
    def footnotes(self) -> tuple[Footnote, ...]:
        """The footnotes, in the order of their marks."""
        return tuple(piece for piece in self._pieces if isinstance(piece, Footnote))

    @classmethod
    def __accept__(cls, value: object) -> InlineText:
        """Make one of what people write for it."""
        if isinstance(value, str | Run | Footnote):
            return cls(value)
        if isinstance(value, Iterable) and not isinstance(value, Mapping | bytes):
            return cls(*value)
        raise TypeError

    @staticmethod
    def __from_legal__(pieces: Iterable[Piece]) -> InlineText:
        """Return the text of pieces whose characters are known to be legal."""
        kept = tuple(pieces)
        settled = kept if _are_in_their_one_form(kept) else tuple(_joined(kept))
        return InlineText.__from_settled__(settled)

    @staticmethod
    def __from_settled__(pieces: tuple[Piece, ...]) -> InlineText:
        """Return the text of pieces that are legal, and in the one form there is for them."""
        made = _InlineTwin()
        made._pieces = pieces  # noqa: SLF001  (our own)
        made.__class__ = InlineText
        return made  # type: ignore[no-any-return]


_InlineTwin = twin_of(InlineText)
_manner_of = attrgetter(*(each.name for each in record_of(Run).fields if not each.content))
_UNMARKED = _manner_of(Run(text=""))

InlineText.__shape__ = Inline(records=("Run", "Footnote"), classes=(Run, Footnote), cls=InlineText)


def _refusal_of_piece(piece: object) -> str | None:
    if isinstance(piece, str):
        return illegal(piece)
    if type(piece) in (Run, Footnote):
        return None
    return f"expected a string, a Run or a Footnote, got {type(piece).__name__}"


def _are_in_their_one_form(pieces: tuple[Piece, ...]) -> bool:
    """Say whether there surely is nothing to join or to drop."""
    last = None
    for piece in pieces:
        kind = type(piece)
        if kind is last and kind is not Footnote:
            return False
        if not piece if kind is str else kind is Run and not _is_marked(piece):
            return False
        last = kind
    return True


def _is_marked(run: Any) -> bool:
    return run.text != "" and _manner_of(run) != _UNMARKED


def _joined(pieces: Iterable[Piece]) -> list[Piece]:
    """Return the pieces in their one form."""
    joined: list[Piece] = []
    for given in pieces:
        piece = str.__str__(given) if isinstance(given, str) else given
        if isinstance(piece, Run) and _manner_of(piece) == _UNMARKED:
            piece = piece.text
        if piece == "" or (isinstance(piece, Run) and not piece.text):
            continue
        joined.append(piece)
        if len(joined) > 1 and (both := _join(joined[-2], joined[-1])) is not None:
            joined[-2:] = [both]
    return joined


def _join(left: Piece, right: Piece) -> Piece | None:
    """Return the two as one where they are in the same manner."""
    if isinstance(left, str) and isinstance(right, str):
        return left + right
    if isinstance(left, Run) and isinstance(right, Run) and _manner_of(left) == _manner_of(right):
        return left.evolve(text=left.text + right.text)
    return None


def emphasis(text: str) -> Run:
    """Return the words in italics, as lead words are set."""
    return Run(text=text, emphasis=True)


def strong(text: str) -> Run:
    """Return the words in bold."""
    return Run(text=text, strong=True)


def link(text: str, address: str) -> Run:
    """Return the words with an address behind them."""
    return Run(text=text, link=address)


def footnote(*pieces: Piece, mark: str | None = None) -> Footnote:
    """Return a footnote to be put among the pieces of a text."""
    return Footnote(text=InlineText(*pieces), mark=mark)
