/**
 * What the build printed into the page for the desk: places a message can be about, conditions with their values, the names
 * of a case's facts. And how places are named and linked.
 */

import { SITE } from "../site/published.js";

/**
 * @typedef {{title: string, address: string}} Place - the address is relative to the root of the site
 * @typedef {{label: string, values: Record<string, string>}} Condition
 */

/** @type {{places: Record<string, Place>, conditions: Record<string, Condition>, facts: string[], machines: Record<string, string>}} */
const known = JSON.parse(
  document.querySelector("script.desk-known")?.textContent ??
    '{"places": {}, "conditions": {}, "facts": [], "machines": {}}',
);

export const { places, conditions, facts: FACTS, machines } = known;

/** @param {string} kind - of a mail that no customer wrote; empty for a person's */
export function machineIs(kind) {
  return kind && (machines[kind] ?? machines.other ?? kind);
}

/**
 * @param {string} address - relative to the root of the site
 * @returns {string} where it leads from any page
 */
export function onSite(address) {
  return new URL(address, SITE).href;
}

/** @param {number} score - of a place in the ranking */
export function percent(score) {
  return `${Math.round(score * 100)}%`;
}

/** @param {string[]} why - words of the message */
export function because(why) {
  return why.length ? `by ${why.map((word) => `“${word}”`).join(", ")}` : "";
}

/** @param {string} id */
export function titleOf(id) {
  return places[id]?.title ?? id;
}
