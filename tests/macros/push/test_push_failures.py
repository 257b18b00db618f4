"""A push survives a bad moment of the helpdesk, and one that was cut off goes on without doing a thing twice."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, override

import httpx
import pytest

from macros.exports.push.command import HELPDESKS
from macros.exports.push.wire.client import Client, Patience
from macros.exports.push.wire.limits import TIMEOUT
from macros.exports.push.wire.retry import LONGEST_WAIT
from tests.macros.push.push_helpdesks import Chatwoot, Gorgias, Zendesk
from tests.macros.push.push_servers import DROPPED, Fault, Refusal, Server
from tests.macros.push.push_world import REPLY, Pusher, lines, reworded, without

if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Any

pytestmark = pytest.mark.slow

DOWN = 10_000


def assert_once(server: Server) -> None:
    """Each reply is there once."""
    count = Counter(map(server.id_of, server.entries.values()))
    assert set(count.values()) == {1}
    assert len(count) == {"zendesk": 9, "gorgias": 9, "chatwoot": 13}[server.tool]


@pytest.mark.parametrize("method", ["GET", "POST"])
@pytest.mark.parametrize(
    ("value", "seconds"), [("17", 17.0), ("0", 0.0), ("Wed, 04 Mar 2026 10:01:30 GMT", 90.0)], ids=str
)
def test_a_busy_helpdesk_is_given_the_time_it_asks_for(
    server: Server, push: Pusher, method: str, value: str, seconds: float
) -> None:
    server.faults.append(Fault(method, 429, {"Retry-After": value}))
    pushed = push(server, "--yes")
    pause = HELPDESKS[server.tool].pause
    assert pushed.code == 0
    assert [slept for slept in pushed.slept if slept != pause] == [seconds]
    assert_once(server)


@pytest.mark.parametrize("value", [None, "soon"])
def test_one_that_does_not_say_is_given_ever_more_time(server: Server, push: Pusher, value: str | None) -> None:
    server.faults.append(Fault("GET", 429, {"Retry-After": value} if value else {}, times=4))
    pushed = push(server, "--yes")
    waits = [slept for slept in pushed.slept if slept != HELPDESKS[server.tool].pause]
    assert pushed.code == 0
    assert waits == sorted(waits)
    assert 15 <= sum(waits) <= 20


def test_one_that_asks_for_too_long_is_left_for_later(server: Server, push: Pusher) -> None:
    server.faults.append(Fault("GET", 429, {"Retry-After": "3600"}))
    pushed = push(server, "--yes")
    assert pushed.code == 1
    assert max(pushed.slept, default=0) < LONGEST_WAIT
    assert "3600 seconds" in pushed.err


def test_the_limit_of_the_smallest_plan_is_kept() -> None:
    a_minute = {tool: 60 / desk.pause for tool, desk in HELPDESKS.items()}
    assert a_minute == {"zendesk": pytest.approx(200), "gorgias": pytest.approx(120), "chatwoot": pytest.approx(1200)}


def test_there_is_a_pause_between_all_requests(server: Server, push: Pusher) -> None:
    pushed = push(server, "--yes")
    assert pushed.slept == [HELPDESKS[server.tool].pause] * (len(server.asked) - 1)


@pytest.mark.parametrize("done", [False, True], ids=["not done", "done"])
@pytest.mark.parametrize("status", [500, 502, 503, DROPPED], ids=str)
@pytest.mark.parametrize("method", ["GET", "POST", "change", "DELETE"])
def test_a_bad_moment_is_survived_and_nothing_is_there_twice(
    server: Server, push: Pusher, method: str, status: int, done: bool
) -> None:
    if method in ("change", "DELETE"):
        push(server, "--yes")
    method = server.change if method == "change" else method
    server.faults.append(Fault(method, status, done=done, times=2))
    catalogue = {server.change: reworded(), "DELETE": without()}.get(method)
    wanted = {"catalogue": catalogue} if catalogue else {}
    pushed = push(server, "--yes", "--delete-orphans", **wanted)  # type: ignore[arg-type]
    assert pushed.code == 0
    assert not server.faults
    assert set(Counter(map(server.id_of, server.entries.values())).values()) == {1}
    if method == "POST":
        assert_once(server)
    again = push(server, "--delete-orphans", **wanted)  # type: ignore[arg-type]
    assert f"0 to create, 0 to update, 0 to delete, {len(server.entries)} unchanged" in again.out


def test_an_unknown_fate_is_looked_up_before_a_second_try(server: Server, push: Pusher) -> None:
    server.faults.append(Fault("POST", DROPPED, done=True))
    push(server, "--yes")
    assert [method for method, _ in server.asked[:3]] == ["GET", "POST", "GET"]
    assert Counter(method for method, _ in server.asked)["POST"] == len(server.entries)


class Dies(Server):
    """A server that dies after some writes."""

    alive = 4
    how = 500

    @override
    def fault(self, method: str) -> Fault | None:
        if method == "GET" and self.how != DROPPED:
            return None
        self.alive -= method != "GET"
        return Fault("", self.how, done=self.alive == -1) if self.alive < 0 else None


class ZendeskDies(Dies, Zendesk):
    pass


class GorgiasDies(Dies, Gorgias):
    pass


class ChatwootDies(Dies, Chatwoot):
    pass


@pytest.mark.parametrize("how", [500, DROPPED], ids=["broken for good", "gone"])
@pytest.mark.parametrize("kind", [ZendeskDies, GorgiasDies, ChatwootDies])
def test_after_a_crash_half_way_a_second_push_does_the_rest(kind: type[Dies], how: int, push: Pusher) -> None:
    with kind() as server:
        server.how = how
        pushed = push(server, "--yes")
        assert pushed.code == 1
        assert len(lines(pushed, "created")) == 4 + (how == 500)  # the fifth is found, where one can still look
        assert len(server.entries) == 5
        assert "run it again" in pushed.err
        server.alive = DOWN
        pushed = push(server, "--yes")
        assert pushed.code == 0
        assert_once(server)


def test_a_helpdesk_that_is_down_is_not_asked_for_every_reply(server: Server, push: Pusher) -> None:
    server.faults.append(Fault("POST", 503, times=DOWN))
    pushed = push(server, "--yes")
    assert pushed.code == 1
    assert len(server.writes) == 3


def test_a_push_that_is_interrupted_goes_on_where_it_stopped(server: Server, push: Pusher) -> None:
    left = iter(range(5))

    def sleep(_seconds: float) -> None:
        if next(left, None) is None:
            raise KeyboardInterrupt

    pushed = push(server, "--yes", sleep=sleep)
    assert pushed.code == 130
    assert len(server.entries) == 5
    assert push(server, "--yes").code == 0
    assert_once(server)


class Choosy(Zendesk):
    """Refuses one reply."""

    @override
    def stored(self, body: Any, key: int) -> dict[str, Any]:
        if REPLY in body["macro"]["description"]:
            raise Refusal(422, b'{"error": "RecordInvalid", "description": "Title: is \x1b[31m too\nlong"}')
        return super().stored(body, key)


def test_a_reply_that_is_refused_is_named_with_the_reason_and_the_rest_goes_on(push: Pusher) -> None:
    with Choosy() as server:
        pushed = push(server, "--yes")
        assert pushed.code == 1
        assert len(server.entries) == 8
        first, last = pushed.err.splitlines()
        assert first.startswith(f"exports: {REPLY} was not pushed: Zendesk answers 422 to POST /api/v2/macros")
        assert 'Title: is [31m too long"' in first
        assert last.startswith("exports: 1 not pushed; run it again")


class ReadOnly(Gorgias):
    """Lets the token list, and do nothing else."""

    @override
    def answer(self, method: str, path: str, query: Mapping[str, str], body: Any) -> tuple[int, Any]:
        if method != "GET":
            raise Refusal(403, {"error": "forbidden"})
        return super().answer(method, path, query, body)


def test_a_token_that_may_only_read_is_not_tried_on_every_reply(push: Pusher) -> None:
    with ReadOnly() as server:
        pushed = push(server, "--yes")
        assert pushed.code == 1
        assert len(server.writes) == 1
        assert "answers 403" in pushed.err


def test_a_web_page_as_an_answer_is_not_printed(push: Pusher) -> None:
    with Gorgias() as server:
        server.faults.append(Fault("POST", 404, {"Content-Type": "text/html"}))
        pushed = push(server, "--yes")
        assert "answers 404 to POST /api/macros (Not Found)" in pushed.err
        assert "fault" not in pushed.err


def test_a_request_that_timed_out_gets_as_long_again_before_it_is_looked_for() -> None:
    answers: list[Any] = [httpx.ReadTimeout("slow"), httpx.Response(200, json={"done": True})]

    def answered(_request: httpx.Request) -> httpx.Response:
        answer = answers.pop(0)
        if isinstance(answer, Exception):
            raise answer
        found: httpx.Response = answer
        return found

    slept: list[float] = []
    with httpx.Client(base_url="https://example.com", transport=httpx.MockTransport(answered)) as http:
        assert Client(http, "Desk", patience=Patience(sleep=slept.append)).send("PUT", "/x") == {"done": True}
    assert slept == [TIMEOUT, 0.0]


def test_what_is_gone_already_counts_as_deleted(server: Server, push: Pusher) -> None:
    push(server, "--yes")
    server.faults.append(Fault("DELETE", 404))
    pushed = push(server, "--yes", "--delete-orphans", catalogue=without())
    assert pushed.code == 0
    assert REPLY in lines(pushed, "deleted")


def test_a_list_without_end_is_given_up(push: Pusher) -> None:
    class Endless(Gorgias):
        @override
        def listed(self, query: Mapping[str, str]) -> Any:
            return {**super().listed({"limit": query["limit"]}), "meta": {"next_cursor": "same"}}

    with Endless() as server:
        pushed = push(server, "--yes")
        assert pushed.code == 1
        assert not server.writes
        assert "the same page" in pushed.err
