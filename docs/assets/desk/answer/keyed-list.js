/** One part of the answer: it is filled anew only when what it shows has changed, and keeps the focus where it was. */

import { one } from "../../site/element.js";

export class KeyedList {
  /** @type {string | undefined} */
  #shown;

  /**
   * @param {HTMLElement} root
   * @param {string} selector - of the part; it is hidden while it has nothing to say
   * @param {string} [within] - of the place in it that is filled
   */
  constructor(root, selector, within) {
    this.part = one(root, selector);
    this.place = within ? one(this.part, within) : this.part;
  }

  /**
   * @template Data
   * @param {Data[]} data
   * @param {(item: Data, at: number) => Node} node - shows an item
   * @param {unknown} [beside] - what the nodes depend on as well
   */
  fill(data, node, beside = null) {
    const now = JSON.stringify([data, beside]);
    if (now === this.#shown) return;
    this.#shown = now;
    this.part.hidden = data.length === 0;
    const key = this.#focused();
    this.place.replaceChildren(...data.map(node));
    if (key !== undefined) this.#focus(key);
  }

  /** @returns {string | undefined} the name of what has the focus here; empty for one without a name */
  #focused() {
    const { activeElement } = document;
    if (!this.place.contains(activeElement)) return undefined;
    return activeElement instanceof HTMLElement ? (activeElement.dataset.key ?? "") : "";
  }

  /** @param {string} key */
  #focus(key) {
    const controls = /** @type {NodeListOf<HTMLElement>} */ (this.place.querySelectorAll("[data-key]"));
    const next = [...controls].find((control) => control.dataset.key === key) ?? this.place;
    next.focus({ preventScroll: true });
  }
}
