"""The words of the playbook as `scripts/` reads them: `templates/compiled/words.json`, written from the YAML files."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Any, NamedTuple

from words.compiled import COMPILED, read_compiled
from words.desk import Desk, read_desk
from words.message import Body

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

VERSION = 5
NO_EVIDENCE: dict[str, float] = {}


class Slot(NamedTuple):
    """A blank that one order fills: what the blank shows, where its value is found, whether it is an address."""

    name: str
    label: str
    meaning: str
    link: bool

    @property
    def blank(self) -> str:
        """The visible blank in a text: `[FIRST NAME]`."""
        return f"[{self.label.upper()}]"


class KnownCondition(NamedTuple):
    """What can differ between templates; `unknown` is the value to go by while nobody knows."""

    label: str
    values: Mapping[str, str]
    needs: Mapping[str, str]
    among: str | None
    unknown: str | None


class Template(NamedTuple):
    """One sendable message.

    Attributes:
        id: The whole id, `scenarios/change-request/window-open`.
        when: The values of each condition that it is for.
        messages: What each channel says.
    """

    id: str
    title: str
    when: Mapping[str, list[str]]
    subject: Body | None
    messages: Mapping[str, Body]
    next_steps: tuple[Body, ...]

    @property
    def address(self) -> str:
        """Its address on the site, relative to the home page."""
        entry, _, name = self.id.rpartition("/")
        kind, _, page = entry.partition("/")
        return f"milestones/#{page}-{name}" if kind == "milestones" else f"{entry}/#{name}"


class Way(NamedTuple):
    """Cases that another entry replies to: the values of their conditions, and that entry."""

    when: Mapping[str, list[str]]
    to: str


class Entry(NamedTuple):
    """A stage, scenario or milestone with its templates.

    Attributes:
        gives_way: What another entry replies to instead; the first one that fits counts.
        raises: The topics that a case of it raises.
        wants: Facts of the case to ask for, though no template differs by them.
        stage: The stage of an order that it tells; empty for most.
        step: The step of an order's dates at which the store sends it first; empty for most.
        out_from: The stage from which on it has gone out; empty where no stage tells.
        comes_up: When in an order's life customers write about it; empty where any time.
        evidence: By how much a fact of the case, or a fact and its value, multiplies its odds.
        raised_by: Facts, or facts and their values, that make it a concern beside another.
    """

    id: str
    title: str
    counts_towards: list[str]
    templates: tuple[Template, ...]
    gives_way: tuple[Way, ...] = ()
    raises: Sequence[str] = ()
    wants: Sequence[str] = ()
    stage: str = ""
    step: str = ""
    out_from: str = ""
    comes_up: Sequence[str] = ()
    evidence: Mapping[str, float] = NO_EVIDENCE
    raised_by: Sequence[str] = ()

    @property
    def kind(self) -> str:
        """The folder it is in: `stages`, `scenarios` or `milestones`."""
        return self.id.partition("/")[0]

    @property
    def name(self) -> str:
        """Its id without the folder."""
        return self.id.partition("/")[2]

    @property
    def address(self) -> str:
        """Its address on the site, relative to the home page."""
        return f"milestones/#{self.name}" if self.kind == "milestones" else f"{self.id}/"


class Words(NamedTuple):
    """All words, by their ids and names."""

    channels: Mapping[str, str]
    slots: Mapping[str, Slot]
    conditions: Mapping[str, KnownCondition]
    kpis: Mapping[str, str]
    pages: Mapping[str, str]
    entries: Mapping[str, Entry]
    desk: Desk
    reading: Mapping[str, Any]

    @property
    def sent_first(self) -> list[Entry]:
        """The messages that the store sends first, in the order they are shown."""
        return [entry for entry in self.entries.values() if entry.step]

    def telling(self, stage: str) -> Entry | None:
        """Give the entry that tells a stage; None where there is none."""
        return next((entry for entry in self.entries.values() if entry.stage == stage), None)

    def title(self, place: str) -> str:
        """Give the title of an entry or of a page such as `references/faq`."""
        return self.pages[place] if place in self.pages else self.entries[place].title

    def address(self, place: str) -> str:
        """Give the address of an entry or page on the site, relative to the home page."""
        return place.rpartition("/")[2] + "/" if place in self.pages else self.entries[place].address


@lru_cache(maxsize=4)
def load_words(folder: str = COMPILED) -> Words:
    """Load the compiled words; the last few are kept.

    Raises:
        FactsError: The file is missing, damaged, or made for another version of these scripts.
    """
    return words_of(read_compiled(folder, "words.json", VERSION))


def words_of(raw: dict[str, Any]) -> Words:
    """Give the words that compiled data holds."""
    return Words(
        raw["channels"],
        {name: Slot(name, **slot) for name, slot in raw["slots"].items()},
        {name: KnownCondition(**known) for name, known in raw["conditions"].items()},
        raw["kpis"],
        raw["pages"],
        {entry["id"]: _entry(entry) for entry in raw["entries"]},
        read_desk(raw),
        raw["reading"],
    )


def _entry(raw: dict[str, Any]) -> Entry:
    templates = tuple(_template(f"{raw['id']}/{found['id']}", found) for found in raw["templates"])
    gives_way = tuple(Way(**way) for way in raw["gives_way"])
    return Entry(**{**raw, "templates": templates, "gives_way": gives_way})


def _template(template_id: str, raw: dict[str, Any]) -> Template:
    subject = Body(raw["subject"]) if raw["subject"] else None
    messages = {channel: Body(blocks) for channel, blocks in raw["messages"].items()}
    return Template(template_id, raw["title"], raw["when"], subject, messages, tuple(map(Body, raw["next_steps"])))
