"""A deployment is half done: a page works, or says what failed and that one can try again, and then it does.

Some of the ways; `make test-half` tries them all.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.browser.site.half import HalfHandler, HalfHost
from tests.browser.site.halves import FAILED, MESSAGE, SAYS, Half, what_is_wrong
from tests.browser.site.hosts import hosted

if TYPE_CHECKING:
    from pathlib import Path

    from tests.browser.conftest import Profiles

SOME = [
    Half("/desk/desk.js", "cut off", SAYS),
    Half("/desk/start.js", "empty", SAYS),
    Half("/engine/worker.js", "a page", FAILED),
    Half("pyodide.asm.js", "cut off", FAILED),
    Half("words.json", "cut off", FAILED),
]

pytestmark = pytest.mark.browser


def test_half_a_deployment_is_said_and_can_be_tried_again(site: Path, profiles: Profiles) -> None:
    assert {half[:2]: said for half in SOME if (said := what_is_wrong(half, site, profiles))} == {}


def test_what_loads_later_is_said_too_and_a_reload_brings_it(site: Path, profiles: Profiles) -> None:
    """As when the folder of an older version is deleted while its page is open."""
    host = HalfHost(site, state="missing")
    with hosted(host, HalfHandler) as address, profiles(base_url=address, service_workers="block") as profile:
        page = profile.new_page()
        page.goto("")
        host.file = "/assets-"
        page.focus("#box-message")
        page.wait_for_selector(SAYS)
        host.file = ""
        page.reload()
        page.fill("#box-message", MESSAGE)
        page.wait_for_selector(".box__reply:has-text('Hi ')")
