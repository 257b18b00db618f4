"""What was pushed, kept beside the checkout: so that an edit made over there is told from one of ours.

What is about to be created is noted before it is: a run that is cut off in between leaves a doubt, and the next one
does not create it again on the word of a list that may lag.
"""

from __future__ import annotations

import json
import time
from typing import TYPE_CHECKING, Any, NamedTuple

from macros.exports.push.wire.limits import LIMITS

if TYPE_CHECKING:
    from pathlib import Path

VERSION = 1


class Past(NamedTuple):
    """One reply as it was last pushed.

    Attributes:
        key: The helpdesk's number for it.
        pushed: The hash of what we sent.
        kept: The hash of what the helpdesk made of it.
    """

    key: int
    pushed: str
    kept: str


class State:
    """The state file of one account; every change of it is written at once.

    Args:
        path: Where it is.
        settled: Seconds after which a list shows what was created.

    Raises:
        ValueError: when there is a file that cannot be read as one.
    """

    def __init__(self, path: Path, settled: float = LIMITS.settled) -> None:
        self._path, self._settled = path, settled
        self._past, self._asked = _read(path)

    def get(self, reply_id: str) -> Past | None:
        """What was last pushed for a reply."""
        return self._past.get(reply_id)

    def note(self, pushed: dict[str, Past]) -> None:
        """Remember what was pushed."""
        doubted = [self._asked.pop(reply_id) for reply_id in pushed if reply_id in self._asked]
        if doubted or any(self._past.get(reply_id) != past for reply_id, past in pushed.items()):
            self._past |= pushed
            self.write()

    def asked(self, reply_id: str) -> None:
        """Remember that a reply is about to be created."""
        self._asked[reply_id] = time.time()
        self.write()

    def refused(self, reply_id: str) -> None:
        """Remember that it was not created."""
        if self._asked.pop(reply_id, None):
            self.write()

    def in_doubt(self, reply_id: str) -> bool:
        """Whether a reply may have been created a moment ago, and no answer told."""
        return abs(time.time() - self._asked.get(reply_id, -self._settled)) < self._settled

    def forget(self, reply_id: str) -> None:
        """Forget a reply that was deleted."""
        if self._past.pop(reply_id, None):
            self.write()

    def write(self) -> None:
        """Write it beside the file first, so that a run that is cut off leaves a whole one.

        Raises:
            OSError: when it cannot be written.
        """
        replies = {name: past._asdict() for name, past in sorted(self._past.items())}
        data = {"version": VERSION, "replies": replies, "asked": self._asked}
        self._path.parent.mkdir(parents=True, exist_ok=True)
        beside = self._path.with_suffix(".new")
        beside.write_text(json.dumps(data, indent=1) + "\n", encoding="utf-8")
        beside.replace(self._path)


def _read(path: Path) -> tuple[dict[str, Past], dict[str, float]]:
    try:
        data: Any = json.loads(path.read_text(encoding="utf-8"))
        asked = {name: float(moment) for name, moment in data.get("asked", {}).items()}
        return {name: Past(**past) for name, past in data["replies"].items()}, asked
    except FileNotFoundError:
        return {}, {}
    except (ValueError, LookupError, TypeError, AttributeError) as error:
        advice = "delete it; what was edited over there since then will be asked about once more"
        raise ValueError(f"{path} cannot be read as a state of exports ({error}): {advice}") from None
