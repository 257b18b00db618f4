/**
 * Puts the playbook's own Python and facts into a Pyodide that has just started. Shared by the worker, when it starts
 * plainly, and by the build, before it takes the memory snapshot: nothing here leaves a JavaScript object in Python's
 * memory, because a snapshot cannot hold one.
 */

export const PACKAGE = "custom-order-reckoning";
export const FACTS = "facts.zip";

/**
 * @param {any} pyodide - with the modules of `PACKAGE` in its site-packages
 * @param {Uint8Array} facts - the store's facts and its time zone, as a zip file
 */
export function install(pyodide, facts) {
  unpack(pyodide, facts, "__import__('facts.files').files.PLAYBOOK");
  pyodide.runPython(`
import os, facts.files, zoneinfo
zoneinfo.reset_tzpath([os.path.join(facts.files.PLAYBOOK, "zoneinfo")])
import commands.eta_form`);
}

/**
 * @param {any} pyodide
 * @param {Uint8Array} archive
 * @param {string} folder - a Python expression
 */
export function unpack(pyodide, archive, folder) {
  pyodide.FS.writeFile("/tmp/archive.zip", archive);
  pyodide.runPython(`
import zipfile
with zipfile.ZipFile("/tmp/archive.zip") as archive:
    archive.extractall(${folder})
del archive`);
}
