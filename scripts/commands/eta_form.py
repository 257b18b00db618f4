"""The calculator as a form: fields filled with text go in, an answer to show comes out. The browser runs this file.

The terminal's `--json` and the `estimate` of an answer are the same data, and a refusal is the same line.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from dates.reading import parse_closed, parse_day, parse_days, parse_moment, parse_yes
from dates.workdays import EtaError
from eta.estimate import estimate
from eta.order import Order, order_day
from eta.report import as_data
from eta.view import as_shown
from facts.store import own_store
from records.problem import FactsError

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Mapping
    from typing import TypeVar

    from eta.calendars import ClosedDays
    from facts.schema import Store

    Value = TypeVar("Value")

ORDER_DATE, PRODUCT = "order-date", "product"


def answer_json(asked: str) -> str:
    """Answer a form that is a JSON object with the store's own facts; gives the answer as a JSON object."""
    return json.dumps(answer(own_store(), json.loads(asked)))


def answer(store: Store, asked: Mapping[str, str]) -> dict[str, Any]:
    """Answer a form.

    Args:
        store: The facts.
        asked: What the fields hold, by the names of the terminal's options: `order-date`, `product`, `production-days`,
            `shipping-days`, `rush` (yes or no), `needed-by`, and `closed` with spaces between several. Besides them
            `order-time`, and `now`, the moment of asking with its UTC offset. All but `now` may be missing or empty; an
            order without a date is one of today.

    Returns:
        `{"estimate": …, "shown": …}`, or `{"refused": {"field": …, "message": …}}` with the field to mend.
    """
    try:
        today = order_day(parse_moment(asked["now"]), store)
        order, closed = _order(asked, today), _closed(asked)
        found = estimate(store, order, closed)
    except EtaError as error:
        return {"refused": {"field": error.field or ORDER_DATE, "message": str(error)}}
    except FactsError as error:
        return {"refused": {"field": PRODUCT, "message": str(error)}}
    return {"estimate": as_data(store, found, closed), "shown": as_shown(store, found, closed, today)}


def _order(asked: Mapping[str, str], today: dt.date) -> Order:
    return Order(
        _ordered(asked) or today,
        asked.get(PRODUCT) or None,
        _read(asked, "production-days", parse_days),
        _read(asked, "shipping-days", parse_days),
        _read(asked, "rush", parse_yes) or False,
        _read(asked, "needed-by", parse_day),
    )


def _ordered(asked: Mapping[str, str]) -> dt.date | None:
    day, time = asked.get(ORDER_DATE, ""), asked.get("order-time", "")
    return _read({ORDER_DATE: f"{day}T{time}" if day and time else day}, ORDER_DATE, parse_moment)


def _closed(asked: Mapping[str, str]) -> ClosedDays:
    days = asked.get("closed", "").split()
    return tuple(ends for text in days if (ends := _read({"closed": text}, "closed", parse_closed)))


def _read(asked: Mapping[str, str], field: str, parse: Callable[[str], Value]) -> Value | None:
    text = asked.get(field, "").strip()
    try:
        return parse(text) if text else None
    except EtaError as error:
        raise EtaError(str(error), field) from None
