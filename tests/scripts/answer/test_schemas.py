"""The two forms that other programs rely on: what a case may hold, and what an answer holds."""

from __future__ import annotations

import copy
import json
from functools import cache
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

import commands.assess as assess_command
from answer.answer import TABLES, as_data
from case.case import Case
from case.example import EXAMPLE
from commands import desk_form
from macros.write import schema as case_schema
from records.problem import Problems
from records.record import read_record
from tests.built import ROOT
from tests.scripts.answer.desk import NOW, STORE, WORDS, ask
from tests.scripts.answer.free_cases import OF_A_MESSAGE
from tests.scripts.answer.meetings import meetings
from tests.scripts.facts_samples import DATA
from tests.tables import for_each

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

pytestmark = pytest.mark.slow

INVALID = DATA / "invalid_cases"
SAMPLES = sorted(INVALID.rglob("*.json"))
ONLY_FILES = ("a-list", "now-in-words")  # a page always sends an object, and its own now
MESSAGE = "Where is my order?"
# What JSON can hold, and what stands near the edges of what a fact may be.
ANYTHING = st.sampled_from(
    [
        *("", " ", "Luna", "unknown", "yes", "no", "email", "us", "options", "7", "10", "-1", "2026-13-01", "20260302"),
        *(
            "2026-03-02",
            "2026-03-02T10:30",
            "2026-03-02 10:30:59.5+01:00",
            "2026-03-02 10:30:00 -0500",
            "2026-03-02T24:00",
        ),
        *("2026-03-02..2026-03-03", "2026-03-02T10:30Z", "2026-03-02T10", "1999-12-31", "2100-01-01"),
        *(True, False, None, 0, 9, 10, -1, 2.5, [], ["Luna"], {}, {"delay.reason": "x"}, {"delay.reason": None}),
    ]
)


def named(path: Path) -> str:
    return f"{path.parent.name}/{path.stem}"


@cache
def described(name: str) -> dict[str, Any]:
    """What `references/NAME.schema.json` holds."""
    held: dict[str, Any] = json.loads((ROOT / "references" / f"{name}.schema.json").read_text(encoding="utf-8"))
    Draft202012Validator.check_schema(held)
    return held


@cache
def schema(name: str) -> Draft202012Validator:
    """The validator of `references/NAME.schema.json`."""
    return Draft202012Validator(described(name))


def problems(name: str, data: object) -> list[str]:
    return [f"{error.json_path}: {error.message}"[:400] for error in schema(name).iter_errors(data)]


def answered(**facts: Any) -> dict[str, Any]:
    """The data of an answer, as a program reads it."""
    found: dict[str, Any] = json.loads(json.dumps(as_data(ask(**facts), WORDS)))
    return found


WHOLE = {
    "concern": "own-typo",
    "message": "Is it late? And the clasp is broken. Please cancel it.",
    "order_date": "2026-03-01",
    "region": "us",
    "needed_by": "2026-03-20",
    "promise": "2026-03-02..2026-03-03",
    "made": "Lune",
    "approved": "Luna",
}


@for_each("entry_id", WORDS.entries)
def test_an_answer_has_the_form_that_is_described(entry_id: str) -> None:
    for told in meetings(entry_id)[::16]:
        assert problems("answer", as_data(told.answer, WORDS)) == [], told


@given(OF_A_MESSAGE)
def test_an_answer_to_any_message_has_that_form_too(facts: dict[str, Any]) -> None:
    assert problems("answer", answered(**facts)) == []


def places(data: object) -> Iterator[dict[str, Any]]:
    """Every object in some data."""
    inside = data.values() if isinstance(data, dict) else data if isinstance(data, list) else ()
    if isinstance(data, dict):
        yield data
    for each in inside:
        yield from places(each)


def test_nothing_can_be_left_out_of_an_answer_or_added_to_it() -> None:
    found = answered(**WHOLE)
    assert problems("answer", found) == []
    assert len(list(places(found))) > 60
    for at, place in enumerate(places(found)):
        for name in (*place, "more"):
            changed = copy.deepcopy(found)
            here = list(places(changed))[at]
            here.pop(name, None) if name != "more" else here.update(more=1)
            if place is not found["slots"] or name == "more":
                assert not schema("answer").is_valid(changed), (place, name)


def test_every_verdict_that_can_be_reached_is_described() -> None:
    verdict = described("answer")["$defs"]["verdict"]
    values = {
        rule["if"]["properties"]["id"]["const"]: set(rule["then"]["properties"]["value"]["enum"])
        for rule in verdict["allOf"]
    }
    assert values == {table.id: {rule.value for rule in table.rules} for table in TABLES}
    assert verdict["properties"]["id"]["enum"] == [table.id for table in TABLES]


