"""Whose fault it is, whether a claim is in time, and what may go back, as an agent is told."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facts.regions import regions
from tests.scripts.case_samples import FAULTS, SAMPLE, said, situation, value, whole_sentences
from tests.scripts.facts_samples import store_with
from verdicts.quality import CLAIM, FAULT, offers_repair, same
from verdicts.returns import RETURN

if TYPE_CHECKING:
    from pathlib import Path

WRONG, TYPO = "scenarios/wrong-personalization", "scenarios/own-typo"
DAMAGED, WORN = "scenarios/damaged-on-arrival", "scenarios/wear-and-warranty"
RETURN_REQUEST = "scenarios/return-request"
DELIVERED = dt.date(2026, 3, 2)
ENGRAVED, DRESS = "engraved-necklace", "linen-dress"  # personalized, and made from preset options only
REGIONS = ("us", "eu", "uk", "au", "ca")


@pytest.mark.parametrize(
    ("ordered", "approved", "made", "expected"),
    [
        ("Luna", "", "Lena", "store"),
        ("Luna", "Luna", "Lena", "store"),
        ("", "Luna", "Lena", "store"),
        ("Lena", "Luna", "Lena", "store"),  # approved after the order: what they approved is what counts
        ("Luna", "Lena", "Lena", "unclear"),  # who changed it between order and approval?
        ("Luna", "", "Luna", "customer"),
        ("Luna", "Luna", "Luna", "customer"),
        ("Luna", "Luna", "", "unclear"),
        ("Luna", "", "", "unclear"),
        ("", "Luna", "Luna", "unclear"),
        ("", "", "Luna", "unclear"),
        ("", "", "", "unclear"),
    ],
)
def test_the_fault_is_where_the_three_texts_differ(ordered: str, approved: str, made: str, expected: str) -> None:
    assert value(FAULT, situation(concern=WRONG, customization=ordered, approved=approved, made=made)) == expected


@pytest.mark.parametrize(
    ("concern", "facts", "expected"),
    [
        (DAMAGED, {}, "carrier"),
        (DAMAGED, {"customization": "Luna", "made": "Luna"}, "carrier"),  # the text is right, the piece is broken
        (DAMAGED, {"customization": "Luna", "made": "Lena"}, "store"),
        (WORN, {}, "material"),
        (WORN, {"customization": "Luna", "made": "Luna"}, "material"),
        (TYPO, {"customization": "Lune", "made": "Lune"}, "customer"),
        (TYPO, {"customization": "Luna", "made": "Lune"}, "store"),  # they take the blame for our mistake
        ("scenarios/order-status", {"made": "Luna"}, "unclear"),
        ("scenarios/order-status", {}, None),
    ],
)
def test_what_they_write_about_is_weighed_too(concern: str, facts: dict[str, str], expected: str | None) -> None:
    assert value(FAULT, situation(concern=concern, **facts)) == expected


@pytest.mark.parametrize(
    ("region", "delivered", "wrote", "expected"),
    [
        ("eu", "2025-03-02", "2026-03-02", "presumed"),  # directive 2019/771, article 11: a year
        ("eu", "2025-03-02", "2026-03-03", "material"),
        ("eu", "2024-02-29", "2025-02-28", "presumed"),  # a leap day: the last day of the month
        ("eu", "2024-02-29", "2025-03-01", "material"),
        ("uk", "2025-09-02", "2026-03-02", "presumed"),  # Consumer Rights Act 2015, s. 19: six months
        ("uk", "2025-09-02", "2026-03-03", "material"),
        ("us", "2026-03-01", "2026-03-02", "material"),
        (None, "2026-03-01", "2026-03-02", "material"),
        ("eu", None, "2026-03-02", "material"),
    ],
)
def test_a_fault_that_shows_early_is_presumed_ours_where_the_law_says_so(
    region: str | None, delivered: str | None, wrote: str, expected: str
) -> None:
    asked = situation(now=f"{wrote}T12:00", concern=WORN, region=region, delivered=delivered)
    assert value(FAULT, asked) == expected


def test_a_fault_is_presumed_ours_by_the_day_they_wrote_however_late_we_answer() -> None:
    asked = situation(
        now="2026-03-10T12:00", asked="2026-03-02T23:59", concern=WORN, region="eu", delivered="2025-03-02"
    )
    assert value(FAULT, asked) == "presumed"


@pytest.mark.parametrize(
    ("concern", "region", "expected"),
    [
        (DAMAGED, "eu", True),  # directive 2019/771, article 13: repair or replacement, as the customer chooses
        (WRONG, "eu", True),
        (DAMAGED, "uk", False),
        (DAMAGED, "us", False),
        (DAMAGED, None, False),
        (WORN, "us", True),
        (WORN, None, True),
    ],
)
def test_a_repair_is_offered_for_wear_and_where_the_law_gives_the_choice(
    concern: str, region: str | None, expected: bool
) -> None:
    assert offers_repair(situation(concern=concern, region=region)) == expected


@pytest.mark.parametrize(("wrote", "named"), [("2026-03-03", True), ("2027-03-02", True), ("2027-03-03", False)])
def test_a_country_that_presumes_it_for_longer_is_named_as_long_as_it_does(wrote: str, named: bool) -> None:
    asked = situation(now=f"{wrote}T12:00", concern=WORN, region="eu", delivered="2025-03-02")
    assert said(FAULT, asked).endswith(" In Spain it is presumed ours for 24 months.") == named


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("Luna", "Luna", True),
        ("  Luna ", "Luna", True),
        ("“Luna, forever”", '"Luna, forever"', True),
        ("“Luna”", "Luna", True),
        ("Maya’s", "Maya's", True),
        ("Zoe\u0308", "Zoë", True),  # the same letter, typed in two ways
        ("Luna", "luna", False),
        ("Luna", "Luna.", False),
        ("Zoe", "Zoë", False),
        ("Anna", "Аnna", False),  # the second begins with a Cyrillic letter
        ("10.06.26", "10.06.2026", False),
    ],
)
def test_texts_are_compared_letter_by_letter(one: str, other: str, expected: bool) -> None:
    assert same(one, other) == expected
    assert same(other, one) == expected


def test_both_texts_stand_side_by_side() -> None:
    told = said(FAULT, situation(concern=WRONG, customization="Luna", made="Lena"))
    assert told == "Ours: it is not what they ordered. Ordered: Luna. Made: Lena."


def test_braces_in_a_text_are_only_text() -> None:
    told = said(FAULT, situation(concern=WRONG, customization="{made} {0}", made="Lena"))
    assert told.endswith("Ordered: {made} {0}. Made: Lena.")


@pytest.mark.parametrize(
    ("region", "days", "expected"),
    [
        ("us", 0, "in-time"),
        ("us", 2, "in-time"),  # 48 hours
        ("us", 3, "open"),
        ("us", 900, "open"),
        ("uk", 2, "in-time"),
        ("uk", 3, "open-to-reject"),
        ("uk", 30, "open-to-reject"),  # Consumer Rights Act 2015
        ("uk", 31, "open"),
        ("eu", 30, "open"),
        (None, 30, "open"),
    ],
)
def test_a_claim_has_a_day_but_no_deadline(region: str | None, days: int, expected: str) -> None:
    wrote = DELIVERED + dt.timedelta(days=days)
    asked = situation(now=f"{wrote}T20:00", concern=DAMAGED, delivered=str(DELIVERED), region=region)
    assert value(CLAIM, asked) == expected


@given(st.sampled_from(FAULTS), st.none() | st.integers(0, 3000), st.sampled_from((None, *REGIONS)), st.booleans())
def test_no_claim_is_ever_closed(concern: str, days: int | None, region: str | None, photos: bool) -> None:
    delivered = None if days is None else str(dt.date(2026, 3, 4) - dt.timedelta(days=days))
    asked = situation(concern=concern, delivered=delivered, region=region, photos=photos)
    assert value(CLAIM, asked) in ("open", "in-time", "open-to-reject")
    assert "closed" not in said(CLAIM, asked).lower()


@pytest.mark.parametrize("region", REGIONS)
def test_the_law_where_they_live_is_said(region: str) -> None:
    asked = situation(now="2026-04-20T12:00", concern=WRONG, delivered=str(DELIVERED), region=region)
    assert said(CLAIM, asked).endswith(
        f"the 48 hours are a request, not a condition. {regions()[region].says_of_faults}"
    )


def test_the_hours_for_photos_are_the_stores(tmp_path: Path) -> None:
    store = store_with(tmp_path, {"photos.hours": "96"})
    asked = situation(store, now="2026-03-06T12:00", concern=DAMAGED, delivered=str(DELIVERED))
    assert value(CLAIM, asked) == "in-time"
    assert "inside the 96 hours" in said(CLAIM, asked)


def test_they_wrote_in_time_however_late_we_answer() -> None:
    asked = situation(
        now="2026-03-20T12:00", concern=DAMAGED, delivered=str(DELIVERED), asked="2026-03-04T23:59", region="us"
    )
    assert value(CLAIM, asked) == "in-time"


def test_they_wrote_on_the_stores_own_day() -> None:
    asked = situation(now="2026-03-20T12:00", concern=DAMAGED, delivered=str(DELIVERED), asked="2026-03-05T04:59:00Z")
    assert value(CLAIM, asked) == "in-time"  # still March 4 in New York


def test_only_what_is_about_a_fault_is_a_claim() -> None:
    assert value(CLAIM, situation(concern=RETURN_REQUEST, delivered=str(DELIVERED))) is None


@pytest.mark.parametrize(
    ("product", "region", "days", "expected"),
    [
        (None, "us", 1, "ask-product"),
        (ENGRAVED, "us", 1, "declined"),
        (ENGRAVED, "eu", 1, "declined"),  # directive 2011/83, article 16(c)
        (DRESS, "eu", 14, "withdrawal"),
        (DRESS, "uk", 14, "withdrawal"),
        (DRESS, "eu", 15, "store-policy"),
        (DRESS, "us", 14, "store-policy"),
        (DRESS, "us", 30, "store-policy"),
        (DRESS, "us", 31, "too-late"),
        (DRESS, "uk", 31, "ask-told"),
        (DRESS, None, 30, "store-policy"),
        (DRESS, None, 31, "too-late"),
        (DRESS, "us", None, "store-policy"),  # not delivered yet, or nobody knows when
        (DRESS, "eu", None, "withdrawal"),
    ],
)
@pytest.mark.parametrize("concern", [RETURN_REQUEST, "scenarios/change-of-mind"])
def test_what_may_go_back_without_a_fault(
    concern: str, product: str | None, region: str | None, days: int | None, expected: str
) -> None:
    wrote = DELIVERED + dt.timedelta(days=days or 0)
    delivered = None if days is None else str(DELIVERED)
    asked = situation(now=f"{wrote}T12:00", concern=concern, product=product, region=region, delivered=delivered)
    assert value(RETURN, asked) == expected


@pytest.mark.parametrize("region", ["eu", "uk"])
@pytest.mark.parametrize(
    ("told", "days", "expected"),
    [
        ("no", 14, "withdrawal"),
        ("no", 15, "withdrawal"),  # directive 2011/83, article 10(1)
        ("no", 31, "withdrawal"),
        ("no", 379, "withdrawal"),  # 14 days and 12 months
        ("no", 380, "too-late"),
        ("yes", 14, "withdrawal"),
        ("yes", 15, "store-policy"),
        ("yes", 31, "too-late"),
        (None, 30, "store-policy"),
        (None, 31, "ask-told"),
        (None, 379, "ask-told"),
        (None, 380, "too-late"),
    ],
)
def test_nobody_is_refused_before_it_is_known_what_they_were_told(
    region: str, told: str | None, days: int, expected: str
) -> None:
    wrote = DELIVERED + dt.timedelta(days=days)
    facts = {"product": DRESS, "region": region, "told": told, "delivered": str(DELIVERED)}
    assert value(RETURN, situation(now=f"{wrote}T12:00", concern=RETURN_REQUEST, **facts)) == expected


@pytest.mark.parametrize("region", ["us", "au", "ca"])
@pytest.mark.parametrize("told", ["yes", "no", None])
def test_what_they_were_told_changes_nothing_where_no_law_lets_them_withdraw(region: str, told: str | None) -> None:
    facts = {"product": DRESS, "region": region, "told": told, "delivered": str(DELIVERED)}
    assert value(RETURN, situation(now="2026-04-02T12:00", concern=RETURN_REQUEST, **facts)) == "too-late"


@pytest.mark.parametrize(
    ("wrote", "told", "expected"),
    [
        ("2026-04-06", None, "withdrawal"),  # 14 days from the last parcel, 35 from the dress
        ("2026-04-07", "yes", "too-late"),  # our own days count from the dress
        ("2026-04-07", None, "ask-told"),
        ("2027-04-06", "no", "withdrawal"),
        ("2027-04-07", "no", "too-late"),
    ],
)
def test_the_days_of_the_law_count_from_the_last_parcel(wrote: str, told: str | None, expected: str) -> None:
    facts = {"product": DRESS, "region": "eu", "told": told, "delivered": str(DELIVERED), "last_parcel": "2026-03-23"}
    asked = situation(now=f"{wrote}T12:00", concern=RETURN_REQUEST, **facts)
    assert value(RETURN, asked) == expected
    assert "count from Monday, March 23" in said(RETURN, asked)


def test_who_was_not_told_is_said_how_long_they_have() -> None:
    facts = {"product": DRESS, "region": "eu", "told": "no", "delivered": str(DELIVERED)}
    told = said(RETURN, situation(now="2026-04-20T12:00", concern=RETURN_REQUEST, **facts))
    assert "so it runs until Tuesday, March 16, 2027." in told


def test_a_refusal_says_where_a_customer_lives_is_not_known() -> None:
    dress = {"product": DRESS, "delivered": str(DELIVERED)}
    assert "Ask where the customer lives" in said(
        RETURN, situation(now="2026-04-20T12:00", concern=RETURN_REQUEST, **dress)
    )
    assert "Ask where the customer lives" not in said(
        RETURN, situation(now="2026-04-20T12:00", concern=RETURN_REQUEST, region="us", **dress)
    )


def test_the_days_and_the_credit_are_the_stores(tmp_path: Path) -> None:
    store = store_with(tmp_path, {"returns.preset_days": "60", "returns.goodwill_credit": '"$10"'})
    dress = situation(store, now="2026-05-01T12:00", concern=RETURN_REQUEST, product=DRESS, delivered=str(DELIVERED))
    necklace = situation(store, concern=RETURN_REQUEST, product=ENGRAVED)
    assert said(RETURN, dress).startswith("Yes, by our policy: 60 days from delivery")
    assert said(RETURN, necklace).startswith("Declined kindly, with a credit of $10 ")


@pytest.mark.parametrize("product", sorted(SAMPLE.products))
def test_a_declined_return_leaves_the_rights_for_faults(product: str) -> None:
    told = said(
        RETURN, situation(now="2026-06-30T12:00", concern=RETURN_REQUEST, product=product, delivered="2026-03-02")
    )
    assert "Rights for faults stay untouched." in told


def test_a_case_about_nothing_of_the_kind_has_no_verdict_on_returns() -> None:
    assert value(RETURN, situation(concern=WRONG, product=DRESS)) is None


@pytest.mark.parametrize("concern", [*FAULTS, RETURN_REQUEST])
@pytest.mark.parametrize("facts", [{}, {"delivered": "2026-03-02"}, {"customization": "Luna", "made": "Lena"}], ids=str)
def test_every_verdict_on_quality_is_made_of_whole_sentences(concern: str, facts: dict[str, Any]) -> None:
    for table in (FAULT, CLAIM, RETURN):
        assert whole_sentences(table, situation(concern=concern, **facts)), table.id
