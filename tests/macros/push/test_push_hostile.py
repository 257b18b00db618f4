"""Whatever a server does, a push ends with a line that says so: no token leaves, nothing is there twice or deleted."""

from __future__ import annotations

import gzip
import json
import re
import time
from typing import TYPE_CHECKING, Any

import pytest

from macros.exports.push.content import fingerprint
from tests.macros.push.hostile_scripts import (
    HEAD,
    already,
    answer,
    both,
    changed,
    does,
    drips,
    each,
    echoes,
    floods,
    lags,
    meanwhile,
    on,
    on_one,
    says,
    sends,
    then,
)
from tests.macros.push.hostile_world import HASTY, Row, Thief, faults, run, snapshot
from tests.macros.push.push_helpdesks import Chatwoot, Gorgias, Zendesk
from tests.macros.push.push_world import REPLY, TEMPLATE, Pusher

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from tests.macros.push.push_servers import Script, Server

pytestmark = pytest.mark.slow

DELETE = "--yes --delete-orphans"
ALL = "--yes --delete-orphans --overwrite-edited"
ODD_ID = f"{TEMPLATE}-of-old/chat"
NEST = b"[" * 100_000
BOMB = gzip.compress(b"[" + b" " * 20_000_000 + b"]")


def after(script: Script, method: str = "POST") -> Callable[[Server], Script]:
    """A request is carried out, and then answered otherwise, once."""
    return lambda _: on(method, does(script), times=1)


def plain(script: Script, method: str = "GET") -> Callable[[Server], Script]:
    """All requests of a method are answered so, and not carried out."""
    return lambda _: on(method, script)


def forged(**part: Any) -> Callable[[Server], Script]:
    """Each listed entry has some other part."""
    return lambda _: on("GET", changed(each(lambda raw: {**raw, **part})))


def meta(**part: Any) -> Callable[[Server], Script]:
    """The list says something else of its next page."""
    return lambda _: on("GET", changed(lambda said: {**said, "meta": {**said["meta"], **part}}))


def new_cursors(server: Server) -> Script:
    """Each page leads to another one."""
    pages = iter(range(10**9))

    def endless(said: Any) -> Any:
        cursor = f"c{next(pages)}"
        return {**said, "meta": {"has_more": True, "after_cursor": cursor, "next_cursor": cursor}}

    del server
    return lambda asked: [answer(endless({"macros": [], "data": []}))] if asked.method == "GET" else None


def new_entries(server: Server) -> Script:
    """Each page holds a hundred entries that no other held."""
    numbers = iter(range(1, 10**9))
    del server

    def page(_: object) -> list[bytes]:
        found = [{"id": next(numbers), "title": "x", "actions": []} for _ in range(100)]
        return [answer({"macros": found, "meta": {"has_more": True, "after_cursor": str(found[0]["id"])}})]

    return page


def by_hand(server: Server, **part: Any) -> Callable[[], object]:
    """Somebody puts a like entry there, with some other parts."""

    def add() -> object:
        like = next(raw for raw in server.entries.values() if server.id_of(raw) == REPLY)
        return server.add({**like, "by_hand": True, **part})

    return add


def edits(server: Server) -> Callable[[], object]:
    """Somebody edits the entries of a reply."""
    return lambda: [server.edit(raw, "By hand.") for raw in server.entries.values() if REPLY in server.id_of(raw)]


def edited_after_the_list(server: Server) -> Script:
    """Somebody edits a reply while we read the list."""
    return then("GET", edits(server))


def fresh(**part: Any) -> Callable[[Server], Script]:
    """An entry that we never pushed lies there, with parts that look like ours."""
    return lambda server: already(by_hand(server, **part))


def marked(server: Server) -> Script:
    """An entry that we never pushed carries an id, and a mark that fits its content."""
    content = fingerprint(["Theirs", []])
    return already(by_hand(server, title="Theirs", actions=[], description=f"{ODD_ID} {content}"))


def renumbered(server: Server) -> Script:
    """The list gives the number of another entry to each."""
    by_hand(server, external_id=None, description=None, short_code="own")()
    return on("GET", changed(each(lambda raw: {**raw, "id": raw["id"] + 1})))


def others(server: Server) -> Script:
    """Whichever entry is asked for, another one comes."""
    return on_one(changed(lambda said: said if "error" in said else server.wrapped({**_raw(said), "id": 7})))


def _raw(said: Any) -> Any:
    return said.get("macro", said)


def gone(server: Server) -> Script:
    """The list is empty all at once."""
    empty: Any = {"macros": [], "data": [], "meta": {"has_more": False, "next_cursor": None}}
    return on("GET", says([] if server.tool == "chatwoot" else empty), times=1)


