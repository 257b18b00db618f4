"""The Agent Skill is valid, complete in its one folder, and its commands run on a bare Python as it says."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
import skills_ref  # type: ignore[import-untyped] # it ships no types

from macros import paths
from macros.exports.skill_pages import portable
from macros.exports.tools.skill import pages, skill
from macros.load import load
from tests.macros.exports.markdown_pages import quoted, read
from tests.macros.exports.packed import unpacked
from tests.macros.exports.reading_back import BLANK, all_replies, files_of, shown, slots_back
from tests.product import catalogue, store
from tests.tables import for_each

if TYPE_CHECKING:
    from collections.abc import Callable

    from facts.schema import Store
    from macros.catalogue.model import Catalogue

NAME = "custom-order-support"
SECTIONS = [
    "Situation assessment",
    "Order status communication",
    "Modification handling",
    "Quality and returns",
    "Proactive plan",
    "Metrics",
]
LINK = re.compile(r"(?<!!)\]\(([^)\s]+)\)")
BLOCK = re.compile(r"^( *)```sh\n(.*?)^ *```$", re.MULTILINE | re.DOTALL)
LONGEST_DESCRIPTION, MOST_LINES = 1024, 500


@cache
def files() -> dict[str, bytes]:
    """The files of the skill, made from the product's own words."""
    return unpacked(files_of("skill")[f"{NAME}.zip"])


@cache
def texts() -> dict[str, str]:
    """Its pages by their names within its folder."""
    return {name.removeprefix(f"{NAME}/"): text.decode() for name, text in files().items() if name.endswith(".md")}


def instructions() -> str:
    """The page that is read first."""
    return texts()["SKILL.md"]


def pages_with_commands() -> list[str]:
    """The pages that show commands."""
    return [name for name, text in texts().items() if commands(text)]


