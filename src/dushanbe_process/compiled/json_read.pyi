from collections.abc import Callable, Iterable
from typing import Any

from dushanbe_process.compiled.making import Codes, Ids, Reading, Records, Running, Texts

def strings_in(text: bytes) -> int: ...

class Way: ...
class Plain(Way): ...

class Integer(Way):
    def __init__(self, least: int, most: int) -> None: ...

class Code(Way):
    def __init__(self, codes: Codes) -> None: ...

class Identity(Way):
    def __init__(self, ids: Ids) -> None: ...

class Localized(Way):
    def __init__(self, texts: Texts) -> None: ...

class Open(Way):
    def __init__(
        self, make: Callable[[dict[str, Any]], Any], count: Callable[[Any], int]
    ) -> None: ...

class OneOf(Way):
    def __init__(self, by_mold: dict[Any, Record]) -> None: ...

class Inline(Way):
    def __init__(self, running: Running, records: OneOf) -> None: ...

class ManyOf(Way):
    def __init__(self, item: Way) -> None: ...

class Field:
    def __init__(
        self,
        mold: Any,
        cls: Any,
        name: str,
        way: Way,
        *,
        required: bool,
        nonempty: bool,
        watched: bool,
        default: Any,
    ) -> None: ...

class Record(Way):
    def __init__(self, records: Records, mold: Any, ask: Callable[[], Iterable[Field]]) -> None: ...
    def read(self, mold: Any, reading: Reading) -> Any: ...
