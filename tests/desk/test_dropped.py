"""Whatever a store drops or renames, and the check accepts, takes nothing down: no answer, command, export or page."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

import pytest

import commands.assess as assess_command
import commands.triage as triage_command
import facts.regions
from answer.answer import answer, as_data
from case.case import read_case
from facts.regions import regions
from macros import exports
from macros.load import load, problems_of
from macros.pages import entries as pages
from macros.pages import tables
from macros.pages.calculator import calculator
from macros.pages.desk import box, desk_page
from macros.pages.register import entry_macros
from tests.built import ROOT
from tests.desk.desk import NOW, days
from tests.desk.own_playbook import Desk, copied, desk, do_as_the_check_says, drop_entry, edit, rename
from tests.tables import for_each

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from pathlib import Path

    from facts.schema import Store
    from macros.catalogue.model import Catalogue

KINDS = ("stages", "scenarios", "milestones")
ENTRIES = sorted(
    path.relative_to(ROOT / "templates").with_suffix("").as_posix()
    for kind in KINDS
    for path in (ROOT / "templates" / kind).glob("*.yml")
)
CHANNELS = ("email", "sms", "chat")
PARTS = 4  # each entry is dropped in one of so many playbooks
OF_AN_ENTRY = re.compile(rf"(?:{'|'.join(KINDS)})/[a-z0-9#/-]+")
OF_THE_CHECKOUT = tuple(f"references/{name}.md" for name in ("policy", "faq", "law"))
LATE = {"order_date": days(-70), "region": "us"}
NEW_ZEALAND = """
[nz]
name = "New Zealand"
countries = ["NZ"]
faults = "New Zealand has a law of its own."
refund_working_days = 10
refund_source = "made up"
"""
TOLD: list[dict[str, Any]] = [
    {},
    {"order_date": days(-1), "stage": "design", "needed_by": days(10)},
    {"order_date": days(-5), "stage": "production", "change": "address"},
    {"order_date": days(-8), "stage": "quality-check"},
    {"order_date": days(-12), "stage": "shipped", "tracking": "1Z999", "carrier": "UPS"},
    {"order_date": days(-20), "delivered": days(-3)},
    {**LATE, "stage": "production"},
    {**LATE, "stage": "production", "notices": 1},
    {"order_date": days(-20), "delivered": days(-9), "customization": "Luna", "made": "Lune", "region": "uk"},
]


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A playbook of one's own."""
    return copied(tmp_path / "own")


def cases(found: Desk, messages: Iterable[str] = ()) -> Iterator[dict[str, Any]]:
    """A case of each concern, with each piece and all that is told of it in turn, and some of a message alone."""
    products, served = list(found.store.products), found.store.place.regions
    told = [{**known, "region": known.get("region") if known.get("region") in served else ""} for known in TOLD]
    for at, concern in enumerate([*found.words.entries, *found.words.pages]):
        yield {"concern": concern, "product": products[at % len(products)], **told[at % len(told)]}
    yield from ({"message": "Where is my order?", **known} for known in told)
    yield from ({"message": message} for message in messages)


def answers(found: Desk, messages: Iterable[str] = ()) -> Iterator[dict[str, Any]]:
    """The answers to the cases."""
    for known in cases(found, messages):
        case = read_case(known, found.store, found.words, NOW)
        yield as_data(answer(found.store, found.words, found.model, case, NOW), found.words)


def answered(found: Desk, messages: Iterable[str] = ()) -> None:
    """Answer the cases; nothing that is said may lead to an entry that is not there."""
    there = {entry.address for entry in found.words.entries.values()}
    led_to = {
        line["address"]
        for told in answers(found, messages)
        for section in told["sections"]
        for line in section["lines"]
        if OF_AN_ENTRY.match(line["address"])
    }
    assert led_to <= there


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
    assert {name.partition("/")[0] for name in files} >= {tool.id for tool in exports.TOOLS}
    of_words = (page for name, page in exports.skill.pages(catalogue, store).items() if name not in OF_THE_CHECKOUT)
    text = "\n".join([*printed(catalogue, store), *of_words])
    assert [found for found in dropped if re.search(rf'{re.escape(found)}(/|\.md|")', text)] == []


@for_each("part", range(PARTS))
def test_what_is_dropped_is_missed_by_nothing(tmp_path: Path, part: int) -> None:
    root, dropped = copied(tmp_path / f"without-{part}"), ENTRIES[part::PARTS]
    for entry_id in dropped:
        drop_entry(root, entry_id)
    do_as_the_check_says(root)
    phrases = [ROOT / f"templates/messages/{entry_id}.txt" for entry_id in dropped]
    answered(desk(root), [path.read_text(encoding="utf-8").splitlines()[0] for path in phrases if path.exists()])
    published(root, dropped)


def test_an_entry_under_another_name_is_the_same_entry(root: Path) -> None:
    before = json.dumps([*answers(desk(root))])
    for entry_id in ENTRIES:
        rename(root, entry_id, f"{entry_id}-of-ours")
    assert problems_of(root) == []
    assert json.dumps([*answers(desk(root))]).replace("-of-ours", "") == before
    published(root, [f"{entry_id}/" for entry_id in ENTRIES])


@for_each("channel", CHANNELS)
def test_a_channel_may_be_left_out_of_any_entry(tmp_path: Path, channel: str) -> None:
    root = copied(tmp_path / channel)
    leave_out(root, channel)
    answered(desk(root))
    published(root)


