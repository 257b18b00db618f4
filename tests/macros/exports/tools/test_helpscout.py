"""Help Scout takes the saved replies: one body of its API a line, with the email and the chat of a template."""

from __future__ import annotations

from typing import TYPE_CHECKING

from macros.exports.tools.helpscout import TOOL
from tests.macros.exports.api_tools import HELP_SCOUT
from tests.macros.exports.reading_back import json_lines
from tests.product import catalogue

if TYPE_CHECKING:
    from collections.abc import Callable

    from facts.schema import Store
    from macros.catalogue.model import Catalogue


def test_each_template_is_there_once_and_its_name_ends_with_our_id() -> None:
    saved = json_lines(HELP_SCOUT.files["saved-replies.jsonl"])
    assert [body["name"].rpartition(" · ")[2] for body in saved] == [template.id for template in catalogue().templates]


def test_the_channels_of_a_template_are_one_saved_reply_and_a_missing_one_is_left_out(
    small: tuple[Catalogue, Store],
) -> None:
    saved = {body["name"]: list(body) for body in json_lines(TOOL.files(*small)["saved-replies.jsonl"])}
    assert saved["Design – On track · stages/design/on-track"] == ["name", "text", "chatText"]
    assert saved["Order confirmed – Order confirmed · milestones/order-confirmed/standard"] == ["name", "text"]


def test_the_file_of_the_small_world(small: tuple[Catalogue, Store], golden: Callable[[str, str], None]) -> None:
    golden("exports/helpscout/saved-replies.jsonl", TOOL.files(*small)["saved-replies.jsonl"].decode())
