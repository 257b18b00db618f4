"""The one YAML loader: strings stay as written, repeated keys are refused, lines are remembered.

PyYAML's usual loaders turn `no` into False, `12:30` into 750 and `1.10` into 1.1, and let a repeated key win.
What YAML has and no words need is refused: an alias inside what it stands for, and a key that is no text.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, NamedTuple

import yaml
from yaml.reader import Reader

from macros.catalogue.problem import Problem, located
from macros.paths import ROOT, shown
from records.problem import visible
from words.signs import UNSEEN

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from records.problem import Place


MOST_SAID = 200  # characters of what the parser says
LARGEST = 1_000_000  # places in one file
DEEP = 5000
VERY_DEEP_BLOCK = re.compile(r"^[ ?:-]{2500}", re.MULTILINE)


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
        text = path.read_text(encoding="utf-8")
        if unseen := Reader.NON_PRINTABLE.search(text):
            line = text.count("\n", 0, unseen.start()) + 1
            return YamlFile(name, None, {}, (Problem(name, (), _unseen(unseen[0]), line=line),))
        node = yaml.compose(text, Loader=_loader(text))
        if node is None:
            return YamlFile(name, None, {}, (Problem(name, (), "is empty", line=1),))
        building = _Building(name)
        return YamlFile(name, building.built(node, ()), building.lines, tuple(building.problems))
    except (yaml.YAMLError, UnicodeDecodeError, OSError) as error:
        return YamlFile(name, None, {}, (_unreadable(name, error),))
    except (RecursionError, OverflowError):
        return YamlFile(name, None, {}, (Problem(name, (), "is nested too deeply, or too large", line=1),))


def _loader(text: str) -> type[yaml.BaseLoader]:
    # libyaml is six times as fast; both loaders resolve nothing, so every scalar stays a string. What is nested some
    # twenty thousand deep ends the process in libyaml, and is a RecursionError in Python.
    may_be_deep = text.count("[") + text.count("{") > DEEP or VERY_DEEP_BLOCK.search(text)
    return yaml.BaseLoader if may_be_deep else getattr(yaml, "CBaseLoader", yaml.BaseLoader)


class _Building:
    """Builds the content of a file, with the line of each place and what is wrong."""

    def __init__(self, name: str) -> None:
        self.lines: dict[Place, int] = {}
        self.problems: list[Problem] = []
        self._name = name
        self._around: list[yaml.Node] = []

    def built(self, node: yaml.Node, place: Place) -> Any:
        """What a node and all in it stand for.

        Raises:
            OverflowError: aliases of aliases make it larger than any words are.
        """
        if len(self.lines) > LARGEST:
            raise OverflowError
        self.lines[place] = node.start_mark.line + 1
        if isinstance(node, yaml.ScalarNode):
            return self._text(node, place)
        if node in self._around:
            self._add(node, place, "is an alias of what it stands in; write it out")
            return None
        self._around.append(node)
        content = dict(self._items(node, place)) if isinstance(node, yaml.MappingNode) else self._list(node, place)
        self._around.pop()
        return content

    def _text(self, node: yaml.ScalarNode, place: Place) -> str:
        """A text; YAML can write as an escape what it refuses as it is."""
        text = str(node.value)
        if unseen := UNSEEN.search(text.replace("\n", "").replace("\t", "")):
            self._add(node, place, _unseen(unseen[0][0]))
        return text

    def _list(self, node: yaml.Node, place: Place) -> list[Any]:
        return [self.built(child, (*place, index)) for index, child in enumerate(node.value)]

    def _items(self, node: yaml.MappingNode, place: Place) -> Iterator[tuple[str, Any]]:
        seen: set[str] = set()
        for key_node, value_node in node.value:
            if not isinstance(key_node, yaml.ScalarNode):
                self._add(key_node, place, "has a key that is no text; put quotes around it")
                continue
            key = self._text(key_node, place)
            if key in seen:
                self._add(key_node, (*place, key), "is written twice; keep one of the two")
            seen.add(key)
            value = self.built(value_node, (*place, key))
            self.lines[(*place, key)] = key_node.start_mark.line + 1
            yield key, value

    def _add(self, node: yaml.Node, place: Place, message: str) -> None:
        self.problems.append(Problem(self._name, place, message, line=node.start_mark.line + 1))


def _unseen(character: str) -> str:
    """What is said of a sign such as the vertical tab, which a word processor writes for a soft line break."""
    return f"has the character U+{ord(character):04X}, which cannot be seen; remove it"


def _unreadable(name: str, error: Exception) -> Problem:
    if isinstance(error, yaml.MarkedYAMLError) and error.problem_mark:
        return Problem(name, (), f"is not valid YAML: {error.problem}", line=error.problem_mark.line + 1)
    return Problem(name, (), f"cannot be read: {visible(str(error), MOST_SAID)}", line=1)
