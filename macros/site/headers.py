"""What a host should send with the files of a site: `_headers` for Netlify and Cloudflare Pages, a snippet for nginx.

What has its content in its address never changes there; all else is asked for anew, which costs an answer of a few
bytes. No two rules of `_headers` say the same header of one file, because hosts differ in what they then do.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from macros.site.version import NAMED_IN

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

HEADERS, NGINX = "_headers", "nginx-headers.conf"
# As in docs/service-worker.js.
VERSIONED = re.compile(r"[/-][0-9a-f]{12}/|\.[0-9a-f]{8}\.min\.(js|css)$")
KEPT = ("Cache-Control", "public, max-age=31536000, immutable")  # seconds: a year
ASKED = ("Cache-Control", "no-cache")
ALWAYS = (("X-Content-Type-Options", "nosniff"), ("Referrer-Policy", "same-origin"))
# A page cannot say it for itself: https://www.w3.org/TR/CSP3/#directive-frame-ancestors
FRAMES = ("Content-Security-Policy", "frame-ancestors 'self' https://your-store.zendesk.com")
ADVICE = """\
# Who may show the site in a frame: name your helpdesk, if the desk stands in it, and take the mark away. The helpdesk
# embeds it with <iframe src="…/desk/" allow="clipboard-write">; without that, Copy can only select the text.
"""
# Not every nginx knows `.mjs`, and a browser runs no module that is sent as something else.
TYPES = """\
    types {
        text/javascript js mjs;
        text/css css;
        application/json json;
        application/zip zip;
        image/svg+xml svg;
        font/woff2 woff2;
    }
"""


def write_headers(site: Path) -> None:
    """Write both files for a built site, all of whose other files are there but the name of its version."""
    (site / NGINX).write_text(_nginx(), encoding="utf-8")
    (site / HEADERS).write_text(_netlify(site), encoding="utf-8")


def _netlify(site: Path) -> str:
    always = "".join(f"  {name}: {value}\n" for name, value in ALWAYS)
    rules = {address: KEPT if VERSIONED.search(address) else ASKED for address in _addresses(site)}
    own = "".join(f"{address}\n  {name}: {value}\n" for address, (name, value) in rules.items())
    return f"/*\n{always}{ADVICE}#  {': '.join(FRAMES)}\n{own}"


def _addresses(site: Path) -> list[str]:
    """Patterns that together name each file once: a folder whose files are alike, or a file."""
    files = (path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file())
    return ["/", *sorted({_address(f"/{file}") for file in [*files, NAMED_IN]} - {f"/{HEADERS}"})]


def _address(file: str) -> str:
    if versioned := re.match(r".*?[/-][0-9a-f]{12}/", file):
        return f"{versioned[0]}*"
    top = file.split("/")[1]
    return file if top in {"assets", file[1:]} else f"/{top}/*"


def _nginx() -> str:
    always = f"{_added(ALWAYS)}{ADVICE}# {_added([FRAMES])}"
    return (
        "# Include this in the server block of the site. A location with a header of its own inherits none.\n"
        f"{always}{_added([ASKED])}"
        f'location ~ "{VERSIONED.pattern}" {{\n{TYPES}{_added(ALWAYS, "    ")}{_added([KEPT], "    ", "")}}}\n'
    )


def _added(headers: Iterable[tuple[str, str]], indent: str = "", when: str = " always") -> str:
    """Lines of nginx; without `always` what it says of a file is not said of one that is not there yet."""
    return "".join(f'{indent}add_header {name} "{value}"{when};\n' for name, value in headers)
