"""What is compared and pushed: a reply as we have it, an entry as the helpdesk has it, and what a helpdesk is like."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from macros.catalogue.model import Catalogue

# The id of a reply; whatever carries one over there is taken for ours.
ID = re.compile(r"(?:stages|scenarios|milestones)/[a-z0-9-]{1,80}/[a-z0-9-]{1,80}/(?:email|sms|chat)")


class Ours(NamedTuple):
    """A reply as we have it.

    Attributes:
        id: The template's id and the channel.
        payload: The body of the request that creates or updates it.
        content: A hash of all that an agent sees of it.
    """

    id: str
    payload: Any
    content: str


class Theirs(NamedTuple):
    """An entry as the helpdesk has it.

    Attributes:
        key: The helpdesk's own number for it.
        id: Our id, where it carries one.
        content: A hash of all that an agent sees of it.
        pushed: What the entry itself says its content was when it was pushed; empty where a tool keeps no such mark.
    """

    key: int
    id: str
    content: str
    pushed: str = ""


class Helpdesk(NamedTuple):
    """One tool's API.

    Attributes:
        address: Its address, with `{account}` where the account stands in it.
        path: The path of its entries, with `{account}` where the account stands in it.
        account: What an account looks like, with the hint that an error gives.
        variables: The names of the environment variables that hold the user and the token.
        headers: Gives the headers that sign a request, from the values of those variables.
        change: The method that changes an entry.
        one_by_one: Whether one entry can be asked for; otherwise only the list shows it.
        pause: Seconds between two requests, so that the smallest plan's limit holds.
        first: The query of the first page.
        page: Gives the raw entries of an answer, and the query of the next page, None after the last.
        entry: Gives the raw entry in the answer to a write.
        read: Reads a raw entry.
        replies: Gives the replies of a catalogue that this tool holds.
    """

    id: str
    title: str
    address: str
    path: str
    account: tuple[str, str]
    variables: tuple[str, ...]
    headers: Callable[[Mapping[str, str]], dict[str, str]]
    change: str
    one_by_one: bool
    pause: float
    first: Mapping[str, str]
    page: Callable[[Any], tuple[list[Any], Mapping[str, str] | None]]
    entry: Callable[[Any], Any]
    read: Callable[[Any], Theirs]
    replies: Callable[[Catalogue], Iterable[Ours]]


def our_id(text: object) -> str:
    """The text, where it is the id of a reply; else nothing."""
    return text if isinstance(text, str) and ID.fullmatch(text) else ""
