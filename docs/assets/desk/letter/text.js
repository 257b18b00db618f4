/** An edited letter as plain and as rich text; one that nobody edited is copied as it was written. */

const LISTS = new Set(["UL", "OL"]);
const BLOCKS = new Set(["P", "DIV", ...LISTS]);

/**
 * @param {HTMLElement} letter - whose line breaks and spaces are shown as they are
 * @returns {string}
 */
export function plainText(letter) {
  const blocks = /** @type {Node[][]} */ ([[]]);
  for (const node of letter.childNodes) {
    if (node instanceof HTMLElement && BLOCKS.has(node.tagName)) blocks.push([node], []);
    else blocks.at(-1)?.push(node);
  }
  const texts = blocks.map((nodes) => nodes.map(block).join("").trim());
  return texts.filter(Boolean).join("\n\n");
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

/** @param {Node} node */
function block(node) {
  if (!(node instanceof HTMLElement) || !LISTS.has(node.tagName)) return inline(node);
  const items = [...node.children].map((item) => inline(item).trim());
  return items.map((item, at) => `${node.tagName === "OL" ? `${at + 1}.` : "-"} ${item}`).join("\n");
}

/**
 * @param {Node} node
 * @returns {string}
 */
function inline(node) {
  if (node instanceof Text) return node.data.replaceAll("\u00a0", " ");
  if (node instanceof HTMLBRElement) return "\n";
  const text = [...node.childNodes].map(inline).join("");
  return node instanceof HTMLAnchorElement && node.href ? `${text} (${node.getAttribute("href")})` : text;
}
