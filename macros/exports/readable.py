"""The catalogue as Markdown that reads well as it stands: for people without the site, and for agents."""

from __future__ import annotations

import re
from itertools import groupby
from typing import TYPE_CHECKING

from macros.exports.reply import Dialect, replies
from words.message import literal

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from macros.catalogue.model import Catalogue, Entry
    from macros.exports.reply import Reply

# Markdown has no placeholders: every slot is a blank to see.
BLANKS = Dialect(tokens={})
BLANK = re.compile(r"\\\[([^\]a-z]+)\\\]")
type See = Callable[[Entry], str]


def entry_page(catalogue: Catalogue, entry: Entry, see: See, depth: int = 1) -> str:
    """An entry with its replies; `see` names another entry, `depth` is the level of the title."""
    written, questions = entry.written, catalogue.questions.questions
    others = [f"{prose(other.text)}: {see(catalogue.by_id[other.see])}" for other in written.not_when]
    held = [reply for reply in replies(catalogue) if reply.entry.id == entry.id]
    by_template = groupby(held, key=lambda reply: reply.template.id)
    return _blocks(
        f"{'#' * depth} {prose(entry.title)}",
        prose(entry.summary),
        f"**Sent:** {prose(entry.sent)}" if entry.sent else "",
        _list("When to use it", map(prose, entry.use_when)),
        _list("When not to", others),
        _list("Ask first", (prose(questions[name].ask) for name in written.ask_first)),
        *(block for _, found in by_template for block in _template([*found], depth + 1)),
    )


def blanks_table(catalogue: Catalogue) -> str:
    """The blanks, with where the value of each is found."""
    cells = (
        (slot.blank, _cell(slot.meaning), _cell(catalogue.samples[name])) for name, slot in catalogue.slots.items()
    )
    rows = [f"| `{blank}` | {meaning} | {sample} |" for blank, meaning, sample in cells]
    return "\n".join(["| Blank | What belongs there | For example |", "|---|---|---|", *rows])


def _template(channels: Sequence[Reply], depth: int) -> Iterator[str]:
    template = channels[0].template
    yield f"{'#' * depth} {prose(template.title)}"
    yield _list("For", (prose(f"{label} {' · '.join(fits)}") for label, fits in template.when.items()))
    for reply in channels:
        subject = reply.subject(BLANKS._replace(escape=literal))
        yield f"{'#' * (depth + 1)} {prose(reply.message.label)}"
        yield f"**Subject:** {subject}" if subject else ""
        yield quoted(reply.markdown(BLANKS))
    yield _list("Next steps", map(prose, template.next_steps))


def prose(text: str) -> str:
    """What is said to the agent as Markdown, blanks as they are."""
    return BLANK.sub(r"[\1]", literal(text))


def _blocks(*blocks: str) -> str:
    return "\n\n".join(block for block in blocks if block) + "\n"


def _list(title: str, lines: Iterable[str]) -> str:
    items = "\n".join(f"- {line}" for line in lines)
    return f"**{title}**\n\n{items}" if items else ""


def quoted(text: str) -> str:
    """A quotation in Markdown."""
    return "\n".join(f"> {line}" if line else ">" for line in text.split("\n"))


def _cell(text: str) -> str:
    return literal(text).replace("|", "\\|")
