"""Fill the desk's own sentences: which one it is and what its placeholders hold is worked out, the rest is words."""

from __future__ import annotations

import re
from types import MappingProxyType
from typing import TYPE_CHECKING, Generic, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from words.catalogue import Words

About = TypeVar("About")
PLACEHOLDER = re.compile(r"( ?)\{([A-Za-z][a-z_]*)\}")
NOTHING: Mapping[str, Callable[..., str]] = MappingProxyType({})


class Phrases(Generic[About]):
    """Words that stand inside a sentence: one of several.

    Attributes:
        id: Their row in `templates/desk/phrases.yml`.
        ids: The phrases of that row.
        pick: Which of them it is; empty where none is said.
        given: What they may hold in braces.
    """

    def __init__(
        self,
        name: str,
        ids: tuple[str, ...],
        pick: Callable[[About], str],
        given: Mapping[str, Callable[[About, Words], str]] = NOTHING,
    ) -> None:
        self.id, self.ids, self.pick, self.given = name, ids, pick, given

    def say(self, about: About, words: Words) -> str:
        """Say the one that fits; empty where none does."""
        found = self.pick(about)
        return fill(words.desk.phrases[self.id][found], self.given, about, words) if found else ""


def fill(text: str, given: Mapping[str, Callable[[About, Words], str]], about: About, words: Words) -> str:
    """Fill a sentence's placeholders; `{Kind}` is `{kind}` with a capital, and what is empty takes its space along."""

    def said(found: re.Match[str]) -> str:
        space, name = found.groups()
        text = given[name.lower()](about, words)
        return text and space + (capitalized(text) if name[0].isupper() else text)

    return PLACEHOLDER.sub(said, text)


def capitalized(text: str) -> str:
    """Give a text with its first letter as a capital."""
    return text[:1].upper() + text[1:]
