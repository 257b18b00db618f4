"""The tables of `references/store.toml` on who signs and what is promised: one class per table, one line per key."""

from __future__ import annotations

from facts.fields import flag, mail_address, one_of, text, web_address, whole
from facts.record import Facts

UNTIL = ("window", "shipped", "never")


class Brand(Facts):
    """Who signs."""

    name: str = text()
    signature: str = text()
    email: str = mail_address()
    website: str = web_address()
    order_status_url: str = web_address()
    edit_url: str = web_address("{path}", or_nothing=True)


class ChangeWindow(Facts):
    """How long an order can be changed, in elapsed hours."""

    hours: int = whole(1, 336)
    fee_after: str = text()


class MayChange(Facts):
    """Until when each part of an order may change."""

    personalization: str = one_of(*UNTIL)
    options: str = one_of(*UNTIL)
    address: str = one_of(*UNTIL)


class Proofs(Facts):
    """The preview before a piece is made; the answer is awaited for working days."""

    sent: bool = flag()
    reply_days: int = whole(1, 30)


class Photos(Facts):
    """Hours after delivery for asking for photos of a fault, and days after it that customers' own photos are kept."""

    hours: int = whole(1, 720)
    keep_days: int = whole(1, 730)


class Cancellation(Facts):
    """In how many working days the money of a canceled order goes back."""

    refund_days: int = whole(1, 30)


class Returns(Facts):
    """Pieces with preset options only, in calendar days; the form to withdraw; what softens a declined return."""

    preset_days: int = whole(0, 365)
    goodwill_credit: str = text()
    withdrawal_days: int = whole(1, 365)
    withdrawal_url: str = web_address(or_nothing=True)


class FollowUp(Facts):
    """Calendar days after delivery."""

    days: int = whole(1, 60)


class Kpi(Facts):
    """The targets a lead watches."""

    first_response_hours: int = whole(1, 72)
    modification_success_percent: int = whole(1, 100)
    remake_percent: int = whole(0, 100)
    csat_percent: int = whole(1, 100)
    repeat_days: int = whole(1, 365)
    repeat_percent: int = whole(1, 100)


class Loyalty(Facts):
    """The tool for the touches after delivery."""

    tool: str = text()
    review_points: int = whole(0, 1_000_000)
    referral_reward: str = text()
