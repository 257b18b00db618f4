"""Lists of real or written messages with a label, and the places of the playbook that each label stands for."""

from __future__ import annotations

import json
from pathlib import Path
from typing import NamedTuple

HERE = Path(__file__).resolve().parent
OURS = HERE / "data" / "inquiries.jsonl"
# Beside the project while it is developed; not a part of it.
BLIND = HERE / "data" / "blind.jsonl"
INBOX = HERE / "data" / "inbox.jsonl"
DEVELOPMENT = HERE.parent.parent / "shared" / "data" / "inquiries-dev.jsonl"
PLACES = {
    "where-is-my-order": {"scenarios/order-status", "scenarios/order-not-confirmed"},
    "taking-too-long": {"scenarios/taking-too-long", "scenarios/stuck-in-transit", "scenarios/delay-notice"},
    "change-request": {
        "scenarios/change-request",
        "scenarios/address-change",
        "scenarios/own-typo",
        "scenarios/proof-approval",
        "scenarios/photo-quality",
    },
    "damaged-on-arrival": {"scenarios/damaged-on-arrival", "scenarios/wear-and-warranty"},
    "wrong-personalization": {
        "scenarios/wrong-personalization",
        "scenarios/differs-from-preview",
        "scenarios/missing-item",
    },
    "cancel-order": {"scenarios/cancel-order"},
    "rush-order": {"scenarios/rush-order", "scenarios/needed-by-date"},
    "buyers-remorse": {"scenarios/change-of-mind", "scenarios/return-request"},
    "shipped-tracking": {
        "scenarios/tracking-question",
        "scenarios/stuck-in-transit",
        "scenarios/delivered-not-received",
        "scenarios/failed-delivery",
    },
    "policy-question": {"references/policy", "references/faq"},
    "out-of-scope": {"scenarios/out-of-scope", "scenarios/order-not-confirmed"},
    "return-or-refund-status": {"scenarios/refund-status", "scenarios/return-request", "scenarios/change-of-mind"},
    "proof-or-photo": {"scenarios/proof-approval", "scenarios/photo-quality", "scenarios/customer-photos"},
    "thank-you": {"scenarios/thank-you"},
    "wants-a-person": {"scenarios/wants-a-person"},
}


class Inquiry(NamedTuple):
    """A message and its label."""

    text: str
    label: str


def inquiries(path: Path, only: str = "") -> list[Inquiry]:
    """The messages of a file, or of one list in it; none where the file is missing."""
    if not path.exists():
        return []
    lines = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    known = [line for line in lines if line["label"] in PLACES]
    return [Inquiry(line["text"], line["label"]) for line in known if only in ("", line.get("list"))]
