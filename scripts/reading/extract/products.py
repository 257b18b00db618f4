"""Which product of the store is meant, by its title, its name, or the words people use for it."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Any, NamedTuple

from reading.extract.found import Found
from reading.extract.text import Phrases, words_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from reading.extract.found import Context
    from reading.extract.text import Hit, Text

LOOSE = ("sign", "dress")  # words that are verbs too
BEFORE_A_VERB = frozenset(
    "to can could must please i we you they he she will would should shall may might didnt did do dont not nobody"  # noqa: SIM905
    " somebody someone everyone cant couldnt wont havent had never just id ill driver".split()
)


class Named(NamedTuple):
    """A product that is named, at its first and last word."""

    id: str
    first: int
    last: int


def product_phrases(products: Mapping[str, str], synonyms: Mapping[str, Any]) -> Phrases:
    """Make phrases from the titles and names of the products, with what people call them."""
    table: dict[str, list[str]] = {}
    for name, title in products.items():
        head = _head(title)
        called = [title, name.replace("-", " "), head, f"{head}s", *synonyms.get(head, ())]
        table[name] = [*dict.fromkeys(called)]
    others = {f"-{head}": called for head, called in synonyms.items() if head not in _heads(products)}
    return Phrases({"product": {**table, **others}})


@lru_cache(maxsize=256)
def _head(title: str) -> str:
    """Give the last word of a title, by which people call a piece."""
    return words_of(title)[-1]


def _heads(products: Mapping[str, str]) -> set[str]:
    return {_head(title) for title in products.values()}


def read_products(
    text: Text, hits: dict[str, list[Hit]], context: Context, phrases: Phrases, masked: set[int]
) -> list[Found]:
    """Read the product; several are choices, and a thing the store does not make is none."""
    spoiled = {at for hit in hits.get("not_products", ()) for at in range(hit.first, hit.last + 1)} | masked
    named = [
        Named(hit.label, hit.first, hit.last)
        for hit in phrases.find(text).get("product", ())
        if hit.label in context.products and hit.first not in spoiled and _is_noun(text, hit)
    ]
    ids = _most_named(named, context)
    if not ids:
        return []
    first = next(name for name in named if name.id in ids)
    value, choices = (ids[0], ()) if len(ids) == 1 else ("", ids)
    return [Found("product", value, text.starts[first.first], text.ends[first.last], choices)]


def _is_noun(text: Text, hit: Hit) -> bool:
    if hit.first != hit.last or text.words[hit.first] not in LOOSE:
        return True
    starts = hit.first == 0 or text.sentence[hit.first - 1] != text.sentence[hit.first]
    return text.word(hit.first - 1) not in BEFORE_A_VERB and not (starts and text.word(hit.last + 1) in ("for", "here"))


def _most_named(named: list[Named], context: Context) -> tuple[str, ...]:
    """Give all that are named; products that share a word are both meant by it."""
    ids: list[str] = []
    for name in named:
        head = _head(context.products[name.id])
        same = [other for other, title in context.products.items() if _head(title) == head]
        is_whole = name.last > name.first
        ids += [name.id] if is_whole or len(same) == 1 else same
    whole = [name.id for name in named if name.last > name.first]
    shared = {_head(context.products[known]) for known in whole}
    kept = [known for known in ids if known in whole or _head(context.products[known]) not in shared]
    return tuple(dict.fromkeys(kept))
