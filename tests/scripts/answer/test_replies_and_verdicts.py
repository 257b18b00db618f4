"""A reply never says another thing than the verdicts and the law beside it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import pytest

from answer.conditions import RETURNS
from tests.scripts.answer.desk import ask, days
from tests.scripts.answer.meetings import meeting

if TYPE_CHECKING:
    from answer.answer import Answer

BARE_DAY = re.compile(r"\*\*\w+day, \w+ \d+\*\*")
COUNT_ON_IT = re.compile(r"ount on it by:? \*\*[^*]+\*\*")
BEGUN = {"order_date": days(-7), "product": "engraved-necklace", "customization": "Luna", "change_to": "Stella"}


def verdict(found: Answer, name: str) -> str:
    return next(each.value for each in found.verdicts if each.id == name)


def said(found: Answer, channel: str = "email") -> str:
    """One message of the reply, on one line."""
    assert found.reply
    return next(" ".join(each.plain.split()) for each in found.reply.messages if each.channel == channel)


@pytest.mark.parametrize(
    ("region", "back", "value"),
    [
        ("us", -30, "store-policy"),
        ("us", -31, "too-late"),
        ("eu", -14, "withdrawal"),
        ("eu", -15, "store-policy"),
        ("eu", -31, "ask-told"),
    ],
)
@pytest.mark.parametrize("concern", ["return-request", "change-of-mind"])
def test_a_return_is_said_to_be_fine_where_and_as_far_as_it_is_in_time(
    concern: str, region: str, back: int, value: str
) -> None:
    found = ask(concern=concern, product="linen-dress", region=region, delivered=days(back))
    assert found.reply
    assert verdict(found, "return") == value
    assert found.reply.template.when["return"] == [RETURNS[value]]


@pytest.mark.parametrize("concern", ["cancel-order", "change-request"])
def test_a_store_in_the_eu_takes_its_customers_to_have_the_rights_of_the_eu(concern: str) -> None:
    told = {"store": "overseas", "product": "linen-dress", "stage": "quality-check", "order_date": days(-7)}
    assert meeting(told, concern=concern).chosen["withdrawal"] == "yes"


@pytest.mark.parametrize(
    ("product", "region", "since", "reply"),
    [
        ("engraved-necklace", "eu", 3, "plans-changed-shipped"),
        ("linen-dress", "us", 3, "plans-changed-shipped-preset"),
        ("linen-dress", "us", 31, "plans-changed-shipped-late"),
        ("linen-dress", "eu", 14, "plans-changed-withdrawal"),
        ("linen-dress", "eu", 15, "plans-changed-shipped-preset"),
        ("linen-dress", "uk", 31, "plans-changed-shipped-check-told"),
    ],
)
def test_what_has_arrived_is_canceled_as_far_as_it_may_come_back(
    product: str, region: str, since: int, reply: str
) -> None:
    found = ask(concern="cancel-order", product=product, region=region, delivered=days(-since), order_date=days(-60))
    assert found.reply
    assert found.reply.template.id == f"scenarios/cancel-order/{reply}"


@pytest.mark.parametrize("concern", ["change-of-mind", "return-request", "cancel-order"])
@pytest.mark.parametrize(
    ("facts", "value"),
    [
        ({"told": False}, "withdrawal"),
        ({"told": True}, "too-late"),
        ({"last_parcel": days(-10)}, "withdrawal"),  # another piece of the order came later
        ({"last_parcel": days(-20), "told": True}, "too-late"),
    ],
    ids=str,
)
def test_a_late_return_hangs_on_what_they_were_told_and_on_the_last_parcel(
    concern: str, facts: dict[str, Any], value: str
) -> None:
    told: dict[str, Any] = {"product": "linen-dress", "region": "eu", "delivered": days(-40), **facts}
    found = ask(concern=concern, **told)
    assert verdict(found, "return") == value
    assert found.reply
    by_law = found.reply.template.when.get("withdrawal") == ["yes"] or found.reply.template.when.get("return") == [
        "by-law"
    ]
    assert by_law == (value == "withdrawal")


@pytest.mark.parametrize("concern", ["change-of-mind", "return-request", "cancel-order"])
@pytest.mark.parametrize("region", ["eu", "uk"])
def test_a_withdrawal_is_confirmed_with_what_it_is_of_and_when_it_came(concern: str, region: str) -> None:
    facts: dict[str, Any] = {"product": "linen-dress", "region": region, "delivered": days(-3), "order": "1042"}
    text = said(ask(concern=concern, asked="2026-03-16T21:05", **facts))
    assert "withdrawal from order #1042 (made-to-order linen dress) on Monday, March 16, 9:05 PM, New York time" in text
    assert "https://hearthandinitial.example/withdraw" in text
    assert "email I'm sending" in said(ask(concern=concern, **facts), "sms")


@pytest.mark.parametrize(
    "message",
    [
        "Where's the cancel button? I can't see one in my account",
        "your website has no button for returns, so I'm asking here: how do I return the dress I got?",
    ],
)
def test_who_looks_for_the_button_is_told_where_it_is(message: str) -> None:
    found = ask(message=message, product="linen-dress", region="eu", delivered=days(-3), order_date=days(-30))
    assert "https://hearthandinitial.example/withdraw" in said(found)
    assert found.reply
    assert any("https://hearthandinitial.example/withdraw" in step for step in found.reply.next_steps)


@pytest.mark.parametrize("region", ["us", "eu", "uk", "au", "ca"])
@pytest.mark.parametrize("concern", ["change-of-mind", "return-request", "cancel-order"])
def test_of_a_personalized_piece_no_button_is_named(concern: str, region: str) -> None:
    found = ask(concern=concern, product="engraved-necklace", region=region, delivered=days(-3))
    assert not [channel for channel in ("email", "sms", "chat") if "/withdraw" in said(found, channel)]


@pytest.mark.parametrize(("product", "least"), [("engraved-necklace", "50"), ("linen-dress", "60"), (None, "50")])
def test_of_what_is_begun_at_least_the_products_share_goes_back(product: str | None, least: str) -> None:
    found = ask(concern="cancel-order", product=product, stage="production", region="us", order_date=days(-7))
    assert f"at least {least}% of what you paid for it" in said(found)
    assert "and more if less work and material have gone into it so far" in said(found)


@pytest.mark.parametrize("region", ["eu", "uk"])
def test_a_preset_piece_is_canceled_for_all_of_its_price_where_the_law_says_so(region: str) -> None:
    found = ask(concern="cancel-order", product="linen-dress", region=region, stage="production", order_date=days(-7))
    assert "I can no longer refund all of it" not in said(found)


@pytest.mark.parametrize("concern", ["change-request", "cancel-order", "own-typo"])
def test_what_has_left_the_workshop_is_not_said_to_be_made_still(concern: str) -> None:
    assert "already being engraved" not in said(ask(concern=concern, stage="shipped", **BEGUN))


def test_work_is_not_said_to_wait_while_nobody_knows_the_stage() -> None:
    assert "It hasn't been started" not in said(ask(concern="change-request", **BEGUN))


@pytest.mark.parametrize("channel", ["sms", "chat"])
@pytest.mark.parametrize("concern", ["change-request", "own-typo"])
def test_a_late_order_is_offered_all_of_its_price_in_every_channel(concern: str, channel: str) -> None:
    late: dict[str, Any] = {**BEGUN, "stage": "production", "promise": f"{days(-9)}..{days(-1)}"}
    text = said(ask(concern=concern, **late), channel)
    assert "part refund" not in text
    assert "50%" not in text or "all of" in text


def test_silence_is_no_yes_once_the_promised_handover_has_passed() -> None:
    late: dict[str, Any] = {
        "order_date": days(-22),
        "product": "engraved-necklace",
        "stage": "production",
        "region": "us",
    }
    found = ask(concern="delay-notice", promise=f"{days(-9)}..{days(-4)}", **late)
    assert "do nothing" not in said(found)


@pytest.mark.parametrize("concern", ["taking-too-long", "stages/production"])
def test_a_window_is_never_told_as_one_bare_day(concern: str) -> None:
    found = ask(concern=concern, stage="production", order_date=days(-14), product="engraved-necklace")
    assert found.reply
    markdown = " ".join(found.reply.messages[0].markdown.replace("\\", "").split())
    assert BARE_DAY.findall(COUNT_ON_IT.sub("", markdown)) == []
