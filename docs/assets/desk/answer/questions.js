/** What to look up or ask: each question with the way to the field that answers it, or with its answers. */

import { make, onPress, one } from "../../site/element.js";
import { KeyedList } from "./keyed-list.js";

export class Questions {
  /**
   * @param {HTMLElement} root
   * @param {{settle: (facts: import("../../reply/order-facts.js").Facts) => void, focus: (fact: string) => void}} acts
   */
  constructor(root, { settle, focus }) {
    this.asks = one(root, ".desk__asks");
    this.list = new KeyedList(root, ".desk__questions", "ol");
    this.list.place.addEventListener("change", ({ target }) => {
      if (target instanceof HTMLSelectElement) settle({ [target.dataset.key ?? ""]: target.value });
    });
    onPress(this.list.place, "button", (button) => focus(button.dataset.key ?? ""));
  }

  /** @param {any} answer */
  show({ questions }) {
    this.list.fill(questions, question);
    const deciding = questions.filter((/** @type {any} */ { decides }) => decides).length;
    this.asks.hidden = deciding === 0;
    this.asks.textContent =
      deciding === 1 ? "One fact may change this reply" : `${deciding} facts may change this reply`;
  }
}

/** @param {any} question */
function question({ fact, ask, where, changes, options, decides }) {
  return make("li", { className: decides ? "is-deciding" : "" }, [
    make("div", {}, [make("strong", { textContent: ask }), make("span", { textContent: `${where} ${changes}` })]),
    options.length ? select(fact, ask, options) : answerButton(fact, ask),
  ]);
}

/**
 * @param {string} fact
 * @param {string} ask
 * @param {{value: string, says: string}[]} options
 */
export function select(fact, ask, options) {
  const made = make("select", { ariaLabel: ask }, [
    make("option", { value: "", textContent: "Not known" }),
    ...options.map(({ value, says }) => make("option", { value, textContent: says })),
  ]);
  made.dataset.key = fact;
  return made;
}

/**
 * @param {string} fact
 * @param {string} ask
 */
function answerButton(fact, ask) {
  const made = make("button", { type: "button", className: "copy copy--quiet", textContent: "Fill in" });
  made.setAttribute("aria-label", `Fill in: ${ask}`);
  made.dataset.key = fact;
  return made;
}
