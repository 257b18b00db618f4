/** What a person types, in a page: the patterns and signs of `scripts/words`, which the build printed into it. */

const printed = JSON.parse(document.querySelector("script.signs")?.textContent ?? "{}");

/** Not seen, but it would turn the text around it, or hide in it. */
export const UNSEEN = new RegExp(printed.unseen ?? "(?!)", "gu");

const ADDRESS = new RegExp(`^(?:${printed.address ?? "(?!)"})$`, "u");

/** @param {string} value */
export function isAddress(value) {
  return ADDRESS.test(value);
}

/** @param {string} value - in the characters that keep a segment of a text message at its full length */
export function inShortAlphabet(value) {
  return value.replace(/./gu, (sign) => printed.replaced?.[sign] ?? sign);
}
