/**
 * The engine: Pyodide with the playbook's own Python, in one module worker that all widgets of all pages share.
 *
 * It starts from the memory snapshot that the build took, in half a second. Where that fails it starts plainly.
 *
 * Hears `{base, search}` from each page first, and then `{id, asked, of, words}`: the form `of` that answers, and for the
 * desk the address of the words; or `{ping}`, to be told `{pong}`. Says to every page how it is doing, `{progress}`, `{ready, loaded}` or `{failed, asked}`, and
 * `{id, answer}` to the one that asked.
 */

import { Files } from "./files.js";
import { onceIdle } from "./idle.js";
import { asInTable, isOne } from "./one-function.js";
import { load } from "./words.js";
import { withZeroPages } from "./zero-pages.js";

const WASM = "pyodide.asm.wasm";
const FORMS = ["eta_form", "desk_form", "letter_form"];
const EMPTY_ZIP = "data:application/zip;base64,UEsFBgAAAAAAAAAAAAAAAAAAAAAAAA==";

/** @typedef {{postMessage: (message: any) => void, onmessage: any}} Port */

/** @type {Set<Port>} - pages that wait until it runs; it forgets them then, for no page says when it closes */
const waiting = new Set();
/** @type {Promise<any> | undefined} - Pyodide; nothing when it did not start */
let engine;
/** @type {Map<string, (asked: string) => string>} */
const forms = new Map();
/** @type {any} */
let state = { progress: 0 };
/** Somebody asks: what is put away for later waits. */
let stir = () => {};

const self = /** @type {any} */ (globalThis);
if ("onconnect" in self) self.onconnect = (/** @type {MessageEvent} */ { ports }) => ports[0] && serve(ports[0]);
else serve(self);

/** @param {Port} page */
function serve(page) {
  page.onmessage = (/** @type {MessageEvent} */ { data }) => {
    if (data.ping) return page.postMessage({ pong: true });
    if (!data.base) return answer(page, data);
    engine ??= start(data.base, new URLSearchParams(data.search).get("engine"));
    if ("progress" in state) waiting.add(page);
    return page.postMessage(state);
  };
}

/** @param {any} now */
function become(now) {
  state = now;
  for (const page of waiting) page.postMessage(now);
  if (!("progress" in now)) waiting.clear();
}

/**
 * @param {string} base - the address of the engine's files
 * @param {string | null} path - `?engine=plain` or `?engine=snapshot` in the page's address forces one way to start, for
 *   tests and for finding faults
 */
async function start(base, path) {
  try {
    const files = new Files("engine", base, (done, all) => become({ progress: all ? done / Math.max(done, all) : 0 }));
    const pyodide = await pyodideBy(path, files);
    const loaded = addresses();
    become({ ready: pyodide.startedBy, loaded: loaded.filter((address) => !address.startsWith(base)) });
    stir = onceIdle(() => files.tidy(loaded));
    return pyodide;
  } catch (error) {
    become({ failed: String(error), asked: addresses().filter(isWhole) });
    self.close(); // the next page, or the next try, begins with a new worker
    return undefined;
  }
}

/** All that was asked for until now. */
function addresses() {
  return performance.getEntriesByType("resource").map((entry) => entry.name);
}

/** Whether a file is used as it is sent; a packed one is asked for anew anyway. @param {string} address */
function isWhole(address) {
  return address.startsWith("http") && !address.endsWith(".gzipped");
}

/**
 * @param {Port} page
 * @param {{id: number, asked: string, of: string, words?: string}} question
 */
async function answer(page, { id, asked, of, words }) {
  const pyodide = await engine;
  stir();
  try {
    if (pyodide && words) await load(pyodide, words);
    page.postMessage({ id, answer: pyodide && formOf(pyodide, of)(asked) });
  } catch (error) {
    page.postMessage({ id, failed: String(error) });
  }
}

/**
 * @param {any} pyodide
 * @param {string} name
 */
function formOf(pyodide, name) {
  if (!FORMS.includes(name)) throw new Error(`no form ${name}`);
  const form = forms.get(name) ?? pyodide.pyimport(`commands.${name}`).answer_json;
  forms.set(name, form);
  return form;
}

/**
 * @param {string | null} path
 * @param {Files} files
 */
async function pyodideBy(path, files) {
  const loading = loader(files);
  if (path === "plain") return plainly(await loading, files);
  try {
    return await fromSnapshot(loading, files);
  } catch (error) {
    if (path === "snapshot") throw error;
    console.info(`The calculator starts without its snapshot: ${error}`);
    return plainly(await loading, files);
  }
}

/**
 * Load Pyodide's own scripts. Its WebAssembly is compiled here: Pyodide would fetch it under its unpacked name, and would
 * wait forever for a file that does not compile.
 *
 * @param {Files} files
 */
async function loader(files) {
  const response = files.get(WASM, { packed: true });
  const compiled = response.then((found) => WebAssembly.compileStreaming(found));
  WebAssembly.instantiateStreaming = async (_, imports) => {
    const module = await compiled;
    const instance = await WebAssembly.instantiate(module, imports);
    return { module, instance: isOne() ? instance : { exports: asInTable(instance, imports ?? {}) } };
  };
  const scripts = Promise.all([import(`${files.base}pyodide.mjs`), import(`${files.base}pyodide.asm.js`)]);
  const [[{ loadPyodide }]] = await Promise.all([scripts, compiled]);
  const unfetched = fetch;
  return async (/** @type {object} */ options) => {
    globalThis.fetch = (asked, how) =>
      String(asked).endsWith(WASM) ? Promise.resolve(new Response()) : unfetched(asked, how);
    try {
      return await loadPyodide({ indexURL: files.base, ...options });
    } finally {
      globalThis.fetch = unfetched;
    }
  };
}

/**
 * @param {Promise<(options: object) => Promise<any>>} loading
 * @param {Files} files
 */
async function fromSnapshot(loading, files) {
  const [load, snapshot, lock] = await Promise.all([
    loading,
    files.bytes("snapshot.bin", { packed: true }),
    files.get("pyodide-lock.json").then((found) => found.text()),
  ]);
  // All that is needed was imported before the snapshot was taken, so the standard library stays away.
  const pyodide = await load({
    _loadSnapshot: withZeroPages(snapshot),
    stdLibURL: EMPTY_ZIP,
    lockFileContents: lock,
    packageBaseUrl: files.base,
  });
  return Object.assign(pyodide, { startedBy: "snapshot" });
}

/**
 * @param {(options: object) => Promise<any>} load
 * @param {Files} files
 */
async function plainly(load, files) {
  const { FACTS, PACKAGE, install } = await import("./install.js");
  const pyodide = await load({ packages: [PACKAGE] });
  install(pyodide, await files.bytes(FACTS));
  return Object.assign(pyodide, { startedBy: "plain" });
}
