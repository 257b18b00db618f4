"""A push brings a helpdesk to the playbook's words, and nothing else: not twice, not over somebody's edit."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

from tests.macros.push.push_helpdesks import Chatwoot, Gorgias, Zendesk
from tests.macros.push.push_world import OTHER, REPLY, TEMPLATE, Pusher, lines, reworded, without

if TYPE_CHECKING:
    from pathlib import Path

    from tests.macros.push.push_servers import Server


def test_without_yes_the_plan_is_printed_and_nothing_is_sent(server: Server, push: Pusher) -> None:
    pushed = push(server)
    assert pushed.code == 0
    assert REPLY in lines(pushed, "create")
    assert "Add --yes" in pushed.out
    assert not server.writes
    assert not push.folder.exists()


def test_every_reply_is_created_once_with_our_id(server: Server, push: Pusher) -> None:
    pushed = push(server, "--yes")
    assert pushed.code == 0
    planned = lines(pushed, "create")
    assert planned == lines(pushed, "created")
    assert [server.id_of(raw) for raw in server.entries.values()] == planned
    assert len(set(planned)) == len(planned) > 8


def test_a_second_push_changes_nothing(server: Server, push: Pusher) -> None:
    push(server, "--yes")
    server.asked.clear()
    pushed = push(server, "--yes")
    assert pushed.code == 0
    assert f"0 to create, 0 to update, 0 to delete, {len(server.entries)} unchanged" in pushed.out
    assert not server.writes


def test_a_push_from_another_checkout_changes_nothing_either(server: Server, push: Pusher, tmp_path: Path) -> None:
    push(server, "--yes")
    server.asked.clear()
    push._replace(folder=tmp_path / "elsewhere")(server, "--yes")
    assert not server.writes


def test_long_lists_are_read_page_by_page(server: Server, push: Pusher) -> None:
    server.page_size = 2
    push(server, "--yes")
    server.asked.clear()
    pushed = push(server, "--yes")
    assert not server.writes
    assert pushed.code == 0
    if server.tool != "chatwoot":
        assert len(server.asked) == -(-len(server.entries) // 2)


def test_only_what_was_reworded_is_updated_and_it_stays_the_same_entry(server: Server, push: Pusher) -> None:
    push(server, "--yes")
    server.asked.clear()
    (before,) = (dict(raw) for raw in server.ours(REPLY))
    pushed = push(server, "--yes", catalogue=reworded())
    (after,) = server.ours(REPLY)
    assert after["id"] == before["id"]
    assert "See you soon." in server.text(after)
    assert REPLY in lines(pushed, "update")
    assert all(reply_id.startswith(TEMPLATE) for reply_id in lines(pushed, "update"))
    assert [method for method, _ in server.writes] == [server.change] * len(lines(pushed, "update"))


def test_what_was_edited_over_there_is_reported_and_kept(server: Server, push: Pusher) -> None:
    push(server, "--yes")
    (raw,) = server.ours(REPLY)
    server.edit(raw, "By hand.")
    server.asked.clear()
    pushed = push(server, "--yes", catalogue=reworded())
    assert lines(pushed, "edited") == [REPLY]
    assert "--overwrite-edited" in pushed.out
    assert server.text(raw) == "By hand."
    assert pushed.code == 1
    assert pushed.err.startswith("exports: 1 not pushed, because edited over there")


def test_an_edit_over_there_is_kept_even_while_our_words_stand_still(server: Server, push: Pusher) -> None:
    push(server, "--yes")
    (raw,) = server.ours(REPLY)
    server.edit(raw, "By hand.")
    assert lines(push(server), "edited") == [REPLY]


def test_overwrite_edited_replaces_the_edit(server: Server, push: Pusher) -> None:
    push(server, "--yes")
    (raw,) = server.ours(REPLY)
    ours = server.text(raw)
    server.edit(raw, "By hand.")
    pushed = push(server, "--yes", "--overwrite-edited")
    assert pushed.code == 0
    assert lines(pushed, "updated") == [REPLY]
    assert server.text(server.ours(REPLY)[0]) == ours


def test_an_edit_that_was_taken_back_is_no_edit(server: Server, push: Pusher) -> None:
    push(server, "--yes")
    (raw,) = server.ours(REPLY)
    ours = server.text(raw)
    server.edit(raw, "By hand.")
    push(server, "--yes")
    server.edit(raw, ours)
    assert not lines(push(server), "edited")


def add_action(raw: dict[str, Any]) -> None:
    raw["actions"] = [*raw["actions"], {"field": "status", "value": "pending", "name": "setStatus"}]


EDITS = {
    "zendesk title": (Zendesk, lambda raw: raw.update(title="Mine")),
    "zendesk action": (Zendesk, add_action),
    "gorgias name": (Gorgias, lambda raw: raw.update(name="Mine")),
    "gorgias action": (Gorgias, add_action),
    "chatwoot attachment": (Chatwoot, lambda raw: raw.update(attachments=[{"signed_id": "x"}])),
}


@pytest.mark.parametrize(("kind", "edit"), EDITS.values(), ids=EDITS)
def test_a_push_sees_edits_beside_the_words(kind: type[Server], edit: Any, push: Pusher) -> None:
    with kind() as server:
        push(server, "--yes")
        edit(server.ours(REPLY)[0])
        assert lines(push(server), "edited") == [REPLY]


CHOICES = {
    "inactive": (Zendesk, {"active": False}),
    "for one group": (Zendesk, {"restriction": {"type": "Group", "id": 4}}),
    "with an intent": (Gorgias, {"intent": "shipping/status"}),
    "used": (Gorgias, {"usage": 7}),
}


@pytest.mark.parametrize(("kind", "choice"), CHOICES.values(), ids=CHOICES)
def test_the_accounts_own_choices_are_no_edits_and_survive_an_update(
    kind: type[Server], choice: dict[str, Any], push: Pusher
) -> None:
    with kind() as server:
        push(server, "--yes")
        server.ours(REPLY)[0].update(choice)
        pushed = push(server, "--yes", catalogue=reworded())
        assert REPLY in lines(pushed, "updated")
        assert server.ours(REPLY)[0].items() >= choice.items()


def test_what_the_playbook_no_longer_has_is_reported_and_kept(server: Server, push: Pusher) -> None:
    push(server, "--yes")
    server.asked.clear()
    pushed = push(server, "--yes", catalogue=without())
    assert REPLY in lines(pushed, "orphan")
    assert not server.writes
    assert pushed.code == 0


def test_delete_orphans_deletes_it_and_nothing_else(server: Server, push: Pusher) -> None:
    push(server, "--yes")
    count = len(server.entries)
    pushed = push(server, "--yes", "--delete-orphans", catalogue=without())
    deleted = lines(pushed, "deleted")
    assert REPLY in deleted
    assert all(reply_id.startswith(TEMPLATE) for reply_id in deleted)
    assert len(server.entries) == count - len(deleted)
    (state,) = push.folder.iterdir()
    assert REPLY not in state.read_text(encoding="utf-8")
    assert not lines(push(server, catalogue=without()), "orphan")


def test_an_orphan_that_was_edited_over_there_is_deleted_only_by_both_options(server: Server, push: Pusher) -> None:
    push(server, "--yes")
    server.edit(server.ours(REPLY)[0], "By hand.")
    assert REPLY in lines(push(server, "--yes", "--delete-orphans", catalogue=without()), "orphan")
    assert server.ours(REPLY)
    push(server, "--yes", "--delete-orphans", "--overwrite-edited", catalogue=without())
    assert not server.ours(REPLY)


FOREIGN: dict[str, list[dict[str, Any]]] = {
    "zendesk": [
        {"title": "Theirs", "description": None, "actions": []},
        {"title": "Theirs", "description": f"Like {REPLY} but kinder", "actions": []},
        {"title": "Theirs", "description": f"{REPLY}-of-old", "actions": [{"field": "status", "value": ["a", "b"]}]},
    ],
    "gorgias": [
        {"name": "Theirs", "external_id": None, "language": None, "actions": []},
        {"name": "Theirs", "external_id": "CUS-324512", "actions": [{"name": "http", "arguments": None}]},
        {"name": "Theirs", "external_id": f"{REPLY}/x", "actions": None},
    ],
    "chatwoot": [{"short_code": "hi", "content": "Hi"}, {"short_code": "scenarios.change-request", "content": "x"}],
}


def test_entries_of_others_are_never_touched(server: Server, push: Pusher) -> None:
    foreign = [dict(server.add(raw)) for raw in FOREIGN[server.tool]]
    for catalogue in (None, reworded(), without()):
        pushed = push(server, "--yes", "--delete-orphans", "--overwrite-edited", catalogue=catalogue)
        assert pushed.code == 0
    assert [server.entries[raw["id"]] for raw in foreign] == foreign


def test_an_entry_that_lost_our_id_is_not_created_again(server: Server, push: Pusher) -> None:
    push(server, "--yes")
    (raw,) = server.ours(REPLY)
    server.unname(raw)
    server.edit(raw, "By hand.")
    pushed = push(server, "--yes")
    assert lines(pushed, "edited") == [REPLY]
    assert not lines(pushed, "create")


def test_a_copy_that_kept_our_id_is_reported_and_left_alone(push: Pusher) -> None:
    with Zendesk() as server:
        push(server, "--yes")
        original = server.ours(REPLY)[0]
        copy = dict(server.add({**original, "title": "Copy"}))
        pushed = push(server, "--yes", "--overwrite-edited", "--delete-orphans", catalogue=reworded())
        assert lines(pushed, "copy") == [REPLY]
        assert server.entries[copy["id"]] == copy
        assert "See you soon." in server.text(original)


def test_what_was_deleted_over_there_is_created_again(server: Server, push: Pusher) -> None:
    push(server, "--yes")
    del server.entries[server.ours(REPLY)[0]["id"]]
    assert lines(push(server, "--yes"), "created") == [REPLY]


def wrapped(text: str) -> str:
    return f'<div class="rich">{text}</div>'


def test_a_tool_that_rewrites_what_it_is_given_is_not_taken_for_an_editor(server: Server, push: Pusher) -> None:
    server.rewrite = wrapped
    push(server, "--yes")
    server.asked.clear()
    assert push(server, "--yes").code == 0
    assert not server.writes
    pushed = push(server, "--yes", catalogue=reworded())
    assert REPLY in lines(pushed, "updated")
    assert not lines(pushed, "edited")
    server.edit(server.ours(REPLY)[0], "By hand.")
    assert lines(push(server, catalogue=reworded()), "edited") == [REPLY]


def test_zendesk_itself_remembers_what_was_pushed(push: Pusher, tmp_path: Path) -> None:
    with Zendesk() as server:
        push(server, "--yes")
        server.edit(server.ours(OTHER)[0], "By hand.")
        elsewhere = push._replace(folder=tmp_path / "elsewhere")
        pushed = elsewhere(server, catalogue=reworded(reworded(), OTHER.removesuffix("/chat")))
        assert REPLY in lines(pushed, "update")
        assert lines(pushed, "edited") == [OTHER]


@pytest.mark.parametrize("kind", [Gorgias, Chatwoot])
def test_where_nobody_remembers_the_difference_is_asked_about(kind: type[Server], push: Pusher, tmp_path: Path) -> None:
    with kind() as server:
        push(server, "--yes")
        elsewhere = push._replace(folder=tmp_path / "elsewhere")
        assert REPLY in lines(elsewhere(server, catalogue=reworded()), "edited")


def test_replies_that_were_imported_from_a_file_are_found_and_remembered(server: Server, push: Pusher) -> None:
    push(server, "--yes")
    for raw in server.entries.values():
        if server.tool == "zendesk":
            raw["description"] = server.id_of(raw)
    for state in push.folder.iterdir():
        state.unlink()
    server.asked.clear()
    push(server, "--yes")
    assert not server.writes
    assert REPLY in lines(push(server, catalogue=reworded()), "update")


def test_each_server_and_account_has_a_state_of_its_own(push: Pusher) -> None:
    with Zendesk() as first, Zendesk() as second:
        push(first, "--yes")
        push(second, "--yes")
    assert len([*push.folder.iterdir()]) == 2


def test_the_state_holds_hashes_and_no_secret(server: Server, push: Pusher) -> None:
    push(server, "--yes")
    (state,) = push.folder.iterdir()
    text = state.read_text(encoding="utf-8")
    assert "secret" not in text
    assert set(json.loads(text)["replies"][REPLY]) == {"key", "pushed", "kept"}
