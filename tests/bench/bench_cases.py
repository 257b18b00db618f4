"""How often the desk sees what a case is about: on a development set of cases, where it is there.

Run as `python -m tests.bench.bench_cases`; with `--errors` it prints what is missed. The set was looked at while the
evidence of entries was chosen.
"""

from __future__ import annotations

import datetime as dt
import json
import sys
import zoneinfo
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parent.parent.parent
sys.path[:0] = [str(ROOT), str(ROOT / "scripts")]

from answer.answer import Answer, answer  # noqa: E402
from case.case import Case, read_case  # noqa: E402
from case.from_message import reading_of  # noqa: E402
from facts.store import load_store  # noqa: E402
from reading.triage.model import load_model  # noqa: E402
from tests.bench.figures import Figure  # noqa: E402
from words.catalogue import load_words  # noqa: E402

# Beside the project while it is developed; not a part of it.
DEVELOPMENT = ROOT.parent / "shared" / "data" / "replies" / "cases-dev.jsonl"
LEADING, PRECISION, RECALL = 42, 0.85, 0.85
NAMES = {"ordered": "order_date"}
GIVEN = (
    *("customer", "order", "ordered", "product", "customization", "stage", "region", "promise", "asked", "delivered"),
    *("notices", "approved", "photos", "tracking", "carrier", "rush", "made"),
)


def main() -> int:
    """Print the figures; 1 when one misses its target."""
    if not DEVELOPMENT.exists():
        print("cases: no development set beside the project")
        return 0
    rows = [json.loads(line) for line in DEVELOPMENT.read_text(encoding="utf-8").splitlines()]
    judged = [judge(row) for row in rows]
    leading = sum(first for first, _, _ in judged)
    named, wanted = sum(len(found) for _, found, _ in judged), sum(len(right) for _, _, right in judged)
    both = sum(len(found & right) for _, found, right in judged)
    figures = [
        Figure(f"cases: the leading scenario is right, of {len(rows)}", leading, LEADING, at_least=True),
        Figure("cases, concerns: precision", both / named, PRECISION, at_least=True),
        Figure("cases, concerns: recall", both / wanted, RECALL, at_least=True),
    ]
    print(*figures, sep="\n")
    return 0 if all(figure.good for figure in figures) else 1


def judge(row: dict[str, Any]) -> tuple[bool, set[str], set[str]]:
    """Whether the first place of a case is right, the concerns that are named, and those that are right."""
    found = answered(row)
    right = {place for place in (*row["main"], *row["also"]) if not place.startswith("stages/")}
    named = {*found.triage.concerns, *([found.place] if found.place else [])}
    is_right = found.place in row["main"] if row["main"] else not found.place
    if "--errors" in sys.argv and (named != right or not is_right):
        missed, wrong = sorted(right - named), sorted(named - right)
        print(row["id"], found.place or "-", row["main"], "missed", missed, "named", wrong)
    return is_right, named, right


def answered(row: dict[str, Any]) -> Answer:
    """The desk's answer to a case, as of the moment when it was written."""
    store, words, known = load_store(), load_words(), row["known"]
    given = {NAMES.get(name, name): known[name] for name in GIVEN if known.get(name) not in (None, [])}
    now = dt.datetime.fromisoformat(known["now"]).replace(tzinfo=zoneinfo.ZoneInfo(store.place.time_zone))
    case: Case = read_case({**given, "message": row["message"]}, store, words, now)
    return answer(store, words, load_model(), case, now, reading_of(case, store, words, now))


if __name__ == "__main__":
    raise SystemExit(main())
