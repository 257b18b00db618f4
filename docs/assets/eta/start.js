/** Starts each calculator of the page; the calculator brings this script itself. */

import { Widget } from "./widget.js";

for (const root of document.querySelectorAll(".eta")) new Widget(/** @type {HTMLElement} */ (root));
