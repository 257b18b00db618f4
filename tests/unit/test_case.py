"""A case as a person or a form writes it: what is read, and what is refused in one line each."""

from __future__ import annotations

import datetime as dt
import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

import assess_command
from case import Case, CaseError, read_case
from case_example import EXAMPLE
from store_facts import load_store
from tests.unit.case_samples import NOW, SAMPLE, WORDS, ZONE, entry, read, template, with_entries
from tests.unit.facts_samples import store_with, write_facts
from time_zones import in_zone

SCRIPTS = Path(__file__).parent.parent.parent / "scripts"
SCRIPT = str(SCRIPTS / "assess_case.py")
MOMENT = "a day and time like 2026-03-02T10:30, in the store's zone or with its UTC offset"
DAY_OR_MOMENT = f"a day like 2026-03-02, or {MOMENT}"
DAY = "a day like 2026-03-20"
DAYS = "a day like 2026-03-20, or two like 2026-03-18..2026-03-25"
YES_OR_NO, NOTICES, TABLE = "yes or no", "a whole number from 0 to 9", "a table of texts, {name: text}"
CHANGES = "one of personalization, options, address"
STAGES = "one of design, production, quality-check, shipped, unknown"
PRODUCTS = "one of engraved-necklace, pet-portrait, home-sign, leather-wallet, linen-dress"
# A field, a bad value for it as JSON holds it, and what is expected instead.
WRONG: list[tuple[str, Any, str]] = [
    ("message", ["Where is it?"], "words"),
    ("customer", {"first": "Maya"}, "words"),
    ("order", 10.42, "words"),
    ("ordered", "yesterday", DAY_OR_MOMENT),
    ("ordered", "2026-02-30", DAY_OR_MOMENT),
    ("ordered", "03/02/2026", DAY_OR_MOMENT),
    ("ordered", "2026-03-02T25:00", DAY_OR_MOMENT),
    ("ordered", "1999-12-31", DAY_OR_MOMENT),
    ("ordered", "0001-01-01T00:00+14:00", DAY_OR_MOMENT),
    ("product", "engraved-mug", PRODUCTS),
    ("change", "color", CHANGES),
    ("stage", "made", STAGES),
    ("stage", "Design", STAGES),
    ("asked", "2026-03-03", MOMENT),
    ("asked", "9 o'clock", MOMENT),
    ("photos", "perhaps", YES_OR_NO),
    ("photos", 2, YES_OR_NO),
    ("rush", "fast", YES_OR_NO),
    ("needed_by", "Easter", DAY),
    ("needed_by", "2100-01-01", DAY),
    ("region", "mars", "one of us, eu, uk, au, ca"),
    ("delivered", "last week", DAY),
    ("promise", "soon", DAYS),
    ("promise", "2026-03-25..2026-03-18", DAYS),
    ("promise", "2026-03-18..2026-13-18", DAYS),
    ("notices", 10, NOTICES),
    ("notices", "-1", NOTICES),
    ("notices", "two", NOTICES),
    ("notices", "²", NOTICES),
    ("channel", "letter", "one of email, sms, chat"),
    ("decided", ["photos"], TABLE),
    ("decided", {"photos": True}, TABLE),
    ("slots", "delay.reason", TABLE),
    ("slots", {"delay.reason": 3}, TABLE),
]
# A field, a value, and the problem in full, where it is not simply another value that is expected.
DISAGREEING: list[tuple[str, Any, str]] = [
    ("decided", {"photo": "received"}, "decided.photo: unknown, did you mean photos?"),
    ("decided", {"zzz": "x"}, "decided.zzz: unknown, expected one of window, reason, photos, rush, region, error"),
    ("decided", {"photos": "no"}, 'decided.photos = "no": expected one of not-yet, received'),
    ("decided", {"photos": "Received"}, 'decided.photos = "Received": expected one of not-yet, received'),
    ("slots", {"delay.raeson": "x"}, "slots.delay.raeson: unknown, did you mean delay.reason?"),
    ("slots", {"": "x"}, f"slots.: unknown, expected one of {', '.join(WORDS.slots)}"),
    ("custmer", "Maya", 'custmer: unknown key, did you mean "customer"?'),
    ("zzz", 1, f"zzz: unknown key, expected one of: {', '.join(Case._fields)}"),
]
# A field, what may stand for it, and what is understood.
ALIKE: list[tuple[str, list[Any], Any]] = [
    ("photos", [True, "yes", "Yes", "y", "true", 1, "1"], True),
    ("photos", [False, "no", "No", "n", "false", 0, "0"], False),
    ("photos", [None, "", " "], None),
    ("rush", [True, " yes "], True),
    ("notices", [2, "2", " 2 "], 2),
    ("notices", [None, "", " ", 0, "0"], 0),
    ("order", ["1042", 1042, " 1042 "], "1042"),
    ("customization", [True, "yes"], "yes"),
    ("ordered", ["2026-03-02", "20260302"], dt.date(2026, 3, 2)),
    ("ordered", ["2026-03-02T10:30", "2026-03-02 10:30", "2026-03-02T10:30:00"], dt.datetime(2026, 3, 2, 10, 30)),  # noqa: DTZ001 - in the store's zone
    (
        "ordered",
        ["2026-03-02T10:30+01:00", "2026-03-02 10:30:00 +0100"],
        dt.datetime(2026, 3, 2, 10, 30, tzinfo=dt.timezone(dt.timedelta(hours=1))),
    ),
    ("needed_by", ["2026-03-27", "2026-03-27T18:00", " 2026-03-27 "], dt.date(2026, 3, 27)),
    ("needed_by", [None, "", " "], None),
    (
        "promise",
        ["2026-03-18..2026-03-25", "2026-03-18 .. 2026-03-25"],
        (dt.date(2026, 3, 18), dt.date(2026, 3, 25)),
    ),
    ("promise", ["2026-03-18", "2026-03-18..2026-03-18"], (dt.date(2026, 3, 18), dt.date(2026, 3, 18))),
    ("stage", ["design", " design "], "design"),
    ("stage", [None, "", " "], ""),
    ("product", ["engraved-necklace", "engraved necklace", "Engraved Necklace"], "engraved-necklace"),
    ("customization", ["Luna,\nforever", "Luna,  forever\u200b"], "Luna, forever"),
    ("slots", [None, {}, {"delay.reason": " "}], {}),
]
ORDERED = "2026-03-02T18:30"
# Facts that cannot all be true on Wednesday, March 4, at ten in New York, and what is said of them.
IMPOSSIBLE: list[tuple[dict[str, str], str]] = [
    ({"ordered": "2026-03-05"}, 'ordered = "2026-03-05": expected a day that is not after today, 2026-03-04'),
    ({"asked": "2026-03-05T09:00"}, 'asked = "2026-03-05": expected a day that is not after today, 2026-03-04'),
    ({"delivered": "2026-03-05"}, 'delivered = "2026-03-05": expected a day that is not after today, 2026-03-04'),
    (
        {"ordered": ORDERED, "asked": "2026-03-01T09:00"},
        'asked = "2026-03-01": expected a day that is not before the order, 2026-03-02',
    ),
    (
        {"ordered": ORDERED, "delivered": "2026-03-01"},
        'delivered = "2026-03-01": expected a day that is not before the order, 2026-03-02',
    ),
    (
        {"ordered": ORDERED, "needed_by": "2026-03-01"},
        'needed_by = "2026-03-01": expected a day that is not before the order, 2026-03-02',
    ),
    (
        {"ordered": ORDERED, "promise": "2026-02-20..2026-03-01"},
        'promise = "2026-03-01": expected days that are not before the order, 2026-03-02',
    ),
    # Within one day.
    (
        {"ordered": ORDERED, "asked": "2026-03-02T18:29"},
        'asked = "2026-03-02 18:29": expected a moment that is not before the order, 2026-03-02 18:30',
    ),
    (
        {"ordered": ORDERED, "asked": "2026-03-02T15:29:00-08:00"},
        'asked = "2026-03-02 18:29": expected a moment that is not before the order, 2026-03-02 18:30',
    ),
    (
        {"ordered": "2026-03-04T10:01"},
        'ordered = "2026-03-04 10:01": expected a moment that is not after now, 2026-03-04 10:00',
    ),
    (
        {"asked": "2026-03-04T16:00:00+00:00"},
        'asked = "2026-03-04 11:00": expected a moment that is not after now, 2026-03-04 10:00',
    ),
]


