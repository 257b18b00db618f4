"""The build: facts, words and computed dates become pages, downloads and `catalogue.json`.

In this folder a "macro" is only a Python function that a page calls while the site is built; the canned replies of a
helpdesk are called "helpdesk macros" in full.

mkdocs-macros and Zensical call `define_env`; mkdocs-macros also calls `on_post_build`. Both only hand over to plain
functions that tests import without either.
"""

from __future__ import annotations

import gc
import sys
from pathlib import Path
from typing import Any

from mkdocs.exceptions import Abort

HERE = Path(__file__).resolve().parent
SCRIPTS = HERE.parent / "scripts"
# Zensical loads this file by its path, so neither the project nor its scripts are importable until we say so.
sys.path[:0] = [str(path) for path in (HERE.parent, SCRIPTS) if str(path) not in sys.path]

# Nearly all that a build makes lives until its end; at the default threshold a tenth of it goes into seeking garbage.
GARBAGE_THRESHOLD = 50_000

_loaded: dict[Path, int] = {}


def define_env(env: Any) -> None:
    """Register what pages may call."""
    gc.set_threshold(GARBAGE_THRESHOLD)
    _forget_edited_code()
    from macros.pages.register import register  # noqa: PLC0415 - imported anew after an edit while serving
    from records.problem import RecordError  # noqa: PLC0415

    try:
        register(env)
    except RecordError as error:
        # mkdocs reports it without a traceback; `make serve` goes on and builds again after the next edit.
        raise Abort(f"{error}\nThe playbook was not built: {len(error.problems)} to mend above.") from None


def on_pre_page_macros(env: Any) -> None:
    """Point a page's edit link at the file that holds its words."""
    env.page.edit_url = env.variables["edit_url"](env.page.file.src_uri)


def on_post_build(env: Any) -> None:
    """Write everything that is not a page."""
    publish(Path(env.conf["site_dir"]), is_edited=is_served(env.conf))


def is_served(conf: Any) -> bool:
    """Whether `mkdocs serve` builds: it gives the site the address of its own server."""
    return (conf["site_url"] or "").startswith(f"http://{conf['dev_addr']}/")


def publish(site_dir: Path, *, is_edited: bool = False) -> None:
    """Write everything of the site that is not a page: see `macros.publishing`."""
    from macros.publishing import write_all  # noqa: PLC0415 - imported anew after an edit while serving

    write_all(site_dir, is_edited=is_edited)


def _forget_edited_code() -> None:
    """Drop our modules when one was edited, so that `make serve` follows edits of the code too."""
    now = {path: path.stat().st_mtime_ns for folder in (HERE, SCRIPTS) for path in folder.rglob("*.py")}
    if _loaded and now != _loaded:
        ours = {"macros", *(path.name for path in SCRIPTS.iterdir() if path.is_dir())}
        for name in [name for name in sys.modules if name.partition(".")[0] in ours and name != __name__]:
            del sys.modules[name]
            vars(sys.modules[__name__]).pop(name.removeprefix("macros."), None)
    _loaded.clear()
    _loaded.update(now)
