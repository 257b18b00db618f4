/**
 * Says when a page is not of now: a newer version is published, or there is no network. What was typed stays in the tab.
 *
 * A page that is old when it opens, out of the browser's own cache, is loaded again before anybody has touched it.
 */

import { make } from "./element.js";
import { SITE, VERSION } from "./published.js";

const EVERY_MS = 30_000; // while the page is looked at
const LOADED_AGAIN = "loaded-again-for"; // in the tab: the page and the version, so that half a deployment makes no circle
const USES = /** @type {const} */ (["pointerdown", "keydown", "input"]);
const RETURNS = /** @type {const} */ (["focus", "visibilitychange", "online", "offline"]);

let checked = -Infinity;
let isUsed = false;
let isTyped = false;
/** @type {HTMLElement | undefined} */
let bar;

/** Compare the page with what is published, from now on, and at once. */
export function watch() {
  for (const use of USES) addEventListener(use, used, { capture: true, passive: true });
  for (const comeBack of RETURNS) addEventListener(comeBack, () => check(), true);
  addEventListener("pageshow", ({ persisted }) => persisted && cameBack());
  setInterval(check, EVERY_MS);
  check();
}

/** @param {Event} event */
function used({ type }) {
  isUsed = true;
  isTyped ||= type === "input";
  check();
}

/** The way back shows a page as it was left; a press that left it is no reason to keep it. */
function cameBack() {
  isUsed = isTyped;
  check(0);
}

/** @param {number} [every] - milliseconds; a page that came back as it was is compared at once */
async function check(every = EVERY_MS) {
  if (document.visibilityState === "hidden" || Date.now() - checked < every) return;
  checked = Date.now();
  const published = await newest();
  if (published === "nowhere") return say(`No connection. This is the playbook of ${await dayOfThisPage()}.`);
  if (published === VERSION || published === "unknown") return say("");
  if (!isUsed && mayLoadAgain(published)) location.reload();
  else say("A newer version of the playbook is published. What you typed stays.", "Load it");
}

/** @returns {Promise<string>} the version that is published now; "nowhere" without a network */
async function newest() {
  try {
    const answer = await fetch(new URL("version.json", SITE), { cache: "no-store" });
    return answer.ok ? (await answer.json()).version : "unknown"; // half a deployment: another time
  } catch (error) {
    return error instanceof SyntaxError ? "unknown" : "nowhere";
  }
}

/** When this page was published or, at the latest, loaded. */
async function dayOfThisPage() {
  const kept = (await keptCopies()).map((copy) => Date.parse(copy.headers.get("date") ?? ""));
  const day = new Date(kept.filter(Boolean).sort().at(-1) ?? performance.timeOrigin);
  return day.toLocaleDateString("en-US", { weekday: "long", month: "long", day: "numeric" });
}

/** @returns {Promise<Response[]>} the copies of this page for a visit without a network, of each version that is kept */
async function keptCopies() {
  const names = (await globalThis.caches?.keys().catch(() => [])) ?? [];
  const address = location.href.replace(/[?#].*/s, "");
  const found = await Promise.all(names.map((cacheName) => caches.match(address, { cacheName })));
  return found.filter((copy) => copy !== undefined);
}

/** Whether the page was not loaded again for a version already; where nothing can be kept, nobody knows. @param {string} version */
function mayLoadAgain(version) {
  const wanted = `${location.pathname} ${version}`;
  try {
    const isFirst = sessionStorage.getItem(LOADED_AGAIN) !== wanted;
    sessionStorage.setItem(LOADED_AGAIN, wanted);
    return isFirst;
  } catch {
    return false;
  }
}

/**
 * @param {string} words - none take the bar away
 * @param {string} [action] - the name of the button that loads the page again
 */
function say(words, action) {
  if (words === (bar?.firstChild?.textContent ?? "")) return;
  bar?.remove();
  bar = undefined;
  if (!words) return;
  const button = make("button", { type: "button", className: "copy copy--quiet", textContent: action ?? "" });
  button.addEventListener("click", () => location.reload());
  bar = make("div", { className: "version-bar md-typeset", role: "status" }, [
    make("span", { textContent: words }),
    ...(action ? [button] : []),
  ]);
  document.body.append(bar);
}
