/** The result, filled into the places that the build printed. Text enters the page as text only. */

import { make, one } from "../site/element.js";
import { timeline } from "./timeline.js";

export class Result {
  /** @param {HTMLElement} root */
  constructor(root) {
    this.root = root;
  }

  /** @param {any} answer - of `commands.eta_form.answer` */
  show({ estimate, shown }) {
    one(this.root, ".eta__example").hidden = true;
    this.#place("heading").textContent = shown.heading;
    this.#place("count_on_it_by").textContent = shown.count_on_it_by;
    this.#place("sentence").replaceChildren(...withBold(shown.sentence ?? []));
    this.#place("sentence").hidden = shown.sentence === null;
    this.#place("late").hidden = shown.sentence !== null;
    this.#place("notes").replaceChildren(
      ...estimate.notes.map((/** @type {string} */ note) => make("li", { textContent: note })),
    );
    this.#place("notes").dataset.verdict = estimate.needed_by?.verdict ?? "";
    this.#place("rows").replaceChildren(...shown.rows.map(row));
    this.#place("skipped").replaceChildren(...shown.skipped.map(skipped));
    this.#place("timeline").replaceChildren(timeline(shown));
  }

  /** @param {boolean} isStale - the form holds something else than the result is for */
  stale(isStale) {
    one(this.root, ".eta__result").classList.toggle("is-stale", isStale);
    one(this.root, ".eta__stale").hidden = !isStale || !one(this.root, ".eta__example").hidden;
  }

  /** @param {string} name */
  #place(name) {
    return one(this.root, `[data-eta="${name}"]`);
  }
}

/**
 * @param {(string | {b: string[]})[]} line - of text and of what is bold
 * @returns {(string | HTMLElement)[]}
 */
export function withBold(line) {
  return line.map((part) => (typeof part === "string" ? part : make("strong", { textContent: part.b.join("") })));
}

/** @param {{name: string, says: string}} milestone */
function row({ name, says }) {
  return make("tr", {}, [make("th", { scope: "row", textContent: name }), make("td", { textContent: says })]);
}

/** @param {{date: string, calendar: string, reason: string}} day */
function skipped({ date, calendar, reason }) {
  return make("li", { textContent: `${date}: ${reason} (${calendar})` });
}
