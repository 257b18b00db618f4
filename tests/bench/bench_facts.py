"""How well and how fast facts are read: on our own messages, and on a development set where it is there.

Run as `python -m tests.bench.bench_facts`; with `--errors` it prints what is wrong and what is missing. Both sets were
looked at while the words were tuned: the figures say what is known to work, not what a message of tomorrow will give.
"""

from __future__ import annotations

import json
import statistics
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

ROOT = Path(__file__).parent.parent.parent
sys.path[:0] = [str(ROOT), str(ROOT / "scripts")]

from facts.store import load_store  # noqa: E402
from reading.extract.found import Context, context_of  # noqa: E402
from reading.extract.read import read_facts  # noqa: E402
from reading.mail import own_words  # noqa: E402
from tests.bench.figures import Figure  # noqa: E402
from tests.reading_facts import ASKED, SCORED, read, readings, truth  # noqa: E402
from words.catalogue import load_words  # noqa: E402

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

# Beside the project while it is developed; not a part of it.
DEVELOPMENT = ROOT.parent / "shared" / "data" / "replies" / "cases-dev.jsonl"
PRECISION, RECALL, SLOWEST_MS = 0.97, 0.85, 1.5
MESSAGE_WORDS, ROUNDS = 300, 30
FEWEST = 15  # facts of a kind that a share is told of
# What a concern may ask for, beside what the prose names.
WISHES = {
    "cancel-order": ("cancel", "refund"),
    "rush-order": ("rush",),
    "return-request": ("return",),
    "change-of-mind": ("return", "refund"),
    "refund-status": ("refund",),
    "goodwill": ("compensation", "discount"),
    "wants-a-person": ("person",),
    "invoice": ("invoice",),
    "damaged-on-arrival": ("new-one", "repair", "refund"),
    "delivered-not-received": ("new-one", "refund"),
    "differs-from-preview": ("new-one", "discount"),
}
# A message of 300 words holds the facts of some of ours, in more words.
PROSE = (
    "I know you are a small team and I do not want to be a nuisance, but I would be glad to hear from somebody who can "
    "look into it for me, because I have been through the page with the questions and could not see what I should do."
)
SIZES = {"S": "small", "M": "medium", "L": "large"}


class Score(NamedTuple):
    """What is told of a fact in one message.

    Attributes:
        wanted: What stands in it.
        allowed: What may be read besides, without being asked for.
        found: What is read.
    """

    wanted: frozenset[str]
    allowed: frozenset[str]
    found: frozenset[str]


def main() -> int:
    """Print the figures; 1 when one misses its target."""
    figures = [figure for name, scores in sets() for figure in shares(name, scores)]
    figures.append(Figure("facts: ms for 300 words, median", speed(), SLOWEST_MS))
    print(*figures, sep="\n")
    return 0 if all(figure.good for figure in figures) else 1


def sets() -> Iterator[tuple[str, dict[str, list[tuple[str, Score]]]]]:
    """Give each set with the scores of its facts, of which each knows its message."""
    yield "own", {fact: [(one["own"], _own(one, fact)) for one in readings()] for fact in SCORED}
    if DEVELOPMENT.exists():
        cases = [json.loads(line) for line in DEVELOPMENT.read_text(encoding="utf-8").splitlines()]
        yield "development", {fact: [(case["id"], _case(case, fact)) for case in cases] for fact in SCORED}


def shares(name: str, scores: dict[str, list[tuple[str, Score]]]) -> Iterator[Figure]:
    """Give precision and recall of each fact of a set that has enough of them, and of all."""
    every = [score for judged in scores.values() for _, score in judged]
    for fact, judged in [*scores.items(), ("all", [("", score) for score in every])]:
        if fact != "all" and "--errors" in sys.argv:
            _print_errors(name, fact, judged)
        right = sum(len(score.found & (score.wanted | score.allowed)) for _, score in judged)
        found = sum(len(score.found) for _, score in judged)
        met, wanted = sum(len(score.found & score.wanted) for _, score in judged), sum(len(s.wanted) for _, s in judged)
        if found >= FEWEST:
            yield Figure(f"facts, {name}: {fact}, precision of {found}", right / found, PRECISION, at_least=True)
        if wanted >= FEWEST:
            yield Figure(f"facts, {name}: {fact}, recall of {wanted}", met / wanted, RECALL, at_least=True)


