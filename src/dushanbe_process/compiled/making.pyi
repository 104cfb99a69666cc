from collections.abc import Callable
from typing import Any

from dushanbe_process.schema.mentions import Mentions

class Reading:
    strings: int
    def __init__(self, mentions: Mentions | None) -> None: ...

class Codes:
    def __init__(self, make: Callable[[str], Any], refers_to: str | None) -> None: ...

class Ids:
    def __init__(self, make: Callable[[str], Any], record: str) -> None: ...

class Texts:
    def __init__(self, cls: Any, make: Callable[[dict[str, str]], Any]) -> None: ...

class Manner:
    def __init__(self, cls: Any, words: str, defaults: dict[str, Any]) -> None: ...

class Running:
    def __init__(
        self, cls: Any, make: Callable[[list[Any]], Any], manners: dict[Any, Manner]
    ) -> None: ...

class Records:
    def __init__(self, cls: Any, doubtful: tuple[str, ...] | None, below: bool) -> None: ...
