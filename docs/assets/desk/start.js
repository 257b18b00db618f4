/** Starts the desk of the page; the desk brings this script itself. */

import { Desk } from "./desk.js";

for (const root of document.querySelectorAll(".desk")) new Desk(/** @type {HTMLElement} */ (root));
