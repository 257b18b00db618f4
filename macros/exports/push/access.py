"""Where an account is and who asks, from the arguments and the environment alone."""

from __future__ import annotations

import base64
import re
from typing import TYPE_CHECKING

import httpx

if TYPE_CHECKING:
    from collections.abc import Mapping

    from macros.exports.push.entry import Helpdesk

LOOPBACK = {"localhost", "127.0.0.1", "::1"}


def address_of(desk: Helpdesk, account: str, url: str) -> str:
    """Where the API is.

    Raises:
        ValueError: when the account or the address cannot be one.
    """
    pattern, hint = desk.account
    if not re.fullmatch(pattern, account):
        raise ValueError(f"--account {account!r} is no {desk.title} account: {hint}")
    if not url:
        return desk.address.format(account=account)
    try:
        parts = httpx.URL(url)
    except httpx.InvalidURL as error:
        raise ValueError(f"--url {url!r} is no address ({error}): give one like {desk.address}") from None
    if parts.scheme != "https" and (parts.scheme != "http" or parts.host not in LOOPBACK):
        raise ValueError(f"--url {url!r} must begin with https://, or the token could be read on its way")
    if not parts.host or parts.userinfo or parts.query or parts.fragment:
        raise ValueError(f"--url {url!r} must be an address alone: without user, query and fragment")
    return url


def secrets(desk: Helpdesk, environ: Mapping[str, str]) -> dict[str, str]:
    """The user and the token.

    Raises:
        ValueError: when the environment lacks one, or holds what cannot be one.
    """
    found = {name: environ.get(name, "").strip() for name in desk.variables}
    missing = [name for name, value in found.items() if not value]
    if missing:
        raise ValueError(f"{' and '.join(missing)} must be set in the environment; a token is taken from nowhere else")
    broken = [name for name, value in found.items() if not (value.isascii() and value.isprintable())]
    if broken:
        raise ValueError(f"{' and '.join(broken)} in the environment has a character that no token has: set it anew")
    return found


def signed(user: str, password: str) -> dict[str, str]:
    """The header of HTTP's basic authentication (RFC 7617)."""
    return {"Authorization": "Basic " + base64.b64encode(f"{user}:{password}".encode()).decode()}


def state_name(desk: Helpdesk, account: str, url: str) -> str:
    """The name of the state file; another server has another one."""
    server = [re.sub(r"[^a-z0-9.-]+", "-", url.partition("://")[2].lower()).strip("-")] if url else []
    return "-".join([desk.id, *server, account])
