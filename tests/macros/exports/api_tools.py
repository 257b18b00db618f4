"""The helpdesks whose files hold bodies of their API: what each fills, and what a reply looks like in its files."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

from macros.exports.tools import freshdesk, front, gorgias, helpscout, intercom, zendesk
from tests.macros.exports import api_bodies
from tests.macros.exports.reading_back import HARMLESS, TAGS, files_of
from tests.product import store

if TYPE_CHECKING:
    from collections.abc import Mapping

    from macros.catalogue.model import Catalogue
    from macros.exports.tool import Tool
    from tests.macros.exports.api_bodies import Read, Written


@dataclass(frozen=True, eq=False)
class ApiTool:
    """One such helpdesk.

    Attributes:
        tokens: Its token for each slot that it can fill.
        syntax: Whatever it may take for a token.
        read: Gives the replies in its files.
        refused: Words that it would fill.
        title: What an agent finds a reply by; empty where that is more than titles of the playbook.
        harmless: Words that are nothing but words to it.
        tags: The tags that its HTML may have, with their attributes.
        on_one_line: Whether its HTML has no line breaks, which it may show.
    """

    tool: Tool
    tokens: Mapping[str, str]
    syntax: re.Pattern[str]
    read: Read
    refused: tuple[str, ...]
    title: str = ""
    harmless: tuple[str, ...] = HARMLESS
    tags: Mapping[str, frozenset[str]] = field(default_factory=lambda: TAGS)
    on_one_line: bool = True

    @cached_property
    def files(self) -> dict[str, bytes]:
        """Its files of the real catalogue."""
        return files_of(self.tool.id)

    @cached_property
    def replies(self) -> list[Written]:
        """The replies in these files, in their order."""
        return list(self.read(self.files))

    @cached_property
    def by_id(self) -> dict[str, Written]:
        """The same by our ids."""
        return {written.id: written for written in self.replies}

    def replies_of(self, catalogue: Catalogue) -> list[Written]:
        """The replies in the files of another catalogue."""
        return list(self.read(self.tool.files(catalogue, store())))


BRACES = re.compile(r"\{\{[^{}]*\}\}|\{\{|\}\}")
LIQUID = re.compile(r"\{\{[^{}]*\}\}|\{\{|\}\}|\{%|%\}")
WITH_BRACES = ("a {{ b", "a }} b")
WITH_LIQUID = (*WITH_BRACES, "{% if a %}", "a %} b")
WITH_CHANNEL = "{0.entry.title} – {0.template.title} ({0.channel})"
ORDER = "ticket.customer.integrations.shopify.orders[0]"

FRONT = ApiTool(
    front.TOOL,
    tokens={"customer.first_name": "{{recipient.first_name}}", "agent.first_name": "{{user.first_name}}"},
    syntax=BRACES,
    read=api_bodies.front,
    refused=("{{user.id}}", *WITH_BRACES),
    title=WITH_CHANNEL,
)
INTERCOM = ApiTool(
    intercom.TOOL,
    tokens={"customer.first_name": '<attribute key="first_name" default="there"/>'},
    syntax=re.compile(r"</?attribute[^>]*>|\{\{|\}\}"),
    read=api_bodies.intercom,
    refused=("{{user.id}}", *WITH_BRACES),
    title=WITH_CHANNEL,
    tags={**TAGS, "attribute": frozenset({"key", "default"})},
)
GORGIAS = ApiTool(
    gorgias.TOOL,
    tokens={
        "customer.first_name": "{{ticket.customer.firstname}}",
        "agent.first_name": "{{current_user.firstname}}",
        "order.number": "{{" + ORDER + ".name}}",
        "tracking.number": "{{" + ORDER + ".fulfillments[0].tracking_number}}",
        "tracking.link": "{{" + ORDER + ".fulfillments[0].tracking_url}}",
    },
    syntax=BRACES,
    read=api_bodies.gorgias,
    refused=("{{ticket.id}}", *WITH_BRACES),
    title=WITH_CHANNEL,
    on_one_line=False,
)
ZENDESK = ApiTool(
    zendesk.TOOL,
    tokens={
        "customer.first_name": "{{ticket.requester.first_name}}",
        "agent.first_name": "{{current_user.first_name}}",
    },
    syntax=LIQUID,
    read=api_bodies.zendesk,
    refused=("{{ticket.id}}", *WITH_LIQUID),
)
FRESHDESK = ApiTool(
    freshdesk.TOOL,
    tokens={"customer.first_name": "{{ticket.requester.firstname}}"},
    syntax=LIQUID,
    read=api_bodies.freshdesk,
    refused=("{{ticket.id}}", *WITH_LIQUID),
    title=WITH_CHANNEL,
)
HELP_SCOUT = ApiTool(
    helpscout.TOOL,
    tokens={"customer.first_name": "{%customer.firstName,fallback=there%}", "agent.first_name": "{%user.firstName%}"},
    syntax=re.compile(r"\{%(?:(?!%\}).)*%\}|\{%|%\}"),
    read=api_bodies.helpscout,
    refused=("{%customer.email%}", "a {% b", "a %} b"),
    title="{0.entry.title} – {0.template.title}",
    harmless=(*HARMLESS, "{{ customer }}"),
)
API_TOOLS = (FRONT, INTERCOM, GORGIAS, ZENDESK, FRESHDESK, HELP_SCOUT)


def tool_id(tool: ApiTool) -> str:
    """A helpdesk's id, as the name of its test."""
    return tool.tool.id
