"""What every letter about a return or a cancellation holds, whatever the order."""

from __future__ import annotations

import re

import pytest

from tests.catalogue.test_templates import CATALOGUE, SENT, Sent

PERCENT, RECEIVED = "{{ product.refund_percent }}", "{{ withdrawal.received }}"
FORM = "store.returns.withdrawal_url"
WRITTEN = {f"{entry.id}/{template.id}": template for entry in CATALOGUE.entries for template in entry.written.templates}
WITHDRAWN = (
    "scenarios/change-of-mind/preset-eu-uk",
    "scenarios/return-request/preset-eu-uk",
    "scenarios/cancel-order/plans-changed-withdrawal",
)
PART = [sent for sent in SENT if "product.refund_percent" in sent.message.slots]


def text(sent: Sent) -> str:
    return " ".join(sent.message.plain(lambda name: f"{{{{ {name} }}}}").split())


@pytest.mark.parametrize("sent", PART, ids=str)
def test_a_share_of_the_price_is_always_at_least(sent: Sent) -> None:
    found = re.findall(rf"(\S+ \S+) {re.escape(PERCENT)}", text(sent))
    assert found
    assert {each.lower() for each in found} == {"at least"}


@pytest.mark.parametrize("sent", [sent for sent in PART if sent.message.channel == "email"], ids=str)
def test_an_email_says_that_it_may_be_more(sent: Sent) -> None:
    assert re.search(r"\bmore (back|if)\b|and more if|you get more|It is more", text(sent))


@pytest.mark.parametrize("name", sorted(WRITTEN))
def test_the_form_to_withdraw_is_named_only_where_the_law_gives_the_right(name: str) -> None:
    written = WRITTEN[name]
    says = [written.email, written.sms, written.chat, *written.next_steps]
    if any(FORM in (said or "") for said in says):
        assert written.when.get("return") == ("by-law",) or written.when.get("withdrawal") == ("yes",)


@pytest.mark.parametrize("name", WITHDRAWN)
def test_a_withdrawal_is_confirmed_with_its_order_and_its_moment(name: str) -> None:
    written = WRITTEN[name]
    for said in (written.email, written.chat):
        assert said
        assert RECEIVED in said
        assert "{{ order.number }}" in said
    assert "{{ order.item }}" in str(written.email)
    assert "email I'm sending" in " ".join(str(written.sms).split())


@pytest.mark.parametrize("name", WITHDRAWN)
@pytest.mark.parametrize("word", ["rush surcharge", "told of the right", "deposit", "day and time of their message"])
def test_an_agent_is_told_what_goes_back_and_to_whom(name: str, word: str) -> None:
    assert word in " ".join(" ".join(WRITTEN[name].next_steps).split())


@pytest.mark.parametrize("name", sorted(WRITTEN))
def test_nobody_keeps_a_surcharge_for_our_own_speed(name: str) -> None:
    assert "surcharge for faster shipping" not in " ".join(" ".join(WRITTEN[name].next_steps).split())


@pytest.mark.parametrize("name", [name for name, written in WRITTEN.items() if written.when.get("return") == ("over",)])
def test_before_a_late_return_is_refused_the_agent_asks_what_they_were_told(name: str) -> None:
    steps = " ".join(" ".join(WRITTEN[name].next_steps).split())
    assert "told of the right to withdraw before the order" in steps
    assert "parcel" in steps
