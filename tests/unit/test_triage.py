"""What a message is about, with the model of this checkout: as an agent sees the ranking, and as a program reads it."""

from __future__ import annotations

import json
import subprocess
import sys
import time
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import triage_command
from message_features import features, stem, words
from store_facts import FactsError
from triage import load_model, triage

if TYPE_CHECKING:
    from collections.abc import Callable

SCRIPTS = Path(__file__).parent.parent.parent / "scripts"
SCRIPT = str(SCRIPTS / "triage_inquiry.py")
MODEL = load_model()
TYPICAL = {
    "order-status": "Just checking in on my order, could you tell me how far along my ring is?",
    "taking-too-long": "My order was supposed to be here last Friday and it still hasn't arrived. It takes too long.",
    "change-request": "Could you change the engraving on my bracelet from Anna to Hannah?",
    "address-change": "I moved house last week, please send my order to my new address instead.",
    "cancel-order": "I need to cancel my order please, we changed our plans.",
    "damaged-on-arrival": "The frame was cracked when I opened the box, the glass is in pieces.",
    "wrong-personalization": "You engraved the wrong name! It says Micheal and I ordered Michael.",
    "own-typo": "I just noticed I made a typo when I ordered, I wrote Jonh instead of John. My own fault.",
    "rush-order": "Can I pay extra to have it made faster?",
    "needed-by-date": "I need this for my wedding on June 12, will it arrive in time?",
    "return-request": "I'd like to return the wallet, how do I send it back?",
    "refund-status": "You said I'd get my money back two weeks ago. Where is my refund?",
    "thank-you": "Thank you so much, the portrait is beautiful and my mom cried!",
    "stuck-in-transit": "My tracking hasn't moved for six days.",
    "delivered-not-received": "Tracking says delivered but nothing is on my porch.",
    "wants-a-person": "Can I please talk to a real person?",
    "missing-item": "The earrings that belong to the set are not in the box.",
    "proof-approval": "When will I get the preview of my portrait?",
    "wear-and-warranty": "After three months the plating is peeling off.",
    "differs-from-preview": "The portrait looks nothing like the preview I approved, the colors are different.",
}
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


def first(message: str) -> str:
    return triage(MODEL, message).ranking[0].id


@pytest.mark.parametrize(("entry", "message"), TYPICAL.items(), ids=list(TYPICAL))
def test_a_typical_message_is_ranked_right_and_surely(entry: str, message: str) -> None:
    told = triage(MODEL, message)
    assert (told.ranking[0].id, told.unsure, told.concerns) == (f"scenarios/{entry}", False, (f"scenarios/{entry}",))


@pytest.mark.parametrize("dress", DRESSED.values(), ids=DRESSED.keys())
@pytest.mark.parametrize(("entry", "message"), TYPICAL.items(), ids=list(TYPICAL))
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
    assert set(why) <= set(words(message))


@pytest.mark.parametrize(
    ("word", "root"),
    [
        ("engraving", "engrav"),
        ("engraved", "engrav"),
        ("engraves", "engrav"),
        ("engrave", "engrav"),
        ("stopped", "stop"),
        ("parties", "party"),
        ("Anna's".lower(), "anna"),
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
        ("Hi, I'd like 2 rings!", ["i'd", "like", "#", "rings", "!"]),
        ("I’d LIKE it", ["i'd", "like", "it"]),
        ("10 or 2,000", ["#", "or", "#", "#"]),
        ("字母", ["字", "母"]),
        ("", []),
    ],
)
def test_a_text_falls_into_words(text: str, found: list[str]) -> None:
    assert words(text) == found


def test_a_text_is_looked_at_by_words_neighbours_and_letters() -> None:
    seen = features(["change", "my", "engraving"])
    assert {"=chang", "=engrav", "chang_my", "chang~engrav", "ngr", "<my"} <= seen


@pytest.mark.parametrize(("name", "text"), [("nothing", None), ("no JSON", "{"), ("another version", '{"version": 0}')])
def test_a_model_that_does_not_fit_is_refused_with_what_to_do(tmp_path: Path, name: str, text: str | None) -> None:
    if text is not None:
        (tmp_path / "triage.json").write_text(text, encoding="utf-8")
    with pytest.raises(FactsError, match=r"run `make words`$"):
        load_model(str(tmp_path))
    assert name


