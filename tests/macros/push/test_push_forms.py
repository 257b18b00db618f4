"""Whatever JSON a helpdesk sends, it is read as entries or refused in one line; nothing else is raised."""

from __future__ import annotations

import json
from contextlib import suppress
from typing import TYPE_CHECKING, Any

import httpx
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from macros.exports.push.command import HELPDESKS
from macros.exports.push.errors import RefusedError
from macros.exports.push.listing import understood
from macros.exports.push.wire.client import Client
from macros.exports.push.wire.form import FormError, number, parsed

if TYPE_CHECKING:
    from macros.exports.push.entry import Helpdesk

LIST_NAMES = ["data", "meta", "next_cursor", "has_more", "after_cursor", "macros", "macro", "payload"]
ENTRY_NAMES = ["id", "name", "title", "description", "external_id", "short_code", "content", "attachments", "actions"]
ACTION_NAMES = ["field", "value", "arguments", "body_html", "body_text", "tags"]
NAMES = st.sampled_from([*LIST_NAMES, *ENTRY_NAMES, *ACTION_NAMES])
ODD = st.sampled_from(
    [float("inf"), float("nan"), -1, 10**30, True, "", "\ud800", "1\n", "<a <![x[", "comment_value_html"]
)
PLAIN = st.none() | st.integers() | st.text(max_size=5) | ODD
ANY = st.recursive(PLAIN, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(NAMES, inner, max_size=8))
whatever_the_load = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])


@pytest.mark.parametrize("desk", HELPDESKS.values(), ids=HELPDESKS)
@whatever_the_load
@given(said=ANY)
def test_any_json_is_read_or_refused(desk: Helpdesk, said: Any) -> None:
    with httpx.Client(base_url="https://example.com", trust_env=False, verify=False) as http:  # noqa: S501 - unused
        client = Client(http, desk.title)
        for reading in (desk.page, desk.read):
            with suppress(RefusedError):
                understood(client, reading, said)


@whatever_the_load
@given(content=st.binary(max_size=40) | ANY.map(lambda said: json.dumps(said).encode("utf-8", "replace")))
def test_any_bytes_are_json_or_refused(content: bytes) -> None:
    with suppress(FormError):
        parsed(content)


@pytest.mark.parametrize(
    "value", [0, -1, 1.0, True, None, "", "0", "01", " 1", "1 ", "1\n", "+1", "1_0", "١", "../1", 10**18]
)
def test_what_is_no_number_of_an_entry_is_taken_for_none(value: Any) -> None:
    with pytest.raises(FormError):
        number(value)


@pytest.mark.parametrize("value", [1, "1", 10**18 - 1])
def test_a_number_may_be_a_text(value: Any) -> None:
    assert number(value) == int(value)
