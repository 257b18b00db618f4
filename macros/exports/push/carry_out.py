"""A plan carried out, entry by entry: what fails is named, the rest goes on, and each success is noted at once."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from macros.exports.push.errors import DeniedError, PushError, UnansweredError
from macros.exports.push.plan import WRITES, Kind
from macros.exports.push.state import Past

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from macros.exports.push.account import Entries
    from macros.exports.push.entry import Ours, Theirs
    from macros.exports.push.plan import Step
    from macros.exports.push.state import State

# A server that answers none of so many entries in a row is down.
PATIENCE = 3


class Report(NamedTuple):
    """Where to say what was done, and what failed."""

    done: Callable[[str], None]
    failed: Callable[[str], None]


def carry_out(steps: Sequence[Step], entries: Entries, state: State, report: Report) -> int:
    """Do what a plan says.

    Returns:
        How many of its writes were not done.
    """
    same = [step for step in steps if step.kind is Kind.UNCHANGED]
    state.note({step.id: _past(step.ours, step.theirs) for step in same if step.ours and step.theirs})
    writes = [step for step in steps if step.kind in WRITES]
    done, unanswered = 0, 0
    for step in writes:
        try:
            _do(step, entries, state)
        except PushError as error:
            report.failed(f"{step.id} was not pushed: {error}")
            unanswered = unanswered + 1 if isinstance(error, UnansweredError) else 0
            if unanswered == PATIENCE or isinstance(error, DeniedError):
                break
        else:
            done, unanswered = done + 1, 0
            report.done(f"{step.kind}d {step.id}")
    return len(writes) - done


def _do(step: Step, entries: Entries, state: State) -> None:
    if step.ours and step.theirs:
        state.note({step.id: _past(step.ours, entries.update(step.theirs.key, step.ours))})
    elif step.ours:
        state.note({step.id: _past(step.ours, entries.create(step.ours))})
    elif step.theirs:
        entries.delete(step.theirs.key)
        state.forget(step.id)


def _past(ours: Ours, theirs: Theirs) -> Past:
    return Past(theirs.key, ours.content, theirs.content)
