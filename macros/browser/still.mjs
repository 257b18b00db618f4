// Lets Node run a program twice with the same outcome to the bit: time passes by the count of who asks for it, chance is
// always the same, and neither the time zone, the language nor the path of the script is that of this machine. What a
// Pyodide took from them would stand in its memory: the seed of its hashes, the times of its files, its command.

import crypto from "node:crypto";

const BEGINNING = Date.UTC(2026, 0, 1); // milliseconds, as everywhere in JavaScript

/** For `loadPyodide`. */
export const ENVIRONMENT = { PYTHONHASHSEED: "0", LANG: "C.UTF-8", TZ: "UTC" };

let asked = 0;
Date.now = () => BEGINNING + ++asked; // it moves on: Python looks anew into a folder whose time has changed
performance.now = () => ++asked;
Math.random = () => 0.5;
crypto.randomFillSync = (view) => view.fill(7);
process.env.TZ = ENVIRONMENT.TZ;

/** What the script was called with; from then on nobody can see how. */
export const given = process.argv.splice(1).slice(1);
