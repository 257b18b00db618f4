/** What an agent takes along: the sentence, the dates, a calendar file, a link. Each button has its key. */

import { copy, isPlainKey, say } from "../site/clipboard.js";
import { make, onPress, one } from "../site/element.js";
import { calendar } from "./calendar.js";
import { withBold } from "./result.js";

const KEYS = /** @type {Record<string, string>} */ ({ c: "sentence", d: "dates", i: "calendar", l: "link" });

const TAKEN = new Set(["sentence", "dates", "calendar"]); // what names days

export class Actions {
  /** @type {any} */
  #answer;

  /**
   * @param {HTMLElement} root
   * @param {import("./form.js").Form} form
   * @param {import("../engine/ask-latest.js").AskLatest} asker
   * @param {() => void} retry
   */
  constructor(root, form, asker, retry) {
    this.root = root;
    this.form = form;
    this.asker = asker;
    this.retry = retry;
    onPress(root, "[data-eta-do]", (button) => this.#do(button));
    // On a page with replies the C key copies a reply; the calculator's keys are those of its own page.
    if (!document.querySelector(".reply")) addEventListener("keydown", (event) => this.#pressed(event));
  }

  /** @param {any} answer */
  show(answer) {
    this.#answer = answer;
    for (const button of this.#buttons()) button.disabled = false;
    const sentence = this.#buttons().find((button) => button.dataset.etaDo === "sentence");
    if (sentence) sentence.disabled = answer.shown.sentence === null;
  }

  /** @param {KeyboardEvent} event */
  #pressed(event) {
    const wanted = KEYS[event.key.toLowerCase()];
    const button = this.#buttons().find((found) => found.dataset.etaDo === wanted);
    if (button && !button.disabled && isPlainKey(event)) this.#do(button);
  }

  /** @param {HTMLElement} button */
  async #do(button) {
    if (TAKEN.has(button.dataset.etaDo ?? "") && !this.asker.isFresh) await this.asker.settled(); // Safari copies at once or never
    const done = {
      sentence: () => this.#copy(button, sentence(this.#answer.shown), "Copied. Paste it into your reply."),
      dates: () => this.#copy(button, [dates(this.#answer.shown), null], "Copied the dates."),
      link: () => this.#copy(button, [this.#link(), null], "Copied. The link opens these entries again."),
      calendar: () => this.#download(button),
      retry: () => this.retry(),
      close: () => this.form.closures()?.querySelector("input")?.focus(),
      open: () => this.form.closures(button.closest(".eta__closure")),
    };
    await done[/** @type {keyof typeof done} */ (button.dataset.etaDo)]();
  }

  /**
   * @param {HTMLElement} button
   * @param {import("../site/clipboard.js").Texts} texts
   * @param {string} said
   */
  #copy(button, texts, said) {
    return copy(button, texts, said, one(this.root, ".eta__sentence"));
  }

  #link() {
    return `${new URL(this.root.dataset.page ?? "", location.href).href}#${this.form.fragment()}`;
  }

  /** @param {HTMLElement} button */
  async #download(button) {
    try {
      const text = await calendar(this.#answer.shown.events);
      const href = URL.createObjectURL(new Blob([text], { type: "text/calendar" }));
      const link = make("a", { href, download: `order-${this.#answer.estimate.order_date}.ics` });
      link.click();
      setTimeout(() => URL.revokeObjectURL(link.href));
      say(button, "Downloaded. Open the file with your calendar.", "copied");
    } catch {
      say(button, "The calendar file could not be made. Check the connection and try again.", "refused");
    }
  }

  /** @returns {HTMLButtonElement[]} */
  #buttons() {
    return [.../** @type {NodeListOf<HTMLButtonElement>} */ (this.root.querySelectorAll(".eta__buttons button"))];
  }
}

/**
 * @param {any} shown
 * @returns {[string, string]} plain and rich
 */
function sentence(shown) {
  const holder = make("p", {}, withBold(shown.sentence));
  return [holder.textContent ?? "", holder.outerHTML];
}

/** @param {any} shown */
function dates(shown) {
  const lines = shown.rows.map((/** @type {any} */ row) => `${row.name}: ${row.says}`);
  return [...lines, `Count on it by: ${shown.count_on_it_by}`].join("\n");
}
