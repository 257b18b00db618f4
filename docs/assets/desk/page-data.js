/** What the build printed into the page for the desk: places a message can be about, conditions with their values. */

/**
 * @typedef {{title: string, address: string}} Place - the address is relative to the root of the site
 * @typedef {{label: string, values: Record<string, string>}} Condition
 */

/** @type {{places: Record<string, Place>, conditions: Record<string, Condition>}} */
const known = JSON.parse(
  document.querySelector("script.desk-known")?.textContent ?? '{"places": {}, "conditions": {}}',
);

export const { places, conditions } = known;

const SITE = new URL("../../", import.meta.url);

/**
 * @param {string} address - relative to the root of the site
 * @returns {string} where it leads from any page
 */
export function onSite(address) {
  return new URL(address, SITE).href;
}

/** @param {string} id */
export function titleOf(id) {
  return places[id]?.title ?? id;
}
