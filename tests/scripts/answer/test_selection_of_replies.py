"""Whatever is known of an order, one reply is the right one, and it says nothing that the facts deny.

The cases are those of `meetings.py`, in which every two facts meet, and any others.
"""

from __future__ import annotations

from itertools import product
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given

from answer.choices import choices, replying, template_for
from answer.questions import FACTS
from case.situation import Situation
from tests.scripts.answer.desk import MODEL, NOW, WORDS, ask, days
from tests.scripts.answer.free_cases import OF_ANY_CONCERN
from tests.scripts.answer.meetings import Meeting, meeting, meetings, tellings
from tests.tables import for_each
from words.message import token
from words.selection import possible, selected

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from words.catalogue import Entry, Template

pytestmark = pytest.mark.slow

ENTRIES = [entry for entry in WORDS.entries.values() if entry.templates]
TEMPLATES = [(entry, template) for entry in ENTRIES for template in entry.templates]
BEGUN = ("production", "quality-check", "shipped")
PART_OF_THE_PRICE = "product.refund_percent"
ALL_OF_IT = ("all of your money", "everything back", "everything you paid", "full refund", "all of it if we")

# What no fact of an order and no words of a customer decide: a person does, by the condition's own question.
ONLY_BY_HAND = {
    "milestones/delivery-follow-up": ["with-review"],
    "scenarios/delivered-not-received": ["search-over", "search-over-eu-uk"],
    "scenarios/delay-notice": ["no-date", "no-date-elsewhere", "refund", "ask-again"],
    "scenarios/differs-from-preview": ["screen-color"],
    "scenarios/goodwill": ["we-offer", "they-ask-no"],
    "scenarios/photo-quality": ["better-needed", "good"],
    "scenarios/refund-status": ["on-its-way", "overdue"],
    "scenarios/store-cancelled": ["price-or-stock"],
    "scenarios/thank-you": ["invitation"],
    "scenarios/wear-and-warranty": ["fault-eu", "fault-uk", "fault-au", "fault-us-ca", "wear-eu-uk-au", "wear-us-ca"],
}
LONG_AGO = {"product": "linen-dress", "region": "eu", "delivered": days(-40)}
PAST = {"promise": f"{days(-9)}..{days(-1)}", "region": "us", "stage": "production"}
# Three facts at once decide these.
RARE: dict[str, list[dict[str, Any]]] = {
    "scenarios/delay-notice": [PAST, {**PAST, "notices": 1}, {"region": "au", "notices": 1, "stage": "design"}],
    "scenarios/needed-by-date": [{**PAST, "notices": 1, "needed_by": days(-1)}],
    "scenarios/proof-approval": [{"approved": "Luna", "stage": "design"}],
    "scenarios/change-request": [{"product": "linen-dress", "region": "uk", "stage": "production"}, LONG_AGO],
    "scenarios/cancel-order": [LONG_AGO, PAST],
    "scenarios/change-of-mind": [LONG_AGO],
    "scenarios/return-request": [LONG_AGO],
}


each_entry = for_each("entry", ENTRIES, ids=lambda entry: entry.id)


def everywhere() -> Iterator[Meeting]:
    for entry in ENTRIES:
        yield from meetings(entry.id)


def stage(told: Meeting) -> str | None:
    known = told.told.get("stage") or ("shipped" if "tracking" in told.told else "unknown")
    return "shipped" if "delivered" in told.told else None if known == "unknown" else str(known)


def is_past_its_promise(told: Meeting) -> bool:
    today = told.told["at"].astimezone(ZoneInfo(told.store.place.time_zone)).date()
    promise = told.answer.situation.promise
    return promise is not None and today > promise[1] and "delivered" not in told.told


@each_entry
def test_exactly_one_reply_is_the_right_one(entry: Entry) -> None:
    for told in meetings(entry.id):
        assert told.answer.reply, told
        replies = replying(WORDS, entry, told.chosen)
        assert selected(replies.templates, told.chosen) == [told.answer.reply.template], told


@given(OF_ANY_CONCERN)
def test_any_facts_at_all_give_one_reply(facts: dict[str, Any]) -> None:
    found = ask(**facts)
    assert (found.reply is None) == (facts["concern"] in WORDS.pages)


@each_entry
def test_what_is_blank_in_a_reply_is_listed_and_nothing_else(entry: Entry) -> None:
    for told in meetings(entry.id):
        assert told.answer.reply
        reply = told.answer.reply
        said = "\n".join(f"{message.subject}\n{message.plain}" for message in reply.messages)
        assert "{{" not in said
        assert {name for name, slot in WORDS.slots.items() if slot.blank in said} == set(reply.blanks), told


