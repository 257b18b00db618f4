/** Why it is this reply: each condition that it was chosen by, to settle otherwise. */

import { make } from "../../site/element.js";
import { facts } from "../case.js";
import { conditions } from "../page-data.js";
import { KeyedList } from "./keyed-list.js";
import { select } from "./questions.js";

export class Why {
  /**
   * @param {HTMLElement} root
   * @param {{settle: (facts: import("../../reply/order-facts.js").Facts) => void}} acts
   */
  constructor(root, { settle }) {
    this.list = new KeyedList(root, ".desk__why", ".desk__conditions");
    this.list.place.addEventListener("change", ({ target }) => {
      if (target instanceof HTMLSelectElement) settle({ [target.dataset.key ?? ""]: target.value });
    });
  }

  /** @param {any} answer */
  show({ reply, conditions: used }) {
    const known = facts();
    const settled = used.map((/** @type {any} */ { condition }) => known[`decided.${condition}`] ?? "");
    this.list.fill(reply ? used : [], condition, settled);
  }
}

/** @param {any} used - a condition of the reply */
function condition({ condition: name, label, value, says, is_known }) {
  const chosen = facts()[`decided.${name}`] ?? "";
  const options = Object.entries(conditions[name]?.values ?? {}).map(([key, text]) => ({ value: key, says: text }));
  const control = select(`decided.${name}`, label, options);
  const first = control.options[0];
  if (first)
    first.textContent = chosen
      ? "Undo: leave it to the facts"
      : is_known
        ? `By the facts: ${says}`
        : `Assumed: ${says}`;
  control.value = chosen === value ? chosen : "";
  return make("label", {}, [make("span", { textContent: label }), control]);
}