def lost_and_lagging(server: Server) -> Script:
    """All creates are carried out and never answered, and the list shows none of them."""
    return both(on("POST", does(sends())), lags(server))


def one_lost_and_lagging(server: Server) -> Script:
    """The last create is carried out and not answered, and the list lags."""
    return both(on("POST", does(sends()), skip=8), lags(server))


def not_created(server: Server) -> Script:
    """No create is carried out, and the list is always the same."""
    del server
    return on("POST", says({"error": "x"}, 500))


def _silent(_: object) -> Iterator[bytes]:
    time.sleep(0.6)
    yield b""


LIST = {
    "a new cursor for ever": Row(Gorgias, new_cursors, "no end after 20 pages"),
    "a new cursor for ever in the plan": Row(Zendesk, new_cursors, "no end after 20 pages", options=""),
    "new entries for ever": Row(Zendesk, new_entries, "lists more than 200 entries"),
    "a list of too many bytes": Row(Zendesk, new_entries, "no end after 5000 bytes", limits={"listing_bytes": 5000}),
    "a list that takes too long": Row(Gorgias, new_cursors, "no end after 0.01 seconds", limits={"listing": 0.01}),
    "the same cursor again": Row(Zendesk, meta(has_more=True, after_cursor="0"), "same page of its list"),
    "a cursor that cannot be sent": Row(Gorgias, meta(next_cursor="\ud800"), "a text as the cursor", 2),
    "a cursor of a megabyte": Row(Gorgias, meta(next_cursor="x" * 200_000), "a text as the cursor", 2),
    "a cursor that is an object": Row(
        Zendesk, meta(has_more=True, after_cursor={"a": 1}), "object with a as the cur", 2
    ),
    "a slow body": Row(Chatwoot, plain(drips(HEAD + b"\r\n[")), "no whole answer within 0.3 s", limits=HASTY),
    "slow headers": Row(Gorgias, plain(drips(HEAD + b"X-A: ", b"a")), "no whole answer within 0.3 s", limits=HASTY),
    "100 for ever": Row(
        Zendesk, plain(floods(b"", b"HTTP/1.1 100 Continue\r\n\r\n")), "sends more than 300000 bytes", 2
    ),
    "102 now and then": Row(
        Zendesk, plain(drips(b"", b"HTTP/1.1 102 Processing\r\n\r\n")), "no whole answer within 0.3 s", limits=HASTY
    ),
    "silence": Row(Gorgias, lambda _: on("GET", _silent), "timed out", limits=HASTY),
    "a body without end": Row(Zendesk, plain(floods(HEAD + b"\r\n[", b"[]," * 999)), "sends more than 300000", 2),
    "chunks without end": Row(
        Chatwoot,
        plain(floods(HEAD + b"Transfer-Encoding: chunked\r\n\r\n", b"3\r\n[],\r\n" * 99)),
        "sends more than",
        2,
    ),
    "headers without end": Row(Gorgias, plain(floods(HEAD, b"X-A: " + b"a" * 999 + b"\r\n")), "cannot be reached"),
    "a bomb": Row(Chatwoot, plain(says(BOMB, Content_Encoding="gzip")), "it is compressed", 2),
    "a bomb in an error": Row(Gorgias, plain(says(BOMB, 422, Content_Encoding="gzip")), "answers 422", 2),
    "cookies of 60 KB": Row(Gorgias, plain(says({"data": 1}, Set_Cookie="a=" + "b" * 60_000)), "a number as data", 2),
    "null for a list": Row(Zendesk, plain(says({"macros": None, "meta": {"has_more": False}})), "null as macros", 2),
    "an object for a list": Row(
        Gorgias, plain(says({"data": {}, "meta": {}})), "an object with nothing in it as data", 2
    ),
    "a text for a list": Row(Chatwoot, plain(says({"payload": ""})), "a text as the canned responses", 2),
    "null": Row(Gorgias, plain(says(None)), r"unknown form \(null\)", 2),
    "a text": Row(Chatwoot, plain(says("hello")), "a text as the canned responses", 2),
    "nothing": Row(Zendesk, plain(says(b"")), r"unknown form \(null\)", 2),
    "names of another service": Row(Zendesk, plain(says({"a\x1b[31m": 1})), r"an object with a \[31m", 2),
    "a web page": Row(Gorgias, plain(says(b"<!doctype html>", Content_Type="text/html")), "not JSON", 2),
    "another encoding": Row(Chatwoot, plain(says("[é".encode("latin-1"))), "not JSON", 2),
    "nested too deeply": Row(Chatwoot, plain(says(NEST)), "nests too deeply", 2),
    "an entry nested deeply": Row(
        Zendesk,
        forged(actions=[{"field": "x", "value": json.loads("[" * 90 + "]" * 90)}]),
        "to create|edited",
        1,
        words="same",
    ),
    "a number of 5000 digits": Row(Gorgias, plain(says(b'{"data":[{"id":' + b"9" * 5000 + b"}]}")), "not JSON", 2),
    "a number of an entry without end": Row(
        Zendesk,
        plain(says(b'{"macros":[{"id":1e400,"title":"","actions":[]}],"meta":{"has_more":false}}')),
        "a number as",
        2,
    ),
    "a number with a point": Row(Gorgias, forged(id=1.5), "a number as the number of an entry", 2, DELETE, "without"),
    "true for a number": Row(Gorgias, forged(id=True), "true or false as the number", 2, DELETE, "without"),
    "a number that is a path": Row(Chatwoot, forged(id="../1"), "a text as the number", 2, DELETE, "without"),
    "a number with a query": Row(Zendesk, forged(id="1?x="), "a text as the number", 2, DELETE, "without"),
    "a number with a line break": Row(Gorgias, forged(id="1\n"), "a text as the number", 2, DELETE, "without"),
    "a number in other digits": Row(Zendesk, forged(id="١٢"), "a text as the number", 2, DELETE, "without"),
    "one number for all": Row(Chatwoot, forged(id=101), "two entries under the number 101", 1, DELETE, "without"),
    "tags without end": Row(Chatwoot, forged(content="<a " * 20_000), "more than 300000 bytes", 2, words="same"),
    "tags that take a parser long": Row(
        Zendesk,
        forged(actions=[{"field": "comment_value_html", "value": "<a " * 30_000}]),
        "edited over there",
        words="same",
        limits={"answer": 5_000_000},
    ),
    "a section that a parser refuses": Row(
        Gorgias, forged(actions=[{"name": "x", "arguments": {"body_html": "<![x[y]]>"}}]), "edited over", words="same"
    ),
    "cut short": Row(Gorgias, plain(sends(HEAD + b"Content-Length: 99\r\n\r\n[")), "cannot be reached"),
    "longer than it says": Row(Chatwoot, plain(sends(HEAD + b"Content-Length: 1\r\n\r\n[]")), "not JSON", 2),
    "a length that is none": Row(Zendesk, plain(sends(HEAD + b"Content-Length: -5\r\n\r\n[]")), "cannot be reached"),
    "chunks that are none": Row(
        Gorgias, plain(sends(HEAD + b"Transfer-Encoding: chunked\r\n\r\nzz\r\n")), "cannot be reached"
    ),
    "not HTTP": Row(Chatwoot, plain(sends(b"SSH-2.0-OpenSSH_9.9\r\n")), "cannot be reached"),
    "another protocol": Row(Zendesk, plain(sends(b"HTTP/1.1 101 Switching Protocols\r\n\r\n\0")), "cannot be reached"),
    "it hangs up": Row(Gorgias, plain(sends()), "cannot be reached"),
    "seconds in other digits": Row(Gorgias, plain(says(1, 429, Retry_After="²")), "answers 429 to GET"),
    "seconds without end": Row(Zendesk, plain(says(1, 429, Retry_After="9" * 5000)), "answers 429 to GET"),
    "a moment without end": Row(
        Chatwoot, plain(says(1, 503, Retry_After="Wed, 04 Mar 9999 10:00:00 -9999", Date="x")), "answers 503 to GET"
    ),
    "a long wait": Row(
        Zendesk,
        lambda _: on("GET", says(1, 429, Retry_After="120"), times=1),
        "Waiting 120 seconds: Zendesk answers 429",
        0,
    ),
    "a token sent back": Row(Gorgias, plain(echoes(422)), "answers 422", 2),
    "a token sent back by name": Row(Chatwoot, plain(echoes(400)), "answers 400", 2),
    "a token sent back in a broken header": Row(
        Zendesk,
        lambda _: on("GET", lambda asked: [HEAD + f"{asked.headers['Authorization']}\r\n\r\n".encode()]),
        "reached",
    ),
    "an error in an encoding that is none": Row(
        Zendesk, plain(says("no", 422, Content_Type="application/json; charset=zlib")), "answers 422", 2
    ),
    "an error with control characters": Row(Gorgias, plain(says(b'"\x1b[31m\x07\xe2\x80\xae"', 422)), "answers 422", 2),
}


