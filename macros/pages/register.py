"""What pages may call. Each macro is one line here; the work is in plain functions beside it."""

from __future__ import annotations

from functools import partial
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
    for name, macro in page_macros(catalogue, store).items():
        env.macro(macro, name)


def edit_urls(catalogue: Catalogue, store: Store) -> Callable[[str], str | None]:
    """Gives, for a page's path under `docs/`, where its words are edited; None when the store shows no edit links."""
    sources = {entry.page: entry.source for entry in catalogue.entries}
    sources |= {f"{name}.md": f"references/{name}.md" for name in REFERENCES}
    return lambda page: store.brand.edit_url.replace("{path}", sources.get(page, f"docs/{page}")) or None


def page_macros(catalogue: Catalogue, store: Store) -> dict[str, Callable[..., str]]:
    """What pages may call, by name; the desk and the calculator stand on pages one level below the home page."""
    return {
        "entry": partial(entries.entry_page, catalogue, store),
        "milestone_entries": partial(entries.milestones, catalogue, store),
        "desk": partial(desk_page, catalogue, store, "../"),
        "desk_box": partial(box, catalogue),
        "home": partial(entries.home, catalogue, store),
        "reference": lambda name: render_reference(paths.FACTS / f"{name}.md", store),
        "questions": partial(tables.questions, catalogue),
        "milestone_table": partial(tables.milestones, catalogue, store),
        "eta_calculator": partial(calculator.calculator, catalogue, store, "../"),
        "eta_tables": partial(tables.eta, catalogue, store),
        "counts_towards": partial(tables.counting_towards, catalogue),
        "store_facts": fields.store_facts,
        "entry_fields": fields.entry_fields,
        "case_fields": fields.case_fields,
        "topic_table": partial(fields.topics, catalogue),
        "slot_table": partial(tables.slots, catalogue),
        "download": tables.download,
        "export_files": lambda tool="": export_pages.file_links(tool, catalogue, store),
        "export_slots": lambda tool: export_pages.slot_table(tool, catalogue),
    }
