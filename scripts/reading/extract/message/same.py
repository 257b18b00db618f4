"""Tables that are known by the object, so that what is compiled of them can be kept."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping


class Same:
    """Tables that are the same object; a cache that holds them lets no other take their place."""

    def __init__(self, raw: Mapping[str, Any]) -> None:
        self.raw = raw

    def __hash__(self) -> int:
        return id(self.raw)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Same) and other.raw is self.raw
