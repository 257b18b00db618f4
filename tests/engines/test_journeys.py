"""Each journey, in each situation, comes to its end, or the page says what to do instead."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.engines.journeys import JOURNEYS

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.engines.agent import Agent


@pytest.mark.parametrize("journey", JOURNEYS, ids=lambda journey: journey.__name__)
def test_an_agent_gets_there(journey: Callable[[Agent], None], agent: Agent) -> None:
    journey(agent)
