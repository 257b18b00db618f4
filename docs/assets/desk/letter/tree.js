/**
 * The letter as its tree, which the worker writes as text (`scripts/words/tree.py` says what it holds), and its rich text as
 * the browser shows it.
 */

const LISTS = new Set(["UL", "OL"]);
const BLOCKS = new Set(["P", "DIV", ...LISTS]);

/**
 * @param {HTMLElement} letter - whose line breaks and spaces are shown as they are
 * @returns {object[]}
 */
export function blocksOf(letter) {
  const blocks = [];
  const line = /** @type {unknown[]} */ ([]); // what stands outside of a block is one too
  for (const node of letter.childNodes) {
    if (node instanceof HTMLElement && BLOCKS.has(node.tagName)) blocks.push({ p: line.splice(0) }, block(node));
    else line.push(...inline(node));
  }
  return [...blocks, { p: line }];
}

/**
 * @param {HTMLElement} letter
 * @returns {string} its HTML without the marks of blanks; a line break that was typed is one wherever it is pasted
 */
export function richText(letter) {
  const clone = /** @type {HTMLElement} */ (letter.cloneNode(true));
  for (const mark of clone.querySelectorAll("span")) mark.replaceWith(...mark.childNodes);
  for (const anchor of clone.querySelectorAll("a")) {
    for (const name of ["target", "rel"]) anchor.removeAttribute(name);
  }
  for (const paragraph of clone.querySelectorAll("p")) if (paragraph.textContent?.trim() === "") paragraph.remove();
  clone.normalize();
  return clone.innerHTML.trim().replace(/\n/g, "<br>");
}

/** @param {HTMLElement} element */
function block(element) {
  if (!LISTS.has(element.tagName)) return { p: inside(element) };
  return { [element.tagName.toLowerCase()]: [...element.children].map(inside) };
}

/** @param {Node} node */
function inside(node) {
  return [...node.childNodes].flatMap(inline);
}

/**
 * @param {Node} node
 * @returns {unknown[]}
 */
function inline(node) {
  if (node instanceof Text) return lines(node.data.replaceAll("\u00a0", " "));
  if (node instanceof HTMLBRElement) return [{ br: 1 }];
  if (node instanceof HTMLAnchorElement && node.href) return [{ a: inside(node), to: [node.getAttribute("href")] }];
  return node instanceof HTMLElement && node.tagName === "STRONG" ? [{ b: inside(node) }] : inside(node);
}

/** A line break that was typed is one that is meant. @param {string} text */
function lines(text) {
  return text.split("\n").flatMap((line, at) => (at ? [{ br: 1 }, line] : [line]));
}
