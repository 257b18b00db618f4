"""Which product of the store is meant, by its title, its name, or the words people use for it."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from reading.extract.found import Found
from reading.extract.message.phrases import covered, words_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from reading.extract.found import Context
    from reading.extract.message.phrases import Hit, Hits
    from reading.extract.message.tables import Tables
    from reading.extract.message.text import Text


def called(products: Mapping[str, str], synonyms: Mapping[str, Iterable[str]]) -> dict[str, list[str]]:
    """Give what people call each product; a thing the store does not make has a name that begins with a hyphen."""
    heads = {name: head(title) for name, title in products.items()}
    ours = {
        name: [products[name], name.replace("-", " "), last, f"{last}s", *synonyms.get(last, ())]
        for name, last in heads.items()
    }
    return ours | {f"-{last}": [*words] for last, words in synonyms.items() if last not in heads.values()}


@lru_cache(maxsize=256)
def head(title: str) -> str:
    """Give the last word of a title, by which people call a piece."""
    return words_of(title)[-1]


def read_products(text: Text, hits: Hits, context: Context, tables: Tables, masked: set[int]) -> list[Found]:
    """Read the product; several are choices, and a thing the store does not make is none."""
    spoiled = covered(hits, "not_products") | masked
    named = [
        hit
        for hit in hits.get("products", ())
        if hit.label in context.products and hit.first not in spoiled and _is_noun(text, hit, tables)
    ]
    ids = _most_named(named, context)
    if not ids:
        return []
    first = next(hit for hit in named if hit.label in ids)
    value, choices = (ids[0], ()) if len(ids) == 1 else ("", ids)
    return [Found("product", value, *text.span(first.first, first.last), choices)]


def _is_noun(text: Text, hit: Hit, tables: Tables) -> bool:
    if hit.first != hit.last or text.words[hit.first] not in tables.beside["verbs_too"]:
        return True
    if not text.same(hit.first - 1, hit.first):
        return text.after(hit.last)[:1] in (",", ":", ".") or text.word(hit.last + 1) not in ("for", "here")
    return text.word(hit.first - 1) not in tables.beside["before_a_verb"]


def _most_named(named: list[Hit], context: Context) -> tuple[str, ...]:
    """Give all that are named; products that share a word are both meant by it."""
    heads = {name: head(title) for name, title in context.products.items()} if named else {}
    whole = [hit.label for hit in named if hit.last > hit.first]
    ids = [
        other
        for hit in named
        for other in ([hit.label] if hit.last > hit.first else heads)
        if heads[other] == heads[hit.label]
    ]
    shared = {heads[known] for known in whole}
    return tuple(dict.fromkeys(known for known in ids if known in whole or heads[known] not in shared))
