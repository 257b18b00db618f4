/** The page's slots: how each is called, what fills it, and the visible blank where nothing does. */

import { values } from "./order-facts.js";
import { inShortAlphabet, isAddress } from "./signs.js";

/** @typedef {import("./order-facts.js").Facts} Facts */

/** A slot as the build wrote it into a text. */
export const TOKEN = /\{\{ ([a-z_.0-9]+) \}\}/g;

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
  return Object.fromEntries(Object.entries(known).map(([slot, value]) => [slot, inShortAlphabet(value)]));
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
 * @param {HTMLElement} source - a letter's body as the page shows it
 * @param {(text: string) => string} said - what stands for a text with slots as tokens
 * @param {(address: string) => boolean} leads - whether an address with slots as tokens leads somewhere
 * @returns {string} its HTML, with the words and the address of a link that leads nowhere
 */
export function richText(source, said, leads) {
  return spelled(/** @type {HTMLElement} */ (source.cloneNode(true)), said, leads).innerHTML.trim();
}

/**
 * @param {HTMLElement} clone - of a letter's body, or of a piece of it
 * @param {(text: string) => string} said
 * @param {(address: string) => boolean} leads
 * @returns {HTMLElement} the same, with words for its slots
 */
export function spelled(clone, said, leads) {
  for (const slot of /** @type {NodeListOf<HTMLElement>} */ (clone.querySelectorAll("[data-slot]"))) {
    slot.replaceWith(said(`{{ ${slot.dataset.slot} }}`));
  }
  for (const link of /** @type {NodeListOf<HTMLElement>} */ (clone.querySelectorAll("a[data-href]"))) {
    const { href = "" } = link.dataset;
    const made = document.createElement("a");
    made.setAttribute("href", said(href));
    made.append(...link.childNodes);
    link.replaceWith(...(leads(href) ? [made] : [...made.childNodes, ` (${said(href)})`]));
  }
  for (const found of clone.querySelectorAll("mark")) found.replaceWith(...found.childNodes); // the search's highlights
  return clone;
}

/**
 * @param {string} written - an address with slots as tokens
 * @param {Facts} known
 * @returns {string | null} where it leads; null while that is not known
 */
export function addressOf(written, known) {
  const address = fill(written, known);
  return blanksIn(written, known).length === 0 && isAddress(address) ? address : null;
}
