"""A measured figure and its target, printed alike by every benchmark."""

from __future__ import annotations

from typing import NamedTuple


class Figure(NamedTuple):
    """A figure, and what it must be."""

    name: str
    found: float
    target: float
    at_least: bool = False

    def __str__(self) -> str:
        sign, verdict = ("≥" if self.at_least else "≤"), ("ok" if self.good else "MISSED")
        return f"{self.name:78} {self.found:7.2f}   target {sign} {self.target:<5} {verdict}"

    @property
    def good(self) -> bool:
        """Whether the target is met."""
        return self.found >= self.target if self.at_least else self.found <= self.target
