"""What a message is about, with the model of this checkout: as an agent sees the ranking, and as a program reads it."""

from __future__ import annotations

import time
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facts.store import FactsError
from reading.mail import sentences
from reading.triage.features import features, stem, words
from reading.triage.model import load_model
from reading.triage.ranking import SECOND, triage
from tests.inquiry_labels import OURS, inquiries
from tests.scripts.message_samples import TYPICAL
from tests.tables import for_each

if TYPE_CHECKING:
    from collections.abc import Callable

SCRIPTS = Path(__file__).parent.parent.parent.parent / "scripts"
SCRIPT = str(SCRIPTS / "triage_inquiry.py")
MODEL = load_model()
MISTYPED = {
    "order-status": "Just chekcing in on my oder, culd you tell me how far alogn my rign is?",
    "taking-too-long": "My ordr was suposed to be here last Fridya and it stil hasnt arived. It is takng far to long.",
    "change-request": "Could you chnage the engravng on my braclet from Anna to Hannah?",
    "address-change": "I movd house last week, plese send my order to my new adress instaed.",
    "cancel-order": "I need to cancle my ordr plese, we chnaged our plans.",
    "damaged-on-arrival": "The frame was craked when I opend the box, the glas is in peices.",
    "return-request": "Id like to retrun the walet, how do I send it bak?",
    "refund-status": "You said Id get my mony back two weks ago. Were is my refnud?",
    "delivered-not-received": "Traking says deliverd but nothin is on my porch.",
}
HISTORY = "Your order has shipped. Is the glass broken? Cancel it, return it, or ask for a refund."
DRESSED: dict[str, Callable[[str], str]] = {
    "shouted": str.upper,
    "in small letters": str.lower,
    "with emoji": lambda text: f"😡😡 {text} 💔🙏🏽",
    "with exclamation marks": lambda text: text.rstrip(".?!") + "!!!???",
    "with curly quotes": lambda text: text.replace("'", "’"),
    "without apostrophes": lambda text: text.replace("'", ""),
    "with a greeting and a name": lambda text: f"Hello there,\n\n{text}\n\nBest regards,\nMaya",
    "with quoted history": lambda text: f"{text}\n\nOn Tue, 3 Mar 2026, Jo <jo@x.example> wrote:\n{HISTORY}",
    "with quoted lines": lambda text: f"> {HISTORY}\n> {HISTORY}\n{text}",
    "with a signature": lambda text: f"{text}\n\n-- \nMaya Sample\nReturns and Refunds Ltd, 1 New Address Street",
    "from a phone": lambda text: f"{text}\n\nSent from my iPhone",
    "on one broken line": lambda text: text.replace(", ", ",\n"),
}
COURTESIES = [
    "Hello there,",
    "Good morning,",
    "Thanks!",
    "Thank you!",
    "Many thanks in advance!",
    "Thank you for your help.",
    "Best regards,\nMaya",
    "Have a nice day!",
    "I hope you are well.",
]
NO_KNOWN_WORDS = [
    "",
    " \n ",
    "?",
    "!!!",
    "...",
    "12345",
    "#1042",
    "😀😀😀",
    "asdf qwer zxcv hjkl",
    "xqzv blorp fnord",
    "我的订单在哪里？我两周前订的项链还没到。",
    "أين طلبي؟ لقد طلبت قلادة منذ أسبوعين!",
    "Где мой заказ? Я заказала кулон две недели назад!",
    "היכן ההזמנה שלי?",
    "注文はどこですか？",
    "मेरा ऑर्डर कहाँ है?",
    "คำสั่งซื้อของฉันอยู่ที่ไหน?",
    "\x00\x01\x02",
    "\ud800",
]


DAMAGED = TYPICAL["damaged-on-arrival"]


def first(message: str) -> str:
    return triage(MODEL, message).ranking[0].id


