"""What the tests of pushing share: a push against a server of this machine, and catalogues with changed words."""

from __future__ import annotations

import argparse
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from macros.exports.push import command
from macros.exports.push.wire.limits import LIMITS, Limits
from tests.product import small
from words.message import Body

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    import pytest

    from macros.catalogue.model import Catalogue, Template
    from tests.macros.push.push_servers import Server

TEMPLATE = "scenarios/change-request/window-open"
REPLY = f"{TEMPLATE}/chat"
OTHER = "scenarios/change-request/window-closed/chat"


class Pushed(NamedTuple):
    """What a push ended with: its exit code, what it printed, and how long it waited each time."""

    code: int
    out: str
    err: str
    slept: list[float]


class Pusher(NamedTuple):
    """Pushes to a server, with a state file of its own."""

    capsys: pytest.CaptureFixture[str]
    folder: Path

    def __call__(
        self,
        server: Server,
        *options: str,
        catalogue: Catalogue | None = None,
        environ: Mapping[str, str] | None = None,
        sleep: Callable[[float], None] | None = None,
        limits: Limits = LIMITS,
    ) -> Pushed:
        """Push; waiting takes no time."""
        slept: list[float] = []
        world = command.World(server.environ if environ is None else environ, sleep or slept.append, limits)
        arguments = [server.tool, "--account", server.account, "--url", server.url, "--state", str(self.folder)]
        code = command.push(_parsed([*arguments, *options]), catalogue or small()[0], world)
        return Pushed(code, *self.capsys.readouterr(), slept)


def lines(pushed: Pushed, kind: str) -> list[str]:
    """The ids of a plan's lines of one kind."""
    found = [line.split(maxsplit=2) for line in pushed.out.splitlines()]
    return [words[1] for words in found if words[0] == kind]


def reworded(
    catalogue: Catalogue | None = None, template_id: str = TEMPLATE, words: str = " See you soon."
) -> Catalogue:
    """A catalogue, the small world's without one, with other words in one template."""

    def other(template: Template) -> Template:
        bodies = [Body([*message.body.blocks, {"p": [words]}]) for message in template.messages]
        messages = (replace(message, body=body) for message, body in zip(template.messages, bodies, strict=True))
        return replace(template, messages=tuple(messages))

    return _mapped(catalogue, lambda template: other(template) if template.id == template_id else template)


def without(catalogue: Catalogue | None = None, template_id: str = TEMPLATE) -> Catalogue:
    """A catalogue, the small world's without one, without one template."""
    return _mapped(catalogue, lambda template: None if template.id == template_id else template)


def _mapped(catalogue: Catalogue | None, change: Callable[[Template], Template | None]) -> Catalogue:
    catalogue = catalogue or small()[0]
    entries = [
        replace(entry, templates=tuple(new for old in entry.templates if (new := change(old)) is not None))
        for entry in catalogue.entries
    ]
    return replace(catalogue, entries=tuple(entries))


def _parsed(arguments: list[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(exit_on_error=False)
    command.options(parser)
    return parser.parse_args(arguments)
