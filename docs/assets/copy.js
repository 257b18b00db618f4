/**
 * Copies a reply: rich text and plain text together, blanks still visible as [FIRST NAME].
 *
 * The plain text is the one the build wrote into `data-plain`, with its slots as tokens; the rich text is the letter as
 * shown. Nothing here knows what a reply says.
 */

import { isPlainKey, say, write } from "./clipboard.js";

const TOKEN = /\{\{ ([a-z_.0-9]+) \}\}/g;

/** @type {Record<string, {blank: string, meaning: string}>} - the page's slots by their names */
const SLOTS = JSON.parse(document.querySelector("script.slots")?.textContent ?? "{}");

for (const slot of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll("[data-slot]"))) {
  slot.title = SLOTS[slot.dataset.slot ?? ""]?.meaning ?? "";
}

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
  const plain = withBlanks(source.dataset.plain ?? "");
  const isRich = button.dataset.copy === "body" && letter.dataset.channel !== "sms";
  try {
    await write(plain, isRich ? richText(source) : null);
    say(button, "Copied. Fill the blanks before you send.", "copied");
  } catch {
    select(source);
    say(button, "The browser refused to copy. The text is selected: press Ctrl+C.", "refused");
  }
}

/** @param {string} text - with slots as tokens */
function withBlanks(text) {
  return text.replace(TOKEN, (token, name) => SLOTS[name]?.blank ?? token);
}

/** @param {HTMLElement} source */
function richText(source) {
  const clone = /** @type {HTMLElement} */ (source.cloneNode(true));
  for (const slot of clone.querySelectorAll("[data-slot]")) {
    slot.replaceWith(SLOTS[/** @type {HTMLElement} */ (slot).dataset.slot ?? ""]?.blank ?? slot.textContent ?? "");
  }
  for (const link of clone.querySelectorAll("a[data-href]")) {
    link.replaceWith(`${link.textContent} (${withBlanks(link.getAttribute("data-href") ?? "")})`);
  }
  return clone.innerHTML.trim();
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
