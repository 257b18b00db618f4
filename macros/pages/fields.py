"""Tables of what files may hold: the store's facts, an entry, a template, a case. They print what the fields say."""

from __future__ import annotations

import re
from html import escape
from typing import TYPE_CHECKING, NamedTuple

from markupsafe import Markup

from case.case import Case
from case.fields import Fact
from facts.schema import Store
from macros.catalogue.schema import WrittenEntry, WrittenTemplate
from macros.layouts import render
from records.kinds import ByName, Items, Table

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from macros.catalogue.model import Catalogue
    from records.record import Field, Record


class Row(NamedTuple):
    """A key, what it says, and what else there is to know of it, where `…` is code in both."""

    name: str
    says: str
    more: str = ""


def store_facts() -> str:
    """Every table of the store's facts, and every key of them with what it may be."""
    keys = _table(("Key", "Says", "May be"), _keys(Store))
    tables = _table(
        ("Table", "Says"), (Row(_heading(name, field), field.says) for name, field in Store._fields.items())
    )
    return f"{tables}\n<details><summary>Every key, and what it may be</summary>\n{keys}</details>\n"


def entry_fields() -> str:
    """The fields of an entry and of a template."""
    heads = ("Field", "Holds", "Needed")
    return _table(heads, _needed(WrittenEntry), "An entry") + _table(heads, _needed(WrittenTemplate), "A template")


def topics(catalogue: Catalogue) -> str:
    """The topics that an entry may raise, with what each means."""
    return _table(("Topic", "Means"), (Row(name, says) for name, says in catalogue.vocabulary.topics.items()))


def case_fields() -> str:
    """The facts of a case that are texts: what a link to the desk may hold."""
    facts = ((name, field) for name, field in Case._fields.items() if isinstance(field, Fact))
    return _table(("Name", "Holds", "For example"), (Row(name, fact.says, _examples(fact)) for name, fact in facts))


def _table(heads: tuple[str, ...], rows: Iterable[Row], title: str = "") -> str:
    return render("tables/fields.jinja", heads=heads, rows=rows, title=title, with_code=_with_code)


def _with_code(says: str) -> Markup:
    return Markup(re.sub(r"`(.+?)`", r"<code>\1</code>", escape(says)))  # noqa: S704 - escaped


def _needed(kind: type[Record]) -> Iterator[Row]:
    for name, field in kind._fields.items():
        yield Row(name, field.says, "no" if field.optional else "yes")


def _examples(fact: Fact) -> str:
    return ", ".join(f"`{example}`" for example in fact.known or fact.examples)


def _keys(kind: type[Record], path: str = "") -> Iterator[Row]:
    """The keys of a table and of those inside it."""
    for name, field in kind._fields.items():
        inner = _inside(field)
        here = f"{path}{name}" + (".…" if isinstance(field, ByName) else "")
        yield from _keys(inner, f"{here}.") if inner else [Row(here, field.says, field.expected)]


def _inside(field: Field) -> type[Record] | None:
    """What the tables are that a field holds; None where it holds a value."""
    held = field.item if isinstance(field, Items | ByName) else field
    return held.kind if isinstance(held, Table) else None


def _heading(name: str, field: Field) -> str:
    """A table's heading as the file writes it."""
    inner = _inside(field)
    if isinstance(field, Items):
        return f"[[{name}]]"
    has_own_names = inner is None or all(_inside(each) for each in inner._fields.values())
    return f"[{name}.…]" if isinstance(field, ByName) or has_own_names else f"[{name}]"
