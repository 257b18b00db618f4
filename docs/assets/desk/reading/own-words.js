/** What was read: the customer's own words with those marked that a fact was read from, and the facts without a field. */

import { make, one } from "../../site/element.js";
import { KeyedList } from "../answer/keyed-list.js";
import { wordsOf } from "./read-facts.js";

/** @typedef {import("./read-facts.js").Fact} Fact */
/** @typedef {{id: string, label: string, sentence: string}} Ask */

// Of the whole message, or told by another fact.
const UNMARKED = new Set(["language", "country"]);

export class OwnWords {
  /** @param {HTMLElement} root */
  constructor(root) {
    this.part = one(root, ".desk__own");
    this.words = one(this.part, ".desk__words");
    this.count = one(this.part, ".desk__known");
    this.facts = new KeyedList(this.part, ".desk__more-read");
  }

  /** @param {{own: string, facts: Fact[], asks: Ask[]}} reading */
  show({ own, facts, asks }) {
    const told = facts.filter(({ fact }) => !UNMARKED.has(fact));
    this.part.hidden = own === "";
    this.count.textContent = told.length ? `${told.length} ${told.length === 1 ? "fact" : "facts"}` : "nothing";
    this.words.replaceChildren(...marked([...own], told));
    const rest = told.filter(({ fact }) => !document.querySelector(`#desk-${fact}-read`));
    this.facts.fill([...asks, ...rest], (told) => ("id" in told ? asked(told) : line([...own], told)));
  }
}

/**
 * @param {string[]} letters
 * @param {Fact[]} facts
 * @returns {(Node | string)[]} the words as text; of marks that meet, the first
 */
function marked(letters, facts) {
  const spans = facts.filter(({ start }) => start >= 0).sort((one, other) => one.start - other.start);
  /** @type {(Node | string)[]} */
  const parts = [];
  let at = 0;
  for (const { start, end } of spans) {
    if (start < at) continue;
    const same = spans.filter((fact) => fact.start < end && fact.end > start);
    const title = same.map((fact) => `${fact.label}: ${said(fact)}`).join("; ");
    const mark = make("mark", { textContent: letters.slice(start, end).join(""), title });
    mark.dataset.state = same[0]?.state ?? "";
    parts.push(letters.slice(at, start).join(""), mark);
    at = end;
  }
  return [...parts, letters.slice(at).join("")];
}

/** @param {Ask} ask */
function asked({ label, sentence }) {
  return make("li", { title: sentence }, [make("strong", { textContent: "They ask" }), ` ${label}`]);
}

/**
 * @param {string[]} letters
 * @param {Fact} fact
 */
function line(letters, fact) {
  const words = wordsOf(letters, fact);
  const from = words && words !== fact.shown ? ` from “${words}”` : "";
  return make("li", {}, [
    make("strong", { textContent: fact.label }),
    ` ${said(fact)}`,
    make("span", { textContent: from }),
  ]);
}

/** @param {Fact} fact */
function said({ shown, choices }) {
  return shown || choices.map(({ says }) => says).join(" or ");
}