def refusal(**facts: Any) -> str:
    with pytest.raises(CaseError) as refused:
        read(**facts)
    return str(refused.value)


@pytest.mark.parametrize(("field", "bad", "expected"), WRONG, ids=[f"{field}={bad}" for field, bad, _ in WRONG])
def test_a_bad_value_is_refused_with_what_to_write(field: str, bad: Any, expected: str) -> None:
    told = refusal(**{field: bad})
    assert told.startswith(f"case: {field} = ")
    assert told.endswith(f": expected {expected}")
    assert "\n" not in told


@pytest.mark.parametrize(("field", "bad", "problem"), DISAGREEING, ids=[problem for _, _, problem in DISAGREEING])
def test_a_name_that_nobody_knows_is_refused_with_the_one_that_was_meant(field: str, bad: Any, problem: str) -> None:
    assert refusal(**{field: bad}) == f"case: {problem}"


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("two\nlines", "two\\nlines"),
        ("two\rlines", "two\\rlines"),
        ("two\u2028lines", "two\\u2028lines"),
        ("\x1b[31mred", "\\x1b[31mred"),  # what would color a terminal
        ("\ud800", "\\ud800"),
        ("Zoë 🎉", "Zoë 🎉"),
        ("x" * 10_000, "x" * 56 + "…"),
    ],
)
def test_a_bad_value_is_shown_as_it_was_written_and_on_one_line(written: str, shown: str) -> None:
    assert refusal(stage=written) == f'case: stage = "{shown}": expected {STAGES}'


