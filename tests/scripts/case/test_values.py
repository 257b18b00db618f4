"""The values of a case: what is understood, and what is refused, in one line each that says what to write."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from case.case import Case, read_case
from dates.time_zones import in_zone
from tests.scripts.case_samples import (
    NOTICES,
    NOW,
    ORDERED,
    SAMPLE,
    STAGES,
    WORDS,
    ZONE,
    entry,
    read,
    refusal,
    template,
    with_entries,
)

MOMENT = "a day and time like 2026-03-02T10:30, in the store's zone or with its UTC offset"
DAY_OR_MOMENT = f"a day like 2026-03-02, or {MOMENT}"
DAY = "a day like 2026-03-20"
DAYS = "a day like 2026-03-20, or two like 2026-03-18..2026-03-25"
YES_OR_NO, TABLE = "yes or no", "a table of texts, {name: text}"
CHANGES = "one of personalization, options, address"
PRODUCTS = "one of engraved-necklace, pet-portrait, home-sign, leather-wallet, linen-dress"
# A field, a bad value for it as JSON holds it, and what is expected instead.
WRONG: list[tuple[str, Any, str]] = [
    ("message", ["Where is it?"], "words"),
    ("customer", {"first": "Maya"}, "words"),
    ("order", 10.42, "words"),
    ("order_date", "yesterday", DAY_OR_MOMENT),
    ("order_date", "2026-02-30", DAY_OR_MOMENT),
    ("order_date", "03/02/2026", DAY_OR_MOMENT),
    ("order_date", "2026-03-02T25:00", DAY_OR_MOMENT),
    ("order_date", "1999-12-31", DAY_OR_MOMENT),
    ("order_date", "0001-01-01T00:00+14:00", DAY_OR_MOMENT),
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
    (
        "decided",
        {"zzz": "x"},
        "decided.zzz: unknown, expected one of window, reason, photos, rush, return, region, error",
    ),
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
    ("notices", [None, "", " "], None),
    ("notices", [0, "0", " 0"], 0),
    ("order", ["1042", 1042, " 1042 "], "1042"),
    ("customization", [True, "yes"], "yes"),
    ("order_date", ["2026-03-02", "20260302"], dt.date(2026, 3, 2)),
    ("order_date", ["2026-03-02T10:30", "2026-03-02 10:30", "2026-03-02T10:30:00"], dt.datetime(2026, 3, 2, 10, 30)),  # noqa: DTZ001 - in the store's zone
    (
        "order_date",
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
        "order_date": ORDERED,
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
        "last_parcel": "2026-03-03",
        "told": "no",
        "promise": "2026-03-18..2026-03-25",
        "approved": "Luna, always",
        "made": "Luna, always",
        "notices": 1,
        "tracking": "1Z 999",
        "carrier": "UPS",
        "channel": "sms",
        "decided": {"photos": "received"},
        "slots": {"delay.reason": "the kiln is cold"},
        "dropped": ["made"],
    }
    assert set(facts) == set(Case._fields)
    words = with_entries(entry("scenarios/change-request", template("only", "Only", {})))
    case = read_case(facts, SAMPLE, words, in_zone(dt.datetime.fromisoformat(NOW), ZONE))
    moments = {"order_date": dt.datetime.fromisoformat(ORDERED), "asked": dt.datetime(2026, 3, 3, 9, 10)}  # noqa: DTZ001 - in the store's zone
    days = {
        "needed_by": dt.date(2026, 3, 27),
        "delivered": dt.date(2026, 3, 4),
        "last_parcel": dt.date(2026, 3, 3),
    }
    answers = {"photos": False, "rush": False, "told": False}
    promise = (dt.date(2026, 3, 18), dt.date(2026, 3, 25))
    assert vars(case) == {**facts, **moments, **days, "promise": promise, "dropped": ("made",), **answers}
