/**
 * Copies a reply: rich text and plain text together, with the order's facts, and with [FIRST NAME] where one is missing;
 * or for a tool, with the tool's own placeholders.
 *
 * The plain text is the one the build wrote into `data-plain`, with its slots as tokens; the rich text is the letter as
 * shown. Nothing here knows what a reply says.
 */

import { isPlainKey, say, write } from "../site/clipboard.js";
import { copiedFor, toolInUse } from "./copy-for.js";
import { addressOf, blanksIn, fill, fillings, inChannel, richText } from "./slots.js";
import { textsFor } from "./tool-text.js";

/** @typedef {import("./order-facts.js").Facts} Facts */

document.addEventListener("click", (event) => {
  const button = event.target instanceof Element ? event.target.closest("button[data-copy]") : null;
  if (button instanceof HTMLButtonElement) copy(button);
});

document.addEventListener("keydown", (event) => {
  if (event.key.toLowerCase() !== "c" || !isPlainKey(event)) return;
  const buttons = currentReply()?.querySelectorAll("button[data-copy='body']") ?? [];
  const shown = [...buttons].find((button) => button.getClientRects().length > 0);
  if (shown instanceof HTMLButtonElement) copy(shown);
});

for (const event of ["scroll", "focusin", "resize"]) addEventListener(event, markCurrent, { passive: true });
markCurrent();

/**
 * @param {HTMLButtonElement} button
 */
async function copy(button) {
  const letter = /** @type {HTMLElement} */ (button.closest(".letter"));
  const source = /** @type {HTMLElement} */ (
    letter.querySelector(button.dataset.copy === "subject" ? ".letter__subject" : ".letter__body")
  );
  const written = source.dataset.plain ?? "";
  const known = inChannel(fillings(), letter.dataset.channel);
  const isRich = button.dataset.copy === "body" && letter.dataset.channel !== "sms";
  const found = toolInUse(button.dataset.copy);
  const tool = found instanceof Promise ? await found : found; // not awaited needlessly: Safari copies at once or never
  try {
    if (tool) await write(...textsFor(source, tool, isRich));
    else await write(fill(written, known), isRich ? filled(source, known) : null);
    say(button, tool ? copiedFor(tool, written) : copied(blanksIn(written, known).length), "copied");
  } catch {
    select(source);
    say(button, "The browser refused to copy. The text is selected: press Ctrl+C.", "refused");
  }
}

/**
 * @param {HTMLElement} source
 * @param {Facts} known
 */
function filled(source, known) {
  const said = (/** @type {string} */ text) => fill(text, known);
  return richText(source, said, (address) => addressOf(address, known) !== null);
}

/** @param {number} left - how many blanks the text still has */
function copied(left) {
  return left === 0 ? "Copied. No blank is left." : `Copied. Fill the blanks before you send: ${left} left.`;
}

/** @param {HTMLElement} source */
function select(source) {
  const line = source.querySelector(".letter__line") ?? source;
  getSelection()?.selectAllChildren(line);
}

/** The reply that has the focus, else the one nearest to the top of the window: what the C key copies. */
function currentReply() {
  const focused = document.activeElement?.closest(".reply");
  if (focused) return focused;
  const replies = [...document.querySelectorAll(".reply")];
  const top = innerHeight / 4;
  return replies.find((reply) => reply.getBoundingClientRect().bottom > top) ?? replies.at(-1);
}

function markCurrent() {
  const current = currentReply();
  for (const reply of document.querySelectorAll(".reply")) reply.classList.toggle("is-current", reply === current);
}
