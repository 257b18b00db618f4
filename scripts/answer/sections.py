"""The six sections of an answer: situation, status, modification, quality, the plan of messages, metrics."""

from __future__ import annotations

from typing import TYPE_CHECKING

from answer.order_sections import modification, situation_assessment, status
from answer.service_sections import metrics, plan, quality

if TYPE_CHECKING:
    from collections.abc import Sequence

    from answer.section import Section
    from case.situation import Situation
    from verdicts.table import Verdict
    from words.catalogue import Entry, Template, Words
    from words.filling import Filling


def sections(
    situation: Situation,
    words: Words,
    filling: Filling,
    verdicts: Sequence[Verdict],
    entry: Entry | None,
    reply: Template | None,
) -> tuple[Section, ...]:
    """Write the six sections of a case.

    Args:
        situation: The case.
        words: The words.
        filling: Fills texts for it.
        verdicts: What is true of it.
        entry: The entry that answers the customer, when it is known.
        reply: The template of the reply, when there is one.
    """
    by_id = {verdict.id: verdict for verdict in verdicts}
    return (
        situation_assessment(situation, words, verdicts),
        status(situation, words, filling, reply),
        modification(situation, words, by_id["change-window"]),
        quality(situation, words, by_id),
        plan(situation, words),
        metrics(situation, words, entry),
    )
