"""How well and how fast the triage reads a message: cross-validated by place, and on lists it has not learned from.

Run as `python -m tests.bench.bench_triage`. The time is that of one message here; `bench_browser` measures it in the
browser.
"""

from __future__ import annotations

import gzip
import json
import multiprocessing
import statistics
import sys
import time
from collections import defaultdict
from pathlib import Path
from typing import TYPE_CHECKING

ROOT = Path(__file__).parent.parent.parent
sys.path[:0] = [str(ROOT), str(ROOT / "scripts")]

from macros import paths  # noqa: E402
from macros.catalogue.read import read  # noqa: E402
from macros.write.learn.material import asked, material, place_of  # noqa: E402
from macros.write.learn.model import cross_validated  # noqa: E402
from reading.triage.asks import asks, parts  # noqa: E402
from reading.triage.model import load_model  # noqa: E402
from reading.triage.ranking import triage  # noqa: E402
from tests.bench.figures import Figure  # noqa: E402
from tests.inquiry_labels import BLIND, DEVELOPMENT, INBOX, OURS, PLACES, Inquiry, inquiries  # noqa: E402

if TYPE_CHECKING:
    from collections.abc import Sequence

FIRST, THREE = 0.80, 0.95
ASKED_RIGHT, ASKED_FOUND = 0.7, 0.3
MESSAGE_WORDS, ROUNDS, PROCESSES = 300, 30, 5
LARGEST_KB, SLOWEST_MS = 1500, 5


def main() -> int:
    """Print the figures; 1 when one misses its target."""
    by_place()
    lists = {
        "looked-at": inquiries(OURS, "looked-at"),
        "unseen": inquiries(OURS, "unseen"),
        "development": inquiries(DEVELOPMENT),
        "blind": inquiries(BLIND),
    }
    figures = [figure for name, found in lists.items() if found for figure in recall(name, found)]
    figures += [*of_inbox(), size(), speed()]
    print(*figures, sep="\n")
    return 0 if all(figure.good for figure in figures) else 1


def by_place() -> None:
    """Print, for each place, what models say of the phrases and messages that they have not seen."""
    words = read(paths.ROOT).words
    assert words
    found: dict[str, list[tuple[bool, bool]]] = defaultdict(list)
    short_forms = words.reading.spelling.content["short_forms"]
    for right, said, _, among in cross_validated(material(words), asked(words), short_forms)[0]:
        found[right].append((right == said, among))
    print("triage, cross-validated: first, among three, texts")
    for place, judged in sorted(found.items(), key=lambda item: share(item[1], 0)):
        print(f"  {place:36} {share(judged, 0):.2f}  {share(judged, 1):.2f}  {len(judged):4}")
    everything = [one for judged in found.values() for one in judged]
    print(f"  {'all':36} {share(everything, 0):.2f}  {share(everything, 1):.2f}  {len(everything):4}")


def share(judged: Sequence[tuple[bool, bool]], at: int) -> float:
    """The share of right ones: first for 0, among three for 1."""
    return sum(one[at] for one in judged) / len(judged)


def recall(name: str, messages: Sequence[Inquiry]) -> list[Figure]:
    """The shares of a list, and each label's of it."""
    judged = defaultdict(list)
    for message in messages:
        ids = [rank.id for rank in triage(load_model(), message.text).ranking[:3]]
        right = PLACES[message.label]
        judged[message.label].append((ids[0] in right, not right.isdisjoint(ids)))
    told = ", ".join(f"{label} {share(found, 0):.2f}/{share(found, 1):.2f}" for label, found in sorted(judged.items()))
    print(f"triage, {name}, by label, first/among three: {told}")
    everything = [one for found in judged.values() for one in found]
    return [
        Figure(
            f"triage, {name}, {len(messages)} messages: right place first", share(everything, 0), FIRST, at_least=True
        ),
        Figure(f"triage, {name}: right place among three", share(everything, 1), THREE, at_least=True),
    ]


def of_inbox() -> list[Figure]:
    """The shares of messages by writers that nothing was learned from: the place itself, and each part's asks."""
    model = load_model()
    messages = [json.loads(line) for line in INBOX.read_text(encoding="utf-8").splitlines()]
    ranked = [(message, triage(model, " ".join(part for part, _ in message["parts"]))) for message in messages]
    first = [found.ranking[0].id == place_of(message["place"]) for message, found in ranked]
    judged = [(set(right), asked_in(part)) for message in messages for part, right in message["parts"]]
    named, wanted = sum(len(found) for _, found in judged), sum(len(right) for right, _ in judged)
    both = sum(len(right & found) for right, found in judged)
    return [
        Figure(
            f"triage, inbox, {len(messages)} messages: the very place first",
            sum(first) / len(first),
            0.75,
            at_least=True,
        ),
        Figure("asks, inbox: precision", both / named, ASKED_RIGHT, at_least=True),
        Figure("asks, inbox: recall", both / wanted, ASKED_FOUND, at_least=True),
    ]


def asked_in(part: str) -> set[str]:
    """What a sentence asks, as the model says it."""
    model = load_model()
    return {ask.id for ask in asks(model, parts(model, part))}


def size() -> Figure:
    """What has been learned, in kilobytes as it lies in the site."""
    content = (paths.WORDS / "compiled" / "triage.json").read_bytes()
    return Figure("triage: KB in the site", len(gzip.compress(content, 9)) / 1000, LARGEST_KB)


def speed() -> Figure:
    """The time for a message of 300 words: the fastest of some fresh processes, since other work only adds to it."""
    with multiprocessing.get_context("spawn").Pool(1, maxtasksperchild=1) as fresh:
        found = min(fresh.map(median_ms, range(PROCESSES), chunksize=1))
    return Figure("triage: ms for 300 words, median", found, SLOWEST_MS)


def median_ms(_: int) -> float:
    """The median over messages of which each is another one, in a process that has read none yet."""
    texts = [message.text for message in inquiries(OURS)]
    times = []
    for round_ in range(ROUNDS):
        words = " ".join(texts[round_ * 13 :] + texts).split()[:MESSAGE_WORDS]
        start = time.perf_counter()
        triage(load_model(), " ".join(words))
        times.append(time.perf_counter() - start)
    return statistics.median(times) * 1000


if __name__ == "__main__":
    raise SystemExit(main())
