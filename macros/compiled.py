"""The words, compiled for `scripts/`: plain JSON that a bare Python and the browser read without YAML or Markdown.

`python -m macros.compiled` writes `templates/compiled/` anew when the words have changed; the files are committed, so
that a fresh checkout answers on a bare Python. Store facts stay names in them: a changed fact changes no compiled word.
"""

from __future__ import annotations

import hashlib
import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

from macros import paths
from macros.derive import ordered, problems_of
from macros.names import Names
from macros.problem import CatalogueError, Problem
from macros.read import KINDS, read
from macros.triage_material import material, source_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from macros.read import EntryFile, Words
    from macros.written import Condition, WrittenTemplate

VERSION = 3
WORDS_FILE, MODEL_FILE = "words.json", "triage.json"
SOURCES = ("slots.yml", "vocabulary.yml", "partials.yml", "general.yml")


def words_as_data(words: Words) -> dict[str, Any]:
    """All that a reply is made from, as plain data; its texts are trees of `words.tree`."""
    vocabulary = words.vocabulary
    return {
        "version": VERSION,
        "source": source_hash(words.root),
        "channels": {name: channel.label for name, channel in vocabulary.channels.items()},
        "slots": {
            name: {"label": slot.label, "meaning": slot.meaning, "link": slot.link}
            for name, slot in words.slots.slots.items()
        },
        "conditions": {name: _condition(known) for name, known in vocabulary.conditions.items()},
        "kpis": dict(vocabulary.kpis),
        "pages": {name: page.title for name, page in words.general.pages.items()},
        "entries": [_entry(entry, Names(words)) for entry in ordered(words)],
    }


def source_hash(root: Path = paths.ROOT) -> str:
    """A name of the words' content and of the form they are compiled to: 12 hexadecimal digits."""
    folder = root / "templates"
    written = (path for kind in KINDS for path in (folder / kind).rglob("*") if path.is_file())
    files = [folder / name for name in SOURCES] + sorted(written)
    content = hashlib.sha256(f"{VERSION}\n".encode())
    for path in files:
        content.update(f"{path.relative_to(folder).as_posix()}\n".encode() + path.read_bytes())
    return content.hexdigest()[:12]


def stale(words: Words) -> list[Problem]:
    """The compiled files that were made from other words than these."""
    now = {WORDS_FILE: source_hash(words.root), MODEL_FILE: source_of(material(words))}
    return [
        Problem(f"templates/compiled/{name}", 1, "source", "is made from older words; run `make words`")
        for name, source in now.items()
        if _source_of(words.root / "templates" / "compiled" / name) != source
    ]


def are_words_stale(root: Path = paths.ROOT) -> bool:
    """Whether `words.json` was made from other words than those of today."""
    return _source_of(root / "templates" / "compiled" / WORDS_FILE) != source_hash(root)


def as_json(data: dict[str, Any]) -> str:
    """JSON with one line for each item of the top two levels, so that an edit of a reply changes few lines."""
    lines = (f"{json.dumps(key)}:{_lines(value)}" for key, value in data.items())
    return "{" + ",\n".join(lines) + "}\n"


def _lines(value: object) -> str:
    if isinstance(value, dict):
        return "{" + ",\n".join(f"{json.dumps(key)}:{_line(item)}" for key, item in value.items()) + "}"
    return "[" + ",\n".join(map(_line, value)) + "]" if isinstance(value, list) else _line(value)


def _line(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def _source_of(path: Path) -> str | None:
    try:
        return str(json.loads(path.read_text(encoding="utf-8"))["source"])
    except (OSError, ValueError, KeyError):
        return None


def _condition(known: Condition) -> dict[str, Any]:
    return {
        "label": known.label,
        "values": dict(known.values),
        "needs": dict(known.needs),
        "among": known.among,
        "unknown": known.unknown,
    }


def _entry(entry: EntryFile, names: Names) -> dict[str, Any]:
    written = entry.written
    return {
        "id": entry.id,
        "title": written.title,
        "counts_towards": list(written.counts_towards),
        "templates": [_template(template, names) for template in written.templates],
        "gives_way": [{"when": _when(way.when), "to": way.see} for way in written.gives_way],
    }


def _template(template: WrittenTemplate, names: Names) -> dict[str, Any]:
    said = {channel: getattr(template, channel) for channel in ("email", "sms", "chat")}
    return {
        "id": template.id,
        "title": template.title,
        "when": _when(template.when),
        "subject": names.body(template.subject).blocks if template.subject else None,
        "messages": {channel: names.body(text).blocks for channel, text in said.items() if text},
        "next_steps": [names.body(step).blocks for step in template.next_steps],
    }


def _when(when: Mapping[str, tuple[str, ...]]) -> dict[str, list[str]]:
    return {name: list(values) for name, values in when.items()}


def write(root: Path = paths.ROOT) -> list[str]:
    """Write the compiled files that are older than the words; gives their names.

    Raises:
        CatalogueError: when the words cannot be read, or have problems.
    """
    problems = problems_of(root)
    words, more = read(root)
    if words is None or problems:
        raise CatalogueError([*problems, *more])
    folder = root / "templates" / "compiled"
    folder.mkdir(exist_ok=True)
    old = [Path(problem.file).name for problem in stale(words)]
    for name in old:
        (folder / name).write_text(as_json(_made(name, words)), encoding="utf-8")
    return old


def main() -> int:
    """Write what is older than the words, and say so; 1 when the words have problems."""
    try:
        written = write()
    except CatalogueError as error:
        print(f"{error}\nNothing was written.", file=sys.stderr)
        return 1
    print(f"Written anew: {', '.join(written)}." if written else "The compiled words are those of today.")
    return 0


def _made(name: str, words: Words) -> dict[str, Any]:
    if name == WORDS_FILE:
        return words_as_data(words)
    from macros.triage_training import compile_model  # noqa: PLC0415 - scikit-learn is needed only to learn

    return compile_model(words)


if __name__ == "__main__":
    raise SystemExit(main())
