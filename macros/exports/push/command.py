"""`python -m macros.exports push TOOL --account ACCOUNT`: print what a push would do, and with `--yes` do it."""

from __future__ import annotations

import os
import sys
import time
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import httpx

from macros import paths
from macros.exports.push import chatwoot, gorgias, zendesk
from macros.exports.push.access import address_of, secrets, state_name
from macros.exports.push.account import Account
from macros.exports.push.carry_out import Report, carry_out
from macros.exports.push.errors import DeniedError, PushError, RefusedError
from macros.exports.push.plan import WRITES, Kind, Wishes, plan, summary
from macros.exports.push.state import State
from macros.exports.push.wire.client import Client, Patience
from macros.exports.push.wire.limits import LIMITS, Limits
from macros.exports.push.wire.transport import Transport

if TYPE_CHECKING:
    import argparse
    import ssl
    from collections.abc import Mapping, Sequence

    from macros.catalogue.model import Catalogue
    from macros.exports.push.entry import Helpdesk, Theirs
    from macros.exports.push.plan import Step
    from macros.exports.push.wire.client import Sleep

HELPDESKS = {desk.id: desk for desk in (zendesk.HELPDESK, gorgias.HELPDESK, chatwoot.HELPDESK)}
STATES = paths.ROOT / ".pushed"
DONE, NOT_PUSHED, INTERRUPTED = 0, 1, 130


class World(NamedTuple):
    """What a push takes from outside: the environment, how to wait, and how much a helpdesk may take."""

    environ: Mapping[str, str] = os.environ
    sleep: Sleep = time.sleep
    limits: Limits = LIMITS


def options(parser: argparse.ArgumentParser) -> None:
    """Declare the command's arguments. A token is none of them: it would stay in the shell's history."""
    needs = "; ".join(f"{desk.title}: {' and '.join(desk.variables)}" for desk in HELPDESKS.values())
    parser.epilog = f"The token is read from the environment. {needs}."
    parser.add_argument("tool", choices=HELPDESKS)
    parser.add_argument("--account", required=True, help="Zendesk, Gorgias: the subdomain; Chatwoot: the number")
    parser.add_argument("--url", default="", help="the address of your own server, or of one for trials")
    parser.add_argument("--yes", action="store_true", help="do it; without this nothing is changed")
    parser.add_argument("--overwrite-edited", action="store_true", help="also replace what was edited over there")
    parser.add_argument("--delete-orphans", action="store_true", help="delete what the playbook no longer has")
    parser.add_argument("--state", type=Path, default=STATES, metavar="FOLDER", help="where to note what was pushed")


def push(wanted: argparse.Namespace, catalogue: Catalogue, world: World | None = None) -> int:
    """Print the plan, and carry it out where that is wanted.

    Returns:
        0; 1 when something was not pushed; 130 when it was interrupted.

    Raises:
        ValueError: when an argument or the environment is wrong.
    """
    desk, world = HELPDESKS[wanted.tool], world or World()
    address = address_of(desk, wanted.account, wanted.url)
    headers = desk.headers(secrets(desk, world.environ))
    state = State(wanted.state / f"{state_name(desk, wanted.account, wanted.url)}.json", world.limits.settled)
    _say(f"Asking {httpx.URL(address).host} …")
    with _http(address, headers, world.limits) as http:
        client = Client(http, desk.title, desk.pause, Patience(world.limits, world.sleep, _say))
        account = Account(desk, client, wanted.account)
        try:
            return _push(wanted, catalogue, account, state)
        except PushError as error:
            _complain(str(error))
            return NOT_PUSHED
        except KeyboardInterrupt:
            _complain("interrupted; run it again to go on where it stopped")
            return INTERRUPTED


def _http(address: str, headers: Mapping[str, str], limits: Limits) -> httpx.Client:
    transport = Transport(httpx.URL(address), limits, _trusted())
    plain = {**headers, "Accept": "application/json", "Accept-Encoding": "identity"}
    return httpx.Client(base_url=address, headers=plain, timeout=limits.silence, transport=transport)


def _push(wanted: argparse.Namespace, catalogue: Catalogue, account: Account, state: State) -> int:
    desk = HELPDESKS[wanted.tool]
    wishes = Wishes(wanted.overwrite_edited, wanted.delete_orphans)
    steps = plan([*desk.replies(catalogue)], _listed(desk, account), state, wishes)
    _show(steps)
    if wanted.yes:
        return _carried_out(steps, account, state)
    if any(step.kind in WRITES for step in steps):
        print("Nothing was changed. Add --yes to do this.")
    return DONE


def _carried_out(steps: Sequence[Step], account: Account, state: State) -> int:
    state.write()  # better that it fails now than after something was pushed
    left = carry_out(steps, account, state, Report(_say, _complain))
    if left:
        _complain(f"{left} not pushed; run it again to go on: what is there already is found, and not made twice")
    edited = sum(step.kind is Kind.EDITED for step in steps)
    if edited:
        _complain(f"{edited} not pushed, because edited over there; --overwrite-edited replaces what the plan names so")
    return NOT_PUSHED if left or edited else DONE


def _listed(desk: Helpdesk, account: Account) -> list[Theirs]:
    try:
        return account.listed()
    except DeniedError as error:
        names = " and ".join(desk.variables)
        raise ValueError(f"{error}: check {names} and --account, and that this user may manage replies") from None
    except RefusedError as error:
        raise ValueError(f"{error}: check --account and --url") from None


def _show(steps: Sequence[Step]) -> None:
    for step in steps:
        if step.kind is not Kind.UNCHANGED:
            print(f"{step.kind:8} {step.id}" + (f" ({step.why})" if step.why else ""))
    print(summary(steps))


@cache
def _trusted() -> ssl.SSLContext:
    """The authorities that vouch for a server; reading them takes longer than all else before the first request."""
    return httpx.create_ssl_context()


def _say(text: str) -> None:
    print(text, flush=True)


def _complain(text: str) -> None:
    print(f"exports: {text}", file=sys.stderr, flush=True)