WRITES = {
    "broken after success": Row(Gorgias, after(says({"error": "x"}, 500)), "9 to create", 0),
    "broken after each success": Row(Zendesk, lambda _: on("POST", does(says("x", 502))), "9 to create", 0),
    "lost after success": Row(Chatwoot, after(sends()), "13 to create", 0),
    "cut short after success": Row(Zendesk, after(sends(HEAD + b"Content-Length: 9\r\n\r\n{")), "9 to create", 0),
    "slow after success": Row(Gorgias, after(drips(HEAD + b"\r\n{")), "Waiting|9 to create", 0, limits=HASTY),
    "silent after success": Row(Chatwoot, after(_silent), "13 to create", 0, limits=HASTY),
    "too large after success": Row(Zendesk, after(floods(HEAD + b"\r\n[", b"[]," * 999)), "9 to create", 0),
    "a web page after success": Row(Gorgias, after(says(b"<html>", 201, Content_Type="text/html")), "9 to create", 0),
    "nothing after success": Row(Zendesk, after(says(b"", 201)), "9 to create", 0),
    "null after success": Row(Chatwoot, after(says(None, 201)), "13 to create", 0),
    "a bomb after success": Row(Gorgias, after(says(BOMB, 201, Content_Encoding="gzip")), "9 to create", 0),
    "deeply nested after success": Row(Chatwoot, after(says(NEST, 201)), "13 to create", 0),
    "another place after success": Row(Zendesk, after(says(b"", 303, Location="http://[")), "9 to create", 0),
    "a number that is a path after success": Row(
        Gorgias, lambda _: on("POST", changed(lambda said: {**said, "id": "../1"}), times=1), "9 to create", 0
    ),
    "another entry after success": Row(
        Zendesk,
        lambda _: on("POST", changed(lambda said: {"macro": {**said["macro"], "description": None}}), times=1),
        "9 to create",
        0,
    ),
    "lost, and a list that lags": Row(Zendesk, lost_and_lagging, "may be there or not: 127.0.0.1 cannot be reached"),
    "lost, and a list that lags for a while": Row(
        Gorgias, lambda server: both(after(sends())(server), lags(server, 3)), "9 to create", 0
    ),
    "the last one lost, and a list that lags": Row(Gorgias, one_lost_and_lagging, "may be there or not"),
    "all lost in a list that cannot be read": Row(
        Chatwoot, lambda _: both(on("POST", does(sends())), on("GET", says(None), skip=1)), "cannot be looked up"
    ),
    "broken without success": Row(Gorgias, not_created, "may be there or not: Gorgias answers 500"),
    "broken without success, once": Row(
        Zendesk, lambda _: on("POST", says({"error": "x"}, 500), times=1), "created", 0
    ),
    "an empty list": Row(Zendesk, gone, "the list lacks it", words="same"),
    "an empty list of codes": Row(Chatwoot, gone, "answers 422", words="same"),
    "an empty list and new words": Row(Gorgias, gone, "the list lacks it", words="reworded"),
    "a change with another number": Row(
        Gorgias, lambda _: on("PUT", changed(lambda said: {**said, "id": 7})), "answers with 7", words="reworded"
    ),
    "a change of another reply": Row(
        Chatwoot, lambda _: on("PATCH", changed(lambda said: {**said, "short_code": "x"})), "another", words="reworded"
    ),
    "a change that is lost": Row(Zendesk, after(sends(), "PUT"), "updated", 0, words="reworded"),
    "a change that nothing answers": Row(Gorgias, after(says(b"", 200), "PUT"), "unknown form", words="reworded"),
    "an edit that bears our mark": Row(
        Zendesk, lambda server: already(edits(server)), "edited over there", words="reworded"
    ),
    "a token sent back by a write": Row(Zendesk, lambda _: on("POST", echoes(422)), "answers 422 to POST"),
    "a token sent back by a change": Row(
        Chatwoot, lambda _: on("PATCH", echoes(422)), "422 to PATCH", words="reworded"
    ),
    "an empty page between": Row(
        Gorgias, lambda _: on("GET", changed(lambda said: {**said, "data": []})), "the list lacks it", words="same"
    ),
}
DELETIONS = {
    "an orphan edited meanwhile": Row(Zendesk, edited_after_the_list, "has changed", 1, DELETE, "without"),
    "one of Gorgias": Row(Gorgias, edited_after_the_list, "has changed", 1, DELETE, "without"),
    "one of Chatwoot": Row(Chatwoot, edited_after_the_list, "has changed", 1, DELETE, "without"),
    "edited, though edits may go": Row(Gorgias, edited_after_the_list, "has changed", 1, ALL, "without"),
    "an edited one": Row(Zendesk, lambda server: already(edits(server)), "edited over", 0, DELETE, "without"),
    "a mark that anyone can write": Row(Zendesk, marked, "not in the notes", 0, ALL, "without"),
    "an id that anyone can write": Row(Gorgias, fresh(external_id=ODD_ID), "not in the notes", 0, ALL, "without"),
    "a code that anyone can write": Row(
        Chatwoot, fresh(short_code=ODD_ID.replace("/", ".")), "not in the notes", 0, ALL, "without"
    ),
    "a copy of an orphan": Row(Zendesk, fresh(), "not in the notes", 0, ALL, "without"),
    "a copy of an orphan of Gorgias": Row(Gorgias, fresh(), "not in the notes", 0, ALL, "without"),
    "all numbers moved by one": Row(Zendesk, renumbered, "not in the notes", 0, DELETE, "without"),
    "all numbers of Gorgias moved by one": Row(Gorgias, renumbered, "not in the notes", 0, ALL, "without"),
    "all numbers of Chatwoot moved by one": Row(Chatwoot, renumbered, "not in the notes", 0, ALL, "without"),
    "another entry than was asked for": Row(Zendesk, others, "has changed", 1, DELETE, "without"),
    "one that cannot be read again": Row(
        Gorgias, lambda _: on_one(says("x", 500)), "answers 500 to GET", 1, DELETE, "without"
    ),
    "one that is read again slowly": Row(
        Zendesk, lambda _: on_one(drips(HEAD)), "cannot be reached", 1, DELETE, "without", HASTY
    ),
    "one that is read again as null": Row(Gorgias, lambda _: on_one(says(None)), "unknown form", 1, DELETE, "without"),
    "edited between two tries": Row(
        Gorgias,
        lambda server: on("DELETE", meanwhile(edits(server), says("x", 500)), times=1),
        "has changed",
        1,
        DELETE,
        "without",
    ),
    "deleted, and not answered": Row(Chatwoot, after(sends(), "DELETE"), "deleted", 0, DELETE, "without"),
    "deleted, and broken": Row(Zendesk, after(says("x", 500), "DELETE"), "deleted", 0, DELETE, "without"),
    "deleted, and a web page": Row(Gorgias, after(says(b"<p>", 200), "DELETE"), "deleted", 0, DELETE, "without"),
    "a list of which nothing is ours": Row(Gorgias, forged(external_id=ODD_ID), "the list lacks it", 1, ALL, "without"),
}


