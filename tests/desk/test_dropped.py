"""Whatever a store drops or renames, and the check accepts, takes nothing down: no answer, export or page."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import pytest

from answer.answer import answer, as_data
from case.case import read_case
from macros import exports
from macros.load import load, problems_of
from macros.pages import entries as pages
from macros.pages import tables
from macros.pages.calculator import calculator
from macros.pages.desk import box, desk_page
from macros.pages.register import entry_macros
from tests.built import ROOT
from tests.desk.desk import NOW, days
from tests.desk.own_playbook import Desk, copied, desk, do_as_the_check_says, drop_entry, edit, replace_everywhere

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from pathlib import Path

    from macros.catalogue.facts import Store
    from macros.catalogue.model import Catalogue

ENTRIES = sorted(
    path.relative_to(ROOT / "templates").with_suffix("").as_posix()
    for kind in ("stages", "scenarios", "milestones")
    for path in (ROOT / "templates" / kind).glob("*.yml")
)
CHANNELS = ("email", "sms", "chat")
OF_AN_ENTRY = re.compile(r"(?:stages|scenarios|milestones)/[a-z0-9#/-]+")
LATE = {"ordered": days(-70), "region": "us"}
TOLD: list[dict[str, Any]] = [
    {},
    {"ordered": days(-1), "stage": "design", "needed_by": days(10)},
    {"ordered": days(-5), "stage": "production", "change": "address"},
    {"ordered": days(-8), "stage": "quality-check"},
    {"ordered": days(-12), "stage": "shipped", "tracking": "1Z999", "carrier": "UPS"},
    {"ordered": days(-20), "delivered": days(-3)},
    {**LATE, "stage": "production"},
    {**LATE, "stage": "production", "notices": 1},
    {"ordered": days(-20), "delivered": days(-9), "customization": "Luna", "made": "Lune", "region": "uk"},
]


def cases(found: Desk, messages: Iterable[str]) -> Iterator[dict[str, Any]]:
    """A case of each concern that is left, and some that only a message tells."""
    products, regions = list(found.store.products), found.store.place.regions
    for at, concern in enumerate([*found.words.entries, *found.words.pages]):
        told = {"product": products[at % len(products)], "region": regions[at % len(regions)], **TOLD[at % len(TOLD)]}
        yield {"concern": concern, **told, "region": told["region"] if told["region"] in regions else ""}
    yield from ({"message": message} for message in messages)
    for told in TOLD:
        yield {"message": "Where is my order?", **told, "region": ""}


def answered(found: Desk, messages: Iterable[str] = ()) -> None:
    """Answer the cases; nothing that is told may lead to an entry that is not there."""
    there = {entry.address for entry in found.words.entries.values()}
    there |= {template.address for entry in found.words.entries.values() for template in entry.templates}
    for facts in cases(found, messages):
        told = answer(found.store, found.words, found.model, read_case(facts, found.store, found.words, NOW), NOW)
        data = as_data(told, found.words)
        led_to = {line["address"] for section in data["sections"] for line in section["lines"]}
        dead = {address for address in led_to if OF_AN_ENTRY.match(address)} - there
        assert not dead, (facts, dead)


def printed(catalogue: Catalogue, store: Store) -> Iterator[str]:
    """All that the pages print."""
    entry, milestone_entries, *_ = entry_macros(catalogue, store)
    yield from (entry(found.id) for found in catalogue.entries if found.kind != "milestones")
    yield from (milestone_entries(), pages.home(catalogue, store), desk_page(catalogue, store, "../"), box(catalogue))
    yield from (tables.milestones(catalogue, store), tables.eta(catalogue, store), tables.questions(catalogue))
    yield calculator(catalogue, store, "../")
    yield from (tables.counting_towards(catalogue, kpi) for kpi in catalogue.vocabulary.kpis)


def published(root: Path, dropped: Iterable[str] = ()) -> None:
    """Make all exports and pages; none of them leads to what was dropped."""
    catalogue, store = load(root)
    files = exports.all_files(catalogue, store)
    assert len(files) > len(exports.TOOLS)
    text = "\n".join([*printed(catalogue, store), exports.skill.skill(catalogue, store)])
    dead = [found for found in dropped if re.search(rf"{re.escape(found)}(/|\.md|\")", text)]
    assert dead == []


def each(names: Iterable[str], works: Callable[[str], None]) -> None:
    """Try each name, and say all that failed."""
    failed = []
    for name in names:
        try:
            works(name)
        except Exception as error:  # noqa: BLE001 - whatever it is, the others are tried too
            failed.append(f"{name}: {type(error).__name__}: {str(error)[:400]}")
    assert not failed, "\n".join(failed)


def test_an_entry_that_is_dropped_is_missed_by_no_answer(tmp_path: Path) -> None:
    def works(entry_id: str) -> None:
        root = copied(tmp_path / entry_id.replace("/", "-"))
        drop_entry(root, entry_id)
        messages = ROOT / f"templates/messages/{entry_id}.txt"
        said = messages.read_text(encoding="utf-8").splitlines()[:3] if messages.exists() else []
        answered(desk(root), said)

    each(ENTRIES, works)


@pytest.mark.parametrize("half", [0, 1])
def test_half_of_the_entries_are_missed_by_no_answer_export_or_page(tmp_path: Path, half: int) -> None:
    root, dropped = copied(tmp_path / "own"), ENTRIES[half::2]
    for entry_id in dropped:
        drop_entry(root, entry_id)
    answered(desk(root))
    published(root, dropped)


@pytest.mark.parametrize("channel", CHANNELS)
def test_a_channel_may_be_left_out_of_any_entry(tmp_path: Path, channel: str) -> None:
    def works(kind: str) -> None:
        root = copied(tmp_path / kind)
        for path in sorted((root / "templates" / kind).glob("*.yml")):
            edit(path, lambda entry: without(channel, entry))
        do_as_the_check_says(root)
        answered(desk(root))
        published(root)

    each(("stages", "scenarios", "milestones"), works)


@pytest.mark.parametrize("channel", CHANNELS)
def test_a_channel_may_be_dropped_of_all(tmp_path: Path, channel: str) -> None:
    root = copied(tmp_path / "own")
    edit(root / "templates/vocabulary.yml", lambda vocabulary: vocabulary["channels"].pop(channel))
    for kind in ("stages", "scenarios", "milestones"):
        for path in sorted((root / "templates" / kind).glob("*.yml")):
            edit(path, lambda entry: without(channel, entry))
    do_as_the_check_says(root)
    answered(desk(root))
    published(root)


def without(channel: str, entry: Any) -> None:
    """Take a channel out of an entry; one that has no other is written for another."""
    kept = [name for name in entry.get("channels", CHANNELS) if name != channel]
    instead = kept or [next(name for name in CHANNELS if name != channel)]
    entry["channels"] = instead
    for template in entry["templates"]:
        text = template.pop(channel, None)
        template.update({} if kept else {instead[0]: text})
        if "email" not in instead:
            template.pop("subject", None)
        elif instead == ["email"] and "subject" not in template:
            template["subject"] = "Your order"


def test_a_product_may_be_dropped(tmp_path: Path) -> None:
    text = (ROOT / "references/store.toml").read_text(encoding="utf-8")
    products = re.findall(r"^\[products\.(.+)\]$", text, re.MULTILINE)

    def works(product: str) -> None:
        root = copied(tmp_path / product)
        kept = re.sub(rf"\[products\.{product}\]\n([^\[\n].*\n|\n)*", "", text)
        (root / "references/store.toml").write_text(kept, encoding="utf-8")
        other = next(name for name in products if name != product)
        slots = root / "templates/slots.yml"
        slots.write_text(slots.read_text(encoding="utf-8").replace(product, other), encoding="utf-8")
        do_as_the_check_says(root)
        answered(desk(root))
        published(root)

    each(products, works)


@pytest.mark.parametrize("kind", ["stages", "scenarios", "milestones"])
def test_an_entry_may_be_renamed(tmp_path: Path, kind: str, capsys: pytest.CaptureFixture[str]) -> None:
    del capsys

    def works(entry_id: str) -> None:
        root = copied(tmp_path / entry_id.replace("/", "-"))
        replace_everywhere(root, entry_id, f"{entry_id}-of-ours")
        assert problems(root) == []
        answered(desk(root))

    each([entry_id for entry_id in ENTRIES if entry_id.startswith(kind)], works)


def problems(root: Path) -> list[str]:
    return [str(problem) for problem in problems_of(root)]
