"""`python -m macros.exports`: write the exports, say what changed since an earlier manifest, or push to a helpdesk."""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path
from typing import Any, NoReturn

from macros import exports
from macros.catalogue.problem import CatalogueError
from macros.exports.manifest import changes, manifest
from macros.exports.push import command
from macros.exports.reply import ExportError
from macros.load import current


class Parser(argparse.ArgumentParser):
    """Says what is wrong with the arguments in one line, and takes no option for another that begins alike."""

    def __init__(self, **options: Any) -> None:
        super().__init__(**options, allow_abbrev=False)

    def error(self, message: str) -> NoReturn:
        """Refuse the arguments.

        Raises:
            ValueError: Always.
        """
        raise ValueError(f"{message} (--help shows what there is)")


def main(arguments: list[str] | None = None) -> int:
    """Run the command; 2 when the input is wrong."""
    try:
        wanted = parser().parse_args(arguments)
        return int(wanted.run(wanted))
    except (CatalogueError, ExportError, ValueError, OSError) as error:
        print(f"exports: {error}", file=sys.stderr)
        return 2


def _write(wanted: argparse.Namespace) -> int:
    catalogue, store = current()
    exports.publish(wanted.folder, catalogue, store)
    print(f"Written to {wanted.folder / exports.FOLDER}.")
    return 0


def _diff(wanted: argparse.Namespace) -> int:
    catalogue, _ = current()
    found = changes(_read(wanted.old), manifest(catalogue))
    for kind, ids in found._asdict().items():
        for name in ids:
            print(f"{kind:8} {name}")
    if not any(found):
        print("Nothing has changed.")
    return 0


def _push(wanted: argparse.Namespace) -> int:
    catalogue, _ = current()
    return command.push(wanted, catalogue)


def _read(path: Path) -> dict[str, object]:
    try:
        data = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, json.JSONDecodeError) as error:
        raise ValueError(f"{path} cannot be read as a manifest ({error}): give a manifest.json of an export") from None
    if not isinstance(data, dict) or not isinstance(data.get("templates"), dict):
        raise ValueError(f"{path} is no manifest: give a manifest.json of an export")  # noqa: TRY004 - a file, not a type
    return data


def parser() -> argparse.ArgumentParser:
    """What the command takes."""
    known = Parser(prog="python -m macros.exports", description=__doc__)
    commands = known.add_subparsers(required=True, metavar="COMMAND")
    write = commands.add_parser("write", help="write all exports below a folder")
    write.add_argument("folder", type=Path)
    write.set_defaults(run=_write)
    diff = commands.add_parser("diff", help="list added, changed and removed templates since an earlier manifest")
    diff.add_argument("old", type=Path, metavar="OLD_MANIFEST")
    diff.set_defaults(run=_diff)
    push = commands.add_parser("push", help="create or update the replies of a helpdesk over its API")
    command.options(push)
    push.set_defaults(run=_push)
    return known


if __name__ == "__main__":
    raise SystemExit(main())