REDIRECTS = [
    (Zendesk, "GET", 301),
    (Gorgias, "GET", 307),
    (Zendesk, "POST", 302),
    (Chatwoot, "POST", 308),
    (Gorgias, "DELETE", 303),
    (Chatwoot, "DELETE", 307),
]


@pytest.mark.parametrize("row", LIST.values(), ids=LIST)
def test_a_list_that_cannot_be_read_ends_a_push(row: Row, push: Pusher) -> None:
    assert ended(row, push) == []


@pytest.mark.parametrize("row", WRITES.values(), ids=WRITES)
def test_no_write_is_done_twice(row: Row, push: Pusher) -> None:
    assert ended(row, push) == []


@pytest.mark.parametrize("row", DELETIONS.values(), ids=DELETIONS)
def test_nothing_is_deleted_that_is_not_certainly_ours(row: Row, push: Pusher) -> None:
    assert ended(row, push) == []


@pytest.mark.parametrize(("kind", "method", "status"), REDIRECTS)
def test_no_redirect_is_followed(kind: type[Server], method: str, status: int, push: Pusher) -> None:
    words = "without" if method == "DELETE" else ""
    code = 2 if method == "GET" else 1
    with Thief() as thief:
        script = on(method, says(b"", status, Location=thief.url))
        row = Row(kind, lambda _: script, f"{status} to {method}", code, DELETE, words)
        assert ended(row, push) == []
        assert not thief.seen


def ended(row: Row, push: Pusher) -> list[str]:
    """What is wrong with how a push ends."""
    with row.kind() as server, Thief() as thief:
        if row.words:
            assert push(server, "--yes").code == 0
        known = snapshot(server)
        server.script = row.script(server)
        done = run(push, server, row)
        found = faults(server, done, known)
        text = done.pushed.out + done.pushed.err
        found += [f"exit code {done.pushed.code}"] * (done.pushed.code != row.code)
        found += [f"does not say so: {text[-300:]}"] * (not re.search(row.says, text))
        found += ["a thief was sent there"] * bool(thief.seen)
        return found
