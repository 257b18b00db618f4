"""The Jinja layouts of pages and exports. They only print: everything they show is computed before.

A layout named `….txt.jinja` is text for other tools; in all others, what is printed is escaped for HTML.
"""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemBytecodeCache, FileSystemLoader, StrictUndefined, select_autoescape

from macros.paths import CACHE

HERE = Path(__file__).resolve().parent
FOLDERS = (HERE / "pages" / "layouts", HERE / "exports" / "layouts")


def render(layout: str, **values: Any) -> str:
    """Print a layout of the layouts of pages and exports.

    Raises:
        jinja2.UndefinedError: when the layout names a value that is not given.
    """
    return _environment().get_template(layout).render(**values)


@lru_cache(maxsize=1)
def _environment() -> Environment:
    compiled = CACHE / "layouts"
    compiled.mkdir(parents=True, exist_ok=True)
    return Environment(
        loader=FileSystemLoader(FOLDERS),
        bytecode_cache=FileSystemBytecodeCache(str(compiled)),
        autoescape=select_autoescape(disabled_extensions=("txt.jinja",), default=True),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
