"""An answer never contradicts itself on a delay: verdict, section 2 and reply say the same, wherever they live."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.scripts.answer.desk import WORDS, ask, days
from tests.scripts.answer.free_cases import FACTS, in_order

if TYPE_CHECKING:
    from collections.abc import Iterator

    from answer.answer import Answer

DELAY_NOTICE = "scenarios/delay-notice"
NEEDS_A_YES = ("further", "no-date", "never-noticed")
NOTHING_TO_DO = re.compile(
    r"do nothing|(n't (need|have) to|need not|needn't|no need to) (do|answer|reply|write)\b|hear nothing|unless we hear"
    r"|goes on by itself|nothing (else |more )?(that )?(you (need|have) to|is left for you to) do",
    re.IGNORECASE,
)
SILENCE_IS_A_YES = re.compile(
    r"(don't|do not|not) hear from you, we (take|count)|(?<!n't )take that as a yes", re.IGNORECASE
)
SILENCE_CANCELS = re.compile(
    r"without (a yes|one|an answer|your yes)[^.]*(cancel|refund)|no answer[^.?]* means a refund"
    r"|otherwise you get a full refund|no answer\? then we refund|don't hear from you by then, [^.]*I'll cancel"
    r"|if not, or if you reply refund",
    re.IGNORECASE,
)
GOES_ON = ("scenarios/change-request", "scenarios/cancel-order", "scenarios/order-status", "scenarios/taking-too-long")

PROMISES = st.tuples(st.sampled_from(range(-20, 11)), st.integers(0, 7)).map(lambda n: f"{days(n[0])}..{days(sum(n))}")
# Orders that are mostly late: their dates, stage and notices, and where the customer lives.
LATE_OR_NOT = st.fixed_dictionaries(
    {
        "concern": st.sampled_from(sorted(WORDS.entries)),
        "stage": st.sampled_from(
            ["design", "production", "quality-check", "design", "production", "shipped", "unknown"]
        ),
        "region": st.sampled_from(["us", "us", "us", "us", "eu", "uk", "au", "ca"]),
        "notices": st.sampled_from([None, 0, 0, 1, 2]),
        "order_date": st.sampled_from(range(-45, -5)).map(days),  # sampled, because integers keep near zero
        "promise": st.none() | PROMISES,
        "needed_by": st.none() | FACTS["needed_by"],
        "product": st.none() | FACTS["product"],
    }
).map(in_order)


def said(found: Answer) -> Iterator[str]:
    """Everything that the answer says to a customer, on one line each."""
    messages = [*(found.reply.messages if found.reply else ()), found.sections[1].message]
    yield from (" ".join(message.plain.split()) for message in messages if message)


def advised(found: Answer) -> Iterator[str]:
    """Everything that the sections say to the agent."""
    yield from (line.says for section in found.sections for line in section.lines)


def delay_rule(found: Answer) -> str | None:
    return next((verdict.value for verdict in found.verdicts if verdict.id == "delay-rule"), None)


@settings(max_examples=200)
@given(LATE_OR_NOT)
def test_where_a_clear_yes_is_needed_nobody_is_told_to_do_nothing(facts: dict[str, Any]) -> None:
    found = ask(**facts)
    if delay_rule(found) in NEEDS_A_YES:
        for text in (*said(found), *advised(found)):
            assert not NOTHING_TO_DO.search(text), text
            assert not SILENCE_IS_A_YES.search(text), text


@settings(max_examples=200)
@given(LATE_OR_NOT)
def test_an_order_that_counts_as_canceled_is_nowhere_said_to_go_on(facts: dict[str, Any]) -> None:
    found = ask(**facts)
    if delay_rule(found) == "never-noticed":
        assert found.reply
        if facts["concern"] in (DELAY_NOTICE, *GOES_ON) or facts["concern"].startswith("stages/"):
            by_law = (f"{DELAY_NOTICE}/never-noticed", "scenarios/cancel-order/late-by-law", "stages/shipped/late")
            assert found.reply.template.id in by_law, facts
        status = found.sections[1].template
        assert status is None or status[1] == f"{DELAY_NOTICE}/#never-noticed"
        assert "Delivery window to tell" not in {line.label for line in found.sections[1].lines}
        assert not any("only a clear yes" in text for text in advised(found))


@settings(max_examples=200)
@given(LATE_OR_NOT)
def test_silence_counts_only_in_the_united_states_before_the_promised_hand_over(facts: dict[str, Any]) -> None:
    found = ask(**facts)
    if any(SILENCE_IS_A_YES.search(text) for text in said(found)):
        last = found.situation.promised_handover
        assert facts["region"] == "us"
        assert last is None or found.situation.today <= last


@settings(max_examples=200)
@given(LATE_OR_NOT)
def test_silence_cancels_nothing_outside_the_united_states(facts: dict[str, Any]) -> None:
    if facts["region"] != "us":
        for text in said(ask(**facts)):
            assert not SILENCE_CANCELS.search(text), text


@settings(max_examples=200)
@given(LATE_OR_NOT)
def test_section_2_has_no_second_letter_beside_one_on_dates_or_money(facts: dict[str, Any]) -> None:
    found = ask(**facts)
    email = found.reply.template.messages.get("email") if found.reply else None
    if email and any(name.startswith(("eta.", "delay.", "refund.")) for name in email.slots):
        assert found.sections[1].message is None


@settings(max_examples=200)
@given(LATE_OR_NOT)
def test_nothing_is_planned_as_if_they_had_said_yes(facts: dict[str, Any]) -> None:
    found = ask(**facts)
    planned = {line.label: line.says for line in found.sections[4].lines}
    if delay_rule(found) in ("further", "no-date") and facts["stage"] in ("design", "production"):
        assert re.search("with their yes|Only if|depends on|Held", planned["Shipped + tracking"]), planned
