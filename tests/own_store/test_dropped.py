"""Whatever a store drops or renames, and the check accepts, takes nothing down: no answer, command, export or page."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

import commands.assess as assess_command
import commands.triage as triage_command
from tests.built import ROOT
from tests.own_store.own_playbook import (
    KINDS,
    copied,
    desk,
    do_as_the_check_says,
    drop_entry,
    edit,
    problems_of,
    rename,
)
from tests.own_store.whole_playbook import answered, answers, cases, published
from tests.tables import for_each

if TYPE_CHECKING:
    from pathlib import Path

    import pytest

ENTRIES = sorted(
    path.relative_to(ROOT / "templates").with_suffix("").as_posix()
    for kind in KINDS
    for path in (ROOT / "templates" / kind).glob("*.yml")
)
CHANNELS = ("email", "sms", "chat")
PARTS = 4  # each entry is dropped in one of so many playbooks


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
