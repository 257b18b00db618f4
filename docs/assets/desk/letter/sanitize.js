/** A letter's HTML as elements: nothing but what letters are made of, whatever the text holds. */

const ALLOWED = new Set(["P", "UL", "OL", "LI", "STRONG", "A", "BR", "SPAN"]);
const DROPPED = new Set(["SCRIPT", "STYLE", "TEMPLATE", "IFRAME", "OBJECT", "NOSCRIPT", "TEXTAREA", "TITLE"]);
const LISTS = new Set(["UL", "OL"]);
const BREAKING = new Set(["P", "LI", "BR", ...LISTS]);
const SLOT = /^[a-z][a-z0-9_.]*$/;

/**
 * @param {string} html
 * @returns {DocumentFragment}
 */
export function sanitize(html) {
  const parsed = new DOMParser().parseFromString(html, "text/html");
  const made = document.createDocumentFragment();
  made.append(...cleaned(parsed.body));
  return made;
}

/**
 * @param {Node} from
 * @returns {Node[]} its children, cleaned
 */
function cleaned(from) {
  return [...from.childNodes].flatMap((node) => {
    if (node instanceof Text) return words(node);
    if (!(node instanceof HTMLElement) || DROPPED.has(node.tagName)) return [];
    return ALLOWED.has(node.tagName) ? [copied(node)] : cleaned(node);
  });
}

/** A text without the line break that only lays out the HTML: a letter would show it. @param {Text} text */
function words({ data, previousSibling, parentElement }) {
  const { tagName = "" } = /** @type {Partial<Element>} */ (previousSibling ?? parentElement ?? {});
  const isLaidOut = (previousSibling ? BREAKING : LISTS).has(tagName);
  const said = isLaidOut ? data.replace(/^\n/, "") : data;
  return said === "" ? [] : [document.createTextNode(said)];
}

/** @param {HTMLElement} element */
function copied(element) {
  const copy = document.createElement(element.tagName);
  copy.append(...cleaned(element));
  if (copy instanceof HTMLAnchorElement) link(copy, element.getAttribute("href") ?? "");
  for (const kind of copy instanceof HTMLSpanElement ? ["filled", "blank"] : []) {
    const slot = element.dataset[kind] ?? "";
    if (SLOT.test(slot)) copy.dataset[kind] = slot;
    if (SLOT.test(slot)) copy.dir = "auto"; // a name written from right to left must not turn the words around it
  }
  return copy;
}

/**
 * @param {HTMLAnchorElement} anchor
 * @param {string} address
 */
function link(anchor, address) {
  if (/^https?:\/\//i.test(address))
    Object.assign(anchor, { href: address, target: "_blank", rel: "noopener noreferrer" });
}
