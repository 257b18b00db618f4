"""What was pushed, kept beside the checkout: so that an edit made over there is told from one of ours."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, NamedTuple

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

    Raises:
        ValueError: when there is a file that cannot be read as one.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._past = _read(path)

    def get(self, reply_id: str) -> Past | None:
        """What was last pushed for a reply."""
        return self._past.get(reply_id)

    def note(self, pushed: dict[str, Past]) -> None:
        """Remember what was pushed."""
        if any(self._past.get(reply_id) != past for reply_id, past in pushed.items()):
            self._past |= pushed
            self.write()

    def forget(self, reply_id: str) -> None:
        """Forget a reply that was deleted."""
        if self._past.pop(reply_id, None):
            self.write()

    def write(self) -> None:
        """Write it beside the file first, so that a run that is cut off leaves a whole one.

        Raises:
            OSError: when it cannot be written.
        """
        data = {"version": VERSION, "replies": {name: past._asdict() for name, past in sorted(self._past.items())}}
        self._path.parent.mkdir(parents=True, exist_ok=True)
        beside = self._path.with_suffix(".new")
        beside.write_text(json.dumps(data, indent=1) + "\n", encoding="utf-8")
        beside.replace(self._path)


def _read(path: Path) -> dict[str, Past]:
    try:
        data: Any = json.loads(path.read_text(encoding="utf-8"))
        return {name: Past(**past) for name, past in data["replies"].items()}
    except FileNotFoundError:
        return {}
    except (ValueError, LookupError, TypeError, AttributeError) as error:
        advice = "delete it; what was edited over there since then will be asked about once more"
        raise ValueError(f"{path} cannot be read as a state of exports ({error}): {advice}") from None
