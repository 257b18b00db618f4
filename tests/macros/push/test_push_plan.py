"""The plan as a plain function: whatever is over there, after a push nothing is left to do."""

from __future__ import annotations

import json
import tempfile
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from macros.exports.push.carry_out import Report, carry_out
from macros.exports.push.command import HELPDESKS
from macros.exports.push.content import fingerprint, html_content, tags_content, text_content
from macros.exports.push.entry import ID, Helpdesk, Ours, Theirs, our_id
from macros.exports.push.errors import RefusedError
from macros.exports.push.plan import WRITES, Kind, Wishes, plan
from macros.exports.push.state import State
from macros.exports.tools import chatwoot, gorgias, zendesk
from tests.product import catalogue, small

if TYPE_CHECKING:
    from collections.abc import Callable

ALL = Wishes(overwrite_edited=True, delete_orphans=True)
IDS = [f"scenarios/a/{name}/chat" for name in "bcdef"]
whatever_the_load = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
REPORT = Report(lambda _: None, lambda _: None)


@dataclass
class Desk:
    """A helpdesk in memory; it may rewrite what it is given, and refuse some requests."""

    entries: dict[int, Theirs] = field(default_factory=dict)
    rewrite: Callable[[str], str] = str
    marks: bool = False
    refusals: list[bool] = field(default_factory=list)
    numbers: count[int] = field(default_factory=lambda: count(1))

    def add(self, entry_id: str, content: str, pushed: str = "") -> Theirs:
        """Put an entry there."""
        key = next(self.numbers)
        self.entries[key] = Theirs(key, entry_id, content, pushed)
        return self.entries[key]

    def create(self, one: Ours) -> Theirs:
        """Create an entry."""
        self._may_refuse()
        return self.add(one.id, self.rewrite(one.content), one.content if self.marks else "")

    def listed(self) -> list[Theirs]:
        """All entries."""
        return [*self.entries.values()]

    def holds(self, key: int) -> bool:
        """Whether an entry is there."""
        return key in self.entries

    def update(self, theirs: Theirs, one: Ours) -> Theirs:
        """Update an entry."""
        self._may_refuse()
        pushed = one.content if self.marks else ""
        self.entries[theirs.key] = Theirs(theirs.key, one.id, self.rewrite(one.content), pushed)
        return self.entries[theirs.key]

    def delete(self, theirs: Theirs) -> None:
        """Delete an entry."""
        self._may_refuse()
        del self.entries[theirs.key]

    def _may_refuse(self) -> None:
        if self.refusals and self.refusals.pop():
            raise RefusedError("no")


@st.composite
def desks(draw: st.DrawFn) -> Desk:
    rewrite: Callable[[str], str] = draw(st.sampled_from([lambda text: text, str.upper, "<{}>".format]))
    desk = Desk(rewrite=rewrite, marks=draw(st.booleans()))
    for entry_id, content, pushed in draw(
        st.lists(st.tuples(st.sampled_from([*IDS, ""]), st.sampled_from("xyz"), st.sampled_from(["", "x", "y"])))
    ):
        desk.add(entry_id, content, pushed)
    return desk


catalogues = st.dictionaries(st.sampled_from(IDS), st.sampled_from("xyz")).map(
    lambda words: [Ours(name, {}, content) for name, content in words.items()]
)
edits = st.lists(st.tuples(st.integers(0, 20), st.sampled_from(["edit", "delete", "unname", "copy"])), max_size=5)


def pushed(desk: Desk, ours: list[Ours], state: State, wishes: Wishes) -> int:
    return carry_out(plan(ours, [*desk.entries.values()], state, wishes), desk, state, REPORT)


def by_hand(desk: Desk, changes: list[tuple[int, str]]) -> None:
    for place, what in changes:
        if not desk.entries:
            return
        entry = [*desk.entries.values()][place % len(desk.entries)]
        if what == "delete":
            del desk.entries[entry.key]
        elif what == "copy":
            desk.add(entry.id, entry.content, entry.pushed)
        else:
            edited = entry._replace(content="by hand") if what == "edit" else entry._replace(id="")
            desk.entries[entry.key] = edited


@whatever_the_load
@given(desk=desks(), first=catalogues, changes=edits, second=catalogues)
def test_after_a_push_the_plan_is_all_unchanged(
    desk: Desk, first: list[Ours], changes: list[tuple[int, str]], second: list[Ours]
) -> None:
    with tempfile.TemporaryDirectory() as folder:
        state = State(Path(folder) / "state.json")
        for ours in (first, second):
            assert pushed(desk, ours, state, ALL) == 0
            steps = plan(ours, [*desk.entries.values()], State(Path(folder) / "state.json"), ALL)
            assert {step.kind for step in steps} <= {Kind.UNCHANGED, Kind.COPY, Kind.ORPHAN}
            left = [(state.get(step.id), step.theirs) for step in steps if step.kind is Kind.ORPHAN]
            assert not [past for past, theirs in left if past and theirs and past.key == theirs.key]
            assert [step.id for step in steps if step.kind is Kind.UNCHANGED] == [one.id for one in ours]
            by_hand(desk, changes)


