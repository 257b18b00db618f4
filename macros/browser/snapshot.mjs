// Takes the memory of a Pyodide that has imported our modules, read the facts and answered a few times: snapshot.bin.
// node snapshot.mjs PYODIDE ASSETS FOLDER, where PYODIDE and ASSETS (docs/assets/engine) are file addresses.

import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";

import { ENVIRONMENT, given } from "./still.mjs";

const [pyodideFolder, assets, folder] = given;
const { loadPyodide } = await import(`${pyodideFolder}/pyodide.mjs`);
const { FACTS, PACKAGE, install, unpack } = await import(`${assets}/install.js`);
const { withoutZeroPages } = await import(`${assets}/zero-pages.js`);

const { packages } = JSON.parse(await readFile(join(folder, "pyodide-lock.json"), "utf8"));
const stdLibURL = join(folder, "python_stdlib.zip");
const pyodide = await loadPyodide({ _makeSnapshot: true, stdLibURL, env: ENVIRONMENT });
const wheel = await readFile(join(folder, packages[PACKAGE].file_name));
unpack(pyodide, wheel, "__import__('site').getsitepackages()[0]");
install(pyodide, await readFile(join(folder, FACTS)));

// Nothing can be imported from a snapshot later on: what is imported only when it is needed must be in memory too.
const now = "2026-03-02T12:00:00Z";
for (const asked of [
  {},
  { "order-date": "2026-03-01", "order-time": "15:00", rush: "yes", "needed-by": "2026-03-20", closed: "2026-03-09" },
  { "order-date": "2026-03-01T10:00+01:00" },
  { "order-date": "soon" },
  { product: "no-such-product" },
]) {
  pyodide.runPython(`commands.eta_form.answer_json('${JSON.stringify({ now, ...asked })}')`);
}
// The words are no part of the snapshot: the desk is imported, and its refusals and reckoning run without them.
pyodide.runPython(`
import datetime, case.case, commands.desk_form, commands.letter_form, facts.store, reading.triage.model, words.catalogue
now = datetime.datetime.fromisoformat("${now}")
empty = words.catalogue.Words._make({} for _ in words.catalogue.Words._fields)
for asked in (
    {"message": "Where is it?", "order_date": "2026-03-01T10:00", "asked": "2026-03-02T10:30", "needed_by": "2026-03-20"},
    {"message": "x", "order_date": "soon", "asked": "2027-01-01T10:00", "concern": "change", "decided": {"a": "b"}},
    {"message": "x", "ordred": "2026-03-01"},
):
    try:
        case.case.read_case(asked, facts.store.own_store(), empty, now)
    except case.case.CaseError:
        pass
del now, empty, asked`);
await writeFile(join(folder, "snapshot.bin"), withoutZeroPages(pyodide.makeMemorySnapshot()));
