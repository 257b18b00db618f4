"""A case with a note for each fact, to start from."""

from __future__ import annotations

EXAMPLE = """\
{
  "//": "The message, or the concern, is needed. Leave out what you do not know. Keys that begin with // are notes",
  "message": "Hi, I ordered the necklace yesterday evening. Can you still change the engraving to 'Luna, forever'?",

  "// who": "First names, as they and you sign.",
  "customer": "Maya",
  "agent": "Jo",

  "// order": "Number; day and time, in the store's zone or with an offset; a product of references/store.toml.",
  "order": "#1042",
  "ordered": "2026-03-02T18:30",
  "product": "engraved-necklace",
  "customization": "Luna, always",

  "// wish": "change: personalization, options (size, color, material) or address.",
  "change": "personalization",
  "change_to": "Luna, forever",

  "// stage": "design, production, quality-check, shipped or unknown.",
  "stage": "design",

  "// moments": "When they asked, and the moment of answering; both are now when left out.",
  "asked": "2026-03-03T09:10",
  "now": "2026-03-03T10:00:00-05:00",

  "// needs": "The day they need it, whether the order has rush, where they live: us, eu, uk, au, ca.",
  "needed_by": "2026-03-27",
  "rush": "no",
  "region": "us",

  "// later": "These belong to pieces that were promised, approved, made, sent or delivered.",
  "promise": null,
  "approved": null,
  "made": null,
  "photos": null,
  "delivered": null,
  "tracking": null,
  "carrier": null,
  "notices": 0,

  "// by hand": "Conditions and blanks that you settle yourself, by their names in templates/.",
  "decided": {},
  "slots": {}
}
"""
