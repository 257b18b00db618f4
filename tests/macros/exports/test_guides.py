"""The import guides hold: each command, as it stands on its page, sends what the tool's API documents."""

from __future__ import annotations

import base64
import json
import re
import shlex
import shutil
from typing import TYPE_CHECKING, Any, NamedTuple

import pytest

from macros import paths
from macros.exports.__main__ import parser
from tests.macros.exports.guides import TOKEN, Api, block, blocks, download, run
from tests.macros.exports.reading_back import json_lines, problems

if TYPE_CHECKING:
    from pathlib import Path

PAGES = sorted(path.stem for path in (paths.ROOT / "docs" / "exports").glob("*.md"))
COMMANDS = [(page, command) for page in PAGES for command in blocks(page)]
needs_tools = pytest.mark.skipif(not all(map(shutil.which, ("bash", "curl", "jq"))), reason="needs bash, curl and jq")


class Loop(NamedTuple):
    """A guide's loop over a file: the path it asks, and the header that signs."""

    page: str
    file: str
    path: str
    signed: tuple[str, str]


BEARER = ("Authorization", f"Bearer {TOKEN}")
LOOPS = [
    Loop("helpscout", "saved-replies.jsonl", "/v2/mailboxes/123456/saved-replies", BEARER),
    Loop("front", "message-templates.jsonl", "/message_templates", BEARER),
    Loop("intercom", "macros.jsonl", "/macros", BEARER),
    Loop("chatwoot", "macros.json", "/api/v1/accounts/1/macros", ("api_access_token", TOKEN)),
]
each_loop = pytest.mark.parametrize("loop", LOOPS, ids=lambda loop: loop.page)


def held(folder: Path, name: str) -> list[Any]:
    """The bodies in a file."""
    content = (folder / name).read_bytes()
    return json_lines(content) if name.endswith(".jsonl") else list(json.loads(content))


@needs_tools
@each_loop
def test_the_first_reply_is_tried_alone(loop: Loop, tmp_path: Path) -> None:
    download(loop.page, tmp_path)
    with Api() as api:
        assert run(block(loop.page, "while IFS"), tmp_path, api).returncode == 0
    (asked,) = api.asked
    assert (asked.method, asked.path, asked.data) == ("POST", loop.path, held(tmp_path, loop.file)[0])
    assert asked.headers[loop.signed[0]] == loop.signed[1]
    assert asked.headers["Content-Type"] == "application/json"


@needs_tools
@each_loop
def test_the_rest_follows_once_each(loop: Loop, tmp_path: Path) -> None:
    download(loop.page, tmp_path)
    with Api() as api:
        run(block(loop.page, "while IFS").replace("head -n 1", "tail -n +2"), tmp_path, api)
    assert [asked.data for asked in api.asked] == held(tmp_path, loop.file)[1:]


@needs_tools
@each_loop
def test_a_refusal_ends_the_loop_and_shows_why(loop: Loop, tmp_path: Path) -> None:
    download(loop.page, tmp_path)
    with Api(422) as api:
        ended = run(block(loop.page, "while IFS").replace("head -n 1", "tail -n +2"), tmp_path, api)
    assert len(api.asked) == 1
    assert "{}" in ended.stdout
    assert "422" in ended.stderr


@needs_tools
def test_help_scout_is_asked_for_its_mailboxes(tmp_path: Path) -> None:
    with Api() as api:
        run(block("helpscout", "curl --fail-with-body -H"), tmp_path, api)
    assert [(asked.path, asked.headers["Authorization"]) for asked in api.asked] == [("/v2/mailboxes", BEARER[1])]


@needs_tools
def test_front_gets_one_folder_after_the_other(tmp_path: Path) -> None:
    download("front", tmp_path)
    plan = {folder["name"]: folder["templates"] for folder in held(tmp_path, "folders.json")}
    name = next(name for name, templates in plan.items() if templates)
    command = re.sub(r'--arg folder "[^"]+"', f'--arg folder "{name}"', block("front", "one-folder.jsonl"))
    assert run(command, tmp_path).returncode == 0
    sorted_in = held(tmp_path, "one-folder.jsonl")
    assert [template["name"] for template in sorted_in] == plan[name]
    assert [problems("front", template) for template in sorted_in] == [[]] * len(plan[name])
    assert {template["folder_id"] for template in sorted_in} == {"fld_123"}


@needs_tools
def test_freshdesk_gets_a_file_with_the_number_of_its_folder(tmp_path: Path) -> None:
    download("freshdesk", tmp_path)
    with Api() as api:
        assert run(block("freshdesk", "canned_response_folders"), tmp_path, api).returncode == 0
        assert run(block("freshdesk", "create_multiple"), tmp_path, api).returncode == 0
    asked, sent = api.asked
    assert (asked.method, asked.path) == ("GET", "/api/v2/canned_response_folders")
    assert asked.headers["Authorization"] == "Basic " + base64.b64encode(f"{TOKEN}:X".encode()).decode()
    assert problems("freshdesk", sent.data) == []
    assert {response["folder_id"] for response in sent.data["canned_responses"]} == {5001}


@needs_tools
def test_the_labels_of_chatwoot_are_named_once_each(tmp_path: Path) -> None:
    download("chatwoot", tmp_path)
    named = run(block("chatwoot", "add_label"), tmp_path).stdout.split()
    labels = re.findall(r'"add_label",\s*"action_params": \[\s*"([^"]+)"', (tmp_path / "macros.json").read_text())
    assert named == sorted(set(labels))


@needs_tools
@pytest.mark.parametrize(("option", "tries"), [("", 0), (" --form try=true", 1)], ids=["for good", "a try"])
def test_zammad_is_sent_the_file_and_told_whether_it_is_a_try(option: str, tries: int, tmp_path: Path) -> None:
    download("zammad", tmp_path)
    command = block("zammad", "text_modules/import").replace(" --form try=true", option)
    with Api() as api:
        assert run(command, tmp_path, api).returncode == 0
    (asked,) = api.asked
    assert asked.headers["Authorization"] == f"Token token={TOKEN}"
    assert (tmp_path / "text_modules.csv").read_bytes() in asked.body
    assert asked.body.count(b'name="try"') == tries
    assert b'name="delete"' not in asked.body


@pytest.mark.parametrize(("page", "command"), COMMANDS)
def test_a_block_that_waits_for_a_token_stands_alone(page: str, command: str) -> None:
    assert "read -rs" not in command or re.fullmatch(r"read -rs \w+", command), page


@pytest.mark.parametrize(("page", "command"), COMMANDS)
def test_a_block_that_does_it_stands_alone(page: str, command: str) -> None:
    assert "--yes" not in command or "\n" not in command, page


OURS = [(page, line) for page, command in COMMANDS for line in command.splitlines() if "macros.exports" in line]


@pytest.mark.parametrize(("page", "line"), OURS)
def test_a_command_of_ours_is_one_that_it_takes(page: str, line: str) -> None:
    python, _, module, *arguments = shlex.split(line)
    assert (python, module) == (".venv/bin/python", "macros.exports"), page
    assert parser().parse_args(arguments)
