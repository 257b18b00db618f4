"""What a tool's module gives, and how their files are written."""

from __future__ import annotations

import csv
import io
import json
import zipfile
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Literal, NamedTuple

import yaml

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from facts.schema import Store
    from macros.catalogue.model import Catalogue
    from macros.exports.reply import Dialect

# The oldest moment a zip file can name: every build then writes the same bytes.
MOMENT = (1980, 1, 1, 0, 0, 0)
PACKED = (".zip", ".alfredsnippets")  # what is packed already gets no smaller
FASTEST = 1  # of zlib: the files are small, and every build makes them


# A text of one line stays on one line.
LONGEST_LINE = 2**31 - 1
# Where PyYAML came with libyaml, it writes the same six times as fast.
DUMPER = getattr(yaml, "CSafeDumper", yaml.SafeDumper)

type Written = str | Mapping[str, Written] | Sequence[Written]


class Tool(NamedTuple):
    """One helpdesk or text expander.

    Attributes:
        id: Its folder under `exports/` on the site, and its page `docs/exports/<id>.md`.
        title: Its name.
        dialect: How it writes slots, or what gives that for a catalogue; None where its files have no placeholders.
        files: Gives the content of each of its files by name, from the catalogue and the store facts.
        form: What its editor takes from the clipboard; empty where a reply alone cannot be pasted.
        fills_pasted: Whether its editor reads placeholders in a text that is pasted, not only its import or API.
    """

    id: str
    title: str
    dialect: Dialect | Callable[[Catalogue], Dialect] | None
    files: Callable[[Catalogue, Store], dict[str, bytes]]
    form: Literal["html", "markdown", "plain", ""] = "html"
    fills_pasted: bool = True

    def written(self, catalogue: Catalogue) -> Dialect | None:
        """How it writes the slots of a catalogue."""
        return self.dialect(catalogue) if callable(self.dialect) else self.dialect


def as_csv(header: Sequence[str], rows: Iterable[Sequence[str]], *, end: str = "\r\n") -> bytes:
    """A CSV file in UTF-8; without a header where it is empty."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator=end)
    writer.writerows([*([header] if header else []), *rows])
    return text.getvalue().encode()


def as_json(data: Any) -> bytes:
    """A JSON file in UTF-8, one value a line, for people to read."""
    return (json.dumps(data, ensure_ascii=False, indent=1) + "\n").encode()


def as_json_lines(bodies: Iterable[Any]) -> bytes:
    """A file of JSON lines in UTF-8: one body of an API call a line."""
    return "".join(json.dumps(body, ensure_ascii=False) + "\n" for body in bodies).encode()


def as_yaml(data: Written) -> bytes:
    """A YAML file in UTF-8, its keys in the order given, each text of several lines as it reads."""
    return yaml.serialize(_node(data), Dumper=DUMPER, allow_unicode=True, width=LONGEST_LINE).encode()


def _node(data: Written) -> yaml.Node:
    """Made here because PyYAML looks for what is used twice, to write it once, and takes longer."""
    if isinstance(data, str):
        return yaml.ScalarNode("tag:yaml.org,2002:str", data, style="|" if "\n" in data else None)
    if isinstance(data, Mapping):
        pairs = [(_node(key), _node(value)) for key, value in data.items()]
        return yaml.MappingNode("tag:yaml.org,2002:map", pairs, flow_style=False)
    return yaml.SequenceNode("tag:yaml.org,2002:seq", [_node(value) for value in data], flow_style=False)


def as_zip(files: Mapping[str, bytes]) -> bytes:
    """A zip file, the same bytes for the same content."""
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w") as packed:
        for name in sorted(files):
            about = zipfile.ZipInfo(name, MOMENT)
            about.compress_type = zipfile.ZIP_STORED if name.endswith(PACKED) else zipfile.ZIP_DEFLATED
            about.external_attr = 0o644 << 16
            packed.writestr(about, files[name], compresslevel=FASTEST)
    return content.getvalue()
