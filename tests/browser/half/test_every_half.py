"""`make test-half`: every way in which a deployment may be half done that we know of."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.browser.site.halves import HALVES, Half, what_is_wrong

if TYPE_CHECKING:
    from pathlib import Path

    from tests.browser.conftest import Profiles


@pytest.mark.browser
@pytest.mark.parametrize("half", HALVES, ids=lambda half: f"{half.file} {half.state}")
def test_it_is_said_and_can_be_tried_again(half: Half, site: Path, profiles: Profiles) -> None:
    assert what_is_wrong(half, site, profiles) == ""
