"""Whatever somebody types or pastes ends as text, in every form of an answer: the strings are in `hostile.json`."""

from __future__ import annotations

import json
from collections import Counter
from functools import cache
from typing import TYPE_CHECKING, Any, NamedTuple

import pytest
from bs4 import BeautifulSoup
from markdown_it import MarkdownIt

import commands.assess as assess_command
from answer.text import as_markdown, as_text
from commands import desk_form
from tests.scripts.answer.desk import NOW, STORE, WORDS, ask, days
from tests.scripts.facts_samples import DATA
from tests.tables import for_each
from words.signs import is_address, one_line

if TYPE_CHECKING:
    from pathlib import Path

    from answer.answer import Answer
    from words.filling import Filled

pytestmark = pytest.mark.slow

MARKDOWN = MarkdownIt("commonmark").enable(["table", "strikethrough"])
TAGS = {"p", "ul", "ol", "li", "strong", "a", "br", "span"}
# Each text of a case, and the facts with which a reply shows it.
TEXTS: dict[str, dict[str, Any]] = {
    "message": {"concern": "change-request"},
    "customer": {"concern": "change-request"},
    "agent": {"concern": "change-request"},
    "order": {"concern": "change-request"},
    "customization": {"concern": "change-request"},
    "change_to": {"concern": "change-request", "decided": {"window": "open"}},
    "approved": {"concern": "proof-approval", "stage": "design"},
    "made": {"concern": "wrong-personalization"},
    "tracking": {"concern": "tracking-question", "decided": {"tracking": "number-resent"}},
    "carrier": {"concern": "tracking-question", "decided": {"tracking": "which-courier"}},
}
DAYS = ("order_date", "asked", "needed_by", "delivered", "promise")
NO_TEXTS = (*DAYS, "change", "stage", "channel", "photos", "rush", "notices")
KNOWN_NAMES = ("concern", "product", "region")
TEMPLATES = [(entry, template) for entry in WORDS.entries.values() for template in entry.templates]
FEW = 30  # each string meets every 25th template, another one each time


class Hostile(NamedTuple):
    name: str
    text: str
    at: int

    def __str__(self) -> str:
        return self.name

    @property
    def shown(self) -> str:
        """What is left of it on a page: one line of visible text."""
        return one_line(self.text)

    @property
    def calm(self) -> str:
        """A harmless text that has to look the same: an address where it is one, nothing where nothing is left."""
        return "https://calm.example" if is_address(self.shown) else "Luna" if self.shown else ""