@pytest.mark.parametrize(("entry", "message"), TYPICAL.items(), ids=list(TYPICAL))
def test_a_typical_message_is_ranked_right_and_surely(entry: str, message: str) -> None:
    told = triage(MODEL, message)
    assert (told.ranking[0].id, told.unsure, told.concerns) == (f"scenarios/{entry}", False, (f"scenarios/{entry}",))


@pytest.mark.parametrize("dress", DRESSED.values(), ids=DRESSED.keys())
@for_each("entry, message", TYPICAL.items())
def test_how_a_message_is_dressed_does_not_change_the_first_place(
    entry: str, message: str, dress: Callable[[str], str]
) -> None:
    assert first(dress(message)) == f"scenarios/{entry}"


@pytest.mark.parametrize(("entry", "message"), MISTYPED.items(), ids=list(MISTYPED))
def test_typing_errors_do_not_change_the_first_place(entry: str, message: str) -> None:
    assert first(message) == f"scenarios/{entry}"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("damaged-on-arrival", "cancel-order"),
        ("cancel-order", "damaged-on-arrival"),
        ("refund-status", "own-typo"),
        ("rush-order", "address-change"),
        ("wrong-personalization", "wants-a-person"),
        ("delivered-not-received", "differs-from-preview"),
    ],
)
def test_two_concerns_are_both_reported(one: str, other: str) -> None:
    concerns = triage(MODEL, f"{TYPICAL[one]} Also, one more thing. {TYPICAL[other]}").concerns
    assert {f"scenarios/{one}", f"scenarios/{other}"} <= set(concerns)


@pytest.mark.parametrize("courtesy", COURTESIES)
@pytest.mark.parametrize("entry", ["order-status", "change-request", "damaged-on-arrival", "cancel-order"])
def test_a_courtesy_is_no_second_concern(entry: str, courtesy: str) -> None:
    told = [triage(MODEL, text).concerns for text in (f"{courtesy}\n{TYPICAL[entry]}", f"{TYPICAL[entry]}\n{courtesy}")]
    assert told == [(f"scenarios/{entry}",)] * 2


@pytest.mark.parametrize("message", NO_KNOWN_WORDS)
def test_without_a_known_word_the_triage_says_that_it_is_unsure(message: str) -> None:
    told = triage(MODEL, message)
    assert (told.unsure, told.concerns) == (True, ())


def test_a_message_too_mixed_to_be_sure_of_still_has_its_two_concerns() -> None:
    """That there are two may be just why nobody can be sure of one."""
    never_sure = MODEL._replace(unsure_below=1.1)
    one, other = TYPICAL["damaged-on-arrival"], TYPICAL["rush-order"]
    told = [triage(never_sure, text) for text in (one, other, f"{one} {other}")]
    assert [found.unsure for found in told] == [True] * 3
    assert [found.concerns for found in told] == [(), (), ("scenarios/damaged-on-arrival", "scenarios/rush-order")]


def test_a_sentence_is_a_second_concern_when_it_is_sure_enough() -> None:
    """A reply that also answers what a sentence is less sure to say would answer what nobody asked."""
    wanted = [said.text for said in inquiries(OURS) if len(sentences(said.text)) == 1]
    alone = [(text, _by_words_alone(text)) for text in wanted]
    surely = [(text, place) for text, (place, score) in alone if score >= SECOND and place not in MODEL.courtesies]
    for text, place in surely:
        assert place in triage(MODEL, f"{DAMAGED} {text}").concerns, text
    assert len(surely) > 40


def _by_words_alone(text: str) -> tuple[str, float]:
    alone = MODEL._replace(about=MODEL.about._replace(share=0.0))
    best = triage(alone, text).ranking[0]
    return best.id, best.score


def test_another_concern_is_named_beside_the_one_that_is_answered() -> None:
    told = triage(MODEL, f"{TYPICAL['damaged-on-arrival']} {TYPICAL['rush-order']}")
    assert told.others("scenarios/damaged-on-arrival") == ["scenarios/rush-order"]
    assert set(told.others("scenarios/thank-you")) == {"scenarios/damaged-on-arrival", "scenarios/rush-order"}


