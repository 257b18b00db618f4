"""The policy and the FAQ: Markdown in `references/`, printed as pages with the store's facts in them."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from jinja2 import Environment, StrictUndefined, Template, TemplateError

from macros.catalogue.problem import CatalogueError, Problem
from macros.paths import shown

REFERENCES = ("policy", "faq")

if TYPE_CHECKING:
    from pathlib import Path

    from facts.schema import Store


def render_reference(path: Path, store: Store) -> str:
    """The Markdown of a reference with its `{{ store.… }}` filled.

    Raises:
        CatalogueError: when the file is missing or names something that is not a store fact.
    """
    try:
        source = path.read_text(encoding="utf-8")
        return _compiled(source).render(store=store)
    except (OSError, TemplateError) as error:
        line = getattr(error, "lineno", None) or 1
        raise CatalogueError(Problem(shown(path, path.parent.parent), ("text",), str(error), line=line)) from None


@lru_cache(maxsize=8)
def _compiled(source: str) -> Template:
    """A reference as Jinja reads it, kept: the rules, the page and the exports all print it."""
    # Markdown, not HTML: mkdocs escapes what a fact may hold when it renders the page.
    return Environment(undefined=StrictUndefined).from_string(source)  # noqa: S701
