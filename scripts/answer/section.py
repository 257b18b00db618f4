"""One section of an answer: its lines, and a message to send where it has one."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from words.filling import Filled


class Line(NamedTuple):
    """One thing that a section says; `address` leads to what it rests on, relative to the home page."""

    label: str
    says: str
    address: str = ""


class Section(NamedTuple):
    """One section: its lines, and a message to send where it has one.

    Attributes:
        template: Title and address of the template that `message` is made from.
    """

    id: str
    title: str
    lines: tuple[Line, ...]
    template: tuple[str, str] | None = None
    message: Filled | None = None

    def as_data(self) -> dict[str, Any]:
        """Lay the section out as plain data."""
        return {
            "id": self.id,
            "title": self.title,
            "lines": [line._asdict() for line in self.lines],
            "template": {"title": self.template[0], "address": self.template[1]} if self.template else None,
            "message": self.message._asdict() if self.message else None,
        }
