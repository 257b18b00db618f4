"""What a `{{ name }}` in a body stands for: a store fact, a shared passage or a slot."""

from __future__ import annotations

from difflib import get_close_matches
from typing import TYPE_CHECKING

from facts.lookup import look_up
from macros.message.parse import parse
from macros.message.source import BodyError, Name, parts
from records.problem import visible

if TYPE_CHECKING:
    from collections.abc import Iterable

    from macros.catalogue.read import Words
    from macros.message.source import Part
    from words.message import Body


class Names:
    """Resolves the names in bodies against one store, its slots and its partials."""

    def __init__(self, words: Words) -> None:
        self._words = words

    def body(self, source: str) -> Body:
        """The parsed body of a written text.

        Raises:
            BodyError: for anything that a body may not hold; the text says what to write instead.
        """
        return parse(source, self._resolve)

    def known(self, body: Body) -> Body:
        """A body with the store's values for its facts."""
        return body.settled(lambda path: look_up(self._words.store, path))

    def _resolve(self, name: str) -> tuple[Part, ...]:
        family, _, rest = name.partition(".")
        if family == "store":
            return (self._fact(rest),)
        if family == "partial":
            return self._partial(rest)
        if name not in self._words.slots.slots:
            raise BodyError(f"has the unknown slot {visible(name)}{_nearest(name, self._words.slots.slots)}")
        return (Name("slot", name),)

    def _fact(self, path: str) -> Name:
        try:
            look_up(self._words.store, path)
        except LookupError as error:
            raise BodyError(str(error.args[0])) from None
        return Name("fact", path)

    def _partial(self, name: str) -> tuple[Part, ...]:
        text = self._words.partials.get(name)
        if text is None:
            raise BodyError(f"has the unknown partial {visible(name)}{_nearest(name, self._words.partials)}")
        if "partial." in text:
            raise BodyError(f"uses the partial {name}, which itself uses a partial; write it out there")
        return parts(text, self._resolve)


def _nearest(name: str, known: Iterable[str]) -> str:
    near = get_close_matches(name, [*known], n=1, cutoff=0)
    return f"; did you mean {near[0]}?" if near else ""
