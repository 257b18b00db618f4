"""What customers write, by the scenario that answers it."""

from __future__ import annotations

TYPICAL = {
    "order-status": "Just checking in on my order, could you tell me how far along my ring is?",
    "taking-too-long": "My order was supposed to be here last Friday and it still hasn't arrived. It takes too long.",
    "change-request": "Could you change the engraving on my bracelet from Anna to Hannah?",
    "address-change": "I moved house last week, please send my order to my new address instead.",
    "cancel-order": "I need to cancel my order please, we changed our plans.",
    "damaged-on-arrival": "The frame was cracked when I opened the box, the glass is in pieces.",
    "wrong-personalization": "You engraved the wrong name! It says Micheal and I ordered Michael.",
    "own-typo": "I just noticed I made a typo when I ordered, I wrote Jonh instead of John. My own fault.",
    "rush-order": "Can I pay extra to have it made faster?",
    "needed-by-date": "I need this for my wedding on June 12, will it arrive in time?",
    "return-request": "I'd like to return the wallet, how do I send it back?",
    "refund-status": "You said I'd get my money back two weeks ago. Where is my refund?",
    "thank-you": "Thank you so much, the portrait is beautiful and my mom cried!",
    "stuck-in-transit": "My tracking hasn't moved for six days.",
    "delivered-not-received": "Tracking says delivered but nothing is on my porch.",
    "wants-a-person": "Can I please talk to a real person?",
    "missing-item": "The earrings that belong to the set are not in the box.",
    "proof-approval": "When will I get the preview of my portrait?",
    "wear-and-warranty": "After three months the plating is peeling off.",
    "differs-from-preview": "The portrait looks nothing like the preview I approved, the colors are different.",
}
