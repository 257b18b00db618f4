/** Marks the blanks of a text that came without marks, as a text message does. */

import { make } from "../../site/element.js";

/** @typedef {{slot: string, blank: string}} Blank - `blank` is its text, as [ORDER NUMBER] */

/**
 * @param {DocumentFragment} letter
 * @param {Blank[]} blanks - those that nothing fills yet
 */
export function marked(letter, blanks) {
  const found = document.createTreeWalker(letter, NodeFilter.SHOW_TEXT);
  const texts = [];
  while (found.nextNode()) texts.push(/** @type {Text} */ (found.currentNode));
  for (const text of texts) if (!text.parentElement?.dataset.blank) text.replaceWith(...parts(text.data, blanks));
  return letter;
}

/**
 * @param {string} text
 * @param {Blank[]} blanks
 * @returns {(string | Node)[]}
 */
function parts(text, blanks) {
  const [first, ...others] = blanks;
  if (!first) return text === "" ? [] : [text];
  return text.split(first.blank).flatMap((piece, at) => [...(at ? [span(first)] : []), ...parts(piece, others)]);
}

/** @param {Blank} blank */
function span({ slot, blank }) {
  const made = make("span", { textContent: blank });
  made.dataset.blank = slot;
  return made;
}
