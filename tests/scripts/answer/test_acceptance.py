"""Three messages that this playbook was made for, from the customer's words to the reply that is sent.

The ring or necklace that seems lost, the couple mugs that should show another date, the painting with a broken corner.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.scripts.answer.desk import ago, ask, days

if TYPE_CHECKING:
    from answer.answer import Answer

LOST = "Hi, I ordered an engraved necklace two weeks ago and have not heard a thing. Did you lose my order?"
MUGS = "Could you put a different date on the couple mugs I ordered last week? It should say June 14."
BROKEN = "The painting I ordered came today and a corner of the frame broke off in shipping!"
PEOPLE = {"customer": "Ana", "agent": "Jo", "order": "1042"}
NECKLACE = {"message": LOST, **PEOPLE, "order_date": days(-14), "product": "engraved-necklace"}
COUPLE_MUGS = {
    "message": MUGS,
    **PEOPLE,
    "order_date": ago(days=6),
    "asked": ago(hours=1),
    "customization": "June 4",
    "change_to": "June 14",
    "slots": {"order.item": "pair of couple mugs", "product.making": "being printed"},
}
PAINTING = {
    "message": BROKEN,
    **PEOPLE,
    "order_date": days(-30),
    "delivered": days(0),
    "product": "pet-portrait",
}


def reply(found: Answer) -> str:
    """The name of the reply."""
    assert found.reply
    return found.reply.template.id


def email(found: Answer) -> str:
    """The whole email, on one line."""
    assert found.reply
    return " ".join(found.reply.messages[0].plain.split())


def opening(found: Answer) -> str:
    """The first sentence after the greeting."""
    return email(found).partition(", ")[2].partition(".")[0]


def bold(found: Answer) -> str:
    """The email on one line, with stars around what is bold."""
    assert found.reply
    return " ".join(found.reply.messages[0].markdown.replace("\\", "").split())


def blanks(found: Answer) -> set[str]:
    assert found.reply
    return set(found.reply.blanks)


def verdicts(found: Answer) -> dict[str, str]:
    return {verdict.id: verdict.value for verdict in found.verdicts}


@pytest.mark.parametrize(
    ("message", "place"),
    [
        (LOST, "taking-too-long"),
        ("I ordered an engraved ring 2 weeks ago. Did you lose it??", "taking-too-long"),
        ("Ordered an engraved ring 2 weeks ago and still no update. Did you lose my order?", "taking-too-long"),
        ("A customer ordered an engraved ring two weeks ago and asks: did you lose my order?", "taking-too-long"),
        (MUGS, "change-request"),
        ("I ordered matching couple mugs and I need a different date on them. Is it too late?", "change-request"),
        ("Can you change the wedding date on our couple mugs? I know it's been more than a day.", "change-request"),
        ("I'd like to change the date on my couple mugs, I know I'm past the 24 hours", "change-request"),
        (BROKEN, "damaged-on-arrival"),
        ("The frame corner of my painting broke in shipping", "damaged-on-arrival"),
        ("hi my painting came and the frame corner is broken, probably in shipping", "damaged-on-arrival"),
        ("The customer's pet painting arrived and the frame corner is broken from shipping.", "damaged-on-arrival"),
    ],
)
def test_the_message_alone_says_what_it_is_about(message: str, place: str) -> None:
    assert ask(message=message).place == f"scenarios/{place}"


@pytest.mark.parametrize(
    "message",
    [
        "Customer wants to change the date on their couple mugs, but it's past the 24-hour window.",
        "Hello! Our couple mugs: can we still have another date on them? I only saw your 24 hours now.",
        "We gave the wrong date for our couple mugs, can it still be changed?",
        "couple mugs with another date please",
    ],
)
def test_where_the_message_is_not_clear_the_right_concern_is_among_the_first(message: str) -> None:
    found = ask(message=message)
    first = [rank.id for rank in found.triage.ranking[:3]]
    assert "scenarios/change-request" in first


def test_who_fears_a_lost_order_is_reassured_before_anything_else() -> None:
    assert opening(ask(**NECKLACE, stage="production")) == "Your order is neither lost nor forgotten"


def test_who_fears_a_lost_order_is_told_its_stage_its_dates_and_the_day_to_count_on() -> None:
    found = ask(**NECKLACE, stage="production")
    assert reply(found) == "scenarios/taking-too-long/not-passed"
    assert "your engraved necklace is **being engraved**" in bold(found)
    assert "With you: **Thursday, March 19 – Thursday, March 26**" in bold(found)
    assert "Count on it by: **Thursday, March 26**" in bold(found)
    assert blanks(found) == set()


def test_of_an_order_that_seems_lost_the_window_for_changes_is_flagged() -> None:
    assert verdicts(ask(**NECKLACE, stage="production"))["change-window"] == "closed-by-production"
    assert verdicts(ask(**NECKLACE, stage="design"))["change-window"] == "closed-by-time"


def test_a_stage_that_nobody_knows_stays_a_blank_and_is_asked_first() -> None:
    found = ask(**NECKLACE)
    assert "your engraved necklace is [STAGE] at the moment" in email(found)
    assert blanks(found) == {"order.stage"}
    assert found.questions[0].fact == "stage"


def test_of_a_message_alone_the_order_date_and_the_stage_are_asked() -> None:
    found = ask(message=LOST)
    assert [question.fact for question in found.questions[:2]] == ["order_date", "stage"]
    assert not found.is_settled


def test_an_order_past_its_window_gets_an_apology_new_dates_and_the_choice_to_cancel() -> None:
    found = ask(**NECKLACE, stage="production", promise=f"{days(-9)}..{days(-2)}", region="eu")
    assert reply(found) == "scenarios/taking-too-long/passed"
    assert "I am sorry" in opening(found)
    assert "was due Sunday, March 8 – Sunday, March 15" in email(found)
    assert "**Keep it**" in bold(found)
    assert "**Cancel it**, and you get a full refund, shipping included" in bold(found)
    assert blanks(found) == {"delay.reason", "answer.by"}  # only the workshop and the agent know these


def test_an_order_past_its_window_in_the_united_states_goes_back_unless_a_notice_went_out() -> None:
    late = {**NECKLACE, "stage": "production", "promise": f"{days(-9)}..{days(-2)}", "region": "us"}
    canceled, further = ask(**late, notices=0), ask(**late, notices=1)
    assert reply(canceled) == "scenarios/delay-notice/never-noticed"
    assert "an order counts as canceled when that happens" in email(canceled)
    assert "We send it today, although it was due by Friday, March 13, the way you paid." in email(canceled)
    assert blanks(canceled) == {"refund.amount"}
    assert reply(further) == "scenarios/delay-notice/further-us"
    assert "Without a yes we cancel the order for you" in email(further)


def test_an_order_that_will_be_late_is_told_before_it_is() -> None:
    found = ask(**NECKLACE, stage="design", region="uk")
    assert reply(found) == "scenarios/taking-too-long/will-not-hold"
    assert opening(found).startswith("I am sorry")
    assert "It isn't lost." in email(found)
    assert blanks(found) == {"delay.reason"}


def test_an_order_that_will_be_late_in_the_united_states_gets_the_notice_that_says_what_silence_means() -> None:
    found = ask(**NECKLACE, stage="design", region="us", notices=0)
    assert reply(found) == "scenarios/delay-notice/first-us"
    assert "It isn't forgotten: it is being laid out right now." in email(found)
    assert (
        "If we hear nothing before it ships, or before the last of these shipping days is over, "
        "we take that as a yes to them."
    ) in email(found)
    assert blanks(found) == {"delay.reason"}


def test_a_parcel_with_the_carrier_is_not_told_that_it_leaves_us_soon() -> None:
    assert "Ready to leave us" not in email(ask(**NECKLACE, stage="shipped"))


def test_once_the_mugs_are_being_made_the_no_is_kind_and_has_its_reason() -> None:
    found = ask(**COUPLE_MUGS, stage="production")
    assert reply(found) == "scenarios/change-request/window-closed-by-production"
    assert opening(found).startswith("I am sorry: your pair of couple mugs from order #1042 is already being printed")
    assert "I know how frustrating that is" in email(found)
    assert "one-of-a-kind" in email(found)
    assert blanks(found) == set()


def test_the_no_comes_with_two_ways_forward() -> None:
    found = bold(ask(**COUPLE_MUGS, stage="production"))
    assert "**Let us finish it as it is.**" in found
    assert "**Cancel it and order again**" in found
    assert "at least 50% of what you paid for it comes back to you" in found


def test_before_the_mugs_are_begun_nobody_is_told_that_they_are() -> None:
    found = ask(**COUPLE_MUGS, stage="design")
    assert reply(found) == "scenarios/change-request/window-closed-by-time"
    assert "The 24 hours for changes are over" in email(found)
    assert "The workshop has the last word on this, so I'm asking them" in email(found)
    assert "already" not in opening(found)
    assert blanks(found) == set()


def test_before_the_mugs_are_begun_a_no_would_give_all_of_the_money_back() -> None:
    found = email(ask(**COUPLE_MUGS, stage="design"))
    assert "Keep it as ordered" in found
    assert "As long as the work hasn't begun, you get your full payment back" in found


def test_while_the_stage_is_not_known_the_workshop_is_asked_before_anything_is_sent() -> None:
    found = ask(**COUPLE_MUGS)
    assert found.questions[0].fact == "stage"
    assert not found.is_settled


@pytest.mark.parametrize("channel", range(3))
@pytest.mark.parametrize("stage", ["design", "production"])
def test_the_new_date_is_never_promised(stage: str, channel: int) -> None:
    found = ask(**COUPLE_MUGS, stage=stage)
    assert found.reply
    said = found.reply.messages[channel].plain
    assert any(no in said for no in ("can no longer change", "can't be changed", "can't change", "can't promise"))


@pytest.mark.parametrize("photos", ["yes", "no", ""])
def test_of_a_broken_painting_the_first_sentence_is_an_apology(photos: str) -> None:
    assert opening(ask(**PAINTING, photos=photos)).startswith("I am so sorry about your custom pet portrait")


@pytest.mark.parametrize("channel", range(3))
@pytest.mark.parametrize("photos", ["yes", "no"])
def test_every_channel_is_sorry_and_offers_a_new_one_or_the_money(photos: str, channel: int) -> None:
    found = ask(**PAINTING, photos=photos)
    assert found.reply
    said = found.reply.messages[channel].plain
    assert "sorry" in said
    assert "refund" in said or "money back" in said
    assert "remake" in said or "A new one" in said or "make it again" in said


def test_a_photo_is_asked_for_and_never_a_condition() -> None:
    found = ask(**PAINTING, photos="no")
    assert reply(found) == "scenarios/damaged-on-arrival/photos-not-yet"
    assert "within 48 hours of delivery if you can" in email(found)
    assert "No photo, or later than that? We still put it right." in email(found)


def test_who_has_sent_a_photo_is_not_asked_for_one() -> None:
    found = ask(**PAINTING, photos="yes")
    assert reply(found) == "scenarios/damaged-on-arrival/photos-received"
    assert "Thank you for the photos" in email(found)
    assert "A photo helps" not in email(found)


def test_a_new_one_is_free_first_in_line_and_has_its_dates() -> None:
    found = bold(ask(**PAINTING, photos="no"))
    assert "**A new one, free.** With rush in the workshop, we paint it again on a new canvas" in found
    assert "It should reach you **Friday, April 3 – Monday, April 13**" in found


def test_only_what_is_broken_is_left_to_write() -> None:
    found = ask(**PAINTING, photos="no")
    assert blanks(found) == {"issue.description"}


def test_what_happened_on_the_way_is_ours_and_in_time() -> None:
    found = verdicts(ask(**PAINTING, photos="no"))
    assert (found["fault"], found["claim"]) == ("carrier", "in-time")