def commands(page: str) -> list[str]:
    """The shell commands of a page, in their order."""
    return [re.sub(f"^{indent}", "", block, flags=re.MULTILINE) for indent, block in BLOCK.findall(page)]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The skill as somebody unpacks it."""
    place = tmp_path_factory.mktemp("skills")
    for name, content in files().items():
        path = place / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    return place / NAME


@pytest.fixture(scope="module")
def shell(folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], str]:
    """Runs commands in the folder of the skill, with a `python3` that has nothing installed."""
    bare = getattr(sys, "_base_executable", sys.executable)
    bin_folder = tmp_path_factory.mktemp("bin")
    python = bin_folder / "python3"
    python.write_text(f'#!/bin/sh\nexec "{bare}" -E -s -S "$@"\n')
    python.chmod(0o755)

    def run(command: str) -> str:
        search = os.pathsep.join([str(bin_folder), "/usr/bin", "/bin"])
        done = subprocess.run(
            ["/bin/sh", "-e", "-c", command],
            cwd=folder,
            env={"PATH": search, "PYTHONDONTWRITEBYTECODE": "1"},
            capture_output=True,
            text=True,
            check=False,
        )
        assert (done.returncode, done.stderr) == (0, "")
        return done.stdout

    return run


def test_the_skill_is_valid(folder: Path) -> None:
    assert skills_ref.validate(folder) == []


def test_the_front_matter_says_what_it_is_and_when_to_use_it(folder: Path) -> None:
    about = skills_ref.read_properties(folder)
    assert about.name == NAME
    assert store().brand.name in about.description
    assert "Use it for" in about.description
    assert "Not for" in about.description
    assert len(about.description) <= LONGEST_DESCRIPTION


def test_everything_lies_in_one_folder_of_its_name() -> None:
    assert {name.partition("/")[0] for name in files()} == {NAME}


def test_the_instructions_are_short_enough_to_be_read_at_once() -> None:
    assert len(instructions().splitlines()) < MOST_LINES


def test_an_answer_has_the_six_sections_of_the_command_in_its_order(shell: Callable[[str], str]) -> None:
    expected = [f"{number}. {title}" for number, title in enumerate(SECTIONS, start=1)]
    case = "python3 scripts/assess_case.py --example | python3 scripts/assess_case.py - --markdown"
    assert re.findall(r"^### (\d\. .*)$", instructions(), re.MULTILINE) == expected
    assert re.findall(r"^## (\d\. .*)$", shell(case), re.MULTILINE) == expected


@pytest.mark.parametrize(
    "heading",
    [
        "Who it serves",
        "When to use it",
        "When not to force it",
        "The first 90 seconds",
        "How to work",
        "What an answer holds",
        "How a reply sounds",
        "References",
        "Scripts",
    ],
)
def test_the_instructions_have_the_part(heading: str) -> None:
    assert f"\n## {heading}\n" in instructions()


@for_each("page", pages_with_commands)
def test_every_command_it_shows_runs_on_a_bare_python(page: str, shell: Callable[[str], str]) -> None:
    for command in commands(texts()[page]):
        shell(command)


def test_each_script_it_names_is_shown_at_work_and_is_there() -> None:
    named = set(re.findall(r"scripts/\w+\.py", instructions()))
    all_of_them = ("triage_inquiry", "read_message", "assess_case", "calculate_eta")
    assert named == {f"scripts/{command}.py" for command in all_of_them}
    assert named == set(re.findall(r"scripts/\w+\.py", "\n".join(commands(instructions()))))
    assert {f"{NAME}/{name}" for name in named} <= files().keys()


def test_the_triage_answers_from_the_folder(shell: Callable[[str], str]) -> None:
    phrase = catalogue().by_id["scenarios/change-request"].written.phrases[0].replace("'", "")
    (first, *_) = shell(f"python3 scripts/triage_inquiry.py '{phrase}'").splitlines()
    assert "scenarios/change-request" in first


def test_a_case_is_assessed_from_the_folder_with_the_stores_own_words(shell: Callable[[str], str]) -> None:
    answer = json.loads(shell("python3 scripts/assess_case.py --example | python3 scripts/assess_case.py - --json"))
    assert answer["reply"]["id"] in {template.id for template in catalogue().templates}


def test_the_dates_follow_the_facts_in_the_folder(folder: Path, shell: Callable[[str], str]) -> None:
    facts = folder / "references" / "store.toml"
    written = facts.read_text(encoding="utf-8")
    days = f"days = {store().shipping.days}"
    head, table, rest = written.partition("[shipping]")
    facts.write_text(head + table + rest.replace(days, f"days = {store().shipping.days + 20}", 1), encoding="utf-8")
    order = f"python3 scripts/calculate_eta.py --order-date {catalogue().sample_orders['usual'].order_date.date()}"
    later = shell(order)
    facts.write_text(written, encoding="utf-8")
    assert f"then {store().shipping.days + 20} to" in later
    assert f"then {store().shipping.days} to" in shell(order)


def test_all_scripts_are_in_it_as_they_are() -> None:
    folder = f"{NAME}/scripts/"
    scripts = {name.removeprefix(folder) for name in files() if name.startswith(folder)}
    assert scripts == {path.relative_to(paths.SCRIPTS).as_posix() for path in paths.SCRIPTS.rglob("*.py")}
    name = "reading/triage/ranking.py"
    assert files()[f"{folder}{name}"] == (paths.SCRIPTS / name).read_bytes()


def slug(heading: str) -> str:
    """The anchor that readers of Markdown give a heading."""
    return re.sub(r"[^\w -]", "", heading.lower()).replace(" ", "-")


def anchors(page: str) -> set[str]:
    """The anchors of a page: those it names, and those of its headings."""
    return {*re.findall(r'<a id="(.+?)"></a>', page), *map(slug, re.findall(r"^#+ (.*)$", page, re.MULTILINE))}


@for_each("name", texts)
def test_every_link_leads_to_a_page_and_a_place_in_the_folder(name: str) -> None:
    targets = [target for target in LINK.findall(texts()[name]) if not target.startswith("http")]
    for target in targets:
        path, _, anchor = target.partition("#")
        found = os.path.normpath(Path(name).parent / path) if path else name
        assert found in texts(), target
        assert not anchor or anchor in anchors(texts()[found]), target


def test_every_entry_is_reached_from_the_instructions() -> None:
    linked = {target.partition("#")[0].removeprefix("references/") for target in LINK.findall(instructions())}
    assert {entry.page.partition("#")[0] for entry in catalogue().entries} <= linked


@for_each("name", texts)
def test_a_page_has_no_trace_of_the_site_it_comes_from(name: str) -> None:
    assert re.findall(r"\{\{|\{%|\{ ?#|\{:|^!!!.*|\A(?!---\nname)---", texts()[name], re.MULTILINE) == []


def test_every_reply_can_be_read_in_it() -> None:
    read_in = list(dict.fromkeys(f"references/{entry.page.partition('#')[0]}" for entry in catalogue().entries))
    letters = [slots_back(read(letter), {}) for name in read_in for letter in quoted(texts()[name])]
    assert letters == [shown(reply) for reply in all_replies()]


def test_a_letter_has_its_subject_above_it(small: tuple[Catalogue, Store]) -> None:
    page = pages(*small)["references/stages/design.md"]
    assert "### Email\n\n**Subject:** Order [ORDER NUMBER] is being drawn\n\n> Hi [FIRST NAME], " in page


def test_every_blank_is_explained() -> None:
    used = {found for name, page in texts().items() if "/scenarios/" in name for found in BLANK.findall(page)}
    explained = set(re.findall(r"^\| `(\[.+?\])` \| \S", texts()["references/blanks.md"], re.MULTILINE))
    assert used <= explained
    assert explained == {slot.blank for slot in catalogue().slots.values()}


@pytest.mark.parametrize(
    ("before", "after", "old", "new"),
    [
        ("hours = 24 ", "hours = 36 ", "**24 hours**", "**36 hours**"),
        ("hours = 48 ", "hours = 60 ", "48 hours of delivery", "60 hours of delivery"),
        ("cut_percent = 40 ", "cut_percent = 30 ", "takes 40% off", "takes 30% off"),
        ('surcharge = "$25"', 'surcharge = "$31"', "costs $25", "costs $31"),
        ("remake_percent = 3\n", "remake_percent = 7\n", "under 3%", "under 7%"),
        ("first_response_hours = 4 ", "first_response_hours = 6 ", "under 4 business", "under 6 business"),
        ("preset_days = 30 ", "preset_days = 45 ", "30 days everywhere", "45 days everywhere"),
        ('tool = "Rijoy"', 'tool = "Tally"', "**Rijoy**", "**Tally**"),
        ('name = "Hearth & Initial"', 'name = "Kiln: & Co"', "Hearth & Initial", "Kiln: & Co"),
    ],
)
def test_the_instructions_state_the_facts_of_the_store(
    world: Path, before: str, after: str, old: str, new: str
) -> None:
    was = skill(*load(world))
    facts = world / "references" / "store.toml"
    written = facts.read_text(encoding="utf-8")
    facts.write_text(written.replace(before, after, 1), encoding="utf-8")
    now = skill(*load(world))
    assert (old in was, new in was) == (True, False)
    assert (old in now, new in now) == (False, True)


def test_a_store_without_rush_sells_none(world: Path) -> None:
    facts = world / "references" / "store.toml"
    facts.write_text(facts.read_text(encoding="utf-8").replace("offered = true", "offered = false"), encoding="utf-8")
    changed = load(world)
    assert "--rush" not in skill(*changed) + pages(*changed)["references/eta.md"]
    assert "offers no rush" in skill(*changed)


@pytest.mark.parametrize(
    ("page", "expected"),
    [
        ("---\nsearch:\n  boost: 1\n---\n\n# A\n", "# A\n"),
        ("## A, b { #c-d }\n\nE\n", '<a id="c-d"></a>\n\n## A, b\n\nE\n'),
        ('!!! note "A"\n    B\n    c.\n\n    D\n\nE\n', "> **A**\n>\n> B\n> c.\n>\n> D\n\nE\n"),
        ("A --- b\n\n---\n\nC { d }\n", "A --- b\n\n---\n\nC { d }\n"),
    ],
    ids=["front matter", "a named heading", "an admonition", "nothing"],
)
def test_a_page_of_the_site_becomes_plain_markdown(page: str, expected: str) -> None:
    assert portable(page) == expected


@pytest.mark.parametrize(
    "name",
    [
        "SKILL.md",
        "references/blanks.md",
        "references/eta.md",
        "references/milestones.md",
        "references/scenarios/change-request.md",
    ],
)
def test_the_pages_of_the_small_world(
    name: str, small: tuple[Catalogue, Store], golden: Callable[[str, str], None]
) -> None:
    golden(f"exports/skill/{name}", pages(*small)[name])
