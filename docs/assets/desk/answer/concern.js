/** What the message is about: the first places of the ranking to choose from, and what it is about as well. */

import { make, onPress, one } from "../../site/element.js";
import { because, machineIs, onSite, percent, titleOf } from "../page-data.js";
import { KeyedList } from "./keyed-list.js";

const CHOICES = 3;

/** @typedef {{id: string, score?: number, why?: string[], also?: boolean}} Choice */

export class Concern {
  /**
   * @param {HTMLElement} root
   * @param {{settle: (facts: import("../../reply/order-facts.js").Facts) => void}} acts
   */
  constructor(root, { settle }) {
    const choose = (/** @type {string} */ concern) => settle({ concern }); // an empty one leaves it to the message
    this.part = new KeyedList(root, ".desk__about", ".desk__ranking");
    this.unsure = one(root, ".desk__unsure");
    this.machine = one(root, ".desk__machine");
    this.general = one(root, ".desk__general");
    this.select = /** @type {HTMLSelectElement} */ (root.querySelector("#desk-concern"));
    this.select.addEventListener("change", () => choose(this.select.value));
    onPress(this.part.place, "button", (button) =>
      choose(button.getAttribute("aria-pressed") === "true" ? "" : (button.dataset.key ?? "")),
    );
  }

  /**
   * @param {any} answer
   * @param {string} chosen - the concern that the agent chose; empty when the message decides
   */
  show(answer, chosen) {
    const { ranking, unsure } = answer.triage;
    const place = answer.concern?.id ?? "";
    const machine = answer.concern ? "" : machineIs(answer.reading.machine);
    this.machine.hidden = machine === "";
    this.machine.textContent =
      machine && `${machine} It gets no reply. If a customer did write it, choose what it is about.`;
    this.part.fill(choices(answer), (choice) => item(choice, place, chosen), [place, chosen]);
    this.part.place.hidden = machine !== "";
    this.unsure.hidden = !unsure || chosen !== "" || machine !== "";
    this.unsure.textContent = ranking.some((/** @type {Choice} */ { why }) => why?.length)
      ? "These words do not say clearly enough what it is about. Choose, or ask them."
      : "No word of this is known here. Choose what it is about, or ask them.";
    this.general.hidden = !answer.concern || answer.reply !== null;
    if (answer.concern)
      this.general.replaceChildren("A general question. Answer it from ", linkTo(answer.concern), ".");
    this.select.value = "";
  }
}

/**
 * @param {any} answer
 * @returns {Choice[]} the first three, the chosen one, and those that the message is about as well
 */
function choices({ triage, concern, others }) {
  const found = /** @type {Choice[]} */ (triage.ranking.slice(0, CHOICES));
  const rest = [...(concern ? [concern] : []), ...others].filter(({ id }) => !found.some((choice) => choice.id === id));
  const scored = rest.map(({ id }) => triage.ranking.find((/** @type {Choice} */ rank) => rank.id === id) ?? { id });
  const also = new Set(others.map((/** @type {Choice} */ { id }) => id));
  return [...found, ...scored].map((choice) => ({ ...choice, also: also.has(choice.id) }));
}

/**
 * @param {Choice} choice
 * @param {string} place - what the answer is for
 * @param {string} chosen
 */
function item({ id, score, why, also }, place, chosen) {
  const button = make("button", { type: "button", className: "desk__choice" }, [
    make("strong", { textContent: titleOf(id) }),
    make("span", { className: "desk__score", textContent: score === undefined ? "" : percent(score) }),
    make("span", { className: "desk__reason", textContent: reason({ id, why, also }, chosen) }),
  ]);
  button.dataset.key = id;
  button.dataset.place = id === place ? "here" : "";
  button.setAttribute("aria-pressed", String(id === chosen));
  return make("li", {}, [button]);
}

/**
 * @param {Choice} choice
 * @param {string} chosen
 */
function reason({ id, why = [], also }, chosen) {
  if (id === chosen) return "You chose this. Press again to let the message decide.";
  return [also ? "They write about this too" : "", because(why)].filter(Boolean).join(", ");
}

/** @param {{title: string, address: string}} place */
export function linkTo({ title, address }) {
  return make("a", { href: onSite(address), textContent: title });
}
