"""What is wrong with a file that people write: where, what stands there, and what was expected."""

from __future__ import annotations

from typing import Any, NamedTuple

Place = tuple["str | int", ...]
SHOWN = 60  # characters of what was typed: about half a line
PATH_SHOWN = 160
MOST = 100  # problems of one file that are told
LARGE = 10**18  # a number that nobody means, and whose decimal digits may take long to work out


class Problem(NamedTuple):
    """One thing to mend.

    Attributes:
        file: The file, as whoever mends it would name it.
        place: The keys and indices that lead to it, from the top: `("closed", 1, "to")`; nothing for the whole file.
        message: What was expected there, or what else is wrong.
        found: What stands there, as it is written; nothing where nothing does.
        line: The line where it stands, from 1; 0 while nobody looked for it.
    """

    file: str
    place: Place
    message: str
    found: str = ""
    line: int = 0

    @property
    def field(self) -> str:
        """The place as people write it; nothing for the whole file."""
        return dotted(self.place)

    def __str__(self) -> str:
        file = f"{path_shown(self.file)}:{self.line}" if self.line else path_shown(self.file)
        field = self.field or ("file" if self.line else "")
        shown = f"{field} = {self.found}".strip() if self.found else field
        return ": ".join(part for part in (file, shown, self.message) if part)


class Problems(list[Problem]):
    """The problems of one file, in the order they are found; of very many the first hundred."""

    def __init__(self, file: str) -> None:
        super().__init__()
        self.file = file

    def add(self, place: Place, message: str, found: str = "") -> None:
        """Add a problem at a place of the file; a value that stands there is given as `show` writes it."""
        if len(self) == MOST:
            self.append(Problem(self.file, (), f"more than {MOST} problems: mend these first"))
        if not self.is_full:
            self.append(Problem(self.file, place, message, found))

    @property
    def is_full(self) -> bool:
        """Whether nothing more is told: a caller need not look for it."""
        return len(self) > MOST


class RecordError(ValueError):
    """A file cannot be used; the text has one line for each of its problems."""

    def __init__(self, *problems: Problem | str) -> None:
        self.problems = [Problem("", (), each) if isinstance(each, str) else each for each in problems]
        super().__init__("\n".join(map(str, self.problems)))


class FactsError(RecordError):
    """The store's facts cannot be used."""


def dotted(place: Place) -> str:
    """Write a place as people do: `closed[1].to`."""
    steps = (f"[{step}]" if isinstance(step, int) else f".{visible(step)}" for step in place)
    return "".join(steps).removeprefix(".")


def show(value: Any, depth: int = 9) -> str:
    """Write a value as TOML does, shortened when it is long or deep."""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, str):
        text = f'"{visible(value)}"'
    elif isinstance(value, list | dict) and not depth:
        text = "…"
    elif isinstance(value, list):
        text = "[" + ", ".join(show(item, depth - 1) for item in value) + "]"
    elif isinstance(value, dict):
        text = "{" + ", ".join(f"{visible(key)} = {show(item, depth - 1)}" for key, item in value.items()) + "}"
    else:
        text = hex(value) if isinstance(value, int) and abs(value) > LARGE else str(value)
    return text if len(text) <= SHOWN else text[: SHOWN - 3] + "…" + text[-1]


def visible(text: str, most: int = SHOWN) -> str:
    """Write a text on one line, as it was typed: what cannot be seen is escaped, and what is long is cut.

    Args:
        text: What was typed.
        most: The longest it may get, in characters.
    """
    letters = (letter if letter.isprintable() else _escaped(letter) for letter in text[: most + 1])
    shown = "".join(letters)
    return shown if len(shown) <= most else f"{shown[: most - 1]}…"


def path_shown(path: str) -> str:
    """Write the path of a file on one line; of a long one the end, with its name."""
    return path if len(path) <= PATH_SHOWN and path.isprintable() else visible(path[-PATH_SHOWN:], PATH_SHOWN)


def nearest(word: str, known: list[str]) -> str | None:
    """Find the known word that was probably meant."""
    import difflib  # noqa: PLC0415 - slow to import, needed only to explain a mistake

    return next(iter(difflib.get_close_matches(word[:100], known, n=1, cutoff=0.6)), None)


def _escaped(letter: str) -> str:
    return ascii(letter)[1:-1]  # not by a codec: that is a module to import, which a browser's snapshot cannot
