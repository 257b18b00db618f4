/** Under the letter: a field for each blank that is left, or the way to the fact that fills it. */

import { SLOTS } from "../../reply/slots.js";
import { make, onPress } from "../../site/element.js";
import { KeyedList } from "../answer/keyed-list.js";
import { type, typed } from "../case.js";

export class Blanks {
  /**
   * @param {HTMLElement} root
   * @param {{focus: (fact: string) => void, typed: () => void}} acts
   */
  constructor(root, acts) {
    this.acts = acts;
    this.list = new KeyedList(root, ".desk__blanks");
    this.list.place.addEventListener("input", ({ target }) => this.#typed(target));
    onPress(this.list.place, "button", (button) => acts.focus(button.dataset.fact ?? ""));
  }

  /** @param {any} answer */
  show({ reply }) {
    const own = typed();
    const shown = Object.keys(SLOTS).filter((slot) => isIn(slot, reply, own[slot]));
    const waits = shown.map((slot) => ({ slot, fact: own[slot] ? null : blankOf(slot, reply)?.fact }));
    this.list.fill(waits, ({ slot, fact }) => (fact ? way(slot, fact) : field(slot, own[slot])));
    for (const input of this.list.place.querySelectorAll("input")) {
      // What was typed and is a blank all the same can only be an address that is none.
      const isRefused = input.value !== "" && blankOf(input.dataset.key ?? "", reply) !== undefined;
      input.setAttribute("aria-invalid", String(isRefused));
    }
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
  return blankOf(slot, reply) !== undefined || (own !== undefined && reply.messages.some(isTyped));
}

/**
 * @param {string} slot
 * @param {any} reply
 * @returns {{fact: string | null} | undefined} its blank in the reply, with the fact that the blank waits for
 */
function blankOf(slot, reply) {
  return reply.blanks.find((/** @type {{slot: string}} */ blank) => blank.slot === slot);
}

/**
 * @param {string} slot
 * @param {string} fact
 */
function way(slot, fact) {
  const button = make("button", { type: "button", className: "desk__blank", textContent: `[${SLOTS[slot]?.label}]` });
  button.title = SLOTS[slot]?.meaning ?? "";
  Object.assign(button.dataset, { key: slot, fact });
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
