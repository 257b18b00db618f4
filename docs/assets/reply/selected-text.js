/**
 * A piece of a letter as rich and as plain text. The plain one is what the browser writes for elements that hold the marks
 * which plain text has for them.
 */

import { sanitize } from "../desk/letter/sanitize.js";
import { richText } from "../desk/letter/tree.js";
import { make } from "../site/element.js";
import { addressOf, fill, fillings, inChannel, spelled } from "./slots.js";

export const RICH = ".letter__body, .letter__filled"; // the parts of a letter that are more than plain text

/**
 * @param {Range} clip
 * @param {HTMLElement} part
 * @returns {[plain: string, rich: string | null]}
 */
export function texts(clip, part) {
  const channel = part.closest(".letter")?.getAttribute("data-channel") ?? undefined;
  const known = inChannel(fillings(), channel);
  const said = (/** @type {string} */ text) => fill(text, known);
  const held = spelled(contents(clip, part), said, (address) => addressOf(address, known) !== null);
  const clean = () => make("div", {}, [sanitize(`<body>${held.innerHTML}`)]); // so that a space at its beginning stays
  const isRich = part.matches(RICH) && channel !== "sms";
  return [plainText(clean(), linkAround(clip) !== null), isRich ? richText(clean()) : null];
}

/**
 * @param {Range} clip
 * @param {HTMLElement} part
 * @returns {HTMLElement} a copy of what is selected, in the markup that it is a piece of
 */
function contents(clip, part) {
  const held = make("div", {}, [clip.cloneContents()]);
  for (let at = clip.commonAncestorContainer; at !== part && !isBlock(at); at = /** @type {Node} */ (at.parentNode)) {
    if (!(at instanceof HTMLElement) || (at === linkAround(clip) && !at.hasAttribute("href"))) continue;
    const shell = /** @type {HTMLElement} */ (at.cloneNode(false));
    shell.append(...held.childNodes);
    held.append(shell);
  }
  for (const shown of held.querySelectorAll(".is-filled")) shown.replaceWith(...shown.childNodes); // perhaps a piece of it
  for (const block of held.querySelectorAll("p, li")) if (block.textContent?.trim() === "") block.remove();
  return held;
}

/** @param {Node} node */
function isBlock(node) {
  return node instanceof Element && node.matches("p, li, div");
}

/** @param {Range} clip */
function linkAround({ commonAncestorContainer: common }) {
  return (common instanceof Element ? common : common.parentElement)?.closest("a") ?? null;
}

/**
 * @param {HTMLElement} piece - of paragraphs, lists, bold and links; it is used up
 * @param {boolean} isInLink - whether it is a piece of a link's own words, whose address is not meant
 */
function plainText(piece, isInLink) {
  for (const item of piece.querySelectorAll("li")) mark(item);
  for (const link of isInLink ? [] : piece.querySelectorAll("a[href]")) link.append(` (${link.getAttribute("href")})`);
  Object.assign(piece.style, { position: "absolute", whiteSpace: "pre-wrap" }); // what is not shown has no lines
  document.body.append(piece);
  const text = piece.innerText;
  piece.remove();
  return text.replace(/^\n+|\n+$/g, "");
}

/** @param {Element} item */
function mark(item) {
  const { parentElement: list } = item;
  const bullet = list?.tagName === "OL" ? `${[...list.children].indexOf(item) + 1}. ` : "- ";
  for (const end of item.querySelectorAll("br")) end.replaceWith(`\n${" ".repeat(bullet.length)}`);
  item.prepend(bullet);
}
