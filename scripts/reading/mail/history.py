"""A mail's own lines, told from what it quotes, answers or hands on: read mail in mail, from the outside in."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from reading.mail.blocks import ADDRESS, sender
from reading.mail.form import read_form
from reading.mail.heads import Head, first_head
from reading.mail.notes import NAMED, is_note, says_something
from reading.mail.plain import is_quoted, unquoted
from reading.mail.signature import MARKS, without_signature

if TYPE_CHECKING:
    from reading.mail.tables import Tables

DEEP = 8  # mails in mails
LONGEST_RULE = 200  # characters


class Found(NamedTuple):
    """The customer's own lines, the fields of a form or head above them, and the lines of a signature."""

    own: list[str]
    form: dict[str, str]
    signature: list[str]


def read(lines: list[str], tables: Tables, depth: int = 0) -> Found:
    """Read the lines of a mail, `depth` mails inside another."""
    if depth < DEEP:
        if form := read_form(lines, tables):
            inner = read(form.body, tables, depth + 1)
            return Found(inner.own, form.fields, inner.signature)
        if head := first_head(lines, tables):
            return _around(lines, head, tables, depth)
    own, signature = _unquoted(lines, tables)
    inside = [unquoted(line) for line in lines]
    if not any(line.strip() for line in own) and inside != lines and depth < DEEP:
        return read(inside, tables, depth + 1)
    return Found(own, {}, signature)


def _around(lines: list[str], head: Head, tables: Tables, depth: int) -> Found:
    """Read what stands before and after a head, and give what is the customer's."""
    before, signature = _unquoted(_without_rule(lines[: head.start]), tables)
    after = lines[head.end :]
    if is_quoted(next((line for line in after if line.strip()), "")):
        return _between(before, after, head, tables, depth)
    if _says_nothing(before, head, tables):
        inner = _inside(after, head, tables, depth)
        return inner if any(line.strip() for line in inner.own) else Found(before, {}, signature)
    if head.kind == "forwarded" and _is_from_customer(head, tables):
        inner = _inside(after, head, tables, depth)
        return inner._replace(own=[*before, "", *joined(inner.own).split("\n")])
    if head.kind == "rule" and _is_title(before):
        return Found([*before, "", *read(after, tables, depth + 1).own], {}, signature)
    return Found(before, {}, signature)


def _between(before: list[str], after: list[str], head: Head, tables: Tables, depth: int) -> Found:
    """Read answers below and between quoted lines; where there are none, what was quoted to hand it on."""
    rest = _read_on(after, tables, depth)
    own = [*before, *rest.own]
    if not says_something(rest.own, tables) and _says_nothing(before, head, tables):
        inner = _inside([unquoted(line) for line in after], head, tables, depth)
        return inner if any(line.strip() for line in inner.own) else Found(own, {}, rest.signature)
    return Found(own, {}, rest.signature)


def _read_on(after: list[str], tables: Tables, depth: int) -> Found:
    """Read the lines after a head that are not quoted, up to the next head of history."""
    head = first_head(after, tables) if depth < DEEP else None
    if head is None:
        own, signature = _unquoted(after, tables)
        return Found(own, {}, signature)
    own, signature = _unquoted(after[: head.start], tables)
    below = after[head.end :]
    if is_quoted(next((line for line in below if line.strip()), "")):
        rest = _read_on(below, tables, depth + 1)
        return Found([*own, *rest.own], {}, rest.signature or signature)
    return Found(own, {}, signature)


def _inside(after: list[str], head: Head, tables: Tables, depth: int) -> Found:
    """Read the mail below a head, with what the head says of it."""
    inner = read(after, tables, depth + 1)
    said = {name: head.said[name] for name in ("subject", "sent") if head.said.get(name)}
    of_head = {**sender(head.said.get("from", "")), **said}
    return inner._replace(form=inner.form or of_head)


def _without_rule(lines: list[str]) -> list[str]:
    """Leave out a line of strokes at the end, and blank ones."""
    end = len(lines)
    while end and re.fullmatch(r"[-–—_=* ]*", lines[end - 1][:LONGEST_RULE]) and lines[end - 1].strip() not in MARKS:
        end -= 1
    return lines[:end]


def _unquoted(lines: list[str], tables: Tables) -> tuple[list[str], list[str]]:
    return without_signature([line for line in lines if not is_quoted(line)], tables)


def _says_nothing(before: list[str], head: Head, tables: Tables) -> bool:
    """Say whether what stands before a head leaves the word to the mail below it."""
    if not any(line.strip() for line in before):
        return True
    sender_ = head.said.get("from", "")
    if _is_ours(sender_, tables) and not _is_ours(head.said.get("to", ""), tables):
        return False
    is_handed_on = head.kind == "forwarded" or _is_from_customer(head, tables)
    is_to_us = _is_from_customer(head, tables) or ("@" in sender_ and "@" not in head.said.get("to", ""))
    is_to_us |= is_handed_on and len(" ".join(before).split()) <= NAMED
    return not says_something(before, tables) or is_note(before, tables, handed_on=is_handed_on, to_us=is_to_us)


def _is_from_customer(head: Head, tables: Tables) -> bool:
    return _is_ours(head.said.get("to", ""), tables) and not _is_ours(head.said.get("from", ""), tables)


def _is_ours(person: str, tables: Tables) -> bool:
    found = ADDRESS.search(person)
    return found is not None and found[0].partition("@")[0].lower() in tables.ours


def _is_title(before: list[str]) -> bool:
    told = [line.strip() for line in before if line.strip()]
    return len(told) == 1 and told[0][-1].isalnum() and len(told[0].split()) <= DEEP


def joined(lines: list[str]) -> str:
    """Join lines, without blank ones around them."""
    return "\n".join(lines).strip()
