/** The short lists of an answer: what to look up or ask, the next steps, the verdicts. */

import { make } from "../../site/element.js";
import { linkTo } from "./concern.js";
import { change, facts } from "../case.js";
import { KeyedList } from "./keyed-list.js";

const DECIDED = "decided.";

export class Lists {
  /** Which steps of the reply are done is kept under this name. */
  done = "";

  /**
   * @param {HTMLElement} root
   * @param {{settle: (facts: import("../../reply/order-facts.js").Facts) => void, focus: (fact: string) => void}} acts
   */
  constructor(root, { settle, focus }) {
    this.asks = /** @type {HTMLElement} */ (root.querySelector(".desk__asks"));
    this.questions = new KeyedList(root, ".desk__questions", "ol");
    this.steps = new KeyedList(root, ".desk__steps", "ul");
    this.verdicts = new KeyedList(root, ".desk__verdicts", "ul");
    this.questions.place.addEventListener("change", ({ target }) => {
      if (target instanceof HTMLSelectElement) settle({ [target.dataset.key ?? ""]: target.value });
    });
    this.steps.place.addEventListener("change", () => this.#ticked());
    this.questions.place.addEventListener("click", ({ target }) => {
      const button = target instanceof Element ? target.closest("button") : null;
      if (button) focus(button.dataset.key ?? "");
    });
  }

  /** @param {any} answer */
  show({ questions, reply, verdicts }) {
    this.questions.fill(questions, question);
    const deciding = questions.filter((/** @type {any} */ { decides }) => decides).length;
    this.asks.hidden = deciding === 0;
    this.asks.textContent =
      deciding === 1 ? "One fact may change this reply" : `${deciding} facts may change this reply`;
    this.done = `done.${reply?.id}`;
    const ticked = (facts()[this.done] ?? "").split(" ");
    this.steps.fill(reply?.next_steps ?? [], (text, at) => step(text, at, ticked.includes(String(at))), reply?.id);
    this.verdicts.fill(verdicts, verdict);
  }

  #ticked() {
    const boxes = [...this.steps.place.querySelectorAll("input")];
    change({ [this.done]: boxes.flatMap((box, at) => (box.checked ? [at] : [])).join(" ") });
  }
}

/** @param {any} question */
function question({ fact, ask, where, changes, options, decides }) {
  return make("li", { className: decides ? "is-deciding" : "" }, [
    make("div", {}, [make("strong", { textContent: ask }), make("span", { textContent: `${where} ${changes}` })]),
    fact.startsWith(DECIDED) ? select(fact, ask, options) : answerButton(fact, ask),
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
