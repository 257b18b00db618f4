/**
 * One function, one object. WebKit gives two: a function of WebAssembly that is both exported and in a table is not the
 * same object in both, though the standard says so. Pyodide numbers functions by their identity, so there it counts more of
 * them than the engine that took the snapshot, and the snapshot would call the wrong ones.
 */

// A module whose only function is exported as `f`, and is in its table, exported as `t`.
const BOTH = [
  [0, 97, 115, 109, 1, 0, 0, 0],
  [1, 4, 1, 96, 0, 0],
  [3, 2, 1, 0],
  [4, 4, 1, 112, 0, 1],
  [7, 9, 2, 1, 102, 0, 0, 1, 116, 1, 0],
  [9, 7, 1, 0, 65, 0, 11, 1, 0],
  [10, 4, 1, 2, 0, 11],
];

/** Whether this browser gives one object for one function. */
export function isOne() {
  const { exports } = new WebAssembly.Instance(new WebAssembly.Module(new Uint8Array(BOTH.flat())));
  const { f, t } = /** @type {any} */ (exports);
  return f === t.get(0);
}

/**
 * The exports of an instance, with the functions that stand in its table as they are there. Their names are their numbers
 * within the module.
 *
 * @param {WebAssembly.Instance} instance
 * @param {WebAssembly.Imports} imports
 */
export function asInTable(instance, imports) {
  const table = Object.values(imports.env ?? {}).find((given) => given instanceof WebAssembly.Table);
  const held = new Map();
  for (let at = 0; at < (table?.length ?? 0); at++) {
    const found = /** @type {WebAssembly.Table} */ (table).get(at);
    if (found) held.set(found.name, found);
  }
  const same = (/** @type {any} */ given) => (typeof given === "function" ? (held.get(given.name) ?? given) : given);
  return Object.fromEntries(Object.entries(instance.exports).map(([name, given]) => [name, same(given)]));
}
