/**
 * What was read in the message, beside the fields of the order form: the value stands in its field, the words it came from
 * below it. It is not the agent's until they accept or change it, and nothing of it is kept.
 */

import { make, onPress, one } from "../../site/element.js";
import { change, drop, facts, takeBack } from "../case.js";

const LONGEST = 48; // characters of the words that are shown
const ELSEWHERE = "from the form or signature";

/**
 * @typedef {{value: string, says: string}} Choice
 * @typedef {{fact: string, label: string, value: string, shown: string, start: number, end: number, choices: Choice[], state: string, why: string}} Fact
 */

export class ReadFacts extends EventTarget {
  /** @type {Map<string, Fact & {words: string}>} - by fact, those that the form has a field for */
  #facts = new Map();

  /** @param {HTMLFormElement} form */
  constructor(form) {
    super();
    this.form = form;
    onPress(form, "[data-read-do]", (button) => this.#press(button));
    form.addEventListener("keydown", (event) => this.#pressed(event));
  }

  /** @param {{own: string, facts: Fact[]}} reading - of the last answer */
  set({ own, facts: found }) {
    const letters = [...own];
    const shown = found.filter(({ fact }) => this.#note(fact));
    this.#facts = new Map(shown.map((fact) => [fact.fact, { ...fact, words: wordsOf(letters, fact) }]));
    for (const note of this.form.querySelectorAll(".desk__read")) this.#show(/** @type {HTMLElement} */ (note));
    one(this.form, ".desk__read-keys").hidden = ![...this.#facts.keys()].some((name) => this.isRead(name));
  }

  /** @param {string} name - of a fact; empty where its field shows none that was read */
  valueOf(name) {
    return this.isRead(name) ? (this.#facts.get(name)?.value ?? "") : "";
  }

  /** @param {string} name - of a fact; its words as people say them */
  shownOf(name) {
    return this.#facts.get(name)?.shown ?? "";
  }

  /** Whether a field shows what was read, and nobody's entry. @param {string} name */
  isRead(name) {
    return this.#facts.get(name)?.state === "used" && (facts()[name] ?? "") === "";
  }

  /** How many fields within a part show what was read. @param {Element} part */
  count(part) {
    return [...this.#facts.keys()].filter((name) => this.isRead(name) && part.contains(this.#note(name))).length;
  }

  /** Leave out what was read. @param {string} name */
  drop(name) {
    drop(name, this.#facts.get(name)?.words ?? "");
    this.#become(name, "dropped");
    this.#changed(name, "dropped");
  }

  /** @param {string} name */
  #accept(name) {
    change({ [name]: this.valueOf(name) });
    this.#changed(name, "accepted");
  }

  /**
   * Show at once what the next answer will say.
   *
   * @param {string} name
   * @param {string} state
   */
  #become(name, state) {
    const found = this.#facts.get(name);
    if (found) this.#facts.set(name, { ...found, state: found.choices.length && state === "used" ? "ask" : state });
    const note = this.#note(name);
    if (note) this.#show(note);
  }

  /**
   * @param {string} name
   * @param {string} said - what became of it
   */
  #changed(name, said) {
    const label = this.#facts.get(name)?.label ?? name;
    this.dispatchEvent(new CustomEvent("change", { detail: { name, said: `${label}: ${said}` } }));
  }

  /** @param {HTMLElement} button */
  #press(button) {
    const { name = "", readDo = "", value = "" } = button.dataset;
    const acts = {
      accept: () => this.#accept(name),
      drop: () => this.drop(name),
      choose: () => this.#choose(name, value),
      undo: () => this.#takeBack(name),
    };
    acts[/** @type {keyof typeof acts} */ (readDo)]();
    /** @type {HTMLElement | null} */ (this.form.querySelector(`[name="${name}"]`))?.focus({ preventScroll: true });
  }

  /**
   * @param {string} name
   * @param {string} value
   */
  #choose(name, value) {
    change({ [name]: value });
    this.#changed(name, "chosen");
  }

  /** @param {string} name */
  #takeBack(name) {
    takeBack(name);
    this.#become(name, "used");
    this.#changed(name, "taken back");
  }

  /** One key for a field that shows what was read. @param {KeyboardEvent} event */
  #pressed(event) {
    const name = event.target instanceof HTMLElement ? (event.target.getAttribute("name") ?? "") : "";
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || !this.isRead(name)) return;
    const acts = { Enter: () => this.#accept(name), Escape: () => this.drop(name), Delete: () => this.drop(name) };
    const act = acts[/** @type {keyof typeof acts} */ (event.key)];
    if (!act) return;
    event.preventDefault();
    act();
  }

  /** @param {string} name @returns {HTMLElement | null} */
  #note(name) {
    return this.form.querySelector(`#desk-${name}-read`);
  }

  /** @param {HTMLElement} note */
  #show(note) {
    const name = note.dataset.fact ?? "";
    const found = this.#facts.get(name);
    const parts = found ? noteOf(found, this.isRead(name)) : [];
    const now = JSON.stringify([found, this.isRead(name)]);
    if (note.dataset.shown === now) return;
    note.dataset.shown = now;
    note.replaceChildren(...parts);
    note.dataset.state = parts.length ? (found?.state ?? "") : "";
  }
}

/**
 * @param {string[]} letters - the characters of the customer's own words
 * @param {Fact} fact
 */
export function wordsOf(letters, { start, end }) {
  return start < 0 ? "" : letters.slice(start, end).join("").replace(/\s+/gu, " ").trim();
}

/**
 * @param {Fact & {words: string}} found
 * @param {boolean} isRead
 * @returns {Node[]} what stands below a field
 */
function noteOf(found, isRead) {
  const { fact, label, shown, choices, state, why, words, value } = found;
  const from = words ? `from “${words.length > LONGEST ? `${words.slice(0, LONGEST)}…` : words}”` : ELSEWHERE;
  const act = (/** @type {string} */ what, /** @type {string} */ text, /** @type {string} */ name, chosen = "") => {
    const button = make("button", { type: "button", className: "desk__read-do", textContent: text, title: name });
    button.setAttribute("aria-label", name);
    Object.assign(button.dataset, { readDo: what, name: fact, value: chosen });
    return button;
  };
  const options = choices.map(({ value: choice, says }) => act("choose", says, `${label}: ${says}`, choice));
  const say = (/** @type {string} */ text) => make("span", { textContent: text });
  if (isRead)
    return [
      say(from),
      act("accept", "✓", `Accept ${label}: ${shown}, ${from}`),
      act("drop", "✕", `Drop ${label}: ${shown}, ${from}`),
    ];
  if (state === "ask") return [say(`${why} ${from}`), ...options, act("drop", "✕", `Drop ${label}, ${from}`)];
  if (state === "overruled")
    return [say(why), ...(choices.length ? options : [act("choose", "Use theirs", `Use ${label}: ${shown}`, value)])];
  if (state === "dropped") return [say(`Dropped, ${from}`), act("undo", "Use it", `Use ${label}, ${from}`)];
  return state === "not-used" ? [say(`${why} (${shown}, ${from})`)] : [];
}
