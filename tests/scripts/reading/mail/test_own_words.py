"""Only what the customer wrote is read: no quoted history, no signature, no head of a forwarded mail."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reading.mail import own_words, sentences
from reading.mail.plain import LONGEST

ASKED = "Where is my ring?"
HISTORY = "Your order has shipped.\nThe glass is broken and I want my money back."
HEADS = [
    "On Tue, 3 Mar 2026 at 10:30, Hearth & Initial <care@hearthandinitial.example> wrote:",
    "On Mar 3, 2026, at 10:30 AM, Jo wrote:",
    "-----Original Message-----",
    "-------- Original Message --------",
    "---------- Forwarded message ---------",
    "-----Ursprüngliche Nachricht-----",
    "________________________________",
    "From: Jo <care@hearthandinitial.example>",
    "from: care@hearthandinitial.example",
    "Le mar. 3 mars 2026 à 10:30, Jo <care@hearthandinitial.example> a écrit :",
    "Am Di., 3. März 2026 um 10:30 Uhr schrieb Jo <care@hearthandinitial.example>:",
    "El mar, 3 mar 2026 a las 10:30, Jo (<care@hearthandinitial.example>) escribió:",
    "Please type your reply above this line",
    "   On Tue, 3 Mar 2026 at 10:30, Jo wrote:  ",
]
SIGNATURES = [
    "--",
    "-- ",
    "__",
    "Sent from my iPhone",
    "Sent from Yahoo Mail on Android",
    "Sent from Outlook for iOS",
    "Get Outlook for iOS",
    "Von meinem iPhone gesendet",
    "Envoyé de mon iPhone",
    "This email and any attachments are confidential.",
    "This e-mail and any attachments are meant for you alone.",
]
# Words of their own that look a little like a head or a signature.
OWN = [
    "On Monday I wrote to you: nobody answered.",
    "From the photo you can see that the clasp is bent.",
    "From: my heart, thank you!",
    "I wrote Luna -- and you engraved Lena.",
    "Ring size 7 -- not 8",
    "Sent from the shop on Monday, it says, and nothing came.",
    "5 > 3, so I would like the larger one.",
    "Original message: Luna forever",
    "On the order form I wrote:\nLuna, forever",
    "I am on vacation and wrote:\nplease wait.",
]


@pytest.mark.parametrize("head", HEADS)
def test_what_follows_the_head_of_a_quote_is_not_read(head: str) -> None:
    assert own_words(f"{ASKED}\n\n{head}\n{HISTORY}") == ASKED


@pytest.mark.parametrize("mark", SIGNATURES)
def test_what_follows_the_mark_of_a_signature_is_not_read(mark: str) -> None:
    assert own_words(f"{ASKED}\n\n{mark}\nMaya Sample, Sample & Daughters, 1 Sample Street") == ASKED


@pytest.mark.parametrize(
    "message",
    [
        f"> {HISTORY}\n{ASKED}",
        f"{ASKED}\n> Your order has shipped.\n>> The glass is broken.\n  > And more.",
        f"> Your order has shipped.\n\n{ASKED}\n\n> The glass is broken.",
    ],
)
def test_lines_that_quote_are_not_read(message: str) -> None:
    assert "shipped" not in own_words(message)
    assert ASKED in own_words(message)


def test_answers_between_quoted_lines_are_all_read() -> None:
    assert own_words("> Which color?\nGold.\n> Which size?\nSeven.") == "Gold.\nSeven."


def test_the_head_of_a_quote_may_take_two_lines() -> None:
    """Mail programs wrap it at about 78 characters."""
    head = "On Tue, 3 Mar 2026 at 10:30, Hearth & Initial, the good workshop\n<care@hearthandinitial.example> wrote:"
    assert own_words(f"{ASKED}\n\n{head}\n\n{HISTORY}") == ASKED


@pytest.mark.parametrize("message", OWN)
def test_words_that_only_look_like_it_are_read(message: str) -> None:
    assert own_words(f"Hello,\n{message}\nMaya") == f"Hello,\n{message}\nMaya"


@pytest.mark.parametrize(
    "message",
    [
        f"> {ASKED}",
        f"---------- Forwarded message ---------\nFrom: Maya <maya@mail.example>\nSubject: ring\n\n{ASKED}",
        f"On Tue, 3 Mar 2026 at 10:30, Maya wrote:\n> {ASKED}",
        f"From: Maya <maya@mail.example>\n\n{ASKED}",
        f"\n\n> {ASKED}\n\n",
    ],
)
def test_where_nothing_else_is_left_the_mail_inside_is_read(message: str) -> None:
    assert own_words(message) == ASKED


@pytest.mark.parametrize(
    "message", ["________________________________", "On Tue, 3 Mar 2026, Jo <jo@x.example> wrote:", ">"]
)
def test_where_nothing_at_all_is_left_the_text_stays(message: str) -> None:
    assert own_words(message) == message


def test_a_message_that_begins_with_the_mark_of_a_signature_is_read() -> None:
    assert own_words(f"> Your order has shipped.\n--\n{ASKED}") == f"--\n{ASKED}"


@pytest.mark.parametrize("message", ["", " ", "\n\n", "\t"])
def test_nothing_is_nothing(message: str) -> None:
    assert own_words(message) == ""


@pytest.mark.parametrize(
    "message",
    [
        "我的戒指在哪里?\n\n我两周前订的。",
        "أين خاتمي؟",
        "Где моё кольцо?\nЯ ждy две недели.",
        "היכן הטבעת שלי?",
        "指輪はどこですか",
        "Où est ma bague ?",
    ],
)
def test_every_script_is_read(message: str) -> None:
    assert own_words(f"{message}\n\n> Your order has shipped.") == message


@pytest.mark.parametrize(
    ("message", "expected"),
    [
        ("Ｗｈｅｒｅ ｉｓ ｉｔ？", "Where is it?"),  # full width
        ("my ﬁrst ring", "my first ring"),  # a ligature
        ("Zoe\u0308", "Zoë"),
        ("one\r\ntwo\rthree", "one\ntwo\nthree"),
    ],
)
def test_the_same_letters_are_read_the_same(message: str, expected: str) -> None:
    assert own_words(message) == expected


@pytest.mark.parametrize("letter", ["a", "é", "字", "\ufdfa", "\n", "> ", "-", "_", " a", "on "])
def test_twenty_thousand_characters_are_read_at_most(letter: str) -> None:
    """One Arabic letter, U+FDFA, is eighteen once it is spelled out."""
    assert len(own_words(letter * 1_000_000)) <= LONGEST == 20_000


def test_what_stands_within_twenty_thousand_characters_is_read() -> None:
    assert own_words("a" * 19_990 + " Luna" + "b" * 100) == "a" * 19_990 + " Luna" + "b" * 5


@given(st.text(max_size=200))
def test_any_text_has_words_of_its_own(message: str) -> None:
    assert bool(own_words(message)) == bool(own_words(own_words(message)))
    assert bool(message.strip()) or not own_words(message)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("One. Two! Three? Four… Five", ["One.", "Two!", "Three?", "Four…", "Five"]),
        ("One\nTwo\n\n\nThree", ["One", "Two", "Three"]),
        ("It costs 3.50, no?", ["It costs 3.50, no?"]),
        ("", []),
        (" \n ", []),
    ],
)
def test_a_text_falls_into_sentences_and_lines(text: str, expected: list[str]) -> None:
    assert sentences(text) == expected
