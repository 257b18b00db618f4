/** Under the letter: a field for each blank that is left, or the way to the fact that fills it; and why it is this reply. */

import { make } from "../../site/element.js";
import { SLOTS } from "../../reply/slots.js";
import { facts, fieldOf, type, typed } from "../case.js";
import { conditions } from "../page-data.js";
import { select } from "../answer/lists.js";
import { KeyedList } from "../answer/keyed-list.js";

export class Blanks {
  /**
   * @param {HTMLElement} root
   * @param {{settle: (facts: import("../../reply/order-facts.js").Facts) => void, focus: (fact: string) => void, typed: () => void}} acts
   */
  constructor(root, acts) {
    this.acts = acts;
    this.blanks = new KeyedList(root, ".desk__blanks");
    this.why = new KeyedList(root, ".desk__why", ".desk__conditions");
    this.blanks.place.addEventListener("input", ({ target }) => this.#typed(target));
    this.blanks.place.addEventListener("click", ({ target }) => {
      const button = target instanceof Element ? target.closest("button") : null;
      if (button) acts.focus(fieldOf(button.dataset.key ?? "") ?? "");
    });
    this.why.place.addEventListener("change", ({ target }) => {
      if (target instanceof HTMLSelectElement) acts.settle({ [target.dataset.key ?? ""]: target.value });
    });
  }

  /** @param {any} answer */
  show({ reply, conditions: used }) {
    const own = typed();
    const shown = Object.keys(SLOTS).filter((slot) => isIn(slot, reply, own[slot]));
    const asFields = shown.map((slot) => ({ slot, isField: slot in own || fieldOf(slot) === undefined }));
    this.blanks.fill(asFields, ({ slot, isField }) => (isField ? field(slot, own[slot]) : way(slot)));
    for (const input of this.blanks.place.querySelectorAll("input")) {
      // What was typed and is a blank all the same can only be an address that is none.
      input.setAttribute("aria-invalid", String(input.value !== "" && isLeft(input.dataset.key ?? "", reply)));
    }
    const known = facts();
    const settled = used.map((/** @type {any} */ { condition }) => known[`decided.${condition}`] ?? "");
    this.why.fill(reply ? used : [], condition, settled);
  }

  /** @param {EventTarget | null} target */
  #typed(target) {
    if (!(target instanceof HTMLInputElement)) return;
    type(target.dataset.key ?? "", target.value);
    this.acts.typed();
  }
}

/**
 * @param {string} slot
 * @param {any} reply
 * @param {string | undefined} own - what the agent typed there
 * @returns {boolean} whether the reply has a blank there, or what was typed
 */
function isIn(slot, reply, own) {
  if (reply === null) return false;
  const isTyped = (/** @type {any} */ { html, subject }) => html.includes(`"${slot}"`) || subject?.includes(own);
  return isLeft(slot, reply) || (own !== undefined && reply.messages.some(isTyped));
}

/**
 * @param {string} slot
 * @param {any} reply
 */
function isLeft(slot, reply) {
  return reply.blanks.some((/** @type {{slot: string}} */ blank) => blank.slot === slot);
}

/** @param {string} slot */
function way(slot) {
  const button = make("button", { type: "button", className: "desk__blank", textContent: `[${SLOTS[slot]?.label}]` });
  button.title = SLOTS[slot]?.meaning ?? "";
  button.dataset.key = slot;
  return button;
}

/**
 * @param {string} slot
 * @param {string} [value]
 */
function field(slot, value = "") {
  const input = make("input", { value, autocomplete: "off", maxLength: 2000, title: SLOTS[slot]?.meaning ?? "" });
  input.dataset.key = slot;
  return make("label", { className: "desk__blank-field" }, [
    make("span", { textContent: SLOTS[slot]?.label ?? slot }),
    input,
  ]);
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