def test_all_that_is_wrong_is_said_at_once() -> None:
    wrong = {field: bad for field, bad, _ in WRONG if field not in ("product", "region")}
    lines = refusal(**wrong, zzz=1).splitlines()
    assert sorted(line.split()[1].rstrip(":") for line in lines) == sorted([*wrong, "zzz"])


def test_all_that_disagrees_is_said_at_once() -> None:
    lines = refusal(product="mug", decided={"photo": "x"}, slots={"x.y": "z"}, delivered="2026-03-05").splitlines()
    assert [line.split()[1].rstrip(":") for line in lines] == ["product", "decided.photo", "slots.x.y", "delivered"]


@pytest.mark.parametrize(("field", "written", "expected"), ALIKE, ids=[f"{field}={value}" for field, _, value in ALIKE])
def test_what_means_the_same_is_read_the_same(field: str, written: list[Any], expected: Any) -> None:
    assert [getattr(read(**{field: value}), field) for value in written] == [expected] * len(written)


def test_no_fact_of_a_case_is_lost() -> None:
    facts = {
        "message": "Please change it.\n\nMaya",
        "concern": "scenarios/change-request",
        "customer": "Maya",
        "agent": "Jo",
        "order": "#1042",
        "ordered": ORDERED,
        "product": "engraved-necklace",
        "customization": "Luna, always",
        "change": "personalization",
        "change_to": "Luna, forever",
        "stage": "design",
        "asked": "2026-03-03T09:10",
        "photos": "no",
        "needed_by": "2026-03-27",
        "rush": "no",
        "region": "us",
        "delivered": "2026-03-04",
        "promise": "2026-03-18..2026-03-25",
        "approved": "Luna, always",
        "made": "Luna, always",
        "notices": 1,
        "tracking": "1Z 999",
        "carrier": "UPS",
        "channel": "sms",
        "decided": {"photos": "received"},
        "slots": {"delay.reason": "the kiln is cold"},
    }
    assert set(facts) == set(Case._fields)
    words = with_entries(entry("scenarios/change-request", template("only", "Only", {})))
    case = read_case(facts, SAMPLE, words, in_zone(dt.datetime.fromisoformat(NOW), ZONE))
    moments = {"ordered": dt.datetime.fromisoformat(ORDERED), "asked": dt.datetime(2026, 3, 3, 9, 10)}  # noqa: DTZ001 - in the store's zone
    days = {"needed_by": dt.date(2026, 3, 27), "delivered": dt.date(2026, 3, 4)}
    promise = (dt.date(2026, 3, 18), dt.date(2026, 3, 25))
    assert vars(case) == {**facts, **moments, **days, "promise": promise, "photos": False, "rush": False}


