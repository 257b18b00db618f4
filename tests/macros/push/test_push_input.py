"""Bad input ends a push with one line that says what to do, before anything is changed; a token never shows."""

from __future__ import annotations

import socket
from typing import TYPE_CHECKING, Any, override

import pytest

from macros.exports.__main__ import main
from macros.exports.push.command import HELPDESKS
from macros.load import current
from tests.macros.push.push_helpdesks import SERVERS, Gorgias, Zendesk
from tests.macros.push.push_servers import Fault, Server

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from tests.macros.push.push_world import Pusher

VARIABLES = [(kind, name) for kind in SERVERS for name in kind.environ]
ACCOUNT = ["--account", "workshop"]


@pytest.fixture(autouse=True)
def _no_token(monkeypatch: pytest.MonkeyPatch) -> None:
    for _, name in VARIABLES:
        monkeypatch.delenv(name, raising=False)


@pytest.mark.parametrize("value", [None, "", "  "], ids=["missing", "empty", "blank"])
@pytest.mark.parametrize(("kind", "name"), VARIABLES)
def test_a_missing_variable_is_named(kind: type[Server], name: str, value: str | None, push: Pusher) -> None:
    environ = {other: kept for other, kept in kind.environ.items() if other != name}
    with kind() as server, pytest.raises(ValueError, match=f"^{name} must be set in the environment") as caught:
        push(server, environ=environ if value is None else {**environ, name: value})
    assert "\n" not in str(caught.value)
    assert not server.asked


def test_a_token_that_was_copied_with_a_line_break_still_works(server: Server, push: Pusher) -> None:
    environ = {name: f" {value}\n" for name, value in server.environ.items()}
    assert push(server, environ=environ).code == 0


def test_a_token_that_cannot_be_one_is_refused_without_showing_it(server: Server, push: Pusher) -> None:
    name = [*server.environ][-1]
    with pytest.raises(ValueError, match=f"{name} in the environment") as caught:
        push(server, environ={**server.environ, name: "s3cr\x00et…"})
    assert "s3cr" not in str(caught.value)


def test_a_wrong_token_ends_it_with_what_to_check(server: Server, push: Pusher) -> None:
    name = [*server.environ][-1]
    with pytest.raises(ValueError, match=f"answers 401 .* check .*{name}") as caught:
        push(server, "--yes", environ={**server.environ, name: "s3cret-of-another"})
    assert "s3cret" not in str(caught.value)
    assert len(server.asked) == 1


def test_a_token_is_no_argument(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["push", "zendesk", *ACCOUNT, "--token", "x"]) == 2
    assert capsys.readouterr().err.startswith("exports: unrecognized arguments: --token")


ARGUMENTS = {
    "no tool": (["push"], "TOOL|tool"),
    "unknown tool": (["push", "freshdesk", *ACCOUNT], "zendesk"),
    "no account": (["push", "zendesk"], "--account"),
    "half an option": (["push", "zendesk", *ACCOUNT, "--ye"], "--ye"),
    "whole address": (["push", "zendesk", "--account", "workshop.zendesk.com"], "before .zendesk.com"),
    "path": (["push", "gorgias", "--account", "../x"], "before .gorgias.com"),
    "name for a number": (["push", "chatwoot", *ACCOUNT], "number"),
    "no address": (["push", "zendesk", *ACCOUNT, "--url", "workshop"], "https://"),
    "broken address": (["push", "zendesk", *ACCOUNT, "--url", "https://[::"], "no address"),
    "not encrypted": (["push", "zendesk", *ACCOUNT, "--url", "http://example.com"], "https://"),
    "with a user": (["push", "zendesk", *ACCOUNT, "--url", "https://a:b@example.com"], "without user"),
    "with a query": (["push", "zendesk", *ACCOUNT, "--url", "https://example.com/?a=b"], "without user"),
    "no variables": (["push", "zendesk", *ACCOUNT], "ZENDESK_EMAIL and ZENDESK_TOKEN must be set"),
}


@pytest.mark.parametrize(("arguments", "says"), ARGUMENTS.values(), ids=ARGUMENTS)
def test_wrong_arguments_end_with_one_line(arguments: list[str], says: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(arguments) == 2
    out, err = capsys.readouterr()
    assert not out
    assert err.count("\n") == 1
    assert any(part in err for part in says.split("|"))


def test_the_command_plans_the_whole_playbook(
    server: Server, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    for name, value in server.environ.items():
        monkeypatch.setenv(name, value)
    where = ["--account", server.account, "--url", server.url, "--state", str(tmp_path)]
    assert main(["push", server.tool, *where]) == 0
    count = len(list(HELPDESKS[server.tool].replies(current()[0])))
    assert f"{count} to create, 0 to update" in capsys.readouterr().out


@pytest.mark.parametrize("text", ["", "[]", "{}", '{"replies": {"a": {"key": 1}}}', '{"replies": 5}', "\xff"])
def test_a_broken_state_is_named_and_nothing_is_changed(text: str, push: Pusher) -> None:
    with Zendesk() as server:
        push(server, "--yes")
        (state,) = push.folder.iterdir()
        state.write_text(text, encoding="latin-1")
        server.asked.clear()
        with pytest.raises(ValueError, match=r"\.json cannot be read as a state .* delete it"):
            push(server, "--yes")
        assert not server.asked


def test_a_server_that_is_not_there_is_named(push: Pusher) -> None:
    with Gorgias() as server:
        pass
    pushed = push(server, "--yes")
    assert pushed.code == 1
    assert pushed.err.startswith("exports: 127.0.0.1 cannot be reached")
    assert pushed.err.count("\n") == 1


ANSWERS: dict[str, tuple[int, Any]] = {
    "not found": (404, {"error": "no such account"}),
    "moved": (301, None),
    "another service": (200, {"hello": "world"}),
    "a list of something else": (200, {"macros": [1], "meta": {"has_more": False}}),
    "nothing": (200, None),
}


@pytest.mark.parametrize("answer", ANSWERS.values(), ids=ANSWERS)
def test_an_answer_that_is_none_of_the_helpdesks_ends_it(answer: tuple[int, Any], push: Pusher) -> None:
    class Stranger(Zendesk):
        @override
        def answer(self, method: str, path: str, query: Mapping[str, str], body: Any) -> tuple[int, Any]:
            del method, path, query, body
            return answer

    with Stranger() as server, pytest.raises(ValueError, match="check --account and --url") as caught:
        push(server, "--yes")
    assert "\n" not in str(caught.value)
    assert not server.writes


def test_another_server_is_not_followed_to(push: Pusher) -> None:
    """A redirect would carry the token along."""
    with socket.create_server(("127.0.0.1", 0)) as elsewhere, Zendesk() as server:
        port = elsewhere.getsockname()[1]
        server.faults.append(Fault("GET", 302, {"Location": f"http://127.0.0.1:{port}/"}))
        with pytest.raises(ValueError, match="answers 302"):
            push(server, "--yes")
        elsewhere.setblocking(False)
        with pytest.raises(BlockingIOError):
            elsewhere.accept()


def test_nothing_is_pushed_where_it_cannot_be_noted(push: Pusher, tmp_path: Path) -> None:
    blocked = tmp_path / "notes"
    blocked.write_text("not a folder", encoding="utf-8")
    with Gorgias() as server, pytest.raises(OSError, match="notes"):
        push._replace(folder=blocked)(server, "--yes")
    assert not server.entries


def test_whom_it_asks_is_said_before_the_answer_is_there(push: Pusher) -> None:
    with Gorgias() as server:
        assert push(server).out.startswith("Asking 127.0.0.1 …\n")
