"""The one YAML loader: strings stay as written, repeated keys are refused, lines are remembered.

PyYAML's usual loaders turn `no` into False, `12:30` into 750 and `1.10` into 1.1, and let a repeated key win.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

import yaml

from macros.catalogue.problem import Problem, located
from macros.paths import ROOT, shown

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from records.problem import Place


class YamlFile(NamedTuple):
    """A file's content and the line of each place in it.

    Attributes:
        name: the file as shown in messages.
        content: dicts, lists and strings only; None when the file cannot be read.
        lines: line number, from 1, by place (`("templates", 0, "email")`).
        problems: why it cannot be read, or which keys are repeated.
    """

    name: str
    content: Any
    lines: dict[Place, int]
    problems: tuple[Problem, ...] = ()

    def problem(self, place: Place, message: str) -> Problem:
        """A problem at a place of this file."""
        return located(Problem(self.name, place, message), self.lines)


def read_yaml(path: Path, root: Path = ROOT) -> YamlFile:
    """Read a YAML file with every scalar as the string that is written there."""
    name = shown(path, root)
    try:
        node = yaml.compose(path.read_text(encoding="utf-8"), Loader=_loader())
    except (yaml.MarkedYAMLError, UnicodeDecodeError, OSError) as error:
        return YamlFile(name, None, {}, (_unreadable(name, error),))
    if node is None:
        return YamlFile(name, None, {}, (Problem(name, (), "is empty", line=1),))
    lines: dict[Place, int] = {}
    repeated: list[Problem] = []
    content = _build(node, (), lines, lambda place, line: repeated.append(_repeated(name, place, line)))
    return YamlFile(name, content, lines, tuple(repeated))


def _loader() -> type[yaml.BaseLoader]:
    # libyaml is six times as fast; both loaders resolve nothing, so every scalar stays a string.
    return getattr(yaml, "CBaseLoader", yaml.BaseLoader)


def _build(node: yaml.Node, place: Place, lines: dict[Place, int], repeat: Any) -> Any:
    lines[place] = node.start_mark.line + 1
    if isinstance(node, yaml.MappingNode):
        return dict(_items(node, place, lines, repeat))
    if isinstance(node, yaml.SequenceNode):
        return [_build(child, (*place, index), lines, repeat) for index, child in enumerate(node.value)]
    return node.value


def _items(node: yaml.MappingNode, place: Place, lines: dict[Place, int], repeat: Any) -> Iterator[tuple[str, Any]]:
    seen: set[str] = set()
    for key_node, value_node in node.value:
        key = str(key_node.value)
        if key in seen:
            repeat((*place, key), key_node.start_mark.line + 1)
        seen.add(key)
        value = _build(value_node, (*place, key), lines, repeat)
        lines[(*place, key)] = key_node.start_mark.line + 1
        yield key, value


def _repeated(name: str, place: Place, line: int) -> Problem:
    return Problem(name, place, "is written twice; keep one of the two", line=line)


def _unreadable(name: str, error: Exception) -> Problem:
    if isinstance(error, yaml.MarkedYAMLError) and error.problem_mark:
        return Problem(name, (), f"is not valid YAML: {error.problem}", line=error.problem_mark.line + 1)
    return Problem(name, (), f"cannot be read: {error}", line=1)
