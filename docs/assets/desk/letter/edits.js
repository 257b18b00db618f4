/** What the agent has changed in a reply, by channel; kept with the case, so that it survives a look at another page. */

import { change, facts } from "../case.js";

const [HTML, OF] = ["edited.", "edited-of."];

/**
 * @param {string} channel
 * @returns {string | undefined} the letter as it was edited
 */
export function edited(channel) {
  return facts()[HTML + channel];
}

/**
 * @param {string} channel
 * @param {string} html - of the reply as it is now
 * @returns {boolean} whether another reply was edited than this one
 */
export function isOutdated(channel, html) {
  return edited(channel) !== undefined && facts()[OF + channel] !== html;
}

/**
 * @param {string} channel
 * @param {string} html - the letter as edited
 * @param {string} of - the reply that was edited, when nothing was edited before
 */
export function keepEdit(channel, html, of) {
  change({ [HTML + channel]: html, [OF + channel]: facts()[OF + channel] ?? of });
}

/**
 * Keep what was edited for a reply that has changed since.
 *
 * @param {string} channel
 * @param {string} html - of the reply as it is now
 */
export function holdOn(channel, html) {
  change({ [OF + channel]: html });
}

/** @param {string} channel */
export function drop(channel) {
  change({ [HTML + channel]: "", [OF + channel]: "" });
}