@whatever_the_load
@given(desk=desks(), first=catalogues, changes=edits, second=catalogues, refusals=st.lists(st.booleans()))
def test_however_often_it_is_cut_off_no_reply_is_there_twice(
    desk: Desk, first: list[Ours], changes: list[tuple[int, str]], second: list[Ours], refusals: list[bool]
) -> None:
    before = {one.id: sum(entry.id == one.id for entry in desk.entries.values()) for one in (*first, *second)}
    with tempfile.TemporaryDirectory() as folder:
        state = State(Path(folder) / "state.json")
        for ours in (first, second):
            desk.refusals = [*refusals]
            while pushed(desk, ours, state, Wishes(overwrite_edited=True)):
                pass
            now = {one.id: sum(entry.id == one.id for entry in desk.entries.values()) for one in ours}
            assert all(now[name] == max(1, before[name]) for name in now)
            by_hand(desk, [change for change in changes if change[1] == "edit"])


@whatever_the_load
@given(desk=desks(), first=catalogues, changes=edits, second=catalogues)
def test_without_the_options_no_edit_is_lost_and_nothing_is_deleted(
    desk: Desk, first: list[Ours], changes: list[tuple[int, str]], second: list[Ours]
) -> None:
    with tempfile.TemporaryDirectory() as folder:
        state = State(Path(folder) / "state.json")
        pushed(desk, first, state, Wishes())
        by_hand(desk, changes)
        edited = {key: entry for key, entry in desk.entries.items() if entry.content == "by hand"}
        keys = set(desk.entries)
        pushed(desk, second, state, Wishes())
        assert desk.entries.items() >= edited.items()
        assert set(desk.entries) >= keys


@whatever_the_load
@given(desk=desks(), ours=catalogues)
def test_the_plan_names_every_reply_and_every_entry_of_ours_once(desk: Desk, ours: list[Ours]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        steps = plan(ours, [*desk.entries.values()], State(Path(folder) / "state.json"), Wishes())
    assert [step.ours for step in steps if step.ours] == ours
    keys = sorted(step.theirs.key for step in steps if step.theirs)
    assert keys == [entry.key for entry in desk.entries.values() if entry.id]
    assert all(step.why for step in steps if step.kind not in WRITES | {Kind.UNCHANGED})


ALIKE = {
    "void tags": ("Hi<br>you", "Hi<br />you"),
    "entities": ("it's &amp; so", "it&#39;s &amp; so"),
    "spaces": ("<p>Hi</p>\n<p>you</p>", "<p>Hi</p><p>\n  you</p>"),
    "hard spaces": ("a b", "a&nbsp;b"),
    "links": ('<a href="x">y</a>', '<a rel="noopener" href="x" target="_blank">y</a>'),
    "attributes": ('<a href="x" title="t">y</a>', "<A title=t href=x>y</A>"),
}
DIFFERENT = {
    "words": ("<p>Hi</p>", "<p>Hey</p>"),
    "a mark": ("<p>Hi</p>", "<p><strong>Hi</strong></p>"),
    "an address": ('<a href="x">y</a>', '<a href="z">y</a>'),
    "a color": ("<p>Hi</p>", '<p style="color: red">Hi</p>'),
    "a picture": ("<p>Hi</p>", '<p>Hi<img src="x"></p>'),
    "words and tags": ("&lt;b&gt;", "<b>"),
    "spaces between words": ("<b>a</b> <b>c</b>", "<b>a</b><b>c</b>"),
    "lines": ("a<br>b", "a b"),
}


@pytest.mark.parametrize(("one", "other"), ALIKE.values(), ids=ALIKE)
def test_html_that_shows_alike_is_alike(one: str, other: str) -> None:
    assert html_content(one) == html_content(other)


@pytest.mark.parametrize(("one", "other"), DIFFERENT.values(), ids=DIFFERENT)
def test_html_that_shows_otherwise_is_not(one: str, other: str) -> None:
    assert html_content(one) != html_content(other)


def test_text_is_compared_without_the_ends_of_its_lines() -> None:
    assert text_content("a  \r\n\r\nb\n") == text_content("a\n\nb") != text_content("a\nb")


def test_tags_are_compared_as_a_set() -> None:
    assert tags_content("b, a") == tags_content("a b") != tags_content("a")


def test_a_fingerprint_is_short_and_differs() -> None:
    assert len(fingerprint("a")) == 16
    assert len({fingerprint(content) for content in ("a", "b", ["a"], None, "\ud800")}) == 5


@pytest.mark.parametrize("text", ["scenarios/a/b", "scenarios/a/b/fax", "scenarios/a/b/chat/x", "x/a/b/chat", None, 5])
def test_what_is_no_id_of_ours_is_not_taken_for_one(text: object) -> None:
    assert not our_id(text)


@pytest.mark.parametrize("desk", HELPDESKS.values(), ids=HELPDESKS)
def test_every_reply_of_the_playbook_has_an_id_that_is_known_again(desk: Helpdesk) -> None:
    ids = [one.id for one in desk.replies(catalogue())]
    assert all(map(ID.fullmatch, ids))
    assert len(set(ids)) == len(ids) > 200


def lines_of(tool: str) -> list[object]:
    if tool == "chatwoot":
        found: list[object] = json.loads(chatwoot.TOOL.files(*small())["canned_responses.json"])
        return found
    module = {"zendesk": zendesk, "gorgias": gorgias}[tool]
    return [json.loads(line) for line in module.TOOL.files(*small())["macros.jsonl"].decode().splitlines()]


@pytest.mark.parametrize("tool", HELPDESKS)
def test_what_is_pushed_is_what_the_exports_hold(tool: str) -> None:
    sent = [one.payload for one in HELPDESKS[tool].replies(small()[0])]
    if tool == "zendesk":
        sent = [{"macro": {**one["macro"], "description": one["macro"]["description"][:-17]}} for one in sent]
    assert sent == lines_of(tool)
