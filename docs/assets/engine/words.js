/**
 * The compiled words and what the triage has learned, for the desk: put into Python's files at its first question, and
 * again when a page comes with newer ones, because a worker outlives the words that it began with.
 */

import { Files } from "./files.js";

const NAMES = ["words.json", "triage.json"];
const FOLDER = "os.path.join(facts.files.PLAYBOOK, 'templates', 'compiled')";

/** @type {Promise<string>} - the address of what is there, or on its way */
let there = Promise.resolve("");

/**
 * @param {any} pyodide
 * @param {string} address - of the folder, ending in "/<hash>/"
 */
export function load(pyodide, address) {
  const before = there.catch(() => "");
  there = before.then((present) => (present === address ? present : put(pyodide, address)));
  return there;
}

/**
 * @param {any} pyodide
 * @param {string} address
 */
async function put(pyodide, address) {
  const files = new Files("desk", address);
  const contents = await Promise.all(NAMES.map((name) => files.bytes(name, { packed: true })));
  const folder = pyodide.runPython(`import os, facts.files; ${FOLDER}`);
  pyodide.FS.mkdirTree(folder);
  NAMES.forEach((name, at) => pyodide.FS.writeFile(`${folder}/${name}`, contents[at]));
  pyodide.runPython(
    "import reading.triage.model, words.catalogue; words.catalogue.load_words.cache_clear(); reading.triage.model.load_model.cache_clear()",
  );
  files.tidy();
  return address;
}
