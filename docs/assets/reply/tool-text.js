/**
 * A letter in a tool's syntax: the tool's placeholder where it can fill a blank, a visible blank elsewhere. Whatever was
 * typed for an order stays out. It reads like the file of that tool under `exports/`.
 *
 * @typedef {object} Tool - one of `dialects.json`
 * @property {string} id
 * @property {string} title
 * @property {"html" | "markdown" | "plain"} form - what its editor takes
 * @property {Record<string, string>} tokens - its placeholder for each slot that it fills
 * @property {Record<string, string>} escape - what it wants instead of a character
 */

import { SLOTS, TOKEN, blanksIn, richText } from "./slots.js";

/**
 * @param {HTMLElement} source - a letter's body, or its subject line
 * @param {Tool} tool
 * @param {boolean} isRich - whether it carries more than plain text
 * @returns {[string, string | null]} as plain text, and as HTML where the tool takes it
 */
export function textsFor(source, tool, isRich) {
  const { plain = "", markdown = plain } = source.dataset; // as Markdown only where that differs
  const fills = (/** @type {string} */ address) => blanksIn(address, tool.tokens).length === 0;
  const rich = () => richText(source, String, fills).replaceAll(">\n", ">");
  const hasRich = isRich && tool.form === "html";
  return [written(tool.form === "markdown" ? markdown : plain, tool), hasRich ? written(rich(), tool) : null];
}

/**
 * @param {string} text - with slots as tokens
 * @param {Tool} tool
 */
function written(text, tool) {
  const escaped = (/** @type {string} */ words) => words.replace(/./gsu, (sign) => tool.escape[sign] ?? sign);
  const pieces = text.split(TOKEN); // words and names of slots in turn
  return pieces.map((piece, at) => (at % 2 ? (tool.tokens[piece] ?? SLOTS[piece]?.blank) : escaped(piece))).join("");
}
