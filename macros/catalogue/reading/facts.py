"""The schema of `templates/reading/facts.yml`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from macros.catalogue.fields import by_words, several, words
from records.record import Record

if TYPE_CHECKING:
    from collections.abc import Mapping

type Named = Mapping[str, tuple[str, ...]]
type Phrases = tuple[str, ...]


def named(says: str) -> Named:
    """Describe a table of names with the phrases of each."""
    found: Named = by_words(says, several("its phrases", words(), least=1))
    return found


def phrases(says: str) -> Phrases:
    """Describe a list of phrases."""
    found: Phrases = several(says, words(), least=1)
    return found


class Facts(Record):
    """The words by which facts are read."""

    occasions: Named = named("what the piece is for")
    relations: Named = named("who it is for")
    products: Named = named("what people call a piece, by the last word of a product's title")
    not_products: Phrases = phrases("phrases in which such a word is no piece")
    carriers: Named = named("carriers, and what people call them")
    not_carriers: Phrases = phrases("phrases in which such a word is no carrier")
    order_words: Phrases = phrases("what stands before an order number")
    number_words: Named = named("numbers in words, with their digits")
    tracking_words: Phrases = phrases("what stands before a tracking number")
    signoffs: Phrases = phrases("what stands before the name at the end")
    introductions: Phrases = phrases("what stands before a name anywhere")
    last_names: Phrases = phrases("what stands before a last name")
    texts: Named = named("what stands before a text: wanted, shown, made, ordered")
    against: Phrases = phrases("what sets two texts against each other")
    changes: Named = named("what a change touches: personalization, options, address")
    change_verbs: Phrases = phrases("what says that something is to change")
    sizes: Named = named("sizes, and what people call them")
    materials: Phrases = phrases("colors and materials")
    wishes: Named = named("what they wish")
    not_wishes: Phrases = phrases("phrases in which such a word is no wish")
    damages: Phrases = phrases("what is wrong with a piece")
    not_damages: Phrases = phrases("phrases in which such a word is no fault")
    parts: Phrases = phrases("parts of a piece or parcel")
    wrong: Phrases = phrases("what else says that something is wrong")
    arrivals: Phrases = phrases("what says that the piece has come")
    not_arrivals: Phrases = phrases("what says that it has not")
    previews: Phrases = phrases("what a customer sees before the piece is made")
    own_errors: Phrases = phrases("what says that the mistake is the customer's own")
    photos: Named = named("what says that photos are attached, or offered")
    pictures: Phrases = phrases("words for a photo")
    not_pictures: Phrases = phrases("phrases in which a photo shows no fault")
    contacts: Phrases = phrases("what says that they have written")
    times: Named = named("how many times")
    moods: Named = named("how they feel")
    languages: Named = named("the most frequent words of a language")