@for_each("channel", CHANNELS)
def test_a_channel_may_be_dropped_of_all(tmp_path: Path, channel: str) -> None:
    root = copied(tmp_path / channel)
    edit(root / "templates/vocabulary.yml", lambda vocabulary: vocabulary["channels"].pop(channel))
    leave_out(root, channel)
    answered(desk(root))
    published(root)


def leave_out(root: Path, channel: str) -> None:
    """Take a channel out of every entry; one that has no other is written for another."""

    def without(entry: Any) -> None:
        kept = [name for name in entry.get("channels", CHANNELS) if name != channel]
        entry["channels"] = kept or [next(name for name in ("chat", "email") if name != channel)]
        for template in entry["templates"]:
            text = template.pop(channel, None)
            template.update({} if kept else {entry["channels"][0]: text})
            if "email" not in entry["channels"]:
                template.pop("subject", None)

    for path in sorted(path for kind in KINDS for path in (root / "templates" / kind).glob("*.yml")):
        edit(path, without)
    do_as_the_check_says(root)


@for_each("left", [slice(0, 1), slice(1, None)], ids=str)
def test_a_product_may_be_dropped(tmp_path: Path, left: slice) -> None:
    root = copied(tmp_path / f"from-{left.start}")
    store, slots = root / "references/store.toml", root / "templates/slots.yml"
    head, *products = re.split(r"(?m)^(?=\[products\.)", store.read_text(encoding="utf-8"))
    store.write_text("".join([head, *products[left]]), encoding="utf-8")
    names = [re.findall(r"[a-z-]+(?=\]$)", product.splitlines()[0])[0] for product in products]
    slots.write_text(slots.read_text(encoding="utf-8").replace(names[0], names[left][0]), encoding="utf-8")
    do_as_the_check_says(root)
    answered(desk(root))
    published(root)


def test_a_region_may_be_served_no_longer(tmp_path: Path) -> None:
    for served in (["us", "au", "ca"], ["uk", "eu"]):
        root = copied(tmp_path / served[0])
        serve(root, served)
        do_as_the_check_says(root)
        answered(desk(root))
        published(root)


@pytest.fixture
def own_law(root: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """The rows of the law of one's own playbook, in place of the checkout's."""
    monkeypatch.setattr(facts.regions, "PLAYBOOK", str(root))
    regions.cache_clear()
    yield root / "references/regions.toml"
    regions.cache_clear()


def test_a_region_that_is_not_served_needs_no_row(root: Path, own_law: Path) -> None:
    head, *rows = re.split(r"(?m)^(?=\[[a-z]+\])", own_law.read_text(encoding="utf-8"))
    own_law.write_text("".join([head, *(row for row in rows if row[1:3] in ("us", "eu"))]), encoding="utf-8")
    serve(root, ["us", "eu"])
    write_for_regions(root, lambda names: [name for name in names if name in ("us", "eu")])
    regions.cache_clear()
    assert problems_of(root) == []
    answered(desk(root))
    published(root)


def test_a_region_more_is_a_row_more(root: Path, own_law: Path) -> None:
    own_law.write_text(own_law.read_text(encoding="utf-8") + NEW_ZEALAND, encoding="utf-8")
    serve(root, ["nz", "us"])
    write_for_regions(root, lambda names: [*names, "nz"] if "au" in names else names)
    regions.cache_clear()
    assert problems_of(root) == []
    found = desk(root)
    answered(found)
    told = read_case({"concern": "damaged-on-arrival", "region": "nz"}, found.store, found.words, NOW)
    said = as_data(answer(found.store, found.words, found.model, told, NOW), found.words)
    assert "New Zealand has a law of its own." in json.dumps(said)
    assert [choice["says"] for choice in said["conditions"] if choice["condition"] == "region"] == ["New Zealand"]
    published(root)


def serve(root: Path, names: list[str]) -> None:
    """Sell to some regions only."""
    store = root / "references/store.toml"
    text = re.sub(r"(?m)^regions = .*$", f"regions = {json.dumps(names)}", store.read_text(encoding="utf-8"))
    store.write_text(text, encoding="utf-8")


def write_for_regions(root: Path, change: Callable[[list[str]], list[str]]) -> None:
    """Change the regions that templates are for; one that is for none goes."""

    def changed(entry: Any) -> None:
        for template in entry["templates"]:
            if "region" in template.get("when", {}):
                names = template["when"]["region"]
                template["when"]["region"] = change([names] if isinstance(names, str) else names)
        entry["templates"] = [each for each in entry["templates"] if each.get("when", {}).get("region") != []]

    for path in sorted(path for kind in KINDS for path in (root / "templates" / kind).glob("*.yml")):
        edit(path, changed)


def test_both_commands_answer_without_the_entries_they_knew(
    root: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    for entry_id in ENTRIES[:: PARTS * 2]:
        drop_entry(root, entry_id)
    found = desk(root)
    for command in (assess_command, triage_command):
        for name in ("store", "words", "model"):
            monkeypatch.setattr(command, f"load_{name}", lambda name=name: getattr(found, name), raising=False)
    case = root / "case.json"
    for at, known in enumerate(cases(found)):
        case.write_text(json.dumps(known), encoding="utf-8")
        assert assess_command.main([("--json", "--markdown", "--channel=sms")[at % 3], str(case)]) == 0
        assert triage_command.main([f"Is it late? {known.get('message', '')}"]) == 0
    assert "Error" not in capsys.readouterr().err
