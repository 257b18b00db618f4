"""Intercom takes the macros: one body of its API a line, none longer than it takes."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from macros.exports.reply import ExportError
from macros.exports.tools.intercom import TOOL
from tests.macros.exports.api_tools import INTERCOM
from tests.macros.exports.reading_back import FIRST, saying

if TYPE_CHECKING:
    from collections.abc import Callable

    from facts.schema import Store
    from macros.catalogue.model import Catalogue

MOST_BYTES = 20_480


def test_no_macro_is_longer_than_intercom_takes() -> None:
    assert [found.id for found in INTERCOM.replies if len(found.body["body"].encode()) > MOST_BYTES] == []


def test_a_macro_as_long_as_intercom_takes_is_written_and_a_longer_one_refused_by_name() -> None:
    longest = "é" * ((MOST_BYTES - len("<p></p>")) // 2)
    (macro, _) = INTERCOM.replies_of(saying(longest + "a"))
    assert len(macro.body["body"].encode()) == MOST_BYTES
    with pytest.raises(ExportError, match=rf"{FIRST}/email: is longer than the 20480 bytes"):
        INTERCOM.replies_of(saying(longest + "é"))


def test_the_file_of_the_small_world(small: tuple[Catalogue, Store], golden: Callable[[str, str], None]) -> None:
    golden("exports/intercom/macros.jsonl", TOOL.files(*small)["macros.jsonl"].decode())
