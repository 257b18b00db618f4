"""A support agent at a tab: opens pages of the site, pastes what a customer wrote, copies what answers it."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from tests.engines import tab as at

if TYPE_CHECKING:
    from tests.engines.situations import Situation
    from tests.engines.tab import Tab

PATIENCE_S = 20.0  # after that a page that still loads has to say what is wrong
NOTICE_S = 5.0
LOADED = "performance.getEntriesByType('navigation')[0]?.loadEventEnd > 0"
SAYS = ".desk__state, .box__says, .eta__state, .md-search-result__meta"
FILL = "field.value = VALUE; field.dispatchEvent(new Event('input', { bubbles: true }))"
EMBED = """const frame = document.createElement("iframe");
Object.assign(frame, { src: ADDRESS, allow: ALLOW, width: 900, height: 500 });
document.body.replaceChildren(frame);"""


class Agent:
    """Whoever takes the journeys, in one situation."""

    def __init__(self, tab: Tab, situation: Situation, site: str, helpdesk: str) -> None:
        """Of two addresses: the site's, and that of a page on another site which may hold it in a frame."""
        self.tab = tab
        self.situation = situation
        self.site = site
        self.helpdesk = helpdesk

    def open(self, page: str) -> None:
        """Open a page of the site, where the situation has it in a frame of the helpdesk."""
        if not self.situation.framed:
            return self.tab.go(self.site + page)
        self.tab.go(self.helpdesk)
        embed = EMBED.replace("ADDRESS", json.dumps(self.site + page))
        self.tab.run(embed.replace("ALLOW", json.dumps(self.situation.allow)))
        self.tab.enter()
        return self.arrives(page)

    def arrives(self, page: str) -> None:
        """Wait until a page of the site has loaded."""
        self.sees(f"location.href.startsWith({self.site + page!r}) && {LOADED}")

    def sees(self, expression: str) -> None:
        """Wait until an expression of JavaScript is true; what the page says otherwise is in the error."""
        if not at.until(lambda: self.tab.run(f"return Boolean({expression})"), PATIENCE_S):
            raise AssertionError(f"after {PATIENCE_S:.0f} s the page says {self._says()!r}, and not yet: {expression}")

    def fills(self, selector: str, value: str) -> None:
        """Put a value into a field at once, as a paste does, once it is there."""
        self.sees(f"document.querySelector({selector!r})?.getClientRects().length")
        self.tab.run(f"document.querySelector({selector!r}).focus()")
        self.tab.run(f"const field = document.querySelector({selector!r}); {FILL.replace('VALUE', json.dumps(value))}")

    def clicks(self, selector: str) -> None:
        """Press the first that is shown of a selector with the mouse, once there is one."""
        pressed = at.until(lambda: at.click(self.tab, selector), PATIENCE_S)
        assert pressed, f"after {PATIENCE_S:.0f} s the page says {self._says()!r}, and shows no {selector}"

    def copies(self, button: str, beginning: str) -> None:
        """Copy, hear from the page that it has, and paste what begins so."""
        self.clicks(button)
        said = at.until(lambda: self.tab.run("return document.querySelector('.copy-notice').textContent"), NOTICE_S)
        assert said.startswith("Copied"), f"after {button} the page says {said!r}"
        pasted = self._pasted()
        assert pasted.startswith(beginning), f"after {button} there is {pasted!r} to paste"

    def _pasted(self) -> str:
        """What Ctrl V brings into an empty field."""
        self.tab.run("document.body.prepend(Object.assign(document.createElement('textarea'), { id: 'pasted' }))")
        self.clicks("#pasted")
        at.paste(self.tab)
        pasted: str = at.until(lambda: self.tab.run("return document.querySelector('#pasted').value"), NOTICE_S)
        return pasted

    def _says(self) -> str:
        shown = f"[...document.querySelectorAll({SAYS!r})].filter((part) => part.getClientRects().length)"
        said: str = self.tab.run(f"return {shown}.map((part) => part.innerText.trim()).join('; ')")
        return said
