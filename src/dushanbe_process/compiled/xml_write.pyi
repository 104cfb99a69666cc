from collections.abc import Callable
from typing import Any

from dushanbe_process.schema.mentions import Mentions

class Way: ...
class Boolean(Way): ...
class Number(Way): ...

class Choice(Way):
    def __init__(self, cls: Any) -> None: ...

class Code(Way):
    def __init__(self, cls: Any, refers_to: str | None) -> None: ...

class Identity(Way):
    def __init__(self, record: str) -> None: ...

class Words(Way):
    def __init__(self, item: Way) -> None: ...

class Open(Way):
    def __init__(self, write: Callable[[str, Any, str], str]) -> None: ...

class OneOf(Way):
    def __init__(self, by_class: dict[Any, Record]) -> None: ...

class Inside(Way):
    def __init__(self, cls: Any, slot: str) -> None: ...

class Localized(Inside): ...

class Inline(Inside):
    def __init__(self, cls: Any, slot: str, records: OneOf) -> None: ...

class ManyOf(Way):
    def __init__(self, item: Way, name: str) -> None: ...

class Field:
    def __init__(
        self,
        cls: Any,
        name: str,
        way: Way,
        *,
        required: bool,
        by_identity: bool,
        default: Any,
    ) -> None: ...

class Record(Way):
    def __init__(
        self,
        cls: Any,
        tag: str,
        ask: Callable[[], tuple[tuple[Field, ...], Field | None, tuple[Field, ...]]],
    ) -> None: ...
    def text(self, record: Any, namespace: str, mentions: Mentions | None) -> bytes: ...