WHAT_THE_FACTS_SAY: dict[str, Callable[[Meeting], str | None]] = {
    "stage": stage,
    "parcel": lambda told: {None: None, "shipped": "handed-over"}.get(stage(told), "with-us"),
    "photos": lambda told: {True: "received", False: "not-yet", None: None}[told.told.get("photos")],
    "region": lambda told: told.told.get("region"),
    "hours": lambda told: "inside" if told.told["at"] == NOW else "outside",
    "has-preview": lambda told: (
        "no"
        if told.told["store"] == "fewer"
        else {"engraved-necklace": "yes", "linen-dress": "no"}.get(told.told.get("product", ""))
    ),
    "compared": lambda told: (
        None
        if told.told["store"] == "fewer" or not told.told.keys() >= {"approved", "made"}
        else ("matches" if told.told["approved"] == told.told["made"] else "differs")
    ),
    "typo": lambda told: (
        "delivered"
        if "delivered" in told.told
        else {None: None, "design": "not-begun", "shipped": "on-its-way"}.get(stage(told), "being-made")
    ),
}


@pytest.mark.parametrize("condition", WHAT_THE_FACTS_SAY)
def test_a_condition_is_known_from_the_facts_and_only_from_them(condition: str) -> None:
    judged = [told for told in everywhere() if condition in told.chosen]
    assert judged
    for told in judged:
        assert told.known.get(condition) == WHAT_THE_FACTS_SAY[condition](told), told


def test_a_window_is_never_open_once_work_has_begun() -> None:
    opened = [told for told in everywhere() if told.chosen.get("window") == "open"]
    assert opened
    for told in opened:
        until_shipped = told.answer.verdicts[0].says == "Open until we hand the parcel over."
        assert stage(told) not in (("shipped",) if until_shipped else BEGUN), told


def test_an_order_is_never_canceled_for_everything_by_a_rule_for_changes() -> None:
    for told in meetings("scenarios/cancel-order"):
        if told.chosen["reason"] == "plans-changed":
            assert told.chosen["window"] != "open" or stage(told) not in BEGUN, told


def test_work_is_never_said_to_have_begun_unless_it_is_known() -> None:
    closed = [told for told in everywhere() if told.chosen.get("window") == "closed-by-production"]
    assert closed
    for told in closed:
        assert stage(told) in BEGUN, told


def test_what_carries_one_persons_mark_is_never_said_to_come_back_and_the_rest_only_in_its_days() -> None:
    judged = [told for told in everywhere() if "return" in told.known]
    assert judged
    for told in judged:
        is_long_ago = told.told.get("delivered") == days(-40)
        expected = {
            "engraved-necklace": {"never"},
            "linen-dress": {"over"} if is_long_ago else {"by-law", "by-policy"},
        }
        assert told.known["return"] in expected[told.told["product"]], told


def test_nobody_in_the_eu_or_the_uk_is_refused_before_it_is_known_what_they_were_told() -> None:
    places = ("change-of-mind", "return-request", "cancel-order", "change-request")
    told = {"store": "sample", **LONG_AGO}
    for entry, region in product(places, ("eu", "uk")):
        found = meeting({**told, "region": region}, concern=entry).answer
        assert found.reply
        assert found.reply.template.when["return"] == ["check-told"], (entry, region)
        assert found.questions[0].fact == "told", (entry, region)


def test_what_has_left_us_is_never_said_to_be_in_the_workshop() -> None:
    left = [told for told in everywhere() if stage(told) == "shipped"]
    assert left
    for told in left:
        expected = {"window": "shipped", "parcel": "handed-over"}
        assert {name: told.chosen.get(name, value) for name, value in expected.items()} == expected, told
        assert not {"being-made", "approved-and-begun"} & set(told.known.values()), told


def test_work_is_never_taken_as_not_begun_unless_it_is_known() -> None:
    for told in everywhere():
        if told.known.get("window") == "closed-by-time" and told.store.may_change.personalization == "window":
            assert stage(told) is not None, told


def test_an_order_past_its_promise_is_late_in_every_reply() -> None:
    late = [told for told in everywhere() if is_past_its_promise(told)]
    assert late
    for told in late:
        expected = {"progress": "late", "promise": "passed", "transit": "window-over", "reason": "late"}
        assert {name: told.known[name] for name in expected if name in told.chosen} == {
            name: value for name, value in expected.items() if name in told.chosen
        }, told


def test_an_order_that_has_arrived_is_not_late_any_more() -> None:
    for told in everywhere():
        if "delivered" in told.told:
            assert "late" not in {told.chosen.get("progress"), told.chosen.get("reason")}, told


def test_a_late_order_is_never_offered_a_part_of_its_price_only() -> None:
    late = [told for told in everywhere() if told.answer.situation.is_late]
    assert late
    for told in late:
        assert told.answer.reply
        email = told.answer.reply.template.messages.get("email")
        said = email.plain(token) if email else ""
        assert PART_OF_THE_PRICE not in said or any(all_of_it in said for all_of_it in ALL_OF_IT), told


