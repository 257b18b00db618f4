"""`python -m macros.write.schema`: write `references/case.schema.json` from the fields of a case.

The file is committed, so that other programs find it beside the facts.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from case.case import NOW, Case
from case.fields import MOST_NOTICES
from macros import paths
from macros.catalogue.problem import Problem

if TYPE_CHECKING:
    from pathlib import Path


FILE = "case.schema.json"
WIDTH = 120
DAY = "20[0-9]{2}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])"
CLOCK = r"([01][0-9]|2[0-3]):[0-5][0-9](:[0-5][0-9](\.[0-9]{1,6})?)?"
OFFSET = "( ?[+-]([01][0-9]|2[0-3]):?[0-5][0-9]|Z)?"
ABOUT = (
    "What is known of one order and what its customer wants, as scripts/assess_case.py reads it. Every fact may be "
    "left out, null or empty, but the message or the concern. Whether facts agree with each other, with the store's "
    "facts and with the words of the playbook, only the command can say."
)
# What a fact may be, by the names that the fields of a case give.
FORMS: dict[str, dict[str, Any]] = {
    "words": {
        "description": "Words. In all but the message, a line break counts as a space, "
        "and control characters are left out.",
        "type": "string",
    },
    "number": {"description": "A whole number.", "type": "integer"},
    "nothing": {"description": "Not known.", "enum": ["", None]},
    "day": {"description": "A day of this century.", "type": "string", "pattern": f"^{DAY}$"},
    "days": {
        "description": "The first and the last day of a range.",
        "type": "string",
        "pattern": rf"^{DAY}\.\.{DAY}$",
    },
    "moment": {
        "description": "A day and time, with its UTC offset or in the store's zone.",
        "type": "string",
        "pattern": f"^{DAY}[T ]{CLOCK}{OFFSET}$",
    },
    "yes_or_no": {"description": "A yes or no; left out while nobody knows.", "enum": [True, False, "yes", "no"]},
    "count": {
        "description": "A small number.",
        "anyOf": [
            {"type": "integer", "minimum": 0, "maximum": MOST_NOTICES},
            {"type": "string", "pattern": f"^[0-{MOST_NOTICES}]$"},
        ],
    },
    "names": {"description": "Names, each once.", "type": "array", "items": {"type": "string"}},
    "named": {
        "description": "Texts by their names.",
        "type": "object",
        "additionalProperties": {"type": "string"},
    },
}


def as_data() -> dict[str, Any]:
    """The JSON Schema of a case."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": FILE,
        "title": "A case",
        "description": ABOUT,
        "type": "object",
        "additionalProperties": False,
        "patternProperties": {"^//": {"description": "A note for whoever reads the file; the command skips it."}},
        "anyOf": [_written("message"), _written("concern")],
        "properties": {name: _fact(field) for name, field in {**Case._fields, "now": NOW}.items()},
        "$defs": FORMS,
    }


def stale(root: Path = paths.ROOT) -> list[Problem]:
    """The file, where it is not what the fields of a case say today."""
    path = root / "references" / FILE
    if path.exists() and path.read_text(encoding="utf-8") == as_text():
        return []
    return [Problem(paths.shown(path, root), (), "is older than the fields of a case; run `make words`", line=1)]


def as_text() -> str:
    """The file: what fits on a line stands on one."""
    return f"{_lines(as_data(), '')}\n"


def main() -> None:
    """Write the file where it is not what the fields say today."""
    for problem in stale():
        (paths.ROOT / problem.file).write_text(as_text(), encoding="utf-8")
        print(f"Written anew: {problem.file}.")


def _written(name: str) -> dict[str, Any]:
    return {"required": [name], "properties": {name: {"type": "string", "pattern": r"\S"}}}


def _fact(field: Any) -> dict[str, Any]:
    about = {"description": field.says} | ({"examples": list(field.examples)} if field.examples else {})
    if field.known:
        return {"enum": [*field.known, "", None], **about}
    return {"anyOf": [{"$ref": f"#/$defs/{form}"} for form in (*field.forms, "nothing")], **about}


def _lines(value: Any, indent: str) -> str:
    line = json.dumps(value, ensure_ascii=False)
    if not isinstance(value, dict | list) or len(indent) + len(line) < WIDTH:
        return line
    inner = f"{indent}  "
    named = value.items() if isinstance(value, dict) else ((None, item) for item in value)
    items = [(f"{json.dumps(name)}: " if name else "") + _lines(item, inner) for name, item in named]
    first, last = "{}" if isinstance(value, dict) else "[]"
    return f"{first}\n" + ",\n".join(inner + item for item in items) + f"\n{indent}{last}"


if __name__ == "__main__":
    main()