@pytest.mark.parametrize("piece", ["a", "é", "字", "\ufdfa", "> x\n", "\n", "-", "!", "on ", "a b ", "Where is it? "])
def test_a_megabyte_is_read_in_a_moment(piece: str) -> None:
    begun = time.perf_counter()
    assert len(triage(MODEL, piece * (1_000_000 // len(piece))).ranking) > 20
    assert time.perf_counter() - begun < 2  # seconds; it takes a hundredth


@given(st.text(max_size=400) | st.lists(st.sampled_from(sorted(TYPICAL.values())), max_size=4).map(" ".join))
def test_any_message_has_scores_that_add_up_and_fall(message: str) -> None:
    scores = [rank.score for rank in triage(MODEL, message).ranking]
    assert sum(scores) == pytest.approx(1, abs=0.005)  # each is rounded to four digits
    assert all(0 <= later <= earlier <= 1 for earlier, later in pairwise(scores))


@given(st.text(max_size=200))
def test_every_place_is_ranked_once(message: str) -> None:
    ranked = [rank.id for rank in triage(MODEL, message).ranking]
    assert sorted(ranked) == sorted(set(MODEL.places))


@pytest.mark.parametrize(("entry", "message"), TYPICAL.items(), ids=list(TYPICAL))
def test_the_words_that_decided_are_words_of_the_message(entry: str, message: str) -> None:
    why = triage(MODEL, message).ranking[0].why
    assert 1 <= len(why) <= 3, entry
    assert set(why) <= set(MODEL.words(message))


@pytest.mark.parametrize(
    ("word", "root"),
    [
        ("engraving", "engrav"),
        ("engraved", "engrav"),
        ("engraves", "engrav"),
        ("engrave", "engrav"),
        ("stopped", "stop"),
        ("parties", "party"),
        ("annas", "anna"),
        ("glass", "glas"),
        ("ring", "ring"),
        ("is", "is"),
    ],
)
def test_endings_make_no_difference(word: str, root: str) -> None:
    assert stem(word) == root


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Hi, I'd like 2 rings!", ["id", "like", "#", "rings", "!"]),
        ("I’d LIKE it", ["id", "like", "it"]),
        ("10 or 2,000", ["#", "or", "#", "#"]),
        ("字母", ["字", "母"]),
        ("", []),
    ],
)
def test_a_text_falls_into_words(text: str, found: list[str]) -> None:
    assert words(text) == found


def test_a_text_is_looked_at_by_its_words_and_their_neighbours() -> None:
    seen = features(["change", "my", "engraving"])
    assert seen == {"=chang", "=my", "=engrav", "chang_my", "my_engrav", "chang~engrav"}


@pytest.mark.parametrize(("name", "text"), [("nothing", None), ("no JSON", "{"), ("another version", '{"version": 0}')])
def test_a_model_that_does_not_fit_is_refused_with_what_to_do(tmp_path: Path, name: str, text: str | None) -> None:
    if text is not None:
        (tmp_path / "triage.json").write_text(text, encoding="utf-8")
    with pytest.raises(FactsError, match=r"run `make words`$"):
        load_model(str(tmp_path))
    assert name


def test_a_message_is_read_up_to_its_1500th_word() -> None:
    """Whoever pastes a whole correspondence has an answer to how it begins."""
    filler = "xqzv " * 1500
    told = TYPICAL["cancel-order"]
    assert triage(MODEL, filler + told).ranking == triage(MODEL, filler).ranking
    assert triage(MODEL, f"{told} {filler}").ranking == triage(MODEL, told).ranking
    up_to_the_end = "xqzv " * (1500 - len(words(told)))
    assert triage(MODEL, up_to_the_end + told).ranking == triage(MODEL, f"xqzv xqzv {told}").ranking
