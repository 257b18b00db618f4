"""What axe finds on a page that a person with a screen reader, or bad eyes, would stumble over."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal

from macros.paths import NODE_MODULES

if TYPE_CHECKING:
    from playwright.sync_api import Page

AXE = NODE_MODULES / "axe-core" / "axe.min.js"
RUN_AXE = "(options) => axe.run(document, {resultTypes: ['violations'], ...options}).then((found) => found.violations)"
# What a scheme of colors can change; all other rules read the same page twice.
OF_COLORS = {"runOnly": ["color-contrast", "link-in-text-block"]}


def violations(page: Page) -> list[str]:
    """A line for each place to mend on the page as it stands, in light and in dark."""
    page.evaluate(AXE.read_text(encoding="utf-8"))  # a tag would be refused: a page runs its own scripts alone
    found = _run(page, "light", {}) + _run(page, "dark", OF_COLORS)
    return [f"{rule['id']}: {node['target']} {node['failureSummary']}" for rule in found for node in rule["nodes"]]


def _run(page: Page, scheme: Literal["light", "dark"], options: dict[str, Any]) -> list[dict[str, Any]]:
    page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
    page.wait_for_selector(f"[data-md-color-scheme={'slate' if scheme == 'dark' else 'default'}]")
    violated: list[dict[str, Any]] = page.evaluate(RUN_AXE, options)
    return violated
