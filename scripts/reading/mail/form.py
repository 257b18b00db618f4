"""The mail that a contact form sends: its fields, and the message that somebody typed into it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from reading.mail.blocks import sender
from reading.mail.plain import plain
from reading.mail.tables import begins

if TYPE_CHECKING:
    from reading.mail.tables import Tables

SIGNS = " \t*_|•·-#>"
LONGEST_LABEL = 60
MOST_ABOVE = 6  # lines above the first field
ASIDES = frozenset(("required", "optional", "pflichtfeld", "obligatoire", "obligatorio"))
TELLING = ("name", "email", "phone")


class Form(NamedTuple):
    """What a form holds.

    Attributes:
        fields: By our names; a name in two fields is joined.
        body: The lines of the message.
    """

    fields: dict[str, str]
    body: list[str]


class _Line(NamedTuple):
    kind: str
    value: str


def read_form(lines: list[str], tables: Tables) -> Form | None:
    """Read a form; None where the lines are no form's.

    A form has a message and says who sent it, each under its own label, within the first lines.
    """
    told = _fields(lines, tables)
    kinds = [line.kind for line in told]
    if "body" not in kinds or not any(kind in kinds for kind in (*TELLING, "from")):
        return None
    first = next(at for at, kind in enumerate(kinds) if kind)
    above = [line for line in lines[:first] if line.strip(SIGNS)]
    if len(above) > MOST_ABOVE or not all(_is_title(line) or _introduces(line, tables) for line in above):
        return None
    form = _form(lines, told, tables)
    is_meant = "@" in form.fields.get("email", "") or any(_introduces(line, tables) for line in above)
    return form if is_meant and any(form.fields.get(name) for name in TELLING) else None


def _introduces(line: str, tables: Tables) -> bool:
    return any(phrase.stands_in(f" {plain(line)} ") for phrase in tables.intros)


def _is_title(line: str) -> bool:
    return len(line.split()) <= MOST_ABOVE and not line.rstrip().endswith((".", "?"))


def _fields(lines: list[str], tables: Tables) -> list[_Line]:
    """Give the kind and value of each line that has a label; a label alone counts before lines of its own."""
    found = [_field(line, tables) for line in lines]
    if sum(bool(line.kind) for line in found) < 2:  # noqa: PLR2004 - a form has two
        return found
    seen: set[str] = set()
    for at, line in enumerate(found):
        if line.kind in seen and (line.kind == "body" or "body" in seen) and line.kind != "other":
            found[at] = _Line("", "")  # in the message: "Name: Luna"
        elif line.kind:
            seen.add(line.kind)
    return found


def _field(line: str, tables: Tables) -> _Line:
    text = line.strip(SIGNS)
    for sign in (":", "\t", "|", " - ", "?"):
        label, found, value = text.partition(sign)
        if found and len(label) <= LONGEST_LABEL and (kind := _kind(label, tables)):
            return _Line(kind, value.strip(SIGNS + ":"))
    is_title = 0 < len(text) <= LONGEST_LABEL and not text.endswith((".", "!", ","))
    return _Line(_kind(text, tables) if is_title else "", "")


def _kind(label: str, tables: Tables) -> str:
    words = [word for word in plain(label).split(" ") if word not in ASIDES]
    if words and words[-1] == "0":
        words.pop()
    said = " ".join(words)
    return "from" if said in {"from", "von", "de", "da", "van"} else tables.fields.get(said, "")


def _form(lines: list[str], told: list[_Line], tables: Tables) -> Form:
    fields: dict[str, str] = {}
    body: list[str] = []
    kind, is_empty = "", True
    for line, (label, value) in zip(lines, told, strict=True):
        if begins(tables.outros, plain(line[:100])):
            kind = "other"
        elif label:
            kind, is_empty = label, not value
            _add(fields, body, kind, value)
        elif kind == "body":
            body.append(line)
        elif kind and is_empty and line.strip(SIGNS):
            is_empty = False
            _add(fields, body, kind, line.strip(SIGNS))
    return Form({name: text for name, text in fields.items() if text}, _trimmed(body))


def _add(fields: dict[str, str], body: list[str], kind: str, value: str) -> None:
    if kind == "body":
        body.append(value)
    elif kind == "from":
        for name, text in sender(value).items():
            fields.setdefault(name, text)
    elif kind != "other":
        fields[kind] = f"{fields[kind]} {value}".strip() if kind in fields and kind == "name" else value


def _trimmed(body: list[str]) -> list[str]:
    while body and body[-1].strip() in {"", "--", "---", "-----"}:
        body = body[:-1]
    return body