# The command.

Run = subprocess.CompletedProcess[bytes]


def run(*arguments: str, stdin: bytes = b"", flags: tuple[str, ...] = ()) -> tuple[int, str, str]:
    command = [sys.executable, *flags, SCRIPT, *arguments]
    done: Run = subprocess.run(command, input=stdin, capture_output=True, check=False)
    return done.returncode, done.stdout.decode(), done.stderr.decode()


def printed(capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
    """What the command prints when all is well."""
    assert triage_command.main(list(arguments)) == 0
    out, err = capsys.readouterr()
    assert err == ""
    return out


def ranking(text: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(text)["ranking"]
    return found


def test_a_message_is_ranked_on_lines_that_a_person_reads(capsys: pytest.CaptureFixture[str]) -> None:
    lines = printed(capsys, TYPICAL["cancel-order"]).splitlines()
    assert len(lines) == 5
    assert lines[0].split()[1] == "scenarios/cancel-order"
    assert lines[0].split()[0].endswith("%")


def test_a_message_too_mixed_to_be_sure_of_still_has_its_two_concerns() -> None:
    """That there are two may be just why nobody can be sure of one."""
    never_sure = MODEL._replace(unsure_below=1.1)
    one, other = TYPICAL["damaged-on-arrival"], TYPICAL["rush-order"]
    told = [triage(never_sure, text) for text in (one, other, f"{one} {other}")]
    assert [found.unsure for found in told] == [True] * 3
    assert [found.concerns for found in told] == [(), (), ("scenarios/damaged-on-arrival", "scenarios/rush-order")]


def test_a_second_concern_and_doubt_are_said(capsys: pytest.CaptureFixture[str]) -> None:
    both = printed(capsys, f"{TYPICAL['damaged-on-arrival']} {TYPICAL['rush-order']}")
    assert both.splitlines()[-1].startswith("It is also about: ")
    assert printed(capsys, "asdf qwer").startswith("Unsure: ask, or choose among these.\n")


def test_a_program_reads_json(capsys: pytest.CaptureFixture[str]) -> None:
    data = json.loads(printed(capsys, "--json", TYPICAL["cancel-order"]))
    assert list(data) == ["ranking", "unsure", "concerns"]
    assert (data["unsure"], data["concerns"]) == (False, ["scenarios/cancel-order"])
    assert list(data["ranking"][0]) == ["id", "score", "why"]


@pytest.mark.parametrize(("top", "count"), [("1", 1), ("3", 3), ("1000", len(set(MODEL.places)))])
def test_as_many_places_are_told_as_are_wanted(capsys: pytest.CaptureFixture[str], top: str, count: int) -> None:
    assert len(ranking(printed(capsys, "--json", "--top", top, TYPICAL["cancel-order"]))) == count


def test_a_message_is_read_from_a_pipe() -> None:
    code, out, err = run("-", "--json", stdin=TYPICAL["cancel-order"].encode())
    assert (code, err) == (0, "")
    assert ranking(out)[0]["id"] == "scenarios/cancel-order"


@pytest.mark.parametrize("end", ["", "\n", "\r\n"])
def test_a_file_of_messages_is_answered_line_by_line(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, end: str
) -> None:
    """A message stays one whatever other marks for a new line it holds, and an empty line has its answer too."""
    path = tmp_path / "messages.txt"
    texts = [TYPICAL["cancel-order"], "", "Can I pay extra\u2028to have\x0cit made\x85faster?", TYPICAL["own-typo"]]
    path.write_bytes((end or "\n").join(texts).encode() + end.encode())
    answers = [json.loads(line) for line in printed(capsys, "--lines", str(path), "--top", "1").splitlines()]
    assert [(found["ranking"][0]["id"], found["unsure"]) for found in (answers[0], *answers[2:])] == [
        ("scenarios/cancel-order", False),
        ("scenarios/rush-order", False),
        ("scenarios/own-typo", False),
    ]
    assert answers[1]["unsure"]


def test_lines_are_read_from_a_pipe() -> None:
    code, out, _ = run("--lines", "-", stdin=f"{TYPICAL['own-typo']}\n{TYPICAL['rush-order']}\n".encode())
    assert (code, len(out.splitlines())) == (0, 2)


@pytest.mark.parametrize(
    ("arguments", "problem"),
    [
        ([], 'write one message in quotes, or "-" to read it, or --lines FILE for one message a line'),
        (
            ["message", "--lines", "x"],
            'write one message in quotes, or "-" to read it, or --lines FILE for one message a line',
        ),
        ([""], "the message is empty: write the customer's words"),
        (["  \n"], "the message is empty: write the customer's words"),
        (["-"], "the message is empty: write the customer's words"),
        (["--lines", "nowhere.txt"], "nowhere.txt cannot be read: No such file or directory"),
        (["--lines", "."], ". cannot be read: Is a directory"),
    ],
    ids=str,
)
def test_bad_use_is_one_line_that_says_what_to_write(arguments: list[str], problem: str) -> None:
    assert run(*arguments) == (2, "", f"triage_inquiry: {problem}\n")


@pytest.mark.parametrize(
    ("arguments", "problem"),
    [
        (["--top", "0", "message"], "argument --top: '0' is not a count: write a whole number from 1 up"),
        (["--top", "-1", "message"], "argument --top: "),
        (["--top", "many", "message"], "argument --top: 'many' is not a count: write a whole number from 1 up"),
        (["--top", "²", "message"], "argument --top: '²' is not a count: write a whole number from 1 up"),
        (["message", "--tpo"], "unrecognized arguments: --tpo (did you mean --top?)"),
        (["two", "messages"], "unrecognized arguments: messages"),
        (["--lines"], "argument --lines: expected one argument"),
    ],
    ids=str,
)
def test_an_unknown_or_wrong_option_is_one_line(arguments: list[str], problem: str) -> None:
    code, out, err = run(*arguments)
    assert (code, out, err.count("\n")) == (2, "", 1)
    assert err.startswith(f"triage_inquiry: {problem}")


def test_what_is_no_text_is_refused() -> None:
    assert run("-", stdin=b"\xff\xfe\x00") == (2, "", "triage_inquiry: - is no text in UTF-8: save it as UTF-8\n")


def test_nobody_reading_any_more_is_no_error(tmp_path: Path) -> None:
    path = tmp_path / "messages.txt"
    path.write_text("Where is my order?\n" * 2000, encoding="utf-8")
    command = subprocess.Popen(
        [sys.executable, SCRIPT, "--lines", str(path)], stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )
    assert command.stdout is not None
    assert command.stdout.readline()
    command.stdout.close()
    assert command.communicate()[1] == b""
    assert command.returncode == 141


def test_a_full_disk_is_one_line() -> None:
    with Path("/dev/full").open("w", encoding="utf-8") as full:
        done = subprocess.run([sys.executable, SCRIPT, "Hello"], stdout=full, stderr=subprocess.PIPE, check=False)
    assert (done.returncode, done.stderr.decode().count("\n")) == (2, 1)
    assert done.stderr.startswith(b"triage_inquiry: the answer cannot be written: ")


def test_help_shows_an_example() -> None:
    code, out, err = run("--help")
    assert (code, err) == (0, "")
    assert 'python3 scripts/triage_inquiry.py "' in out


def test_nothing_installed_is_needed() -> None:
    """No environment and no site-packages, on the interpreter that the virtual environment was made of."""
    bare = [getattr(sys, "_base_executable", sys.executable), "-E", "-s", "-S"]
    command = [*bare, SCRIPT, "--json", TYPICAL["cancel-order"]]
    done = subprocess.run(command, capture_output=True, check=False, env={})
    assert (done.returncode, done.stderr) == (0, b"")
    assert ranking(done.stdout.decode())[0]["id"] == "scenarios/cancel-order"


def test_the_triage_reaches_only_for_the_standard_library() -> None:
    code = "import sys; sys.path.insert(0, sys.argv[1]); import triage_command, triage_inquiry; print(*sys.modules)"
    done = subprocess.run(
        [sys.executable, "-I", "-S", "-c", code, str(SCRIPTS)], capture_output=True, check=True, text=True
    )
    own = {path.stem for path in SCRIPTS.glob("*.py")}
    loaded = {name.partition(".")[0] for name in done.stdout.split()}
    assert loaded - own - sys.stdlib_module_names - {"__main__", "_frozen_importlib_external"} == set()