@pytest.mark.parametrize("empty", [None, "", " \n", {}, []], ids=repr)
def test_a_fact_that_is_empty_is_not_known(empty: Any) -> None:
    assert vars(read(**dict.fromkeys(set(Case._fields) - {"message"}, empty))) == vars(read())


@pytest.mark.parametrize(
    "said", [{}, {"message": None}, {"message": ""}, {"message": " \n"}, {"message": " ", "concern": " "}], ids=str
)
def test_without_words_or_a_concern_there_is_nothing_to_answer(said: dict[str, Any]) -> None:
    problem = "case: message: missing, expected the customer's words, or a concern such as change-request"
    with pytest.raises(CaseError) as refused:
        read_case(said, SAMPLE, WORDS, dt.datetime(2026, 3, 4, tzinfo=dt.UTC))
    assert str(refused.value) == problem


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("scenarios/change-request", "scenarios/change-request"),
        ("change-request", "scenarios/change-request"),
        ("references/faq", "references/faq"),
        ("faq", "references/faq"),
        ("shipped", "stages/shipped"),  # the stage comes before the milestone of that name
    ],
)
def test_a_concern_may_be_named_by_its_last_part(written: str, expected: str) -> None:
    names = ("stages/shipped", "scenarios/change-request", "milestones/shipped")
    words = with_entries(*(entry(name, template("only", "Only", {})) for name in names))
    now = dt.datetime(2026, 3, 4, tzinfo=dt.UTC)
    assert read_case({"concern": written}, SAMPLE, words, now).concern == expected
    with pytest.raises(
        CaseError, match=r'^case: concern = "chnage-request": unknown, did you mean scenarios/change-req'
    ):
        read_case({"concern": "chnage-request"}, SAMPLE, words, now)


def test_a_region_that_the_store_does_not_serve_is_refused(tmp_path: Path) -> None:
    store = store_with(tmp_path, {"place.regions": '["us", "ca"]'})
    with pytest.raises(CaseError, match=r'^case: region = "eu": expected one of us, ca$'):
        read(store, region="eu")


def test_a_value_that_this_store_cannot_meet_is_not_decided(tmp_path: Path) -> None:
    store = store_with(tmp_path, {"rush.offered": "false"})
    with pytest.raises(CaseError, match=r'^case: decided\.rush = "offered": expected one of not-offered$'):
        read(store, decided={"rush": "offered"})


@pytest.mark.parametrize(("facts", "problem"), IMPOSSIBLE, ids=[str(facts) for facts, _ in IMPOSSIBLE])
def test_moments_that_cannot_follow_each_other_are_named(facts: dict[str, str], problem: str) -> None:
    assert refusal(**facts) == f"case: {problem}"


@pytest.mark.parametrize(
    "facts",
    [
        {"ordered": "2026-03-04T10:00", "asked": "2026-03-04T10:00"},
        {"ordered": ORDERED, "asked": "2026-03-02T15:30:00-08:00"},
        {"ordered": "2026-03-04", "asked": "2026-03-04T00:00", "delivered": "2026-03-04", "needed_by": "2026-03-04"},
        {"ordered": "2026-03-04T23:59:59+09:00"},  # five to ten in New York
        {"needed_by": "2026-03-01"},  # the day may have passed
        {"promise": "2026-02-20..2026-03-01"},
        {"delivered": "2026-03-01", "asked": "2026-02-20T09:00"},  # they asked before it came
    ],
    ids=str,
)
def test_moments_that_may_be_true_are_not_doubted(facts: dict[str, str]) -> None:
    assert read(**facts)


