"""The fixture of django-helpdesk, in a real one: loaded, offered on a ticket's page, chosen, sent."""

from __future__ import annotations

import json
import random
import subprocess
import sys
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from macros.exports.reply import ExportError, replies
from macros.exports.tools.django_helpdesk import DIALECT, FIRST_KEY, LONGEST_NAME, TOOL, files, key, name
from tests.macros.exports.reading_back import (
    all_replies,
    blanks_in,
    blanks_of,
    files_of,
    named,
    shown,
    slots_back,
    titled,
)
from tests.product import product, store
from tests.tables import for_each

if TYPE_CHECKING:
    from collections.abc import Callable

    from facts.schema import Store
    from macros.catalogue.model import Catalogue
    from macros.exports.reply import Reply

pytestmark = pytest.mark.slow

RUN = Path(__file__).parent.with_name("run_django_helpdesk.py")
LARGEST_KEY = 2**31 - 1  # of Django's AutoField
# What a template of Django would act on or stumble over, and anything made of the same characters.
ODD = [
    "{% now 'Y' %}",
    "100 %} sure",
    "{% alone",
    "{{ ticket.title }}",
    "{{ }}",
    "{{",
    "}}",
    "{# gone #}",
    "{#",
    "{% verbatim %}{{ ticket.title }}{% endverbatim %}",
    "2 < 3 & <b>bold</b>, “Zoë’s” – 5 €",
    *("".join(random.Random(seed).choices("{}%#\"' a|", k=12)) + "." for seed in range(60)),  # noqa: S311
]


def emails() -> list[Reply]:
    """The product's own replies by email."""
    return all_replies("email")


def content() -> bytes:
    """The file of the product's own words."""
    return files_of("django-helpdesk")["preset_replies.json"]


@cache
def rows() -> list[dict[str, Any]]:
    """Its rows."""
    found: list[dict[str, Any]] = json.loads(content())
    return found


@cache
def bodies() -> dict[int, str]:
    """Their texts by their keys."""
    return {row["pk"]: row["fields"]["body"] for row in rows()}


@pytest.fixture(scope="module")
def helpdesk(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """What a new django-helpdesk did with our fixture, and with odd texts."""
    folder = tmp_path_factory.mktemp("django-helpdesk")
    (folder / "preset_replies.json").write_bytes(content())
    (folder / "odd.json").write_text(json.dumps([DIALECT.escape(text) for text in ODD]), encoding="utf-8")
    done = subprocess.run([sys.executable, RUN, folder], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    found: dict[str, Any] = json.loads(done.stdout)
    return found


def page(reply: Reply) -> str:
    """The text of the page, all blanks in sight."""
    return reply.message.body.plain(lambda slot: reply.slots[slot].blank)


def test_loading_it_twice_makes_each_reply_once(helpdesk: dict[str, Any]) -> None:
    assert helpdesk["rows"] == [len(emails()), len(emails())]


def test_loading_it_again_brings_the_new_words(helpdesk: dict[str, Any]) -> None:
    first = min(bodies())
    assert helpdesk["renewed"] == {str(first): bodies()[first]}


def test_loading_it_again_keeps_the_queues_a_store_has_chosen(helpdesk: dict[str, Any]) -> None:
    assert helpdesk["queues"] == ["shop"]


def test_the_page_of_a_ticket_offers_every_email(helpdesk: dict[str, Any]) -> None:
    assert helpdesk["offered"] == {str(row["pk"]): row["fields"]["name"] for row in rows()}


@for_each("reply", emails, ids=named)
def test_the_customer_gets_the_text_of_the_page(reply: Reply, helpdesk: dict[str, Any]) -> None:
    chosen = str(key(reply))
    assert helpdesk["raw"][chosen] == bodies()[key(reply)]
    sent = {what: text.replace("\r\n", "\n") for what, text in helpdesk["sent"][chosen].items()}
    assert sent["comment"] == page(reply)
    assert f"\n\n{page(reply)}\n\n" in sent["mail"]


@for_each("text", ODD, ids=repr)
def test_no_words_can_act_as_a_template(text: str, helpdesk: dict[str, Any]) -> None:
    assert helpdesk["odd"][ODD.index(text)]["comment"] == text


@for_each("reply", emails, ids=named)
def test_a_preset_reply_says_what_the_page_says(reply: Reply) -> None:
    body = bodies()[key(reply)]
    assert slots_back(body, DIALECT.tokens) == shown(reply)
    assert blanks_in(body) == blanks_of(reply, DIALECT.tokens)


def test_no_variable_is_used_because_none_fits_a_slot() -> None:
    assert not DIALECT.tokens
    assert not [pk for pk, body in bodies().items() if set("{}") & set(body)]


def test_every_key_is_one_of_32_bits_above_those_made_by_hand() -> None:
    assert len(bodies()) == len(emails())
    assert all(FIRST_KEY <= pk <= LARGEST_KEY for pk in bodies())


def test_a_key_depends_on_the_id_alone(small: tuple[Catalogue, Store]) -> None:
    found = {reply.id: key(reply) for reply in replies(small[0], "email")}
    assert found["scenarios/change-request/window-open/email"] == 1_071_766_980


def test_two_replies_with_one_key_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("macros.exports.django_helpdesk.KEYS", 1)
    first, second, *_ = emails()
    with pytest.raises(ExportError, match=f"{second.id}: .* cannot tell it from {first.id} "):
        files(*product())


def test_two_replies_with_one_name_are_refused() -> None:
    only = titled()
    entry, (template,) = only.entries[0], only.entries[0].templates
    twins = replace(entry, templates=(template, replace(template, id=f"{template.id}-again")))
    with pytest.raises(ExportError, match=r"stages/design/on-track-again/email: .*: rename one"):
        files(replace(only, entries=(twins,)), store())


@pytest.mark.parametrize(
    ("entry", "title", "expected"),
    [
        ("Where is my order?", "It is coming", "Where is my order? – It is coming"),
        ("Entry " * 10 + "!", "Title " * 5 + "ended", "Entry " * 10 + "! – " + "Title " * 5 + "ended"),
        ("Entry " * 11 + "!", "Title " * 5 + "ended", "Entry " * 10 + "… – " + "Title " * 5 + "ended"),
    ],
    ids=["short", "just fits", "too long"],
)
def test_a_name_fits_the_list_and_keeps_the_title(entry: str, title: str, expected: str) -> None:
    assert name(replies(titled(entry, title=title), "email")[0]) == expected
    assert len(expected) <= LONGEST_NAME


def test_a_title_that_leaves_no_room_is_refused() -> None:
    with pytest.raises(ExportError, match="too long for django-helpdesk"):
        files(titled(title="x" * 80), store())


def test_every_name_is_unique_and_at_most_100_characters() -> None:
    names = [row["fields"]["name"] for row in rows()]
    assert len(set(names)) == len(names)
    assert max(map(len, names)) <= 100


def test_a_row_has_the_fields_of_the_model_but_not_the_queues() -> None:
    assert {(*row, *row["fields"], row["model"]) for row in rows()} == {
        ("model", "pk", "fields", "name", "body", "helpdesk.presetreply")
    }


def test_the_fixture_is_plain_utf_8() -> None:
    text = content().decode("utf-8")
    assert text.startswith("[\n")
    assert text.endswith("]\n")
    assert "–" in text


def test_the_file_of_a_small_catalogue(small: tuple[Catalogue, Store], golden: Callable[[str, str], None]) -> None:
    golden(f"exports/{TOOL.id}/preset_replies.json", files(*small)["preset_replies.json"].decode())
