"""A reply never says another thing than the verdicts and the law beside it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import pytest

from case_conditions import RETURNS
from tests.desk.desk import ask, days
from tests.desk.meetings import meeting

if TYPE_CHECKING:
    from answer import Answer

BARE_DAY = re.compile(r"\*\*\w+day, \w+ \d+\*\*")
COUNT_ON_IT = re.compile(r"ount on it by:? \*\*[^*]+\*\*")
BEGUN = {"ordered": days(-7), "product": "engraved-necklace", "customization": "Luna", "change_to": "Stella"}


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
        ("eu", -31, "too-late"),
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
    told = {"store": "overseas", "product": "linen-dress", "stage": "quality-check", "ordered": days(-7)}
    assert meeting(told, concern=concern).chosen["withdrawal"] == "yes"


@pytest.mark.parametrize(
    ("product", "region", "since", "reply"),
    [
        ("engraved-necklace", "eu", 3, "plans-changed-shipped"),
        ("linen-dress", "us", 3, "plans-changed-shipped-preset"),
        ("linen-dress", "us", 31, "plans-changed-shipped-late"),
        ("linen-dress", "eu", 14, "plans-changed-withdrawal"),
        ("linen-dress", "eu", 15, "plans-changed-shipped-preset"),
        ("linen-dress", "uk", 31, "plans-changed-shipped-late"),
    ],
)
def test_what_has_arrived_is_canceled_as_far_as_it_may_come_back(
    product: str, region: str, since: int, reply: str
) -> None:
    found = ask(concern="cancel-order", product=product, region=region, delivered=days(-since), ordered=days(-60))
    assert found.reply
    assert found.reply.template.id == f"scenarios/cancel-order/{reply}"


@pytest.mark.parametrize("region", ["eu", "uk"])
def test_a_preset_piece_is_canceled_for_all_of_its_price_where_the_law_says_so(region: str) -> None:
    found = ask(concern="cancel-order", product="linen-dress", region=region, stage="production", ordered=days(-7))
    assert "I can no longer refund the full price" not in said(found)


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
    late: dict[str, Any] = {"ordered": days(-22), "product": "engraved-necklace", "stage": "production", "region": "us"}
    found = ask(concern="delay-notice", promise=f"{days(-9)}..{days(-4)}", **late)
    assert "do nothing" not in said(found)


@pytest.mark.parametrize("concern", ["taking-too-long", "stages/production"])
def test_a_window_is_never_told_as_one_bare_day(concern: str) -> None:
    found = ask(concern=concern, stage="production", ordered=days(-14), product="engraved-necklace")
    assert found.reply
    markdown = " ".join(found.reply.messages[0].markdown.replace("\\", "").split())
    assert BARE_DAY.findall(COUNT_ON_IT.sub("", markdown)) == []
