"""The replies as they stand on the shelves of the playbook: the folders and categories of a helpdesk."""

from __future__ import annotations

from typing import TYPE_CHECKING

from macros.exports.reply import replies

if TYPE_CHECKING:
    from macros.catalogue.model import Catalogue
    from macros.exports.reply import Reply


def shelved(catalogue: Catalogue, *channels: str) -> list[tuple[str, list[Reply]]]:
    """The title of each shelf with its replies, in the order of the catalogue; empty shelves are left out."""
    found = replies(catalogue, *channels)
    shelves = [(shelf.title, set(shelf.entries)) for shelf in catalogue.vocabulary.shelves]
    rows = [(title, [reply for reply in found if reply.entry.id in entries]) for title, entries in shelves]
    return [(title, held) for title, held in rows if held]
