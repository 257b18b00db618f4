"""What a tool's module gives, and how their files are written."""

from __future__ import annotations

import csv
import io
import zipfile
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from macros.catalogue import Catalogue
    from macros.exports.reply import Dialect

# The oldest moment a zip file can name: every build then writes the same bytes.
MOMENT = (1980, 1, 1, 0, 0, 0)


class Tool(NamedTuple):
    """One helpdesk or text expander.

    Attributes:
        id: Its folder under `exports/` on the site, and its page `docs/exports/<id>.md`.
        title: Its name.
        dialect: How it writes slots; None where its files hold several or none.
        files: Gives the content of each of its files by name.
    """

    id: str
    title: str
    dialect: Dialect | None
    files: Callable[[Catalogue], dict[str, bytes]]


def as_csv(header: Sequence[str], rows: Iterable[Sequence[str]], *, end: str = "\r\n") -> bytes:
    """A CSV file in UTF-8; without a header where it is empty."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator=end)
    writer.writerows([*([header] if header else []), *rows])
    return text.getvalue().encode()


def as_zip(files: Mapping[str, bytes]) -> bytes:
    """A zip file, the same bytes for the same content."""
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w") as packed:
        for name in sorted(files):
            about = zipfile.ZipInfo(name, MOMENT)
            about.compress_type = zipfile.ZIP_DEFLATED
            about.external_attr = 0o644 << 16
            packed.writestr(about, files[name])
    return content.getvalue()