@pytest.fixture(autouse=True)
def sample_facts(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(assess_command, "load_store", lambda: STORE)


def strings() -> list[Hostile]:
    told = json.loads((DATA / "hostile.json").read_text(encoding="utf-8"))
    return [Hostile(each["name"], each["text"] * each.get("times", 1), at) for at, each in enumerate(told)]


STRINGS = strings()
hostile_strings = for_each("hostile", STRINGS)


@cache
def elements(html: str) -> list[tuple[str, frozenset[str], str]]:
    """The elements of a text in HTML: each with its attributes and its address."""
    found = BeautifulSoup(html, "html.parser").find_all(True)
    return [(tag.name, frozenset(tag.attrs), str(tag.get("href", ""))) for tag in found]


@cache
def parts(markdown: str) -> list[str]:
    """The parts of a text in Markdown, but for its words and where its lines end."""
    tokens = [(token.type, token.tag, token.children or []) for token in MARKDOWN.parse(markdown)]
    inside = [(kind, tag, [each.type for each in inner]) for kind, tag, inner in tokens]
    return [
        f"{kind} {tag} {[each for each in inner if each not in ('text', 'softbreak')]}" for kind, tag, inner in inside
    ]


def messages(found: Answer) -> list[Filled]:
    """All messages of an answer, the one of the status section included."""
    assert found.reply
    return [*found.reply.messages, *(section.message for section in found.sections if section.message)]


def is_plain(text: str) -> bool:
    """Whether all of it can be seen, or joins letters and emoji."""
    return text.translate(dict.fromkeys(map(ord, "\n\u200c\u200d"))).isprintable()


def assert_it_is_only_text(found: Answer, calm: Answer) -> None:
    """Hold every form of an answer to that of a harmless text."""
    for message, same in zip(messages(found), messages(calm), strict=True):
        assert is_plain(message.plain + (message.subject or "") + message.html + message.markdown)
        assert "\n" not in (message.subject or "")
        assert parts(message.markdown) == parts(same.markdown)
        assert [tag[:2] for tag in elements(message.html)] == [tag[:2] for tag in elements(same.html)]
        for name, attributes, address in elements(message.html):
            assert name in TAGS
            assert attributes <= {"a": {"href"}, "span": {"data-filled", "data-blank"}}.get(name, set())
            assert not address or address.startswith(("https://", "http://"))


@hostile_strings
def test_a_text_of_a_case_ends_as_text(hostile: Hostile) -> None:
    for name, facts in TEXTS.items():
        told = {"stage": "production", "product": "engraved-necklace", **facts}
        assert_it_is_only_text(ask(**told, **{name: hostile.text}), _calm(name, hostile.calm))


@cache
def _calm(name: str, text: str) -> Answer:
    return ask(**{"stage": "production", "product": "engraved-necklace", **TEXTS[name]}, **{name: text})


@hostile_strings
def test_a_blank_that_a_person_fills_ends_as_text(hostile: Hostile) -> None:
    for entry, template in TEMPLATES[hostile.at % FEW :: FEW]:
        told = {"concern": entry.id, "decided": {name: values[0] for name, values in template.when.items()}}
        found = ask(**told, slots=dict.fromkeys(WORDS.slots, hostile.text))
        calm = ask(**told, slots=dict.fromkeys(WORDS.slots, hostile.calm))
        assert_it_is_only_text(found, calm)
        filled = [BeautifulSoup(message.html, "html.parser").select("[data-filled]") for message in messages(found)]
        assert not hostile.shown or {tag.get_text() for tags in filled for tag in tags} == {hostile.shown}


@hostile_strings
def test_a_whole_answer_has_no_part_that_a_text_brought(hostile: Hostile) -> None:
    told = {"concern": "wrong-personalization", "order_date": days(-3), "stage": "design", "region": "us"}
    texts = [name for name in TEXTS if name not in ("message", "customization")]
    found, calm = (
        ask(**told, customization="Luna", **dict.fromkeys(texts, text)) for text in (hostile.text, hostile.calm)
    )
    assert is_plain(as_text(found, WORDS))
    document = as_markdown(found, WORDS)
    assert is_plain(document)
    assert Counter(parts(document)) == Counter(parts(as_markdown(calm, WORDS)))


@hostile_strings
def test_every_text_at_once_can_be_printed_and_read_back(
    hostile: Hostile, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    told = {**dict.fromkeys(TEXTS, hostile.text), "concern": "change-request", "now": NOW.isoformat()}
    (tmp_path / "case.json").write_text(json.dumps(told), encoding="utf-8")
    assert assess_command.main(["--json", str(tmp_path / "case.json")]) == 0
    printed = capsys.readouterr().out
    assert json.loads(printed.encode()) == json.loads(json.dumps(desk_form.answer_form(STORE, told)))


@pytest.mark.parametrize("names", [NO_TEXTS, KNOWN_NAMES], ids=["no text", "known name"])
@hostile_strings
def test_a_text_in_the_wrong_place_is_refused_in_one_line_for_each(hostile: Hostile, names: tuple[str, ...]) -> None:
    told = {"message": "Where is it?", **dict.fromkeys(names, hostile.text), "now": NOW.isoformat()}
    refused = desk_form.answer_form(STORE, told).get("refused", [])
    empty = not hostile.text.strip() or (names == KNOWN_NAMES and not hostile.shown)
    assert sorted(each["field"] for each in refused) == ([] if empty else sorted(names))
    assert all(is_plain(each["message"]) and len(each["message"]) < 2000 for each in refused)


@hostile_strings
def test_a_text_as_a_name_is_refused_in_one_line(
    hostile: Hostile, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    told = {"message": "Where is it?", hostile.text: "x", "decided": {hostile.text: "x"}, "slots": {hostile.text: "x"}}
    (tmp_path / "case.json").write_text(json.dumps(told), encoding="utf-8")
    assert assess_command.main([str(tmp_path / "case.json")]) == 2
    assert all(is_plain(line) for line in capsys.readouterr().err.split("\n"))


@pytest.mark.parametrize("depth", [10, 900, 5000, 100_000])
def test_a_deep_nest_is_refused_in_one_line(depth: int, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "case.json").write_text(f'{{"message": "x", "order": {"[" * depth + "]" * depth}}}', encoding="utf-8")
    assert assess_command.main([str(tmp_path / "case.json")]) == 2
    assert len(capsys.readouterr().err.splitlines()) == 1
