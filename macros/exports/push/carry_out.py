"""A plan carried out, entry by entry: what fails is named, the rest goes on, and each success is noted at once."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from macros.exports.push.doubts import Doubts
from macros.exports.push.errors import DeniedError, DoubtfulError, PushError, RefusedError, UnansweredError
from macros.exports.push.plan import WRITES, Kind
from macros.exports.push.state import Past

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from macros.exports.push.account import Entries
    from macros.exports.push.doubts import Doubt
    from macros.exports.push.entry import Ours, Theirs
    from macros.exports.push.plan import Step
    from macros.exports.push.state import State

# A server that answers none of so many entries in a row is down.
PATIENCE = 3
WHAT_THEN = "look over there, or run it again in a quarter of an hour: it is not created on a mere guess"


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
    return len(writes) - _Run(entries, state, report).do(writes)


class _Run:
    """The writes of a plan; those in doubt come last, when more is known."""

    def __init__(self, entries: Entries, state: State, report: Report) -> None:
        self._entries, self._state, self._report = entries, state, report
        self._doubts = Doubts()

    def do(self, writes: Sequence[Step]) -> int:
        """Do them, and count what was done."""
        early = [step for step in writes if not self._in_doubt(step)]
        for step in writes:
            if self._in_doubt(step):
                self._doubts.add(step)
        done = self._each(early)
        doubts = self._doubts.taken()
        done += self._settled(doubts) if doubts else 0
        for doubt in self._doubts.taken():
            self._report.failed(f"{doubt.step.id} may be there or not: {doubt.why}; {WHAT_THEN}")
        return done

    def _in_doubt(self, step: Step) -> bool:
        return step.kind is Kind.CREATE and self._state.in_doubt(step.id)

    def _each(self, writes: Sequence[Step]) -> int:
        done, unanswered = 0, 0
        for step in writes:
            try:
                self._do(step)
            except PushError as error:
                self._failed(step, error)
                unanswered = unanswered + 1 if isinstance(error, UnansweredError) else 0
                if unanswered == PATIENCE or isinstance(error, DeniedError):
                    break
            else:
                done, unanswered = done + 1, 0
                self._report.done(f"{step.kind}d {step.id}")
        return done

    def _failed(self, step: Step, error: PushError) -> None:
        if isinstance(error, DoubtfulError):
            self._doubts.add(step, str(error))
        else:
            self._report.failed(f"{step.id} was not pushed: {error}")

    def _settled(self, doubts: Sequence[Doubt]) -> int:
        """Find what is in doubt, or create it where it is certain that it is not there; count what then is."""
        try:
            listed = self._entries.listed()
        except PushError:
            listed = []
        keys, by_id = {entry.key for entry in listed}, {entry.id: entry for entry in listed}
        found = [doubt.step for doubt in doubts if self._found(doubt.step, by_id)]
        absent = [doubt for doubt in doubts if doubt.step not in found]
        again = [doubt.step for doubt in absent if self._doubts.disproved(doubt, keys)]
        for doubt in absent:
            if doubt.step not in again:
                self._doubts.add(doubt.step, doubt.why)
        return len(found) + self._each(again)

    def _found(self, step: Step, by_id: dict[str, Theirs]) -> bool:
        theirs = by_id.get(step.id)
        if step.ours and theirs:
            self._state.note({step.id: _past(step.ours, theirs)})
            self._report.done(f"{step.kind}d {step.id}")
        return theirs is not None

    def _do(self, step: Step) -> None:
        if step.ours and step.theirs:
            self._state.note({step.id: _past(step.ours, self._entries.update(step.theirs, step.ours))})
        elif step.ours:
            self._create(step.ours)
        elif step.theirs:
            self._entries.delete(step.theirs)
            self._state.forget(step.id)

    def _create(self, one: Ours) -> None:
        past = self._state.get(one.id)
        if past and self._entries.holds(past.key):
            raise RefusedError(
                f"it has the number {past.key} over there, and the list lacks it: see why, or wait for it"
            )
        self._state.asked(one.id)
        try:
            created = self._entries.create(one)
        except DoubtfulError:
            raise
        except PushError:
            self._state.refused(one.id)
            raise
        self._state.note({one.id: _past(one, created)})
        self._doubts.created(created.key)


def _past(ours: Ours, theirs: Theirs) -> Past:
    return Past(theirs.key, ours.content, theirs.content)
