/** The next steps of the reply; which are done is kept with the case. */

import { make } from "../../site/element.js";
import { change, facts } from "../case.js";
import { KeyedList } from "./keyed-list.js";

export class Steps {
  /** Which steps of the reply are done is kept under this name. */
  done = "";

  /** @param {HTMLElement} root */
  constructor(root) {
    this.list = new KeyedList(root, ".desk__steps", "ul");
    this.list.place.addEventListener("change", () => this.#ticked());
  }

  /** @param {any} answer */
  show({ reply }) {
    this.done = `done.${reply?.id}`;
    const ticked = (facts()[this.done] ?? "").split(" ");
    this.list.fill(reply?.next_steps ?? [], (text, at) => step(text, at, ticked.includes(String(at))), reply?.id);
  }

  #ticked() {
    const boxes = [...this.list.place.querySelectorAll("input")];
    change({ [this.done]: boxes.flatMap((box, at) => (box.checked ? [at] : [])).join(" ") });
  }
}

/**
 * @param {string} text
 * @param {number} at
 * @param {boolean} checked
 */
function step(text, at, checked) {
  const box = make("input", { type: "checkbox", checked });
  box.dataset.key = `step-${at}`;
  return make("li", {}, [make("label", {}, [box, make("span", { textContent: text })])]);
}
