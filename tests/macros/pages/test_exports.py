"""What the pages of the exports print, and what they say when they ask for a tool that is not there."""

from __future__ import annotations

import pytest
from bs4 import BeautifulSoup

from macros.exports.reply import Dialect
from macros.exports.tool import Tool
from macros.pages import exports as pages
from tests.product import small


def cells(html: str, selector: str) -> list[str]:
    return [found.get_text() for found in BeautifulSoup(html, "html.parser").select(selector)]


@pytest.fixture
def desk(monkeypatch: pytest.MonkeyPatch) -> None:
    """One tool with one placeholder, which looks like HTML."""
    tool = Tool("desk", "Desk & Co", Dialect({"order.number": '<order id="1"/>'}), lambda _catalogue, _store: {})
    monkeypatch.setattr(pages, "TOOLS", (tool,))


@pytest.mark.usefixtures("desk")
def test_a_blank_that_a_tool_fills_stands_beside_its_placeholder() -> None:
    table = pages.slot_table("desk", small()[0])
    assert cells(table, "tbody tr") == ['Order number<order id="1"/>']
    assert cells(table, "thead th") == ["Blank", "In Desk & Co"]


@pytest.mark.usefixtures("desk")
def test_every_other_blank_that_a_reply_uses_is_named_as_the_agent_sees_it() -> None:
    used = {name for template in small()[0].templates for message in template.messages for name in message.slots}
    blanks = cells(pages.slot_table("desk", small()[0]), "details code")
    assert sorted(blanks) == sorted(small()[0].slots[name].blank for name in used - {"order.number"})
    assert cells(pages.slot_table("desk", small()[0]), "summary") == [
        f"{len(blanks)} blanks stay visible, for the agent to fill"
    ]


def test_a_tool_that_fills_nothing_or_everything_says_so() -> None:
    assert cells(pages.slot_table("raycast", small()[0]), "table") == []
    assert "in all, which stay visible" in cells(pages.slot_table("raycast", small()[0]), "summary")[0]
    assert cells(pages.slot_table("espanso", small()[0]), "summary")[0].endswith("blanks, and what stands for them")


@pytest.mark.parametrize(
    "print_it", [lambda name: pages.slot_table(name, small()[0]), lambda name: pages.file_links(name, *small())]
)
def test_a_tool_that_does_not_exist_is_refused_with_those_that_do(print_it: object) -> None:
    assert callable(print_it)
    with pytest.raises(ValueError, match="'gorgia' is no tool of the exports; write one of gorgias, zendesk, "):
        print_it("gorgia")


@pytest.mark.parametrize(
    ("count", "said"), [(1, "1 KB"), (1_499, "1 KB"), (1_500, "2 KB"), (999_000, "999 KB"), (1_760_000, "1.8 MB")]
)
def test_a_size_is_said_as_a_person_reads_it(count: int, said: str) -> None:
    assert pages._size(count) == said  # noqa: SLF001 - its rounding is the point
