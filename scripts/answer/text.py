"""An answer for people: as Markdown, or as plain text for a terminal."""

from __future__ import annotations

import textwrap
from typing import TYPE_CHECKING, Any

from answer.reading import MACHINE, as_data
from words.message import literal
from words.sentences import Phrases

if TYPE_CHECKING:
    from collections.abc import Iterator

    from answer.answer import Answer, Reply
    from answer.section import Section
    from words.catalogue import Words
    from words.filling import Filled

WIDTH = 96
LIKELY = 3
UNTOLD = ("language", "country")  # what is read and needs no line: the region says the place
HEADINGS: Phrases[str] = Phrases(
    "headings",
    (
        "no-reply",
        "settle-first",
        "fill-in",
        "next-steps",
        "to-settle",
        "subject",
        "reply",
        "once-settled",
        "read",
        "asks",
    ),
    str,
)
NOTHING_TO_SEND: Phrases[Answer] = Phrases(
    "nothing-to-send",
    ("page", "unclear", "machine"),
    lambda found: "machine" if found.machine else "page" if found.place else "unclear",
    {
        "machine": lambda found, words: MACHINE.say(found.machine, words),
        "title": lambda found, words: words.title(found.place),
        "address": lambda found, words: words.address(found.place),
        "likely": lambda found, words: "; ".join(words.title(rank.id) for rank in found.triage.ranking[:LIKELY]),
    },
)


def as_markdown(found: Answer, words: Words, channel: str = "") -> str:
    """Write an answer as Markdown: the reply first, then what to ask, to do, and the six sections."""
    blocks = [*_reply_markdown(found, words, channel), *_questions_markdown(found, words)]
    blocks += _reading_markdown(found, words)
    for number, section in enumerate(found.sections, start=1):
        blocks += [f"## {number}. {section.title}", *_section_markdown(section)]
    return "\n\n".join(blocks) + "\n"


def as_text(found: Answer, words: Words, channel: str = "") -> str:
    """Write an answer as plain text, in the same order."""
    blocks = [*_reply_text(found, words, channel), *_questions_text(found, words), *_reading_text(found, words)]
    for number, section in enumerate(found.sections, start=1):
        lines = (_wrapped(f"{line.label}: {line.says}", "  ") for line in section.lines)
        blocks += [f"{number}. {section.title.upper()}", "\n".join(lines)]
        if section.template and section.message:
            blocks += [f"{section.template[0]}:", _letter(section.message, words)]
    return "\n\n".join(blocks) + "\n"


def _chosen(reply: Reply, channel: str) -> Filled:
    return next((message for message in reply.messages if message.channel == channel), reply.messages[0])


def _blanks(reply: Reply, words: Words) -> str:
    return ", ".join(words.slots[name].label for name in reply.blanks)


def _reply_markdown(found: Answer, words: Words, channel: str) -> Iterator[str]:
    if found.reply is None:
        yield f"# {HEADINGS.say('no-reply', words)}\n\n{literal(NOTHING_TO_SEND.say(found, words))}"
        return
    message = _chosen(found.reply, channel)
    yield f"# {literal(found.reply.template.title)}"
    if not found.is_settled:
        yield f"**{HEADINGS.say('settle-first', words)}**"
    subject = f"> **{HEADINGS.say('subject', words)}: {literal(message.subject)}**\n>\n" if message.subject else ""
    yield subject + textwrap.indent(message.markdown, "> ", lambda _: True)
    if found.reply.blanks:
        yield f"**{HEADINGS.say('fill-in', words)}:** {_blanks(found.reply, words)}"
    yield "\n".join(
        [f"**{HEADINGS.say('next-steps', words)}**", "", *(f"- [ ] {literal(step)}" for step in found.reply.next_steps)]
    )


def _questions_markdown(found: Answer, words: Words) -> Iterator[str]:
    if found.questions:
        asked = (f"- {literal(question.ask)} *{literal(question.changes)}*" for question in found.questions)
        yield "\n".join([f"## {HEADINGS.say('to-settle', words)}", "", *asked])


def _section_markdown(section: Section) -> Iterator[str]:
    yield "\n".join(f"- **{literal(line.label)}:** {literal(line.says)}" for line in section.lines)
    if section.template and section.message:
        yield f"**{literal(section.template[0])}**"
        yield textwrap.indent(section.message.markdown, "> ", lambda _: True)


def _reply_text(found: Answer, words: Words, channel: str) -> Iterator[str]:
    if found.reply is None:
        yield _wrapped(NOTHING_TO_SEND.say(found, words))
        return
    once = "" if found.is_settled else f", {HEADINGS.say('once-settled', words)}"
    yield f"{HEADINGS.say('reply', words).upper()}{once}: {found.reply.template.title}"
    yield _letter(_chosen(found.reply, channel), words)
    if found.reply.blanks:
        yield _wrapped(f"{HEADINGS.say('fill-in', words)}: {_blanks(found.reply, words)}", "  ")
    yield "\n".join(
        [
            HEADINGS.say("next-steps", words).upper(),
            *(_wrapped(f"[ ] {step}", "    ") for step in found.reply.next_steps),
        ]
    )


def _questions_text(found: Answer, words: Words) -> Iterator[str]:
    if found.questions:
        asked = (_wrapped(f"- {question.ask} {question.changes}", "  ") for question in found.questions)
        yield "\n".join([HEADINGS.say("to-settle", words).upper(), *asked])


def _read(found: Answer, words: Words) -> list[tuple[str, str]]:
    """Give the label of each fact that was read, and its value with what became of it."""
    data = as_data(found, words)
    facts = [(fact["label"], _told(fact)) for fact in data["facts"] if fact["fact"] not in UNTOLD]
    return facts + [(HEADINGS.say("asks", words), ask["label"]) for ask in data["asks"]]


def _told(fact: dict[str, Any]) -> str:
    value = fact["shown"] or " / ".join(choice["says"] for choice in fact["choices"])
    return f"{value} ({fact['why']})" if fact["why"] else value


def _reading_markdown(found: Answer, words: Words) -> Iterator[str]:
    if facts := _read(found, words):
        lines = (f"- **{literal(label)}:** {literal(said)}" for label, said in facts)
        yield "\n".join([f"## {HEADINGS.say('read', words)}", "", *lines])


def _reading_text(found: Answer, words: Words) -> Iterator[str]:
    if facts := _read(found, words):
        lines = (_wrapped(f"- {label}: {said}", "  ") for label, said in facts)
        yield "\n".join([HEADINGS.say("read", words).upper(), *lines])


def _letter(message: Filled, words: Words) -> str:
    subject = f"{HEADINGS.say('subject', words)}: {message.subject}\n\n" if message.subject else ""
    return textwrap.indent("\n".join(map(_wrapped, (subject + message.plain).split("\n"))), "  | ", lambda _: True)


def _wrapped(text: str, indent: str = "") -> str:
    """Break a text into lines; a dash stays with the word before it, since at a line's beginning it is a bullet."""
    kept = text.replace(" - ", "\u00a0- ")
    lines = textwrap.fill(kept, WIDTH, subsequent_indent=indent, break_long_words=False, break_on_hyphens=False)
    return lines.replace("\u00a0- ", " - ")
