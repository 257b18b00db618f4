"""The calculator in a browser, against a page that only calls `loadPyodide`, in turn and from the same server.

Cold pages are opened in a profile of their own; warm ones after earlier visits, from another page of the site.
"""

from __future__ import annotations

import contextlib
import operator
import re
import shutil
import statistics
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

from playwright.sync_api import sync_playwright

import macros
from macros import paths
from tests.bench.figures import Figure
from tests.bench.link import Link, hosted
from tests.browser.chromium import ARGUMENTS, find
from tests.browser.engine_files import assets_of
from tests.built import ROOT, build
from tests.inquiry_labels import OURS, inquiries

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from playwright.sync_api import Browser, Page, Playwright

WARM_PAIRS, COLD_PAIRS, NEW_BROWSER_PAIRS, KEY_PAGES = 9, 3, 5, 5
SETTLED_MS = 1200  # after this a page asks for nothing more of itself
REST = 0.7  # seconds
PERSON = Link(bytes_per_second=20e6 / 8, delay=0.040)
PLAIN = """<!doctype html><script type="module">
import { loadPyodide } from "./pyodide.mjs";
await loadPyodide();
window.done = performance.now();
</script>"""
FILES = ("pyodide.mjs", "pyodide.asm.js", "pyodide.asm.wasm", "python_stdlib.zip", "pyodide-lock.json")
COMPUTED = """new Promise((resolve) => {
  const example = document.querySelector(".eta__example");
  const look = () => (example.hidden ? resolve(performance.now()) : setTimeout(look, 4));
  look();
})"""
TYPE = """async (count) => {
  const field = document.querySelector("[name=production-days]");
  const sentence = document.querySelector("[data-eta=sentence]");
  const times = [];
  for (let number = 0; number < count; number++) {
    const changed = new Promise((resolve) => new MutationObserver((_, seen) => (seen.disconnect(), resolve()))
      .observe(sentence, { childList: true }));
    field.value = String(3 + (number % 30));
    const start = performance.now();
    field.dispatchEvent(new Event("input", { bubbles: true }));
    await changed;
    times.push(performance.now() - start);
  }
  return times;
}"""
DESK = """async ([address, messages]) => {
  const { client } = await import(address);
  const { engine, words } = document.querySelector("[data-words]").dataset;
  const form = { of: "desk_form", words: new URL(words, location.href).href };
  const ask = (message) => client(engine).ask({ message, now: "2026-11-24T15:00:00Z" }, form);
  await ask(messages[0]);
  const times = [];
  for (const message of messages) {
    const start = performance.now();
    await ask(message);
    times.push(performance.now() - start);
  }
  return times;
}"""
MESSAGE_WORDS, MESSAGES = 300, 40
OWN_FILES = re.compile("/assets/(engine|desk)/[0-9a-f]{12}/")
WATCH = """window.long = [];
new PerformanceObserver((list) => long.push(...list.getEntries().map((entry) => entry.duration)))
  .observe({ type: "longtask" });"""


def main() -> int:
    """Print the figures; 1 when one misses its target."""
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        site = Path(folder) / "site"
        build(ROOT, site)
        publishing = unchanged_publish(site)
        add_plain_page(site / "plain")
        browser = playwright.chromium.launch(executable_path=find(), args=[*ARGUMENTS])
        figures = [
            *start_up(browser, site),
            *typing(browser, site),
            desk(browser, site),
            *weights(browser, site),
            publishing,
        ]
        browser.close()
        aside = in_a_new_browser(playwright, site)
    print(*figures, aside, sep="\n")
    return 0 if all(figure.good for figure in figures) else 1


def add_plain_page(folder: Path) -> None:
    """Write the page to compare with, beside its own copy of the same Pyodide."""
    folder.mkdir()
    for name in FILES:
        shutil.copyfile(paths.NODE_MODULES / "pyodide" / name, folder / name)
    (folder / "index.html").write_text(PLAIN, encoding="utf-8")
    (folder / "empty.html").write_text("<!doctype html>", encoding="utf-8")


