"""Names and titles in several languages."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import lru_cache
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, ClassVar, TypeAlias

from dushanbe_process.errors import InvalidError, Problem
from dushanbe_process.model.codes import LanguageTag
from dushanbe_process.schema import Localized, Many, illegal
from dushanbe_process.schema.check import refusal
from dushanbe_process.schema.twins import twin_of

if TYPE_CHECKING:
    from typing import Never


_NOTHING: Mapping[str, str] = MappingProxyType({})


class LocalizedText(Mapping[str, str]):
    """A name or title in any number of languages: language tag to string.

    A plain string is kept under the empty tag and means "in the default language of the
    dossier".  Languages are kept in alphabetical order of their tags, so that equal texts
    are written alike.
    """

    __slots__ = ("_texts",)
    __shape__: ClassVar[Localized]
    _texts: dict[str, str]

    if TYPE_CHECKING:

        def __get__(self, owner: object, kind: object = None) -> LocalizedText: ...
        def __set__(self, owner: Never, value: LocalizedText | str | Mapping[str, str]) -> None: ...

    def __init__(self, text: str | Mapping[str, str] = _NOTHING, /, **languages: str) -> None:
        """Take a plain string or a mapping of languages, and languages as keywords.

        Raises:
            InvalidError: for a bad language tag or a character XML cannot carry.
        """
        if not isinstance(text, str | Mapping):
            message = f"expected a string or a mapping of languages, got {type(text).__name__}"
            raise refusal(message)
        texts = {**({"": text} if isinstance(text, str) else text), **languages}
        problems = [
            Problem(f"$.{tag}" if tag else "$", message)
            for tag, each in texts.items()
            if (message := refusal_of_entry(tag, each))
        ]
        if problems:
            raise InvalidError(problems)
        object.__setattr__(self, "_texts", {tag: str.__str__(texts[tag]) for tag in sorted(texts)})

    def __setattr__(self, name: str, value: object) -> None:
        """Refuse: texts do not change."""
        message = f"LocalizedText is immutable ({name})"
        raise AttributeError(message)

    def __getitem__(self, tag: str) -> str:
        """Return the text under exactly this tag."""
        return self._texts[tag]

    def __iter__(self) -> Iterator[str]:
        """Iterate over the tags, in alphabetical order."""
        return iter(self._texts)

    def __len__(self) -> int:
        """Return the number of languages."""
        return len(self._texts)

    def __hash__(self) -> int:
        """Return a hash: that of the string, where the text equals one."""
        plain = list(self._texts) == [""]
        return hash(self._texts[""]) if plain else hash(tuple(self._texts.items()))

    def __eq__(self, other: object) -> bool:
        """Compare with another text of this class, a plain mapping, or a plain string."""
        if isinstance(other, LocalizedText):
            return self._texts == other._texts
        if isinstance(other, str):
            return self._texts == {"": other}
        return isinstance(other, Mapping) and self._texts == dict(other)

    def __reduce__(self) -> tuple[Any, ...]:
        """Support copying and pickling."""
        return (LocalizedText, (dict(self._texts),))

    def __str__(self) -> str:
        """Return the text as a reader of English would want it, or whatever there is."""
        return self.in_("en")

    def __repr__(self) -> str:
        """Return the call that makes this text."""
        if list(self._texts) == [""]:
            return f"LocalizedText({self._texts['']!r})"
        return f"LocalizedText({self._texts!r})"

    def in_(self, language: str, default_language: str = "en") -> str:
        """Return the best text there is for a reader of ``language``.

        Tried in turn: the tag itself, the tag without its last parts ("pt-BR", "pt"), the tag
        with more parts ("zh", "zh-Hans"), the plain text, the default language, English, the
        first there is; an empty string where there is none.
        """
        parts = language.split("-")
        tags = ["-".join(parts[:n]) for n in range(len(parts), 0, -1)]
        tags += [tag for tag in self._texts if tag.startswith(f"{language}-")]
        for tag in (*tags, "", default_language, "en"):
            if tag in self._texts:
                return self._texts[tag]
        return next(iter(self._texts.values()), "")

    @classmethod
    def __accept__(cls, value: object) -> LocalizedText:
        """Make one of what people write for it."""
        if isinstance(value, str | Mapping):
            return cls(value)
        raise TypeError

    @classmethod
    def __from_tree__(cls, tree: object) -> LocalizedText:
        """Read the plain form: a string, or an object of language tags."""
        if type(tree) is str or (type(tree) is dict and tree):
            return cls(tree)
        message = "expected a string, or an object of language tags"
        raise refusal(message)

    @staticmethod
    def __from_legal__(tree: dict[str, str]) -> LocalizedText:
        """Read an object of language tags that may be kept; its characters are surely legal."""
        for each in tree.values():
            if type(each) is not str:
                return LocalizedText.__from_tree__(tree)
        if not _are_in_order(tuple(tree)):
            return LocalizedText.__from_tree__(tree)
        made = _LocalizedTwin()
        made._texts = tree  # noqa: SLF001  (our own)
        made.__class__ = LocalizedText
        return made  # type: ignore[no-any-return]

    def __to_tree__(self) -> str | dict[str, str]:
        """Return the plain form."""
        return self._texts[""] if list(self._texts) == [""] else dict(self._texts)


_LocalizedTwin = twin_of(LocalizedText)


@lru_cache(4096)
def _are_in_order(tags: tuple[str, ...]) -> bool:
    """Say whether these are the tags of a text, all right and in alphabetical order."""
    right = all(refusal_of_entry(tag, "") is None for tag in tags)
    return tags != () and right and list(tags) == sorted(tags)


LocalizedText.__shape__ = Localized(tags=LanguageTag.__metadata__[0].pattern, cls=LocalizedText)  # type: ignore[attr-defined]

#: Any number of such texts.
LocalizedTexts: TypeAlias = Many[LocalizedText, str | Mapping[str, str]]


def refusal_of_entry(tag: object, text: object) -> str | None:
    """Say what is wrong with one language of a text, or None."""
    from dushanbe_process.schema.check import refusal_of_code  # noqa: PLC0415

    if not isinstance(text, str):
        return f"expected a string, got {type(text).__name__}"
    if tag != "" and (message := refusal_of_code(LanguageTag.__metadata__[0], tag)):  # type: ignore[attr-defined]
        return message
    return illegal(text)