def test_a_late_order_is_canceled_for_all_of_its_price() -> None:
    late = [told for told in meetings("scenarios/cancel-order") if told.answer.situation.is_late]
    assert late
    replies = {(stage(told) == "shipped", told.answer.reply.template.id) for told in late if told.answer.reply}
    assert replies == {(False, "scenarios/cancel-order/late"), (True, "scenarios/cancel-order/late-shipped")}
    unnoticed = {"stage": "production", "region": "us", "promise": f"{days(-9)}..{days(-1)}"}
    reply = ask(concern="cancel-order", **unnoticed).reply
    assert reply
    assert reply.template.id == "scenarios/cancel-order/late-by-law"


def test_a_reply_is_never_for_another_region_than_the_customers() -> None:
    placed = [told for told in everywhere() if "region" in told.told]
    assert placed
    for told in placed:
        assert told.answer.reply
        assert told.told["region"] in told.answer.reply.template.when.get("region", [told.told["region"]]), told
        if told.answer.reply.template.when.get("withdrawal") == ["yes"]:
            assert told.told["region"] in ("eu", "uk"), told


def test_while_nobody_knows_a_customer_lives_where_the_store_is() -> None:
    home = {"sample": "us", "fewer": "us", "overseas": "eu"}
    nowhere = [told for told in everywhere() if "region" in told.chosen and "region" not in told.told]
    assert nowhere
    for told in nowhere:
        assert told.chosen["region"] == home[told.told["store"]], told
        assert "region" not in told.known


def test_rush_is_never_offered_where_it_cannot_help() -> None:
    offered = [told for told in meetings("scenarios/rush-order") if told.chosen["rush"] == "offered"]
    assert offered
    for told in offered:
        assert told.store.rush.offered
        assert "rush" not in told.known or stage(told) not in ("quality-check", "shipped"), told


def test_a_day_that_is_said_to_fit_comes_after_the_window() -> None:
    fits = [told for told in meetings("scenarios/needed-by-date") if told.chosen["date-fit"] == "fits"]
    assert fits
    for told in fits:
        window = told.answer.situation.window
        assert window
        assert str(window[1]) <= told.told["needed_by"], told


@each_entry
def test_what_is_only_assumed_is_asked_where_it_could_change_the_reply(entry: Entry) -> None:
    for told in meetings(entry.id):
        can_be = possible(WORDS.conditions, told.store)
        asked = {question.fact for question in told.answer.questions if question.decides}
        chosen = {choice.condition: choice.value for choice in choices(told.answer.situation, WORDS, entry)}
        for choice in told.answer.choices:
            cases = [{**chosen, choice.condition: value} for value in can_be[choice.condition]]
            others = {template_for(WORDS, entry, case).id for case in cases}
            if not choice.is_known and len(others) > 1:
                settles = {name for name, decides in FACTS.items() if choice.condition in decides}
                assert asked & {f"decided.{choice.condition}", *settles}, (choice, told)


@for_each("entry, template", TEMPLATES, ids=lambda _, template: template.id)
def test_what_a_person_decides_always_wins(entry: Entry, template: Template) -> None:
    decided = {**staying(entry), **{name: values[0] for name, values in template.when.items()}}
    at_the_sample = [told for told in tellings() if told["store"] == "sample"]
    assert at_the_sample
    for told in at_the_sample[::3]:
        found = meeting(told, concern=entry.id, decided=decided).answer
        assert found.reply
        assert found.reply.template == template, told
        assert decided.keys() <= {choice.condition for choice in found.choices if choice.is_known}


@each_entry
def test_every_reply_is_within_reach_of_facts_or_words_or_a_person(entry: Entry) -> None:
    rare = [meeting({"store": "sample", **facts}, concern=entry.id) for facts in RARE.get(entry.id, [{}])]
    cases = [*meetings(entry.id), *rare]
    by_facts = {told.answer.reply.template.id for told in cases if told.answer.reply}
    said = [words for place, words in zip(MODEL.places, MODEL.said, strict=True) if place == entry.id]
    by_words = {template_said(told, entry, words) for told in cases for words in said}
    left = [template.id.rpartition("/")[2] for template in entry.templates if template.id not in by_facts | by_words]
    assert left == ONLY_BY_HAND.get(entry.id, [])


def staying(entry: Entry) -> dict[str, str]:
    """Values of conditions with which an entry gives way to no other one; its own templates' conditions are free."""
    own = {name for template in entry.templates for name in template.when}
    ways = [(name, fits) for way in entry.gives_way for name, fits in way.when.items() if name not in own]
    return {name: next(value for value in WORDS.conditions[name].values if value not in fits) for name, fits in ways}


def template_said(told: Meeting, entry: Entry, words: dict[str, str]) -> str:
    """The template of a case whose customer's words settle some conditions."""
    known = told.answer.situation
    chosen = choices(Situation(known.store, known.case, known.now, entry.id, words), WORDS, entry)
    return template_for(WORDS, entry, {choice.condition: choice.value for choice in chosen}).id
