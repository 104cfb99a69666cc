from collections.abc import Callable, Iterable
from typing import Any

from dushanbe_process.schema.mentions import Mentions

class Way: ...
class Number(Way): ...

class Choice(Way):
    def __init__(self, cls: Any) -> None: ...

class Code(Way):
    def __init__(self, cls: Any, refers_to: str | None) -> None: ...

class Identity(Way):
    def __init__(self, record: str) -> None: ...

class Open(Way):
    def __init__(self, write: Callable[[Any], bytes]) -> None: ...

class OneOf(Way):
    def __init__(self, by_class: dict[Any, Record]) -> None: ...

class Inside(Way):
    def __init__(self, cls: Any, slot: str) -> None: ...

class Localized(Inside): ...

class Inline(Inside):
    def __init__(self, cls: Any, slot: str, records: OneOf) -> None: ...

class ManyOf(Way):
    def __init__(self, item: Way) -> None: ...

class Field:
    def __init__(
        self,
        cls: Any,
        name: str,
        way: Way,
        *,
        required: bool,
        by_identity: bool,
        unless_empty: bool,
        default: Any,
    ) -> None: ...

class Record(Way):
    def __init__(
        self, cls: Any, heads: list[bytes], ask: Callable[[], Iterable[Field]]
    ) -> None: ...
    def text(self, record: Any, mentions: Mentions | None) -> bytes: ...
