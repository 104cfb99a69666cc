from collections.abc import Callable
from typing import Any

from dushanbe_process.compiled.making import Codes, Ids, Reading, Records, Running, Texts

class Elements(Reading): ...

class Name:
    def __init__(self, local: str, space: str) -> None: ...

class Way: ...

class Code(Way):
    def __init__(self, codes: Codes) -> None: ...

class Identity(Way):
    def __init__(self, ids: Ids) -> None: ...

class Choice(Way):
    def __init__(self, values: dict[str, Any]) -> None: ...

class Words(Way):
    def __init__(self, item: Way, nonempty: bool) -> None: ...

class Localized(Way):
    def __init__(self, texts: Texts, text: Name) -> None: ...

class Open(Way):
    def __init__(self, make: Callable[[Any], Any]) -> None: ...

class OneOf(Way):
    def __init__(self, by_name: dict[Name, Record]) -> None: ...

class ManyOf(Way):
    def __init__(self, item: Way, name: Name | None) -> None: ...

class Only(Way):
    def __init__(self, item: OneOf) -> None: ...

class Inline(Way):
    def __init__(self, running: Running, records: OneOf) -> None: ...

class Field:
    def __init__(
        self,
        cls: Any,
        slot: str,
        name: Name,
        way: Way,
        *,
        required: bool,
        watched: bool,
        default: Any,
    ) -> None: ...

class Record(Way):
    def __init__(
        self,
        records: Records,
        ask: Callable[[], tuple[tuple[Field, ...], Field | None, tuple[Field, ...]]],
    ) -> None: ...
    def read(self, root: Any, reading: Elements) -> Any: ...
