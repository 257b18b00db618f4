"""What is known of an order counts beside the words, and a sentence's ask beside what the message is about."""

from __future__ import annotations

from reading.triage.asks import asks, parts
from reading.triage.evidence import OUT_OF_TIME, known, odds, raised
from reading.triage.model import load_model
from reading.triage.ranking import triage
from tests.tables import for_each
from words.catalogue import load_words

MODEL, WORDS = load_model(), load_words()
WRONG = "It's wrong. It should say Anna with two n."


def test_a_delivered_piece_makes_it_a_fault_and_no_change() -> None:
    """The same words mean a change while the piece is made."""
    making = triage(MODEL, WRONG, known(WORDS, "in-workshop", {"change"})).ranking
    delivered = triage(MODEL, WRONG, known(WORDS, "delivered", {"made"})).ranking
    assert making[0].id in ("scenarios/own-typo", "scenarios/change-request")
    assert delivered[0].id == "scenarios/wrong-personalization"


def test_an_order_in_the_workshop_makes_no_general_question() -> None:
    found = odds(WORDS, "in-workshop", set())
    assert (found["references/faq"], found["scenarios/damaged-on-arrival"]) == (OUT_OF_TIME, OUT_OF_TIME)
    assert found["scenarios/order-status"] == 1
    assert set(odds(WORDS, "", set()).values()) == {1}


@for_each(
    "sign, time, place",
    [
        ("needed_by", "", "scenarios/needed-by-date"),
        ("needed_by", "delivered", "scenarios/needed-by-date"),
        ("wish=cancel", "in-workshop", "scenarios/cancel-order"),
        ("change=address", "in-workshop", "scenarios/address-change"),
    ],
)
def test_a_fact_raises_a_concern(sign: str, time: str, place: str) -> None:
    assert place in raised(WORDS, time, {sign})
    assert place not in raised(WORDS, time, set())


def test_no_concern_is_raised_when_its_time_is_over() -> None:
    assert raised(WORDS, "delivered", {"change=options", "change=address"}) == []


@for_each(
    "sentence, ask",
    [
        ("Do I have to send the broken one back?", "must-send-back"),
        ("Who pays for the return postage?", "who-pays-return"),
        ("When will I get my money back?", "refund-when"),
        ("Will it be here by Friday?", "will-it-make-the-day"),
        ("Can you send me an invoice please?", "invoice"),
        ("Is it lost?", "is-it-lost"),
        ("Can I see it before you make it?", "see-it-first"),
        ("Please send it to my new address instead.", "change-address"),
        ("Where can I leave a review?", "leave-review"),
        ("Can I speak to a real person?", "speak-to-person"),
    ],
)
def test_a_plain_ask_is_heard(sentence: str, ask: str) -> None:
    told = f"I ordered a sign on Monday. {sentence}"
    assert ask in [found.id for found in asks(MODEL, parts(MODEL, told))], sentence


@for_each("sentence", ["I ordered a sign on Monday.", "Best regards, Maya", "The box came this morning."])
def test_a_sentence_that_only_tells_asks_nothing(sentence: str) -> None:
    assert asks(MODEL, parts(MODEL, sentence)) == ()
