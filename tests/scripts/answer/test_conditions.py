"""What facts settle a condition to is what they are said to: the check holds the vocabulary to it."""

from __future__ import annotations

from typing import Any

from hypothesis import given

from answer.conditions import COMPUTED
from answer.questions import BY_HAND_TOO, FACTS
from tests.scripts.answer.desk import STORE, WORDS, ask, days
from tests.scripts.answer.free_cases import OF_ANY_CONCERN
from tests.scripts.answer.meetings import meetings

# Late while it is still with us: before the promised hand-over, after it, and when no calendar knows that day.
LATE: list[dict[str, Any]] = [
    {"order_date": days(-5), "promise": f"{days(5)}..{days(12)}", "stage": "design", "notices": 0},
    {"order_date": days(-70), "stage": "production", "notices": 0},
    {"promise": "2024-05-01..2024-05-08", "stage": "design", "notices": 0},
]


def given_in(situation: Any) -> dict[str, set[str | None]]:
    """What facts settle each condition to, and what is assumed where they do not."""
    return {name: {found.known(situation), found.assumed(situation)} for name, found in COMPUTED.items()}


@given(OF_ANY_CONCERN)
def test_facts_give_no_other_value(facts: dict[str, Any]) -> None:
    of_region = {"region": STORE.place.regions}
    for name, values in given_in(ask(**facts).situation).items():
        assert values <= {None, *of_region.get(name, COMPUTED[name].values)}, name


def test_every_value_is_given_to_some_case() -> None:
    cases = [told.answer for told in meetings("scenarios/rush-order")]
    cases += [ask(concern="delay-notice", region="us", **facts) for facts in LATE]
    cases.append(ask(concern="proof-approval", approved="Luna", stage="design"))
    found = [given_in(told.situation) for told in cases]
    left = {(name, value) for name, known in COMPUTED.items() for value in known.values}
    assert left - {(name, value) for each in found for name, values in each.items() for value in values} == set()


def test_a_question_settles_what_facts_settle() -> None:
    assert {name for decides in FACTS.values() for name in (*decides, *BY_HAND_TOO)} - {*COMPUTED} == set()
    assert COMPUTED.keys() <= WORDS.conditions.keys()
