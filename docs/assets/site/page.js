/** What every page does beside what it is for: it stays of now, and keeps itself for a visit without a network. */

import { keepForOffline } from "./offline.js";
import { VERSION } from "./published.js";
import { watch } from "./version.js";

if (VERSION) watch();
// Where the engine runs, its client does so, later and with the engine's files.
if (!document.querySelector("[data-engine]")) addEventListener("load", () => keepForOffline());
