"""What is wrong with the facts or the words, said so that it can be mended."""

from __future__ import annotations

from typing import TYPE_CHECKING

from records.problem import Problem, RecordError

if TYPE_CHECKING:
    from collections.abc import Mapping

    from records.problem import Place

__all__ = ["CatalogueError", "Problem", "located"]


class CatalogueError(RecordError):
    """The catalogue cannot be built; the text has one line per problem."""


def located(problem: Problem, lines: Mapping[Place, int]) -> Problem:
    """A problem with the line of its place, or of the nearest place around it that is written in the file."""
    place = problem.place
    while place and place not in lines:
        place = place[:-1]
    return problem._replace(line=lines.get(place, 1))
