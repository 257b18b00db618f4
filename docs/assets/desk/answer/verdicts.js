/** What is true of the case, why, and what that rests on. */

import { make } from "../../site/element.js";
import { linkTo } from "./concern.js";
import { KeyedList } from "./keyed-list.js";

export class Verdicts {
  /** @param {HTMLElement} root */
  constructor(root) {
    this.list = new KeyedList(root, ".desk__verdicts", "ul");
  }

  /** @param {any} answer */
  show({ verdicts }) {
    this.list.fill(verdicts, verdict);
  }
}

/** @param {any} verdict */
function verdict({ title, value, says, reason, rests_on }) {
  const links = rests_on.flatMap((/** @type {any} */ place, /** @type {number} */ at) => [
    at ? ", " : "",
    linkTo(place),
  ]);
  const made = make("li", {}, [
    make("strong", {}, [`${title}: `, make("span", { textContent: says })]),
    make("p", {}, [`${reason} `, make("span", { className: "desk__rests" }, links)]),
  ]);
  made.dataset.value = value;
  return made;
}