def start_up(browser: Browser, site: Path) -> list[Figure]:
    """From navigation to the first result, warm and cold."""
    with hosted(site) as (base, _), opened(browser, base) as ours, opened(browser, base) as plain:
        pairs = [
            (from_another_page(ours, first_result), from_another_page(plain, plain_load)) for _ in range(WARM_PAIRS + 2)
        ]
    warm = pairs[2:]  # the first visits fill the caches, the browser's own of compiled code too
    cold = []
    for _ in range(COLD_PAIRS):
        with hosted(site, PERSON) as (base, _), opened(browser, base) as page:
            mine = first_result(page)
        with hosted(site, PERSON) as (base, _), opened(browser, base) as page:
            cold.append((mine, plain_load(page)))
    return [ratio("first result, warm", warm, 0.30), ratio("first result, cold at 20 Mbit/s and 40 ms", cold, 1.0)]


def in_a_new_browser(playwright: Playwright, site: Path) -> str:
    """The same for the first page of a browser that has just begun, its caches filled on another day."""
    with hosted(site) as (base, _), tempfile.TemporaryDirectory() as ours, tempfile.TemporaryDirectory() as plain:
        visits = {ours: first_result, plain: plain_load}
        pairs = []
        for _ in range(NEW_BROWSER_PAIRS + 2):
            pair = []
            for profile, visit in visits.items():
                browser = playwright.chromium.launch_persistent_context(
                    profile, executable_path=find(), args=[*ARGUMENTS], base_url=base
                )
                pair.append(visit(browser.new_page()))
                browser.close()
            pairs.append((pair[0], pair[1]))
    found = ratio("aside: first result, first page of a new browser, warm", pairs[2:], 0)
    return f"{found.name:78} {found.found:7.2f}   no target"


def ratio(name: str, pairs: list[tuple[float, float]], target: float) -> Figure:
    """The median of our time over the plain page's, pair by pair."""
    ours, plain = (statistics.median(column) for column in zip(*pairs, strict=True))
    found = statistics.median(operator.truediv(*pair) for pair in pairs)
    return Figure(f"{name}: {ours:.0f} ms, plain loadPyodide {plain:.0f} ms", found, target)


def first_result(page: Page) -> float:
    """Milliseconds from navigation to the first computed result, with a rest after it for what is kept."""
    page.goto("eta/")
    found: float = page.evaluate(COMPUTED)
    page.wait_for_selector("html[data-offline]", state="attached")
    time.sleep(REST)
    return found


def plain_load(page: Page) -> float:
    """Milliseconds from navigation until `loadPyodide` is through."""
    page.goto("plain/")
    page.wait_for_function("() => window.done")
    found: float = page.evaluate("window.done")
    time.sleep(REST)
    return found


def from_another_page(page: Page, visit: Callable[[Page], float]) -> float:
    """Visit as an agent does, from another page, which has come to rest."""
    page.goto("plain/empty.html" if visit is plain_load else "policy/")
    time.sleep(REST)
    return visit(page)


def typing(browser: Browser, site: Path) -> list[Figure]:
    """From a key to the updated result, and the longest task of the page while the calculator loads."""
    with hosted(site) as (base, _):
        pages = [keys(browser, base) for _ in range(KEY_PAGES)]
        longest = longest_task(browser, base)
    middle = statistics.median(map(statistics.median, pages))
    last = statistics.median(sorted(times)[int(len(times) * 0.99)] for times in pages)
    return [
        Figure(f"from a key to the result: median ms, the middle of {KEY_PAGES} pages", middle, 16),
        Figure(f"from a key to the result: 99th percentile ms, the middle of {KEY_PAGES} pages", last, 50),
        Figure("longest task of the page while loading, ms (0: none over 50)", longest, 50),
    ]


