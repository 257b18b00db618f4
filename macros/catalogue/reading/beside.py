"""The schema of `templates/reading/beside.yml`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from macros.catalogue.reading.facts import phrases
from records.record import Record

if TYPE_CHECKING:
    from macros.catalogue.reading.facts import Phrases


class Beside(Record):
    """Words that are looked at one by one, right beside something else."""

    order_links: Phrases = phrases('what may stand between "order" and its number')
    order_hints: Phrases = phrases("what says so more weakly")
    no_order_before: Phrases = phrases("what makes the number after it another number")
    no_order_after: Phrases = phrases("what makes the number before it another number")
    not_names: Phrases = phrases("words that are no first name")
    titles: Phrases = phrases("titles before a name")
    no_name_lines: Phrases = phrases("words of a line that names nobody")
    names_too: Phrases = phrases("common words that are first names too")
    particles: Phrases = phrases("small words in a last name")
    after_names: Phrases = phrases("what follows a name in an introduction")
    greetings: Phrases = phrases("greetings")
    named_by: Phrases = phrases("what ends a name")
    short_introductions: Phrases = phrases("introductions that need more than a capital")
    owners: Phrases = phrases("whose relation somebody is")
    for_whom: Phrases = phrases("what stands before that")
    gives: Phrases = phrases("what says that a piece is a gift")
    celebrated: Phrases = phrases("what is celebrated of somebody, or made for them")
    celebrates: Phrases = phrases("what somebody does that is celebrated")
    no_gift: Phrases = phrases("what is no gift though it is for somebody")
    on_behalf: Phrases = phrases("what a customer does for somebody else")
    verbs_too: Phrases = phrases("names of pieces that are verbs too")
    before_a_verb: Phrases = phrases("what stands before a verb")
    leads: Phrases = phrases("words with a capital before a text that are no part of it")
    bare: Phrases = phrases("single words that a name may follow without quotes")
    contrasts: Phrases = phrases("phrases that need another text to set against")
    base_forms: Phrases = phrases("verbs that show a text, but want it behind a modal verb")
    modals: Phrases = phrases("those verbs")
    not_texts: Phrases = phrases("words that are no text even then")
    before_an_option: Phrases = phrases("what stands before a new size or color")
    wants_option: Phrases = phrases("what asks for the one right behind it")
    other_option: Phrases = phrases("what asks for another one")
    replaces: Phrases = phrases("what stands after a new option")
    mended: Phrases = phrases("what asks to change what was said before")
    asks: Phrases = phrases("what begins a request")
    before_streets: Phrases = phrases("what stands before a house number")
    moves: Phrases = phrases("what says that they moved")
    streets: Phrases = phrases("what follows the name of a street")
    before_short_days: Phrases = phrases("what a short name of a day follows")
    in_dates: Phrases = phrases("what may stand between a day and its month")
    before_days: Phrases = phrases("what stands before a day of the month")
    leads_on: Phrases = phrases("what leads on to a day")
    guessed: Phrases = phrases("what makes a day a guess")
    no_pieces: Phrases = phrases("what comes and is no piece")
    ago: Phrases = phrases("what stands after a length of time that has passed")
    since: Phrases = phrases("what stands before one")
    from_now: Phrases = phrases("what stands before one that will pass")
    from_day: Phrases = phrases("what stands between one and the day it is counted from")
    vague: Phrases = phrases("what makes one a guess")
    no_day_after: Phrases = phrases("what makes a number with a letter no day of the month, after it")
    no_day_before: Phrases = phrases("the same, before it")
    no_ages: Phrases = phrases("what makes it no age")
    whose: Phrases = phrases("whose age it is")
    no_occasion_after: Phrases = phrases("what makes an occasion a thing, after it")
    no_occasion_before: Phrases = phrases("what makes it past or none, before it")
    articles: Phrases = phrases("words for one that are articles")
