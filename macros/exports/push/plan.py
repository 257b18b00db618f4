"""What a push would do: a plain comparison of our replies, their entries and what was last pushed."""

from __future__ import annotations

from collections import Counter, defaultdict
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from macros.exports.push.entry import Ours, Theirs
    from macros.exports.push.state import Past, State


class Kind(StrEnum):
    """What becomes of an entry."""

    CREATE = "create"
    UPDATE = "update"
    DELETE = "delete"
    UNCHANGED = "unchanged"
    EDITED = "edited"
    ORPHAN = "orphan"
    COPY = "copy"


WRITES = {Kind.CREATE, Kind.UPDATE, Kind.DELETE}
LEFT_AS_IT_IS = "edited over there since it was last pushed, and left so; --overwrite-edited replaces it"
GONE_HERE = "no longer in the playbook, and left there; --delete-orphans deletes it"
GONE_AND_EDITED = "no longer in the playbook, edited over there, and left so; both options together delete it"
GONE_AND_UNKNOWN = (
    "no longer in the playbook, and not in the notes of what was pushed: only you can tell whether to delete it"
)
A_COPY = "carries the same id as another one, and is left alone; delete it over there, or change its id"


class Wishes(NamedTuple):
    """What a push may do beyond creating, and updating what nobody edited."""

    overwrite_edited: bool = False
    delete_orphans: bool = False


class Step(NamedTuple):
    """What becomes of one reply or entry, and why where that is not plain."""

    kind: Kind
    id: str
    ours: Ours | None = None
    theirs: Theirs | None = None
    why: str = ""


def plan(ours: Sequence[Ours], theirs: Sequence[Theirs], state: State, wishes: Wishes) -> list[Step]:
    """What a push would do, in the order of the catalogue, then what is only over there."""
    by_id = defaultdict(list)
    for entry in sorted(theirs):
        by_id[entry.id].append(entry)
    unnamed = {entry.key: entry for entry in by_id.pop("", ())}
    steps: list[Step] = []
    for one in ours:
        past = state.get(one.id)
        renamed = [unnamed[past.key]] if past and past.key in unnamed else []
        steps += _of_ours(one, by_id.pop(one.id, renamed), past, wishes)
    return steps + [_orphan(entry, state, wishes) for entries in by_id.values() for entry in entries]


def summary(steps: Sequence[Step]) -> str:
    """The plan in one line."""
    count = Counter(step.kind for step in steps)
    parts = [f"{count[kind]} to {kind}" for kind in (Kind.CREATE, Kind.UPDATE, Kind.DELETE)]
    parts += [f"{count[Kind.UNCHANGED]} unchanged", f"{count[Kind.EDITED]} edited over there"]
    parts += [f"{count[Kind.ORPHAN]} only over there"]
    return ", ".join(parts) + "."


def _of_ours(one: Ours, entries: Sequence[Theirs], past: Past | None, wishes: Wishes) -> Iterator[Step]:
    if not entries:
        yield Step(Kind.CREATE, one.id, one)
        return
    chosen = next((entry for entry in entries if past and entry.key == past.key), entries[0])
    yield _of_both(one, chosen, past, wishes)
    for entry in entries:
        if entry is not chosen:
            yield Step(Kind.COPY, one.id, None, entry, A_COPY)


def _of_both(one: Ours, entry: Theirs, past: Past | None, wishes: Wishes) -> Step:
    if entry.content == one.content or (past and (one.content, entry.content) == (past.pushed, past.kept)):
        return Step(Kind.UNCHANGED, one.id, one, entry)
    if _untouched(entry, past):
        return Step(Kind.UPDATE, one.id, one, entry)
    if wishes.overwrite_edited:
        return Step(Kind.UPDATE, one.id, one, entry, "edited over there")
    return Step(Kind.EDITED, one.id, one, entry, LEFT_AS_IT_IS)


def _orphan(entry: Theirs, state: State, wishes: Wishes) -> Step:
    past = state.get(entry.id)
    if past is None or entry.key != past.key:
        return Step(Kind.ORPHAN, entry.id, None, entry, GONE_AND_UNKNOWN)
    untouched = _untouched(entry, past)
    if wishes.delete_orphans and (untouched or wishes.overwrite_edited):
        return Step(Kind.DELETE, entry.id, None, entry, "" if untouched else "edited over there")
    return Step(Kind.ORPHAN, entry.id, None, entry, GONE_HERE if untouched else GONE_AND_EDITED)


def _untouched(entry: Theirs, past: Past | None) -> bool:
    """Whether it is as it was last pushed, from here or, as its own mark says, from elsewhere."""
    return entry.content == entry.pushed or bool(past and entry.content in (past.pushed, past.kept))
