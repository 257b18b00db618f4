/**
 * A letter in a tool's syntax: the tool's placeholder where it can fill a blank, a visible blank elsewhere. Whatever was
 * typed for an order stays out. It reads like the file of that tool under `exports/`.
 *
 * @typedef {object} Tool - one of `exports/dialects.json`
 * @property {string} id
 * @property {string} title
 * @property {"html" | "markdown" | "plain"} form - what its editor takes
 * @property {Record<string, string>} tokens - its placeholder for each slot that it fills
 * @property {Record<string, string>} escape - what it wants instead of a character
 */

import { SLOTS, TOKEN, blanksIn } from "./slots.js";

const READ_AS_MARKDOWN = /[\\`*[\]<~]|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])|&(?=#?\w+;)/gu;
const BEGINS_A_BLOCK = /^(?=[-+#>=])|(?<=^\d+)(?=[.)](\s|$))/;

/**
 * @param {HTMLElement} source - a letter's body, or its subject line
 * @param {Tool} tool
 * @param {boolean} isRich - whether it carries more than plain text
 * @returns {[string, string | null]} as plain text, and as HTML where the tool takes it
 */
export function textsFor(source, tool, isRich) {
  const plain = written(source.dataset.plain ?? "", tool);
  if (tool.form === "markdown") return [written(blocks(letter(source, tool)).join("\n\n"), tool), null];
  if (tool.form === "plain" || !isRich) return [plain, null];
  return [plain, written(letter(source, tool).innerHTML.trim().replaceAll(">\n", ">"), tool)];
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

/**
 * @param {HTMLElement} source
 * @param {Tool} tool
 * @returns {HTMLElement} a copy with its slots as tokens, without a link that the tool cannot fill
 */
function letter(source, tool) {
  const clone = /** @type {HTMLElement} */ (source.cloneNode(true));
  for (const slot of /** @type {NodeListOf<HTMLElement>} */ (clone.querySelectorAll("[data-slot]"))) {
    slot.replaceWith(`{{ ${slot.dataset.slot} }}`);
  }
  for (const found of clone.querySelectorAll("mark")) found.replaceWith(...found.childNodes); // the search's highlights
  for (const link of clone.querySelectorAll("a[data-href]")) link.replaceWith(...linked(link, tool));
  clone.normalize();
  return clone;
}

/**
 * @param {Element} link
 * @param {Tool} tool
 * @returns {(Node | string)[]}
 */
function linked(link, tool) {
  const address = link.getAttribute("data-href") ?? "";
  if (blanksIn(address, tool.tokens).length > 0) return [...link.childNodes, ` (${address})`];
  const made = document.createElement("a");
  made.setAttribute("href", address);
  made.append(...link.childNodes);
  return [made];
}

/**
 * @param {Element} parent
 * @returns {string[]} its paragraphs and lists as Markdown
 */
function blocks(parent) {
  const found = [];
  let words = /** @type {Node[]} */ ([]);
  for (const node of parent.childNodes) {
    const block = node instanceof Element ? BLOCKS[node.tagName]?.(node) : undefined;
    if (block === undefined) words.push(node);
    else found.push(line(words.splice(0)), block);
  }
  return [...found, line(words)].filter((text) => text !== "");
}

/** @type {Record<string, (element: Element) => string>} */
const BLOCKS = {
  P: (paragraph) => blocks(paragraph).join("\n\n"),
  UL: (list) => items(list, () => "- "),
  OL: (list) => items(list, (at) => `${at + 1}. `),
};

/**
 * @param {Element} list
 * @param {(at: number) => string} bullet
 */
function items(list, bullet) {
  const gap = list.querySelector(":scope > li > p") ? "\n\n" : "\n";
  const indented = (/** @type {string} */ text, /** @type {string} */ before) =>
    before + text.replaceAll("\n", `\n${" ".repeat(before.length)}`);
  return [...list.children].map((item, at) => indented(blocks(item).join(gap), bullet(at))).join(gap);
}

/** @param {Node[]} nodes */
function line(nodes) {
  const text = nodes.map(inline).join("").trim();
  return nodes[0] instanceof Element ? text : text.replace(BEGINS_A_BLOCK, "\\");
}

/**
 * @param {Node} node
 * @returns {string}
 */
function inline(node) {
  const isAfterBreak = node.previousSibling instanceof HTMLBRElement;
  const text = isAfterBreak ? node.textContent?.trimStart() : node.textContent;
  if (!(node instanceof Element)) return text?.replace(READ_AS_MARKDOWN, "\\$&") ?? "";
  const words = [...node.childNodes].map(inline).join("");
  if (node.tagName === "BR") return "\\\n";
  if (node.tagName === "A") return `[${words}](${node.getAttribute("href")})`;
  return node.tagName === "STRONG" ? `**${words}**` : words;
}