def keys(browser: Browser, base: str, count: int = 300) -> list[float]:
    """Milliseconds from each key to its result, from the first moment that a fresh page can be typed in."""
    with opened(browser, base) as page:
        page.goto("eta/")
        page.evaluate(COMPUTED)
        times: list[float] = page.evaluate(TYPE, count)
        return times


def longest_task(browser: Browser, base: str) -> float:
    """Milliseconds of the longest task while a calculator starts as it comes into view; 0 where none is over 50."""
    with opened(browser, base) as page:
        page.goto("stages/shipped/")
        page.set_viewport_size({"width": 1280, "height": 100})
        page.wait_for_timeout(1500)
        page.evaluate(WATCH)
        page.locator(".eta").scroll_into_view_if_needed()
        page.evaluate(COMPUTED)
        page.wait_for_timeout(500)
        long: list[float] = page.evaluate("long")
    return max(long, default=0)


def desk(browser: Browser, site: Path) -> Figure:
    """From a message of 300 words to the whole answer, back on the page; each message is another one."""
    words = " ".join(inquiry.text for inquiry in inquiries(OURS)).split()
    texts = [" ".join(words[at * 70 : at * 70 + MESSAGE_WORDS]) for at in range(MESSAGES)]
    with hosted(site) as (base, _), opened(browser, base) as page:
        page.goto("desk/")
        address = page.evaluate(f"new URL('../{assets_of(site)}/engine/client.js', location.href).href")
        times: list[float] = page.evaluate(DESK, [address, texts])
    return Figure("desk: from 300 words to the whole answer in the browser, median ms", statistics.median(times), 25)


def weights(browser: Browser, site: Path) -> list[Figure]:
    """What a page sends besides the calculator's own files, plain and as a host sends it; and who loads those files."""
    heaviest, plainest, uncalled = 0, 0, 0
    for index in sorted(site.glob("**/index.html")):
        address = index.parent.relative_to(site).as_posix()
        if address == "plain":
            continue
        printed = index.read_text(encoding="utf-8")
        has_calculator = 'class="eta' in printed or address == "desk"
        compressed, plain = (sent_by(browser, site, address, compress=compress) for compress in (True, False))
        heaviest, plainest = max(heaviest, weight(compressed)), max(plainest, weight(plain))
        uncalled += 0 if has_calculator else sum(plain.values()) - weight(plain)
    return [
        Figure("heaviest page besides Pyodide, KB as a host sends it (text compressed)", heaviest / 1024, 400),
        Figure("bytes of Pyodide on pages without a calculator", uncalled, 0),
        Figure("aside: heaviest page besides Pyodide, KB with nothing compressed", plainest / 1024, float("inf")),
    ]


def sent_by(browser: Browser, site: Path, address: str, *, compress: bool) -> dict[str, int]:
    """The bytes of each file that a page asks for."""
    with hosted(site, compress=compress) as (base, traffic), opened(browser, base) as page:
        page.goto(f"{address}/")
        page.wait_for_timeout(SETTLED_MS)
        return dict(traffic.sent)


def weight(sent: dict[str, int]) -> int:
    """The bytes besides the files of the calculator and of the desk, which are fetched once."""
    return sum(size for name, size in sent.items() if not OWN_FILES.search(name))


def unchanged_publish(site: Path) -> Figure:
    """Milliseconds of `publish` when nothing of the calculator has changed."""
    macros.publish(site)
    start = time.perf_counter()
    macros.publish(site)
    return Figure("publish with an unchanged calculator, ms", (time.perf_counter() - start) * 1e3, 100)


@contextlib.contextmanager
def opened(browser: Browser, base: str) -> Iterator[Page]:
    """A page in a fresh profile."""
    options: dict[str, Any] = {"base_url": base, "viewport": {"width": 1280, "height": 900}}
    with browser.new_context(**options) as context:
        page = context.new_page()
        page.set_default_timeout(60_000)
        yield page


if __name__ == "__main__":
    raise SystemExit(main())
