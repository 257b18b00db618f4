"""The tables of `references/store.toml` on who signs and what is promised: one class per table, one line per key."""

from __future__ import annotations

from records.fields import flag, mail_address, one_of, text, web_address, whole, worth
from records.record import Record

UNTIL = ("window", "shipped", "never")


class Brand(Record):
    """Who signs."""

    name: str = text("the store's name")
    signature: str = text("what stands below a reply")
    email: str = mail_address("where customers write")
    website: str = web_address("the shop")
    order_status_url: str = web_address("where a customer sees an order")
    edit_url: str = web_address(
        "where these files are edited, `{path}` being the file; nothing to show no edit links",
        "{path}",
        or_nothing=True,
    )


class ChangeWindow(Record):
    """How long an order can be changed, in elapsed hours."""

    hours: int = whole("elapsed hours from the order; it ends sooner when production starts", 1, 336)
    fee_after: str = worth("what a change costs once it is over, or `none`")


class MayChange(Record):
    """Until when each part of an order may change."""

    personalization: str = one_of("until when: the change window, the hand-over, or not at all", *UNTIL)
    options: str = one_of("the same for size, color and material", *UNTIL)
    address: str = one_of("the same for the address", *UNTIL)


class Proofs(Record):
    """The preview before a piece is made; the answer is awaited for working days."""

    sent: bool = flag("whether a preview goes out before the piece is made")
    reply_days: int = whole("working days we wait for an answer before we write again", 1, 30)


class Photos(Record):
    """Hours after delivery for asking for photos of a fault, and days after it that customers' own photos are kept."""

    hours: int = whole("asked for after delivery; never a condition where the law gives longer", 1, 720)
    keep_days: int = whole("days after delivery that customers' own photos and files are kept", 1, 730)

    def contradictions(self) -> dict[str, str]:
        """No photo is deleted while we still ask for it."""
        least = -(-self.hours // 24)
        return {} if self.keep_days >= least else {"keep_days": f"expected at least {least}, the days of photos.hours"}


class Cancellation(Record):
    """In how many working days the money of a canceled order goes back."""

    refund_days: int = whole("working days until the money is sent back", 1, 30)


class Returns(Record):
    """Pieces with preset options only, in calendar days; the form to withdraw; what softens a declined return."""

    preset_days: int = whole("for pieces with preset options only, by our own policy", 0, 365)
    goodwill_credit: str = worth("off a next piece, where a change of mind has to be declined")
    withdrawal_days: int = whole("by the law of the EU and the UK, for pieces with preset options only", 1, 365)
    withdrawal_url: str = web_address(
        "the page with the online withdrawal form, needed in the EU and the UK", or_nothing=True
    )


class FollowUp(Record):
    """Calendar days after delivery."""

    days: int = whole("calendar days after delivery", 1, 60)


class Kpi(Record):
    """The targets a lead watches."""

    first_response_hours: int = whole("business hours; the first reply comes sooner", 1, 72)
    modification_success_percent: int = whole("at least this share of change requests is settled in the window", 1, 100)
    remake_percent: int = whole("less than this share of orders has a piece made again", 0, 100)
    csat_percent: int = whole("at least this share of ratings for custom orders is good", 1, 100)
    repeat_days: int = whole("days within which another order counts", 1, 365)
    repeat_percent: int = whole("at least this share of customers orders again by then", 1, 100)


class Loyalty(Record):
    """The tool for the touches after delivery."""

    tool: str = text("the loyalty tool")
    review_points: int = whole("points for a review", 0, 1_000_000)
    referral_reward: str = worth("what a referred friend's first order brings, such as `$15`")