@pytest.mark.parametrize("zone", ["Asia/Tokyo", "America/Los_Angeles", "UTC"])
def test_a_moment_of_answering_without_an_offset_is_the_stores_on_every_machine(
    zone: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TZ", zone)
    now = dt.datetime(2026, 3, 4, 0, 30)  # noqa: DTZ001 - that is the point
    assert read_case({"message": "…", "ordered": "2026-03-04"}, SAMPLE, WORDS, now).ordered == dt.date(2026, 3, 4)
    with pytest.raises(CaseError, match=r"not after today, 2026-03-04$"):
        read_case({"message": "…", "ordered": "2026-03-05"}, SAMPLE, WORDS, now)


def test_what_is_no_table_is_refused() -> None:
    with pytest.raises(CaseError, match=r'^case: = "Where is it\?": expected a table$'):
        read_case("Where is it?", SAMPLE, WORDS, dt.datetime(2026, 3, 4, tzinfo=dt.UTC))


def test_a_case_is_read_only() -> None:
    with pytest.raises(AttributeError, match="read only"):
        read().stage = "shipped"


# The command.


def run(*arguments: str, stdin: str | bytes = b"", **environment: str) -> tuple[int, str, str]:
    given = stdin.encode() if isinstance(stdin, str) else stdin
    command = [sys.executable, SCRIPT, *arguments]
    done = subprocess.run(command, input=given, capture_output=True, check=False, env={**os.environ, **environment})
    return done.returncode, done.stdout.decode(), done.stderr.decode()


@pytest.fixture
def sample_store(monkeypatch: pytest.MonkeyPatch) -> None:
    """The command has the sample facts instead of the store's own."""
    monkeypatch.setattr(assess_command, "load_store", lambda: SAMPLE)


def printed(capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
    """What the command prints when all is well."""
    assert assess_command.main(list(arguments)) == 0
    out, err = capsys.readouterr()
    assert err == ""
    return out


def case_file(folder: Path, **facts: Any) -> str:
    path = folder / "case.json"
    path.write_text(json.dumps({"message": "Where is my order?", **facts}), encoding="utf-8")
    return str(path)


@pytest.mark.usefixtures("sample_store")
def test_the_example_runs_as_it_is(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "case.json"
    path.write_text(printed(capsys, "--example"), encoding="utf-8")
    told = json.loads(printed(capsys, str(path), "--json"))
    assert (told["concern"]["id"], told["reply"]["id"]) == (
        "scenarios/change-request",
        "scenarios/change-request/window-open",
    )
    assert told["slots"]["change.requested"] == "“Luna, forever”"


def test_the_example_runs_for_a_store_with_other_facts(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    changes: dict[str, str | None] = {
        "place.regions": '["eu"]',
        "place.time_zone": '"America/Los_Angeles"',
        "rush.offered": "false",
    }
    facts = write_facts(tmp_path, changes)
    text = facts.read_text(encoding="utf-8").replace("[products.engraved-necklace]", "[products.mug]")
    facts.write_text(text, encoding="utf-8")
    monkeypatch.setattr(assess_command, "load_store", lambda: load_store(facts))
    path = tmp_path / "case.json"
    path.write_text(printed(capsys, "--example"), encoding="utf-8")
    assert json.loads(printed(capsys, str(path), "--json"))["reply"]["id"].endswith("/window-open")


def test_the_example_has_a_note_for_every_fact() -> None:
    given = {name for name in json.loads(EXAMPLE) if not name.startswith("//")}
    assert given | {"now", "concern", "channel"} == {*Case._fields, "now", "concern", "channel"}


@pytest.mark.usefixtures("sample_store")
def test_an_answer_for_a_terminal_begins_with_the_reply(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = case_file(tmp_path, concern="change-request", ordered="2026-03-02", stage="production", customer="Maya")
    told = printed(capsys, path)
    assert told.startswith("REPLY")
    assert "  | Hi Maya," in told
    assert [line for line in told.splitlines() if line[:2] in ("1.", "6.")] == ["1. SITUATION ASSESSMENT", "6. METRICS"]
    assert max(map(len, told.splitlines())) <= 100


@pytest.mark.usefixtures("sample_store")
def test_an_answer_for_a_document_is_markdown(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    told = printed(capsys, case_file(tmp_path, concern="change-request", customer="Maya"), "--markdown")
    assert told.startswith("# ")
    assert "\n## 6. Metrics\n" in told


@pytest.mark.usefixtures("sample_store")
def test_an_answer_for_a_program_is_json(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    told = json.loads(printed(capsys, case_file(tmp_path, concern="change-request"), "--json"))
    assert [section["id"] for section in told["sections"]] == [
        "situation",
        "status",
        "modification",
        "quality",
        "plan",
        "metrics",
    ]


@pytest.mark.usefixtures("sample_store")
@pytest.mark.parametrize(("arguments", "is_sms"), [((), False), (("--channel", "sms"), True)])
def test_the_reply_is_shown_for_the_channel_that_is_asked_for(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], arguments: tuple[str, ...], is_sms: bool
) -> None:
    path = case_file(tmp_path, concern="change-request", ordered="2026-03-02", stage="production", customer="Maya")
    assert ("  | Hearth & Initial: " in printed(capsys, path, *arguments)) == is_sms
    asked = case_file(tmp_path, concern="change-request", stage="production", customer="Maya", channel="sms")
    assert "  | Hearth & Initial: " in printed(capsys, asked)


@pytest.mark.usefixtures("sample_store")
def test_a_case_may_be_assessed_as_of_another_moment(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    told = {}
    for now in ("2026-03-03T09:00:00-05:00", "2026-03-03T11:00", "2026-03-20"):
        path = case_file(tmp_path, concern="change-request", ordered="2026-03-02T10:30", stage="design", now=now)
        told[now] = json.loads(printed(capsys, path, "--json"))["verdicts"][0]["value"]
    assert list(told.values()) == ["closing-soon", "closed-by-time", "closed-by-time"]


def test_a_case_is_read_from_a_pipe() -> None:
    code, out, err = run("-", "--json", stdin='{"message": "Where is my order?"}')
    assert (code, err) == (0, "")
    assert json.loads(out)["concern"]["id"] == "scenarios/order-status"


def test_a_byte_order_mark_is_no_letter() -> None:
    assert run("-", stdin='\ufeff{"message": "Where is my order?"}')[0] == 0


@pytest.mark.parametrize(
    ("stdin", "problem"),
    [
        ("", "-: line 1: no JSON: Expecting value; see --example"),
        ("{", "-: line 1: no JSON: Expecting property name enclosed in double quotes; see --example"),
        ('{\n"message": "x",\n}', "-: line 2: no JSON: Illegal trailing comma before end of object; see --example"),
        ("[]", '-: expected an object like {"message": "…"}; see --example'),
        ('"Where is it?"', '-: expected an object like {"message": "…"}; see --example'),
        ("null", '-: expected an object like {"message": "…"}; see --example'),
        ('{"message": "x", "stage": "design", "stage": "shipped"}', "stage: stands twice; keep one"),
        (
            '{"message": "x", "slots": {"order.number": "1", "order.number": "2"}}',
            "order.number: stands twice; keep one",
        ),
        ('{"message": "x", "stage": "made"}', f'-: stage = "made": expected {STAGES}'),
        ("[" * 100_000, "-: nested too deeply; see --example"),
        ('{"message": "x", "now": "soon"}', "now = 'soon': expected a day and time like 2026-03-02T10:30:00-05:00"),
        ('{"message": "x", "now": 5}', "now = 5: expected a day and time like 2026-03-02T10:30:00-05:00"),
        (
            '{"message": "x", "now": "0001-01-01T00:00:00+00:00"}',
            "now = '0001-01-01T00:00:00+00:00': expected a day and time like 2026-03-02T10:30:00-05:00",
        ),
        (
            '{"message": "x", "now": "9999-12-31T23:59:59-05:00"}',
            "now = '9999-12-31T23:59:59-05:00': expected a day and time like 2026-03-02T10:30:00-05:00",
        ),
    ],
    ids=lambda text: text[:60],
)
def test_what_is_no_case_is_one_line_without_a_traceback(stdin: str, problem: str) -> None:
    assert run("-", stdin=stdin) == (2, "", f"assess_case: {problem}\n")


def test_every_problem_has_a_line_with_the_name_of_the_file(tmp_path: Path) -> None:
    path = case_file(tmp_path, stage="made", notices="many")
    code, out, err = run(path)
    assert (code, out) == (2, "")
    assert err.splitlines() == [
        f'assess_case: {path}: stage = "made": expected {STAGES}',
        f'assess_case: {path}: notices = "many": expected {NOTICES}',
    ]


@pytest.mark.parametrize(
    ("arguments", "problem"),
    [
        ([], 'no case: write the path of a JSON file, "-" to read it, or --example for one to start from'),
        (["nowhere.json"], "nowhere.json cannot be read: No such file or directory"),
        (["."], ". cannot be read: Is a directory"),
    ],
    ids=str,
)
def test_without_a_case_the_command_says_what_to_write(arguments: list[str], problem: str) -> None:
    assert run(*arguments) == (2, "", f"assess_case: {problem}\n")


@pytest.mark.parametrize(
    "arguments", [["-", "--channel", "letter"], ["-", "--json", "--markdown"], ["-", "--jsn"], ["-", "-", "-"]], ids=str
)
def test_a_wrong_option_is_one_line(arguments: list[str]) -> None:
    code, out, err = run(*arguments, stdin='{"message": "x"}')
    assert (code, out, err.count("\n")) == (2, "", 1)
    assert err.startswith("assess_case: ")


def test_bytes_that_are_no_text_are_refused() -> None:
    assert run("-", stdin=b"\xff\xfe{}") == (2, "", "assess_case: - is no text in UTF-8: save it as UTF-8\n")


def test_letters_that_no_file_can_hold_do_not_break_an_answer() -> None:
    """Half of a surrogate pair, which JSON can write and UTF-8 cannot."""
    code, out, err = run(
        "-", "--json", stdin='{"message": "Where is my order? \\ud800", "slots": {"order.number": "\\ud800"}}'
    )
    assert (code, err) == (0, "")
    assert json.loads(out)["concern"]["id"] == "scenarios/order-status"


def test_the_machines_own_zone_changes_nothing() -> None:
    text = '{"message": "x", "now": "2026-03-04T00:30", "ordered": "2026-03-04", "concern": "change-request"}'
    answers = {run("-", "--json", stdin=text, TZ=zone) for zone in ("Asia/Tokyo", "America/Los_Angeles", "UTC")}
    assert len(answers) == 1
    assert next(iter(answers))[0] == 0


def test_nothing_installed_is_needed() -> None:
    """No environment and no site-packages, on the interpreter that the virtual environment was made of."""
    bare = [getattr(sys, "_base_executable", sys.executable), "-E", "-s", "-S"]
    given = b'{"message": "Where is my order?"}'
    done = subprocess.run([*bare, SCRIPT, "-", "--json"], input=given, capture_output=True, check=False, env={})
    assert (done.returncode, done.stderr) == (0, b"")
    assert json.loads(done.stdout)["concern"]["id"] == "scenarios/order-status"


def test_the_desk_reaches_only_for_the_standard_library() -> None:
    code = "import sys; sys.path.insert(0, sys.argv[1]); import assess_case, desk_form; print(*sys.modules)"
    done = subprocess.run(
        [sys.executable, "-I", "-S", "-c", code, str(SCRIPTS)], capture_output=True, check=True, text=True
    )
    own = {path.stem for path in SCRIPTS.glob("*.py")}
    loaded = {name.partition(".")[0] for name in done.stdout.split()}
    assert loaded - own - sys.stdlib_module_names - {"__main__", "_frozen_importlib_external"} == set()