def speed() -> float:
    """The time for a message of 300 words, in milliseconds: each the fastest of three."""
    context, tables = context_of(load_store(), ASKED), load_words().reading
    texts, times = [one["own"] for one in readings()], []
    for round_ in range(ROUNDS):
        own = " ".join(f" {PROSE} ".join(texts[round_ * 2 :] + texts).split()[:MESSAGE_WORDS])
        times.append(min(_seconds(own, context, tables) for _ in range(3)))
    return statistics.median(times) * 1000


def _seconds(own: str, context: Context, tables: Mapping[str, Any]) -> float:
    start = time.perf_counter()
    read_facts(own, context, tables)
    return time.perf_counter() - start


def _own(one: dict[str, Any], fact: str) -> Score:
    return Score(frozenset(truth(one).get(fact, ())), frozenset(), frozenset(read(one).get(fact, ())))


def _case(case: dict[str, Any], fact: str) -> Score:
    """Score a case; what its facts say in prose is compared by what it holds."""
    told, known = case["facts_in_message"], case["known"]
    reading = {"own": own_words(case["message"]), "asked": known["asked"]}
    found = read(reading).get(fact, [])
    wanted = [*TOLD.get(fact, _plain(fact))(told)]
    allowed = [*ALLOWED[fact](told, known)] if fact in ALLOWED else []
    met = {want for want in wanted if any(_same(fact, want, one) for one in found)}
    good = {one for one in found if any(_same(fact, want, one) for want in (*wanted, *allowed))}
    return Score(frozenset(wanted), frozenset(good), frozenset({*found} - good | (met or good)))


def _plain(fact: str) -> Callable[[dict[str, Any]], Iterable[str]]:
    return lambda told: _texts(told.get(fact))


def _texts(value: Any) -> list[str]:
    if isinstance(value, dict):
        return [text for one in value.values() for text in _texts(one)]
    return [str(one) for one in (value if isinstance(value, list) else [value]) if one not in (None, False)]


TOLD: dict[str, Callable[[dict[str, Any]], Iterable[str]]] = {
    "order_date": lambda told: _texts(told.get("ordered")),
    "photos": lambda told: ["yes"] if told.get("photos") else [],
    "wish": lambda told: [*({"rush"} if told.get("rush_wanted") else ()), *_wished(told)],
}
ALLOWED: dict[str, Callable[[dict[str, Any], dict[str, Any]], Iterable[str]]] = {
    "wish": lambda told, _known: [wish for concern in told["concerns"] for wish in WISHES.get(concern, ())],
    "recipient": lambda told, _known: [str(told.get("occasion", "")).partition("'s")[0]],
    "customization": lambda _told, known: _texts(known.get("customization")),
    "made": lambda _told, known: _texts(known.get("made")),
}


def _wished(told: dict[str, Any]) -> Iterator[str]:
    """Give the wishes that the prose names, by their words."""
    prose = " ".join(_texts([*_texts(told.get("wants")), *_texts(told.get("wish"))])).casefold()
    for words, wish in (
        ("refund", "refund"),
        ("cancel", "cancel"),
        ("remake", "new-one"),
        ("right ones", "new-one"),
        ("new one", "new-one"),
        ("return", "return"),
        ("invoice", "invoice"),
        ("review", "review"),
        ("new chain", "repair"),
        ("pick up", "pickup"),
        ("saturday delivery", "redelivery"),
        ("delete", "delete-photo"),
        ("compensation", "compensation"),
        ("trouble", "compensation"),
    ):
        if words in prose:
            yield wish


def _same(fact: str, want: str, found: str) -> bool:
    want, found = want.casefold().strip(" ."), SIZES.get(found, found).casefold().strip(" .")
    if fact == "order":
        return "".join(filter(str.isdigit, want)) == "".join(filter(str.isdigit, found))
    if fact == "occasion":
        return found in read({"own": f"It is for the {want}."}).get("occasion", []) or found == want
    if fact == "change_to":
        plain = "".join(filter(str.isalnum, found))
        return plain in (known := "".join(filter(str.isalnum, SIZES.get(want.upper(), want)))) or known in plain
    return want == found or (fact == "recipient" and not {*want.replace(",", "").split()}.isdisjoint(found.split()))


def _print_errors(name: str, fact: str, judged: list[tuple[str, Score]]) -> None:
    for message, score in judged:
        wrong, missed = score.found - score.wanted - score.allowed, score.wanted - score.found
        if wrong or missed:
            print(f"{name} {fact}: {message[:60]!r} wrong {[*wrong]} missed {[*missed]}")


if __name__ == "__main__":
    raise SystemExit(main())
