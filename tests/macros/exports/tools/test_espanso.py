"""espanso takes the package: every reply is one match, and its blanks are the fields of a form."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Any

import pytest
import yaml

from macros.exports.abbreviation import abbreviation
from macros.exports.reply import ExportError
from macros.exports.tools.espanso import TOOL, dialect
from tests.macros.exports.packed import unpacked
from tests.macros.exports.reading_back import (
    FIRST,
    HARMLESS,
    all_replies,
    files_of,
    labelled,
    named,
    problems,
    saying,
    shown,
    slots_back,
    titled,
)
from tests.product import catalogue, store
from tests.tables import for_each

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from facts.schema import Store
    from macros.catalogue.model import Catalogue
    from macros.exports.reply import Reply

# espanso's own two patterns: a variable with the part of it, and a field of a form.
VARIABLE = re.compile(r"\{\{\s*(\w+)(\.\w+)?\s*\}\}")
FIELD = re.compile(r"\[\[\s*(\w+)\s*\]\]")
ANY_SYNTAX = re.compile(r"\{\{|\}\}|\[\[|\]\]|\$\|\$")

each_reply = for_each("reply", all_replies, ids=named)


@cache
def package() -> dict[str, bytes]:
    """The files of the package."""
    return unpacked(files_of("espanso")["custom-order-support.zip"])


@cache
def matches() -> list[dict[str, Any]]:
    """The matches of the package."""
    found: list[dict[str, Any]] = yaml.safe_load(content())["matches"]
    return found


def content() -> bytes:
    """The file that holds them."""
    return files_of("espanso")["package.yml"]


@cache
def by_id() -> dict[str, dict[str, Any]]:
    """The same by our ids."""
    return dict(zip((reply.id for reply in all_replies()), matches(), strict=True))


def form_of(match: Mapping[str, Any]) -> dict[str, Any]:
    """The parameters of its form; an empty form where it has none."""
    return match["vars"][0]["params"] if "vars" in match else {"layout": "", "fields": {}}


def expanded(match: Mapping[str, Any], filled: Mapping[str, str] | None = None) -> str:
    """What espanso writes when the form is sent, its fields filled or left as they were."""
    values = {name: field["default"] for name, field in form_of(match)["fields"].items()} | {**(filled or {})}
    return VARIABLE.sub(lambda found: values[found[2].removeprefix(".")], match["replace"])


def matches_of(catalogue: Catalogue) -> list[dict[str, Any]]:
    """The matches of another catalogue."""
    found: list[dict[str, Any]] = yaml.safe_load(TOOL.files(catalogue, store())["package.yml"])["matches"]
    return found


def test_the_package_is_a_folder_with_the_three_files_espanso_asks_for() -> None:
    names = ["_manifest.yml", "package.yml", "README.md"]
    assert sorted(package()) == sorted(f"custom-order-support/{name}" for name in names)
    assert package()["custom-order-support/package.yml"] == content()


def test_the_manifest_says_what_the_package_is() -> None:
    manifest = yaml.safe_load(package()["custom-order-support/_manifest.yml"])
    assert list(manifest) == ["name", "title", "description", "version", "author"]
    assert manifest["name"] == "custom-order-support"
    assert manifest["author"] == store().brand.name
    assert re.fullmatch(r"\d+\.\d+\.\d+\+[0-9a-f]+", manifest["version"])


def test_the_version_changes_with_the_words() -> None:
    def version(words: str) -> str:
        packed = unpacked(TOOL.files(saying(words), store())["custom-order-support.zip"])
        return str(yaml.safe_load(packed["custom-order-support/_manifest.yml"])["version"])

    assert version("Hi") == version("Hi") != version("Hello")


def test_the_readme_shows_a_trigger_that_exists() -> None:
    readme = package()["custom-order-support/README.md"].decode()
    shown_triggers = re.findall(r"`(:[a-z0-9.-]+\w)`", readme)
    assert len(shown_triggers) == 1
    assert set(shown_triggers) <= {match["trigger"] for match in matches()}


def test_the_file_is_plain_utf_8_with_the_line_ends_of_yaml() -> None:
    assert content().startswith(b"matches:\n")
    assert b"\r" not in content()
    assert "–" in content().decode("utf-8")


def test_no_reader_of_yaml_takes_a_text_for_something_else() -> None:
    assert yaml.load(content(), yaml.BaseLoader) == {"matches": matches()}  # noqa: S506 - reads texts only


@pytest.mark.parametrize(
    "words", ["yes", "no: yes", "12:30", "2026-03-02", "~", "- a", "# a", "a #b", "'", '"', "a\\n"]
)
def test_a_text_that_yaml_could_mistake_stays_the_text(words: str) -> None:
    assert [match["replace"] for match in matches_of(saying(words))] == [words] * 3


def test_each_reply_is_there_once_under_its_own_trigger() -> None:
    assert [match["trigger"] for match in matches()] == [abbreviation(reply) for reply in all_replies()]
    assert [match["label"] for match in matches()] == [reply.name for reply in all_replies()]
    assert (
        len({match["trigger"] for match in matches()}) == len({match["label"] for match in matches()}) == len(matches())
    )


@each_reply
def test_a_form_that_nobody_fills_leaves_the_blanks_to_see(reply: Reply) -> None:
    assert slots_back(expanded(by_id()[reply.id]), {}) == shown(reply)
    defaults = {field["default"] for field in form_of(by_id()[reply.id])["fields"].values()}
    assert defaults == {reply.slots[name].blank for name in reply.message.body.slots}


@each_reply
def test_a_filled_form_gives_the_filled_example(reply: Reply) -> None:
    example = {name.replace(".", "__"): value for name, value in reply.template.example.items()}
    assert expanded(by_id()[reply.id], example) == reply.message.body.plain(reply.template.example.__getitem__)


@each_reply
def test_every_field_is_asked_for_defined_and_used(reply: Reply) -> None:
    match = by_id()[reply.id]
    used = {(found[1], found[2]) for found in VARIABLE.finditer(match["replace"])}
    asked = FIELD.findall(form_of(match)["layout"])
    assert used == {("form", f".{name}") for name in asked}
    assert asked == list(form_of(match)["fields"])


def test_a_form_asks_by_the_labels_of_the_playbook(small: tuple[Catalogue, Store]) -> None:
    match = matches_of(small[0])[0]
    assert form_of(match)["layout"] == "First name: [[customer__first_name]]\nYour first name: [[agent__first_name]]"


def test_nothing_else_looks_like_a_variable_or_a_field() -> None:
    left = [VARIABLE.sub("", match["replace"]) + FIELD.sub("", form_of(match)["layout"]) for match in matches()]
    assert [text for text in left if ANY_SYNTAX.search(text)] == []


def test_two_slots_are_never_one_field() -> None:
    tokens = dialect(catalogue()).tokens.values()
    assert len(set(tokens)) == len(catalogue().slots)


FORM = {"name": "form", "type": "form", "params": {"layout": "A: [[a]]", "fields": {"a": {"default": "[A]"}}}}
GOOD = {"trigger": ":a", "label": "A", "replace": "Hi {{form.a}}", "vars": [FORM]}
BAD = {
    "without a text": {key: value for key, value in GOOD.items() if key != "replace"},
    "a form of its own beside the text": {**GOOD, "form": "Hi [[name]]"},
    "a word to search for": {**GOOD, "search_terms": ["late"]},
    "a variable of another kind": {**GOOD, "vars": [{**FORM, "type": "random"}]},
    "a field name with a hyphen": {**GOOD, "vars": [{**FORM, "params": {"layout": "", "fields": {"a-b": {}}}}]},
    "a default that is a number": {
        **GOOD,
        "vars": [{**FORM, "params": {"layout": "", "fields": {"a": {"default": 1}}}}],
    },
}


def test_the_matches_have_the_documented_form() -> None:
    assert problems("espanso", {"matches": [GOOD, *matches()]}) == []


@pytest.mark.parametrize("match", BAD.values(), ids=BAD)
def test_the_documented_form_refuses(match: object) -> None:
    assert problems("espanso", {"matches": [match]})


@pytest.mark.parametrize("words", [*HARMLESS, "a {brace} and [brackets]", "$25 | $30"])
def test_words_stay_words(words: str) -> None:
    assert [expanded(match) for match in matches_of(saying(words))] == [words] * 3


@pytest.mark.parametrize("words", ["{{form.a}}", "a {{ b", "a }} b", "[[a]]", "a ]] b", "a $|$ b", "\\{\\{a\\}\\}"])
def test_words_that_espanso_would_read_are_refused_by_name(words: str) -> None:
    with pytest.raises(ExportError, match=rf"{FIRST}/email: .* would be read as a placeholder"):
        TOOL.files(saying(words), store())


@pytest.mark.parametrize("label", ["[[a]]", "{{a}}"])
def test_a_label_that_would_be_a_field_is_refused_by_name(label: str) -> None:
    with pytest.raises(ExportError, match=r"order\.number: the label .* would be read as a field"):
        TOOL.files(labelled(label), store())


def test_a_title_with_a_colon_and_a_quote_stays_the_label() -> None:
    label = matches_of(titled(title='Late: "very" late'))[0]["label"]
    assert label == 'Design – Late: "very" late (email)'


def test_the_package_of_the_small_world(small: tuple[Catalogue, Store], golden: Callable[[str, str], None]) -> None:
    packed = unpacked(TOOL.files(*small)["custom-order-support.zip"])
    for name in ("_manifest.yml", "package.yml", "README.md"):
        golden(f"exports/espanso/{name}", packed[f"custom-order-support/{name}"].decode())
