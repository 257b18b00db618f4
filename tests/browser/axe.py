"""What axe finds on a page that a person with a screen reader, or bad eyes, would stumble over."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from macros.paths import NODE_MODULES

if TYPE_CHECKING:
    from playwright.sync_api import Page

AXE = NODE_MODULES / "axe-core" / "axe.min.js"
RUN_AXE = "axe.run(document, {resultTypes: ['violations']}).then((found) => found.violations)"


def violations(page: Page) -> list[str]:
    """A line for each place to mend on the page as it stands."""
    page.add_script_tag(path=AXE)
    found: list[dict[str, Any]] = page.evaluate(RUN_AXE)
    return [f"{rule['id']}: {node['target']} {node['failureSummary']}" for rule in found for node in rule["nodes"]]
