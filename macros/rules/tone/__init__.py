"""The tone, enforced: plain functions over every filled reply, one small rule for each promise of `docs/tone.md`.

They run in `make check` and not in the build, because they read every reply as a customer does: filled, whole, aloud.
Every rule has a sample it refuses in `tests/data/invalid`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from macros.rules.tone import answers, dates, duties, letters, phrases, reading, texts

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from macros.catalogue.problem import Problem
    from macros.catalogue.read import Words
    from macros.rules.tone.letters import Letters

LINTS: tuple[Callable[[Letters], Iterator[Problem]], ...] = (
    phrases.stiff,
    phrases.promise,
    phrases.blame,
    phrases.deflect,
    phrases.unlawful,
    phrases.no_refunds,
    phrases.promotional_text_message,
    phrases.green,
    answers.opt_out_word,
    dates.written_dates,
    dates.count_on_with_its_range,
    dates.bold,
    duties.known_duties,
    duties.apology_first,
    duties.apology_for_defects,
    duties.choice_of_a_repair,
    duties.decline_with_reason_and_alternative,
    duties.no_exclamation_in_bad_news,
    texts.greeting_and_sign_off,
    texts.segments,
    reading.ease,
)


def lint(words: Words) -> list[Problem]:
    """Everything that is wrong with the tone, in the order of files and lines."""
    read = letters.read_letters(words)
    return sorted(problem for rule in LINTS for problem in rule(read))
