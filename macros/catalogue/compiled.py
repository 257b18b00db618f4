"""The words, compiled for `scripts/`: plain JSON that a bare Python and the browser read without YAML or Markdown.

Store facts stay names in them: a changed fact changes no compiled word. `macros.write.words` writes the files.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from macros import paths
from macros.catalogue.content import content_name, installed
from macros.catalogue.read import KINDS
from macros.catalogue.resolve import Names
from words.catalogue import VERSION
from words.compiled import content_of, sealed

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from macros.catalogue.read import EntryFile, Words
    from macros.catalogue.schema import WrittenTemplate

WORDS_FILE, MODEL_FILE = "words.json", "triage.json"
CODE = (paths.ROOT / "macros" / "catalogue", paths.ROOT / "macros" / "message", paths.SCRIPTS / "records")
LIBRARIES = ("jinja2", "markdown-it-py", "pyyaml")
SOURCES = ("slots.yml", "vocabulary.yml", "partials.yml", "general.yml")


def words_as_data(words: Words) -> dict[str, Any]:
    """All that a reply is made from, as plain data; its texts are trees of `words.tree`."""
    return {"version": VERSION, "source": source_hash(words.root), **contents(words)}


def contents(words: Words) -> dict[str, Any]:
    """The same without what it was made from."""
    vocabulary = words.vocabulary
    return {
        "channels": {name: channel.label for name, channel in vocabulary.channels.items()},
        "slots": {
            name: {"label": slot.label, "meaning": slot.meaning, "link": slot.link}
            for name, slot in words.slots.slots.items()
        },
        "conditions": {name: dict(vars(known)) for name, known in vocabulary.conditions.items()},
        "kpis": dict(vocabulary.kpis),
        "pages": {name: page.title for name, page in words.general.pages.items()},
        "reading": words.reading.as_data(),
        **words.desk.as_data(),
        "entries": [_entry(entry, Names(words)) for entry in ordered(words)],
    }


def ordered(words: Words) -> list[EntryFile]:
    """The entries in the order of the shelves."""
    by_id = {entry.id: entry for entry in words.entries}
    return [by_id[entry_id] for shelf in words.vocabulary.shelves for entry_id in shelf.entries]


def source_hash(root: Path = paths.ROOT) -> str:
    """A name of the words and of the code that compiles them: 12 hexadecimal digits."""
    folder = root / "templates"
    written = (path for kind in (*KINDS, "desk", "reading") for path in (folder / kind).rglob("*") if path.is_file())
    code = (path for source in CODE for path in source.rglob("*.py"))
    words = content_name([*(folder / name for name in SOURCES), *sorted(written)], "", root)
    return content_name(sorted(code), f"{words} {installed(LIBRARIES)}")


def are_words_stale(root: Path = paths.ROOT) -> bool:
    """Whether `words.json` was made from other words than those of today."""
    return compiled_source(root / "templates" / "compiled" / WORDS_FILE) != source_hash(root)


def known_places(learned: dict[str, Any], compiled: dict[str, Any]) -> dict[str, Any]:
    """What was learned, without the classes of entries and pages that the words no longer have."""
    known = {*compiled["pages"], *(entry["id"] for entry in compiled["entries"])}
    left = [at for at, place in enumerate(learned["places"]) if place in known]
    about = learned["about"]
    return {
        **learned,
        **{name: [learned[name][at] for at in left] for name in ("places", "said")},
        "courtesies": [place for place in learned["courtesies"] if place in known],
        "asks": {ask: place if place in known else "" for ask, place in learned["asks"].items()},
        "about": {**about, "words": _some(about["words"], left), "folded": [about["folded"][at] for at in left]},
    }


def _some(layer: dict[str, Any], left: list[int]) -> dict[str, Any]:
    """Some classes of a layer; the last character of a line belongs to none."""
    weights = {name: "".join(line[at] for at in (*left, -1)) for name, line in layer["weights"].items()}
    return {**layer, "bias": [layer["bias"][at] for at in left], "weights": weights}


def as_json(data: dict[str, Any]) -> str:
    """JSON with one line for each item of the top two levels, so that an edit of a reply changes few lines.

    The first line is a checksum of the others.
    """
    lines = (f"{json.dumps(key)}:{_lines(value)}" for key, value in data.items())
    return sealed(",\n".join(lines) + "}\n")


def _lines(value: object) -> str:
    if isinstance(value, dict):
        return "{" + ",\n".join(f"{json.dumps(key)}:{_line(item)}" for key, item in value.items()) + "}"
    return "[" + ",\n".join(map(_line, value)) + "]" if isinstance(value, list) else _line(value)


def _line(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def compiled_source(path: Path) -> str | None:
    """The name of what a compiled file was made from; None where it is missing or damaged."""
    content = content_of(str(path.parent), path.name)
    return str(content["source"]) if content else None


def _entry(entry: EntryFile, names: Names) -> dict[str, Any]:
    written = entry.written
    return {
        "id": entry.id,
        "title": written.title,
        "counts_towards": list(written.counts_towards),
        "templates": [_template(template, names) for template in written.templates],
        "gives_way": [{"when": _when(way.when), "to": way.see} for way in written.gives_way],
        "raises": list(written.raises),
        "wants": list(written.wants),
        "stage": written.stage or "",
        "step": written.step or "",
        "out_from": written.out_from or "",
        "comes_up": list(written.comes_up),
        "evidence": dict(written.evidence),
        "raised_by": list(written.raised_by),
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
