"""A case with a note for each fact, to start from."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from facts.schema import Store

EXAMPLE = """\
{
  "//": "The message, or the concern, is needed. Leave out what you do not know. Keys that begin with // are notes",
  "message": "Hi, I ordered the necklace yesterday evening. Can you still change the engraving to 'Luna, forever'?",

  "// who": "First names, as they and you sign.",
  "customer": "Maya",
  "agent": "Jo",

  "// order": "Number; day and time, in the store's zone or with an offset; a product of references/store.toml.",
  "order": "#1042",
  "order_date": "2026-03-02T18:30",
  "product": "engraved-necklace",
  "customization": "Luna, always",

  "// wish": "change: personalization, options (size, color, material) or address.",
  "change": "personalization",
  "change_to": "Luna, forever",

  "// stage": "design, production, quality-check, shipped or unknown.",
  "stage": "design",

  "// moments": "When they asked, and the moment of answering; both are now when left out.",
  "asked": "2026-03-03T09:10",
  "now": "2026-03-03T10:00",

  "// needs": "The day they need it, whether the order has rush, where they live: REGIONS.",
  "needed_by": "2026-03-27",
  "rush": "no",
  "region": "us",

  "// later": "These belong to pieces that were promised, approved, made, sent or delivered.",
  "promise": null,
  "approved": null,
  "made": null,
  "photos": null,
  "delivered": null,
  "last_parcel": null,
  "told": null,
  "tracking": null,
  "carrier": null,
  "notices": 0,

  "// by hand": "Conditions and blanks that you settle yourself, by their names in templates/.",
  "decided": {},
  "slots": {},

  "// reading": "What the message says fills what is left out here; facts of it that are wrong are dropped by name.",
  "dropped": []
}
"""


def example(store: Store) -> str:
    """Give the example with a product that the store makes and the regions that it serves."""
    own = {"product": next(iter(store.products)), "region": store.place.regions[0]}
    lines = [
        next((f'  "{name}": {json.dumps(own[name])},' for name in own if f'"{name}":' in line), line)
        for line in EXAMPLE.replace("REGIONS", ", ".join(store.place.regions)).splitlines()
    ]
    return "\n".join(lines) + "\n"
