"""The topics that verdicts, slots and sections ask about; an entry says which of them it `raises`."""

from __future__ import annotations

from enum import StrEnum


class Topic(StrEnum):
    """A topic, by its name in `templates/vocabulary.yml`, which says what each means."""

    CHANGE = "change"
    CORRECTION = "correction"
    ADDRESS = "address"
    CANCEL = "cancel"
    RETURN = "return"
    FAULT = "fault"
    DAMAGE = "damage"
    WEAR = "wear"
    INJURY = "injury"
    OPEN_CASE = "open-case"
    DATE = "date"
    DELAY = "delay"
    STATUS = "status"
    WAIT = "wait"
    COURTESY = "courtesy"
    PERSON = "person"
    OUT_OF_SCOPE = "out-of-scope"
