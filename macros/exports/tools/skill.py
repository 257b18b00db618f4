"""An Agent Skill: instructions, references, replies and scripts in one folder that works by itself.

Facts about the format, with their sources: docs/exports/skill.md.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from case.topics import Topic
from macros import paths
from macros.catalogue.references import REFERENCES, render_reference
from macros.exports.manifest import manifest
from macros.exports.readable import blanks_table, entry_page
from macros.exports.skill_pages import portable
from macros.exports.tool import Tool, as_yaml, as_zip
from macros.layouts import render
from words.message import literal

if TYPE_CHECKING:
    from collections.abc import Iterator

    from facts.schema import Store
    from macros.catalogue.model import Catalogue, Entry
    from macros.exports.tool import Written

NAME = "custom-order-support"
DESCRIPTION = (
    "Answers customers of {store}, who wait for a made-to-order or personalized piece: where it is and when it "
    "arrives, a change of engraving, photo, text or address, cancellation, rush, delay, damage, a wrong or misspelled "
    "personalization, returns and refunds. Assesses the case, works out dates as ranges, and writes the reply for "
    "email, SMS or chat with next steps. Use it for any message about a custom order that was already placed, and for "
    "messages the store sends first. Not for standard goods, questions before buying, subscriptions or disputes."
)
UNTIL = {
    "window": "the change window closes",
    "shipped": "the parcel is with the carrier",
    "never": "not after the order is placed",
}
# What the scripts read and people look up, as it stands in the playbook.
COPIED = ("scripts/**/*.py", "references/*.toml", "references/*.json", "templates/compiled/*.json", "LICENSE")


def files(catalogue: Catalogue, store: Store) -> dict[str, bytes]:
    """The files of this tool by name."""
    written = {name: text.encode() for name, text in pages(catalogue, store).items()}
    folder = {**written, **dict(_copies())}
    return {f"{NAME}.zip": as_zip({f"{NAME}/{name}": content for name, content in folder.items()})}


def pages(catalogue: Catalogue, store: Store) -> dict[str, str]:
    """Everything to read, by its place in the folder; the links between the pages are those of the site."""
    sources = [*(paths.FACTS / f"{name}.md" for name in REFERENCES), paths.DOCS / "law.md"]
    with_page = [entry for entry in catalogue.entries if entry.kind != "milestones"]
    order = catalogue.usual_order
    about = {"store": store, "order_date": order.order_date.date(), "product": order.product}
    return {
        "SKILL.md": skill(catalogue, store),
        "references/eta.md": render("skill_eta.txt.jinja", **about),
        "references/blanks.md": f"# Blanks\n\n{blanks_table(catalogue)}\n",
        "references/milestones.md": _milestones(catalogue),
        **{f"references/{path.name}": portable(render_reference(path, store)) for path in sources},
        **{f"references/{entry.page}": _page(catalogue, entry) for entry in with_page},
    }


def skill(catalogue: Catalogue, store: Store) -> str:
    """The instructions, with the store's facts in them."""
    return render(
        "skill.txt.jinja",
        head=as_yaml(_head(catalogue, store)).decode(),
        catalogue=catalogue,
        channels=catalogue.vocabulary.channels,
        store=store,
        until=UNTIL,
        order_date=catalogue.usual_order.order_date.date(),
        literal=literal,
        out_of_scope=catalogue.raising(Topic.OUT_OF_SCOPE),
        person=catalogue.raising(Topic.PERSON),
    )


def _head(catalogue: Catalogue, store: Store) -> dict[str, Written]:
    return {
        "name": NAME,
        "description": DESCRIPTION.format(store=store.brand.name),
        "license": "MIT",
        "compatibility": "The scripts need Python 3.11 or newer, and nothing else.",
        "metadata": {"store": store.brand.name, "catalogue": manifest(catalogue)["catalogue"]},
    }


def _page(catalogue: Catalogue, entry: Entry) -> str:
    return entry_page(catalogue, entry, lambda other: f"[{literal(other.title)}](../{other.page})")


def _milestones(catalogue: Catalogue) -> str:
    def see(other: Entry) -> str:
        return f"[{literal(other.title)}]({other.page})"

    entries = catalogue.of_kind("milestones")
    held = (f'<a id="{entry.name}"></a>\n\n{entry_page(catalogue, entry, see, depth=2)}' for entry in entries)
    return "\n".join(["# Messages we send first\n", *held])


def _copies() -> Iterator[tuple[str, bytes]]:
    for pattern in COPIED:
        for path in paths.ROOT.glob(pattern):
            yield path.relative_to(paths.ROOT).as_posix(), path.read_bytes()


TOOL = Tool("skill", "Agent Skill", None, files, form="")
