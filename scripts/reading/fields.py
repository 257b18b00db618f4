"""What the fields of a contact form and a signature add to the facts of a message."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from facts.countries import COUNTRIES
from reading.extract.found import Found
from reading.extract.message.tables import tables_of
from reading.extract.message.text import Text
from reading.extract.orders.numbers import written
from reading.extract.read import read_facts

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from reading.extract.found import Context
    from reading.extract.message.tables import Tables

OUTSIDE = -1  # where a fact begins and ends that does not stand in the customer's own words
ORDER = re.compile(r"#?\s*((?:[a-z]{1,4}-?)?\d(?:[\d -]{0,14}\d)?(?:-[a-z]{1,3})?)", re.IGNORECASE)
LONGEST_NAME, MOST_NAMES = 20, 5
LONGEST_FIELD = 100  # characters of a field that are looked at
SIGNED = ("customer", "last_name", "region", "country", "city")


def form_facts(
    form: Mapping[str, str], facts: tuple[Found, ...], context: Context, tables: Mapping[str, Any]
) -> tuple[Found, ...]:
    """Add the name, order number and country of a form's fields, and the order of a subject, to a message's facts.

    What the customer says in the message comes first; an order number that is another one is a choice.
    """
    if not form:
        return facts
    known = tables_of(tables, context.products)
    told = {found.fact for found in facts}
    added = [found for found in _fields(form, context, known) if found.fact not in told]
    if "order" not in told and not form.get("order") and (subject := form.get("subject", "")[:LONGEST_FIELD]):
        orders = [found for found in read_facts(subject, context, tables) if found.fact == "order"]
        added += [found._replace(start=OUTSIDE, end=OUTSIDE) for found in orders]
    return tuple(_doubted(found, form.get("order", "")) for found in facts) + tuple(added)


def signature_facts(
    signature: str, facts: tuple[Found, ...], context: Context, tables: Mapping[str, Any]
) -> tuple[Found, ...]:
    """Add who signs, and where they live, where nothing else says it."""
    told = {found.fact for found in facts}
    if "country" in told:
        told |= {"region", "city"}
    found = read_facts(f"\n{signature}", context, tables)
    new = [each for each in found if each.fact in SIGNED and each.fact not in told and each.value]
    return (*facts, *(each._replace(start=OUTSIDE, end=OUTSIDE) for each in new))


def _fields(form: Mapping[str, str], context: Context, tables: Tables) -> Iterator[Found]:
    if name := _first_name(form.get("name", ""), tables):
        yield Found("customer", name, OUTSIDE, OUTSIDE)
    if number := _order(form.get("order", "")):
        yield Found("order", number, OUTSIDE, OUTSIDE)
    country = _country(form.get("country", ""), tables)
    if region := context.region_of(country, tables.members) if country else "":
        yield Found("region", region, OUTSIDE, OUTSIDE)
    if country:
        yield Found("country", country, OUTSIDE, OUTSIDE)


def _doubted(found: Found, field: str) -> Found:
    """Give an order number the choice of the form's where that is another one."""
    number = _order(field) if found.fact == "order" else ""
    known = found.choices or (found.value,)
    if not number or _digits(number) in map(_digits, known):
        return found
    return found._replace(value="", choices=(*known, number))


def _order(field: str) -> str:
    match = ORDER.fullmatch(field[:LONGEST_FIELD].strip())
    return written(match[1]) if match else ""


def _digits(number: str) -> str:
    return "".join(filter(str.isdigit, number))


def _first_name(field: str, tables: Tables) -> str:
    """Give the first name of "Maya Lind", "LIND, Maya" or "Dr. Maya Lind"; nothing of an address."""
    last, comma, first = field[:LONGEST_FIELD].partition(",")
    names = [name.strip(".'\"()") for name in (first if comma else last).split()]
    names = [name for name in names if name.lower() not in tables.beside["titles"]]
    if not 0 < len(names) <= MOST_NAMES or not all(_is_name(name, tables) for name in names):
        return ""
    first_one = names[1] if len(names) > 1 and names[0].isupper() and not names[1].isupper() else names[0]
    if len(first_one) == 1:
        return ""
    return first_one if first_one[0].isupper() and not first_one.isupper() else first_one.title()


def _is_name(name: str, tables: Tables) -> bool:
    """Whether it is part of a person's name, and of no team's or shop's."""
    letters = name.replace("-", "").replace("'", "").replace("’", "").replace(".", "")
    return letters.isalpha() and len(name) <= LONGEST_NAME and name.lower() not in tables.beside["not_names"]


def _country(field: str, tables: Tables) -> str:
    """Give the code of a country by its name, or by the code itself."""
    text = Text(field[:LONGEST_FIELD])
    hits = tables.phrases.find(text).get("countries", ())
    codes = {hit.label for hit in hits} or {field.strip().upper()} & COUNTRIES
    return codes.pop() if len(codes) == 1 else ""
