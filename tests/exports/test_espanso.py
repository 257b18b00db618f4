"""espanso takes the package: every reply is one match, and its blanks are the fields of a form."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import pytest
import yaml

from macros.exports.abbreviation import abbreviation
from macros.exports.reply import ExportError, Reply, replies
from macros.exports.tools.espanso import TOOL, dialect
from tests.exports.packed import unpacked
from tests.exports.reading_back import (
    CATALOGUE,
    FIRST,
    HARMLESS,
    SMALL,
    STORE,
    labelled,
    named,
    problems,
    saying,
    shown,
    slots_back,
    titled,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from facts.schema import Store
    from macros.catalogue.model import Catalogue

# espanso's own two patterns: a variable with the part of it, and a field of a form.
VARIABLE = re.compile(r"\{\{\s*(\w+)(\.\w+)?\s*\}\}")
FIELD = re.compile(r"\[\[\s*(\w+)\s*\]\]")
ANY_SYNTAX = re.compile(r"\{\{|\}\}|\[\[|\]\]|\$\|\$")

FILES = TOOL.files(CATALOGUE, STORE)
PACKAGE = unpacked(FILES["custom-order-support.zip"])
MATCHES: list[dict[str, Any]] = yaml.safe_load(FILES["package.yml"])["matches"]
REPLIES = replies(CATALOGUE)
BY_ID = dict(zip((reply.id for reply in REPLIES), MATCHES, strict=True))


def form_of(match: Mapping[str, Any]) -> dict[str, Any]:
    """The parameters of its form; an empty form where it has none."""
    return match["vars"][0]["params"] if "vars" in match else {"layout": "", "fields": {}}


def expanded(match: Mapping[str, Any], filled: Mapping[str, str] | None = None) -> str:
    """What espanso writes when the form is sent, its fields filled or left as they were."""
    values = {name: field["default"] for name, field in form_of(match)["fields"].items()} | {**(filled or {})}
    return VARIABLE.sub(lambda found: values[found[2].removeprefix(".")], match["replace"])


def matches_of(catalogue: Catalogue) -> list[dict[str, Any]]:
    """The matches of another catalogue."""
    found: list[dict[str, Any]] = yaml.safe_load(TOOL.files(catalogue, STORE)["package.yml"])["matches"]
    return found


def test_the_package_is_a_folder_with_the_three_files_espanso_asks_for() -> None:
    names = ["_manifest.yml", "package.yml", "README.md"]
    assert sorted(PACKAGE) == sorted(f"custom-order-support/{name}" for name in names)
    assert PACKAGE["custom-order-support/package.yml"] == FILES["package.yml"]


def test_the_manifest_says_what_the_package_is() -> None:
    manifest = yaml.safe_load(PACKAGE["custom-order-support/_manifest.yml"])
    assert list(manifest) == ["name", "title", "description", "version", "author"]
    assert manifest["name"] == "custom-order-support"
    assert manifest["author"] == STORE.brand.name
    assert re.fullmatch(r"\d+\.\d+\.\d+\+[0-9a-f]+", manifest["version"])


def test_the_version_changes_with_the_words() -> None:
    def version(words: str) -> str:
        package = unpacked(TOOL.files(saying(words), STORE)["custom-order-support.zip"])
        return str(yaml.safe_load(package["custom-order-support/_manifest.yml"])["version"])

    assert version("Hi") == version("Hi") != version("Hello")


def test_the_readme_shows_a_trigger_that_exists() -> None:
    readme = PACKAGE["custom-order-support/README.md"].decode()
    shown_triggers = re.findall(r"`(:[a-z0-9.-]+\w)`", readme)
    assert len(shown_triggers) == 1
    assert set(shown_triggers) <= {match["trigger"] for match in MATCHES}


def test_the_file_is_plain_utf_8_with_the_line_ends_of_yaml() -> None:
    assert FILES["package.yml"].startswith(b"matches:\n")
    assert b"\r" not in FILES["package.yml"]
    assert "–" in FILES["package.yml"].decode("utf-8")


def test_no_reader_of_yaml_takes_a_text_for_something_else() -> None:
    assert yaml.load(FILES["package.yml"], yaml.BaseLoader) == {"matches": MATCHES}  # noqa: S506 - reads texts only


@pytest.mark.parametrize(
    "words", ["yes", "no: yes", "12:30", "2026-03-02", "~", "- a", "# a", "a #b", "'", '"', "a\\n"]
)
def test_a_text_that_yaml_could_mistake_stays_the_text(words: str) -> None:
    assert [match["replace"] for match in matches_of(saying(words))] == [words] * 3


def test_each_reply_is_there_once_under_its_own_trigger() -> None:
    assert [match["trigger"] for match in MATCHES] == [abbreviation(reply) for reply in REPLIES]
    assert [match["label"] for match in MATCHES] == [reply.name for reply in REPLIES]
    assert len({match["trigger"] for match in MATCHES}) == len({match["label"] for match in MATCHES}) == len(MATCHES)


@pytest.mark.parametrize("reply", REPLIES, ids=named)
def test_a_form_that_nobody_fills_leaves_the_blanks_to_see(reply: Reply) -> None:
    assert slots_back(expanded(BY_ID[reply.id]), {}) == shown(reply)
    defaults = {field["default"] for field in form_of(BY_ID[reply.id])["fields"].values()}
    assert defaults == {reply.slots[name].blank for name in reply.message.body.slots}


@pytest.mark.parametrize("reply", REPLIES, ids=named)
def test_a_filled_form_gives_the_filled_example(reply: Reply) -> None:
    example = {name.replace(".", "__"): value for name, value in reply.template.example.items()}
    assert expanded(BY_ID[reply.id], example) == reply.message.body.plain(reply.template.example.__getitem__)


@pytest.mark.parametrize("reply", REPLIES, ids=named)
def test_every_field_is_asked_for_defined_and_used(reply: Reply) -> None:
    match = BY_ID[reply.id]
    used = {(found[1], found[2]) for found in VARIABLE.finditer(match["replace"])}
    asked = FIELD.findall(form_of(match)["layout"])
    assert used == {("form", f".{name}") for name in asked}
    assert asked == list(form_of(match)["fields"])


def test_a_form_asks_by_the_labels_of_the_playbook() -> None:
    match = matches_of(SMALL)[0]
    assert form_of(match)["layout"] == "First name: [[customer__first_name]]\nYour first name: [[agent__first_name]]"


def test_nothing_else_looks_like_a_variable_or_a_field() -> None:
    left = [VARIABLE.sub("", match["replace"]) + FIELD.sub("", form_of(match)["layout"]) for match in MATCHES]
    assert [text for text in left if ANY_SYNTAX.search(text)] == []


def test_two_slots_are_never_one_field() -> None:
    tokens = dialect(CATALOGUE).tokens.values()
    assert len(set(tokens)) == len(CATALOGUE.slots)


def test_the_matches_have_the_documented_form() -> None:
    assert problems("espanso", {"matches": MATCHES}) == []


GOOD = next(match for match in MATCHES if "vars" in match)
FORM = GOOD["vars"][0]
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


@pytest.mark.parametrize("match", BAD.values(), ids=BAD)
def test_the_documented_form_refuses(match: object) -> None:
    assert problems("espanso", {"matches": [match]})


@pytest.mark.parametrize("words", [*HARMLESS, "a {brace} and [brackets]", "$25 | $30"])
def test_words_stay_words(words: str) -> None:
    assert [expanded(match) for match in matches_of(saying(words))] == [words] * 3


@pytest.mark.parametrize("words", ["{{form.a}}", "a {{ b", "a }} b", "[[a]]", "a ]] b", "a $|$ b", "\\{\\{a\\}\\}"])
def test_words_that_espanso_would_read_are_refused_by_name(words: str) -> None:
    with pytest.raises(ExportError, match=rf"{FIRST}/email: .* would be read as a placeholder"):
        TOOL.files(saying(words), STORE)


@pytest.mark.parametrize("label", ["[[a]]", "{{a}}"])
def test_a_label_that_would_be_a_field_is_refused_by_name(label: str) -> None:
    with pytest.raises(ExportError, match=r"order\.number: the label .* would be read as a field"):
        TOOL.files(labelled(label), STORE)


def test_a_title_with_a_colon_and_a_quote_stays_the_label() -> None:
    label = matches_of(titled(title='Late: "very" late'))[0]["label"]
    assert label == 'Design – Late: "very" late (email)'


def test_the_package_of_the_small_world(small: tuple[Catalogue, Store], golden: Callable[[str, str], None]) -> None:
    package = unpacked(TOOL.files(*small)["custom-order-support.zip"])
    for name in ("_manifest.yml", "package.yml", "README.md"):
        golden(f"exports/espanso/{name}", package[f"custom-order-support/{name}"].decode())
