"""What every letter about a return or a cancellation holds, whatever the order."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

import pytest

from tests.macros.catalogue.test_templates import Sent, messages
from tests.product import catalogue, letter
from tests.tables import for_each
from words.message import token

if TYPE_CHECKING:
    from macros.catalogue.schema import WrittenTemplate

PERCENT, RECEIVED = "{{ product.refund_percent }}", "{{ withdrawal.received }}"
FORM = "store.returns.withdrawal_url"
WITHDRAWN = (
    "scenarios/change-of-mind/preset-eu-uk",
    "scenarios/return-request/preset-eu-uk",
    "scenarios/cancel-order/plans-changed-withdrawal",
)


@cache
def written() -> dict[str, WrittenTemplate]:
    """Every template as it is written, by its id."""
    return {f"{entry.id}/{one.id}": one for entry in catalogue().entries for one in entry.written.templates}


def of_part(channel: str = "") -> list[Sent]:
    """The messages that name a share of the price."""
    return [sent for sent in messages(channel) if "product.refund_percent" in sent.message.slots]


def of_late_returns() -> list[str]:
    """The templates for a return that is late."""
    return [name for name, one in written().items() if one.when.get("return") == ("over",)]


def text(sent: Sent) -> str:
    return " ".join(letter(sent.message, token).split())


@for_each("sent", of_part)
def test_a_share_of_the_price_is_always_at_least(sent: Sent) -> None:
    found = re.findall(rf"(\S+ \S+) {re.escape(PERCENT)}", text(sent))
    assert found
    assert {each.lower() for each in found} == {"at least"}


@for_each("sent", lambda: of_part("email"))
def test_an_email_says_that_it_may_be_more(sent: Sent) -> None:
    assert re.search(r"\bmore (back|if)\b|and more if|you get more|It is more", text(sent))


@for_each("name", written)
def test_the_form_to_withdraw_is_named_only_where_the_law_gives_the_right(name: str) -> None:
    template = written()[name]
    says = [template.email, template.sms, template.chat, *template.next_steps]
    if any(FORM in (said or "") for said in says):
        assert template.when.get("return") == ("by-law",) or template.when.get("withdrawal") == ("yes",)


@pytest.mark.parametrize("name", WITHDRAWN)
def test_a_withdrawal_is_confirmed_with_its_order_and_its_moment(name: str) -> None:
    template = written()[name]
    for said in (template.email, template.chat):
        assert said
        assert RECEIVED in said
        assert "{{ order.number }}" in said
    assert "{{ order.item }}" in str(template.email)
    assert "email I'm sending" in " ".join(str(template.sms).split())


@pytest.mark.parametrize("name", WITHDRAWN)
@pytest.mark.parametrize("word", ["rush surcharge", "told of the right", "deposit", "day and time of their message"])
def test_an_agent_is_told_what_goes_back_and_to_whom(name: str, word: str) -> None:
    assert word in " ".join(" ".join(written()[name].next_steps).split())


@for_each("name", written)
def test_nobody_keeps_a_surcharge_for_our_own_speed(name: str) -> None:
    assert "surcharge for faster shipping" not in " ".join(" ".join(written()[name].next_steps).split())


@for_each("name", of_late_returns)
def test_before_a_late_return_is_refused_the_agent_asks_what_they_were_told(name: str) -> None:
    steps = " ".join(" ".join(written()[name].next_steps).split())
    assert "told of the right to withdraw before the order" in steps
    assert "parcel" in steps