@pytest.mark.parametrize("name", ["case", "answer"])
def test_everything_in_a_form_is_described(name: str) -> None:
    objects = [place for place in places(described(name)) if {"properties", "additionalProperties"} <= place.keys()]
    facts = [fact for place in objects for fact in place["properties"].values()]
    assert len(facts) > 20
    assert [fact for fact in facts if not {"description", "$ref"} & fact.keys()] == []
    assert all("description" in known for known in described(name)["$defs"].values())


def test_a_case_is_described_by_the_names_it_is_read_by() -> None:
    assert described("case")["properties"].keys() == {*Case._fields, "now"}


def examples() -> list[tuple[str, Any]]:
    facts = described("case")["properties"]
    return [(name, each) for name, fact in facts.items() for each in fact.get("examples", fact.get("enum"))]


@for_each("name, value", examples, ids=lambda name, value: f"{name} = {value}")
def test_the_examples_of_a_case_can_be_told(name: str, value: Any) -> None:
    told = {"message": MESSAGE, "now": NOW.isoformat(), name: value}
    assert problems("case", told) == []
    assert "refused" not in desk_form.answer_form(STORE, told)


@pytest.mark.parametrize("path", sorted((DATA / "cases").glob("*.json")), ids=lambda path: path.stem)
def test_a_good_case_has_the_form_and_is_answered(path: Path) -> None:
    told = json.loads(path.read_text(encoding="utf-8"))
    assert problems("case", told) == []
    assert problems("answer", desk_form.answer_form(STORE, told)) == []


def test_the_example_of_the_command_is_a_case() -> None:
    assert problems("case", json.loads(EXAMPLE)) == []


@given(st.sampled_from(list(Case._fields)), ANYTHING)
def test_what_the_form_of_a_case_allows_can_be_read(name: str, value: Any) -> None:
    told = {"message": MESSAGE, name: value}
    said = Problems("case")
    read_record(Case, {key: each for key, each in told.items() if each not in (None, "", {}, [])}, (), said)
    assert said == [] or problems("case", told)


@pytest.mark.parametrize("path", SAMPLES, ids=named)
def test_a_bad_case_is_refused_line_by_line(
    path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(assess_command, "load_store", lambda: STORE)
    assert assess_command.main([str(path)]) == 2
    said = capsys.readouterr()
    assert said.out == ""
    lines = [line.removeprefix("assess_case: ").removeprefix(f"{path}: ") for line in said.err.splitlines()]
    assert lines == path.with_suffix(".txt").read_text(encoding="utf-8").splitlines()


@pytest.mark.parametrize("path", SAMPLES, ids=named)
def test_the_form_of_a_case_refuses_a_wrong_shape_and_leaves_sense_to_the_command(path: Path) -> None:
    refused = problems("case", json.loads(path.read_text(encoding="utf-8")))
    assert bool(refused) == (path.parent.name == "shape"), refused


@pytest.mark.parametrize("path", [path for path in SAMPLES if path.stem not in ONLY_FILES], ids=named)
def test_a_form_names_each_field_to_mend(path: Path) -> None:
    told = json.loads(path.read_text(encoding="utf-8"))
    refused = desk_form.answer_form(STORE, {"now": NOW.isoformat(), **told})["refused"]
    lines = [line.partition(": ") for line in path.with_suffix(".txt").read_text(encoding="utf-8").splitlines()]
    assert [each["field"] for each in refused] == [place.partition(" = ")[0] for place, _, _ in lines]
    assert [each["message"].lower() for each in refused] == [message.lower() for _, _, message in lines]


def test_the_form_of_a_case_is_what_its_fields_say() -> None:
    assert (ROOT / "references" / "case.schema.json").read_text(encoding="utf-8") == case_schema.as_text()


def test_a_form_of_a_case_that_is_older_than_its_fields_is_named(tmp_path: Path) -> None:
    path = tmp_path / "references" / "case.schema.json"
    path.parent.mkdir()
    path.write_text(case_schema.as_text().replace("as they sign", "as we write it"), encoding="utf-8")
    (problem,) = case_schema.stale(tmp_path)
    said = "is older than the fields of a case; run `make words`"
    assert str(problem) == f"references/case.schema.json:1: file: {said}"
    path.write_text(case_schema.as_text(), encoding="utf-8")
    assert case_schema.stale(tmp_path) == []
