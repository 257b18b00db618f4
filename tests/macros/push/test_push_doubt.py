"""A push that was cut off leaves notes by which the next one goes on, and trusts no list that may be late."""

from __future__ import annotations

import json
import os
import signal
from collections import Counter
from typing import TYPE_CHECKING

import pytest

from macros.exports.push.wire.limits import LIMITS
from tests.macros.push.hostile_scripts import both, lags, on, on_one, says, sends
from tests.macros.push.push_helpdesks import Gorgias, Zendesk
from tests.macros.push.push_world import Pusher, lines, without

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from tests.macros.push.push_servers import Asked, Server

SETTLED = LIMITS._replace(settled=0.0)


@pytest.fixture(autouse=True)
def _interruptible() -> Iterator[None]:
    """Ctrl+C means what it means in a terminal, whoever runs the tests."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


def interrupts(asked: Asked) -> Iterable[bytes]:
    """Somebody presses Ctrl+C while a create is carried out."""
    asked.done()
    os.kill(os.getpid(), signal.SIGINT)
    yield b"HTTP/1.1 100 Continue\r\n\r\n"


def normal(_: Asked) -> None:
    """The server answers as it should again."""


def assert_once(server: Server) -> None:
    assert set(Counter(map(server.id_of, server.entries.values())).values()) == {1}


@pytest.mark.parametrize("skip", [0, 4])
def test_ctrl_c_leaves_notes_by_which_the_next_push_goes_on(server: Server, push: Pusher, skip: int) -> None:
    server.script = on("POST", interrupts, skip=skip)
    pushed = push(server, "--yes")
    assert pushed.code == 130
    assert pushed.err == "exports: interrupted; run it again to go on where it stopped\n"
    (state,) = push.folder.iterdir()
    noted = json.loads(state.read_text(encoding="utf-8"))
    assert len(noted["replies"]) == skip
    assert len(noted["asked"]) == 1
    server.script = normal
    assert push(server, "--yes").code == 0
    assert_once(server)
    assert json.loads(state.read_text(encoding="utf-8"))["asked"] == {}


def test_what_was_cut_off_is_not_created_again_while_the_list_lags(server: Server, push: Pusher) -> None:
    script = lags(server)
    server.script = both(on("POST", interrupts), script)
    assert push(server, "--yes").code == 130
    server.script = script
    pushed = push(server, "--yes")
    assert pushed.code == 1
    assert "an earlier run asked for it without an answer" in pushed.err
    assert_once(server)
    server.script = normal
    assert push(server, "--yes").code == 0
    assert_once(server)


def test_what_was_never_created_is_created_once_something_later_is_listed(server: Server, push: Pusher) -> None:
    server.script = on("POST", sends(), times=1)
    pushed = push(server, "--yes")
    assert pushed.code == 0
    first, last = lines(pushed, "create")[0], lines(pushed, "created")[-1]
    assert first == last
    assert_once(server)


def test_what_may_be_there_is_created_when_every_list_has_settled(server: Server, push: Pusher) -> None:
    count = len(lines(push(server), "create"))
    server.script = on("POST", says("x", 500), skip=count - 1)
    assert push(server, "--yes").code == 1
    server.script = normal
    assert push(server, "--yes").code == 1
    assert len(server.entries) == count - 1
    assert push(server, "--yes", limits=SETTLED).code == 0
    assert len(server.entries) == count
    assert_once(server)


def test_a_long_wait_is_told_with_its_reason_and_a_short_one_is_not(server: Server, push: Pusher) -> None:
    server.script = on("GET", says("x", 503, Retry_After=90), times=1)
    told = [line for line in push(server).out.splitlines() if line.startswith("Waiting")]
    assert len(told) == 1
    assert told[0].startswith("Waiting 90 seconds: ")
    assert "answers 503 to GET" in told[0]
    server.script = on("GET", says("x", 503, Retry_After=3), times=1)
    assert "Waiting" not in push(server).out


@pytest.mark.parametrize("kind", [Zendesk, Gorgias])
def test_one_that_cannot_be_read_again_is_asked_for_as_often_as_anything(kind: type[Server], push: Pusher) -> None:
    with kind() as server:
        push(server, "--yes")
        server.asked.clear()
        server.script = on_one(says("x", 500))
        pushed = push(server, "--yes", "--delete-orphans", catalogue=without())
        orphans = lines(pushed, "delete")
        assert pushed.code == 1
        assert Counter(server.asked)["GET", server.asked[1][1]] == LIMITS.attempts
        assert len(server.asked) == 1 + LIMITS.attempts * len(orphans)
        assert not server.writes


class Proxied(Gorgias):
    """A server that only a proxy can reach, and that is its own proxy."""

    url = "http://127.0.0.1:9"


def test_the_proxy_of_the_environment_is_used(push: Pusher, monkeypatch: pytest.MonkeyPatch) -> None:
    with Proxied() as server:
        for name in ("no_proxy", "NO_PROXY"):
            monkeypatch.delenv(name, raising=False)
        monkeypatch.setenv("http_proxy", Gorgias.url.fget(server))  # type: ignore[attr-defined]
        assert push(server).code == 0
        assert len(server.asked) == 1


def test_a_proxy_of_another_kind_is_refused(push: Pusher, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("http_proxy", "socks5://127.0.0.1:9")
    with Gorgias() as server, pytest.raises(ValueError, match="a socks5 proxy"):
        push(server)
