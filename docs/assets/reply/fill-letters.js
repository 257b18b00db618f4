/** Shows in every letter of the page what fills its blanks. It enters as text, whatever it is. */

import { orderFacts } from "./order-facts.js";
import { SLOTS, addressOf, fillings, inChannel } from "./slots.js";

/** @typedef {import("./order-facts.js").Facts} Facts */

orderFacts.addEventListener("change", show);
show();

function show() {
  const known = fillings();
  for (const letter of all(".letter", document)) {
    const fitting = inChannel(known, letter.dataset.channel);
    for (const blank of all("[data-slot]", letter)) showText(blank, fitting);
    for (const link of all("a[data-href]", letter)) showAddress(/** @type {HTMLAnchorElement} */ (link), fitting);
  }
}

/**
 * @param {HTMLElement} blank
 * @param {Facts} known
 */
function showText(blank, known) {
  const name = blank.dataset.slot ?? "";
  const text = known[name] ?? SLOTS[name]?.label ?? "";
  const isFilled = Object.hasOwn(known, name);
  if (blank.textContent !== text) blank.textContent = text;
  blank.title = SLOTS[name]?.meaning ?? "";
  blank.dir = "auto"; // a name that is written from right to left must not turn the words around it
  blank.classList.toggle("is-filled", isFilled);
}

/**
 * @param {HTMLAnchorElement} link
 * @param {Facts} known
 */
function showAddress(link, known) {
  const address = addressOf(link.dataset.href ?? "", known);
  if (address === null) link.removeAttribute("href");
  else Object.assign(link, { href: address, target: "_blank", rel: "noopener noreferrer" });
}

/**
 * @param {string} selector
 * @param {ParentNode} within
 * @returns {NodeListOf<HTMLElement>}
 */
function all(selector, within) {
  return within.querySelectorAll(selector);
}
