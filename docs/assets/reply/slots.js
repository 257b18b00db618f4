/** The page's slots: how each is called, what fills it, and the visible blank where nothing does. */

import { values } from "./order-facts.js";

/** @typedef {import("./order-facts.js").Facts} Facts */

/** A slot as the build wrote it into a text. */
export const TOKEN = /\{\{ ([a-z_.0-9]+) \}\}/g;
// One character outside GSM-7 more than halves every segment; scripts/words/filling.py replaces the same.
const GSM_7 = /** @type {Facts} */ ({
  "“": '"',
  "”": '"',
  "‘": "'",
  "’": "'",
  "–": "-",
  "—": "-",
  "…": "...",
  "\u00a0": " ",
});

/** @type {Record<string, {label: string, blank: string, meaning: string}>} - by their names, in reading order */
export const SLOTS = JSON.parse(document.querySelector("script.slots")?.textContent ?? "{}");

/** The slots that are the address of a link. */
export const ADDRESSES = new Set(
  Object.keys(SLOTS).filter((slot) => document.querySelector(`a[data-href="{{ ${slot} }}"]`)),
);

/** @returns {Facts} what fills the page's slots; an address that is none fills nothing */
export function fillings() {
  const usable = (/** @type {[string, string]} */ [slot, value]) =>
    Object.hasOwn(SLOTS, slot) && (!ADDRESSES.has(slot) || isAddress(value));
  return Object.fromEntries(Object.entries(values()).filter(usable));
}

/**
 * @param {Facts} known
 * @param {string | undefined} channel
 * @returns {Facts} the same in the characters that the channel carries well
 */
export function inChannel(known, channel) {
  if (channel !== "sms") return known;
  return Object.fromEntries(Object.entries(known).map(([slot, value]) => [slot, inGsm7(value)]));
}

/**
 * @param {string} text - with slots as tokens
 * @param {Facts} known
 */
export function fill(text, known) {
  return text.replace(TOKEN, (token, slot) => known[slot] ?? SLOTS[slot]?.blank ?? token);
}

/**
 * @param {string} text - with slots as tokens
 * @param {Facts} known
 * @returns {string[]} the slots that nothing fills, each once
 */
export function blanksIn(text, known) {
  const slots = new Set([...text.matchAll(TOKEN)].map(([, slot]) => slot ?? ""));
  return [...slots].filter((slot) => !Object.hasOwn(known, slot));
}

/**
 * @param {Element} link - with `data-href`
 * @param {Facts} known
 * @returns {string | null} where it leads; null while that is not known
 */
export function addressOf(link, known) {
  const written = link.getAttribute("data-href") ?? "";
  const address = fill(written, known);
  return blanksIn(written, known).length === 0 && isAddress(address) ? address : null;
}

/** @param {string} value */
export function isAddress(value) {
  return /^https?:\/\/[^\s"'<>]+$/.test(value);
}

/** @param {string} value */
function inGsm7(value) {
  return value.replace(/./gu, (character) => GSM_7[character] ?? character);
}
