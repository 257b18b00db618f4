/**
 * Copies a reply: rich text and plain text together, with the order's facts, and with [FIRST NAME] where one is missing;
 * or for a tool, with the tool's own placeholders.
 *
 * The plain text is the one the build wrote into `data-plain`, with its slots as tokens; the rich text is the letter as
 * shown. Nothing here knows what a reply says.
 */

import { copied, copy, isPlainKey } from "../site/clipboard.js";
import { onPress, one } from "../site/element.js";
import { copiedFor, toolInUse } from "./copy-for.js";
import { addressOf, blanksIn, fill, fillings, inChannel, richText } from "./slots.js";
import { textsFor } from "./tool-text.js";

/** @typedef {import("./order-facts.js").Facts} Facts */
/** @typedef {import("../site/clipboard.js").Texts} Texts */

onPress(document, "button[data-copy]", copyFor);

document.addEventListener("keydown", (event) => {
  if (event.key.toLowerCase() !== "c" || !isPlainKey(event)) return;
  const buttons = currentReply()?.querySelectorAll("button[data-copy='body']") ?? [];
  const shown = [...buttons].find((button) => button.getClientRects().length > 0);
  if (shown instanceof HTMLElement) copyFor(shown);
});

for (const event of ["scroll", "focusin", "resize"]) addEventListener(event, markCurrent, { passive: true });
markCurrent();

/** @param {HTMLElement} button */
async function copyFor(button) {
  const letter = /** @type {HTMLElement} */ (button.closest(".letter"));
  const source = one(letter, button.dataset.copy === "subject" ? ".letter__subject" : ".letter__body");
  const written = source.dataset.plain ?? "";
  const known = inChannel(fillings(), letter.dataset.channel);
  const isRich = button.dataset.copy === "body" && letter.dataset.channel !== "sms";
  const found = toolInUse(button.dataset.copy);
  const tool = found instanceof Promise ? await found : found; // not awaited needlessly: Safari copies at once or never
  const rich = isRich ? filled(source, known) : null;
  const texts = tool ? textsFor(source, tool, isRich) : /** @type {Texts} */ ([fill(written, known), rich]);
  const said = tool ? copiedFor(tool, written) : copied(blanksIn(written, known).length);
  await copy(button, texts, said, source.querySelector(".letter__line") ?? source);
}

/**
 * @param {HTMLElement} source
 * @param {Facts} known
 */
function filled(source, known) {
  const said = (/** @type {string} */ text) => fill(text, known);
  return richText(source, said, (address) => addressOf(address, known) !== null);
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
  if (matchMedia("print").matches) return; // on paper only the current one has a place
  const current = currentReply();
  for (const reply of document.querySelectorAll(".reply")) reply.classList.toggle("is-current", reply === current);
}
