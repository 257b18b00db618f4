/** The letter itself: to edit in place as plain text, its blanks visible and counted. */

import { sanitize } from "./sanitize.js";

const BLANK = /^\[.*\]$/;

export class LetterBody extends EventTarget {
  html = "";

  /** @param {HTMLElement} element */
  constructor(element) {
    super();
    this.element = element;
    element.setAttribute("contenteditable", "plaintext-only");
    if (element.contentEditable !== "plaintext-only") element.setAttribute("contenteditable", "true");
    element.addEventListener("input", () => this.#edited());
    element.addEventListener("paste", pasteAsText);
  }

  /** @param {string} html - of a reply, or as it was edited */
  show(html) {
    if (html === this.html) return;
    this.html = html;
    this.element.replaceChildren(sanitize(html));
  }

  /** @returns {number} how many different blanks are left */
  left() {
    return new Set(this.#blanks().map((blank) => blank.dataset.blank)).size;
  }

  #edited() {
    for (const blank of this.#blanks()) if (!BLANK.test(blank.textContent ?? "")) delete blank.dataset.blank;
    this.html = this.element.innerHTML;
    this.dispatchEvent(new Event("edit"));
  }

  #blanks() {
    return [.../** @type {NodeListOf<HTMLElement>} */ (this.element.querySelectorAll("[data-blank]"))];
  }
}

/** Whatever is pasted enters as text, also where the browser knows no plain editing. @param {ClipboardEvent} event */
function pasteAsText(event) {
  event.preventDefault();
  document.execCommand("insertText", false, event.clipboardData?.getData("text/plain") ?? "");
}
