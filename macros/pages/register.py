"""What pages may call. Each macro is one line here; the work is in plain functions beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from macros import exports, paths
from macros.browser import engine
from macros.browser import words as desk_words
from macros.catalogue.references import REFERENCES, render_reference
from macros.load import current
from macros.pages import calculator, entries, fields, tables
from macros.pages import exports as export_pages
from macros.pages.desk import box, desk_page

if TYPE_CHECKING:
    from collections.abc import Callable

    from facts.schema import Store
    from macros.catalogue.model import Catalogue


def register(env: Any) -> None:
    """Declare the macros and the variable `store` to mkdocs-macros (or to Zensical, which speaks the same)."""
    exports.made_once.cache_clear()
    catalogue, store = current()
    env.variables["store"] = store
    env.conf["extra"]["engine"] = engine.address()
    desk_words.address()  # what is damaged ends the build here, and not in the middle of a page
    env.variables["edit_url"] = edit_urls(catalogue, store)
    for macro in (*entry_macros(catalogue, store), *table_macros(catalogue, store), *export_macros(catalogue, store)):
        env.macro(macro)


def edit_urls(catalogue: Catalogue, store: Store) -> Callable[[str], str | None]:
    """Gives, for a page's path under `docs/`, where its words are edited; None when the store shows no edit links."""
    sources = {entry.page: entry.source for entry in catalogue.entries}
    sources |= {f"{name}.md": f"references/{name}.md" for name in REFERENCES}
    return lambda page: store.brand.edit_url.replace("{path}", sources.get(page, f"docs/{page}")) or None


def entry_macros(catalogue: Catalogue, store: Store) -> list[Any]:
    """The macros that print entries and templates."""

    def entry(entry_id: str) -> str:
        """The whole page of a stage or scenario, below its title."""
        return entries.entry_page(catalogue, store, entry_id)

    def milestone_entries() -> str:
        """The messages the store sends first, with their templates."""
        return entries.milestones(catalogue, store)

    def desk() -> str:
        """The desk, for a page one level below the home page."""
        return desk_page(catalogue, store, "../")

    def desk_box() -> str:
        """The box of the home page, in which a message finds its reply."""
        return box(catalogue)

    def home() -> str:
        """The doors, the stage rail and the scenarios of the home page."""
        return entries.home(catalogue, store)

    return [entry, milestone_entries, desk, desk_box, home]


def table_macros(catalogue: Catalogue, store: Store) -> list[Any]:
    """The macros that print tables, lists, references and downloads."""

    def reference(name: str) -> str:
        """A file of `references/`, with the store's facts in it."""
        return render_reference(paths.FACTS / f"{name}.md", store)

    def questions() -> str:
        """The questions of the first 90 seconds."""
        return tables.questions(catalogue)

    def milestone_table() -> str:
        """The messages the store sends first: when, how, and the dates of a sample order."""
        return tables.milestones(catalogue, store)

    def eta_calculator() -> str:
        """The calculator, for a page one level below the home page."""
        return calculator.calculator(catalogue, store, "../")

    def eta_tables() -> str:
        """The delivery dates of each product."""
        return tables.eta(catalogue, store)

    def counts_towards(kpi: str) -> str:
        """The entries whose tickets count towards a KPI."""
        return tables.counting_towards(catalogue, kpi)

    def topic_table() -> str:
        """The topics that an entry may raise."""
        return fields.topics(catalogue)

    def slot_table() -> str:
        """The slots, with meaning and sample."""
        return tables.slots(catalogue)

    def download(path: str, label: str) -> str:
        """A link to a file that is written after the pages."""
        return tables.download(path, label)

    return [
        reference,
        questions,
        milestone_table,
        eta_calculator,
        eta_tables,
        counts_towards,
        fields.store_facts,
        fields.entry_fields,
        fields.case_fields,
        topic_table,
        slot_table,
        download,
    ]


def export_macros(catalogue: Catalogue, store: Store) -> list[Any]:
    """The macros that print what the exports hold."""

    def export_files(tool: str = "") -> str:
        """Links to the files of a tool, on its own page; without a tool, to the files about all of them."""
        return export_pages.file_links(tool, catalogue, store)

    def export_slots(tool: str) -> str:
        """What becomes of each blank in a tool."""
        return export_pages.slot_table(tool, catalogue)

    return [export_files, export_slots]
