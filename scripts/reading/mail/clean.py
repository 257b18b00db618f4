"""HTML without what a reader of mail never sees: comments, declarations, style and script."""

from __future__ import annotations

import re

CODE = re.compile(r"<(?:style|script)\b", re.IGNORECASE)
CODE_ENDS = re.compile(r"</(?:style|script)\s?>", re.IGNORECASE)
DECLARED = re.compile(r"<[!?][^<>]{0,500}>")
NO_TAG = re.compile(r"<(?!/?[a-zA-Z][^<>]{0,3000}>)")
BROKEN = re.compile(r"<br\s?/?>[ \t]?\r?\n", re.IGNORECASE)  # one break, also where the source has another


def cleaned(markup: str) -> str:
    """Leave out comments, declarations, style and script, and escape each `<` that begins no tag.

    What is left the parser reads in one pass, whatever a hostile text holds.
    """
    first, *rest = markup.split("<!--")
    plain = first + "".join(part.partition("-->")[2] for part in rest)
    first, *rest = CODE.split(plain)
    plain = first + "".join(part[closed.end() :] for part in rest if (closed := CODE_ENDS.search(part)))
    return NO_TAG.sub("&lt;", BROKEN.sub("<br>", DECLARED.sub("", plain)))
