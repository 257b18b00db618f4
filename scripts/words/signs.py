"""What a person types: which signs are taken out of it, and whether it may become a link.

A page does the same in the browser, by the patterns of this file, which the build prints into it.
"""

from __future__ import annotations

import re

# Whatever a person types is one line of text: no control characters, none that turn the reading direction around.
UNSEEN = re.compile(
    "[\x00-\x1f\x7f-\x9f\xad\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ud800-\udfff\ue000-\uf8ff"
    "\ufff9-\ufffb\ufffe\uffff\U000e0000-\U000e007f]+"
)
JOINERS_AND_SPACES = " \u200c\u200d"  # they join letters and emoji, and mean nothing where a text begins or ends
LONGEST = 2000  # characters in one slot
ADDRESS = re.compile(r"""https?://[^\s"'<>]+""")


def one_line(value: str) -> str:
    """Give a value as one line of visible text of at most 2,000 characters."""
    return " ".join(UNSEEN.sub(" ", value[: LONGEST * 4]).split())[:LONGEST].strip(JOINERS_AND_SPACES)


def is_address(value: str) -> bool:
    """Say whether a value may become a link: an http or https address without spaces or quotes."""
    return ADDRESS.fullmatch(value) is not None
