/** The order form: shows the facts of the case and what was read in the message, keeps what is typed, and shows a refusal beside its field. */

import { one } from "../site/element.js";
import { NARROW, UNREADABLE, isUnfinished, isUnreadable, onEdit } from "../site/fields.js";
import { change, facts } from "./case.js";
import { ReadFacts } from "./reading/read-facts.js";

const JOINTS = /** @type {Record<string, string>} */ ({ order_date: "T", promise: ".." });
const SPLITS = /** @type {Record<string, RegExp>} */ ({ order_date: /[T ](.*)/s, promise: /\.\.(.*)/s });

/** @typedef {HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement} Field */

export class Form extends EventTarget {
  /** @param {HTMLElement} root */
  constructor(root) {
    super();
    this.form = /** @type {HTMLFormElement} */ (root.querySelector(".desk__case"));
    for (const field of this.#fields()) field.dataset.kind = field.type;
    this.readFacts = new ReadFacts(this.form);
    this.readFacts.addEventListener("change", (event) => this.#settled(/** @type {CustomEvent} */ (event).detail));
    this.form.addEventListener("focusout", ({ target }) => this.#left(/** @type {HTMLElement} */ (target)));
    onEdit(this.form, (target) => this.#edited(target));
    if (!matchMedia(NARROW).matches) one(this.form, ".desk__facts").toggleAttribute("open", true);
    this.show();
  }

  /** Show the facts of the case. */
  show() {
    for (const name of this.#names()) this.#showKnown(name);
    this.#count();
  }

  /** @param {{own: string, facts: import("./reading/read-facts.js").Fact[]}} [reading] - of the last answer; nothing of none */
  read(reading = { own: "", facts: [] }) {
    this.readFacts.set(reading);
    this.show();
  }

  isUnfinished() {
    return isUnfinished(this.form);
  }

  /** @param {{field: string, message: string}[]} refusals - all that is wrong; what is mended loses its line */
  refuse(refusals) {
    const rest = refusals.filter(({ field }) => !this.#names().has(field));
    for (const name of this.#names()) {
      const refused = refusals.find(({ field }) => field === name);
      const line = this.form.querySelector(`#desk-${name}-error`);
      if (line && line.textContent !== (refused?.message ?? "")) line.textContent = refused?.message ?? "";
      for (const field of this.#named(name)) field.setAttribute("aria-invalid", String(refused !== undefined));
      if (refused) this.#unfold(name);
    }
    const said = rest.map(({ field, message }) => `${field}: ${message}`);
    one(this.form, ".desk__error--rest").textContent = said.join(" ");
  }

  /** @param {string} name - of a fact; its field gets the focus */
  focus(name) {
    this.#unfold(name);
    const field = this.#named(name)[0];
    field?.focus();
    field?.scrollIntoView({ block: "nearest" });
  }

  /** @param {EventTarget | null} target */
  #edited(target) {
    const name = /** @type {Field} */ (target).name;
    if (!name) return;
    const value = this.#value(name);
    if (this.readFacts.isRead(name)) {
      if (value === this.readFacts.valueOf(name)) return;
      if (value === "") this.readFacts.drop(name);
    }
    /** @type {Field} */ (target).dataset.typed = "yes";
    if (value === "") this.#showFact(name, "");
    if (value === (facts()[name] ?? "")) return;
    change({ [name]: value });
    this.#count();
    this.dispatchEvent(new CustomEvent("edit", { detail: name }));
  }

  /** What was read comes back into a field that was left empty. @param {HTMLElement} field */
  #left(field) {
    delete field.dataset.typed;
    setTimeout(() => this.show());
  }

  /** @param {{name: string, said: string}} settled - a fact that was read is accepted, dropped or chosen */
  #settled({ name, said }) {
    for (const field of this.#named(name)) delete field.dataset.typed;
    this.show();
    this.dispatchEvent(new CustomEvent("edit", { detail: name }));
    this.dispatchEvent(new CustomEvent("said", { detail: said }));
  }

  /**
   * Show what was entered, or else what was read. A field in which somebody is typing is left alone.
   *
   * @param {string} name
   */
  #showKnown(name) {
    const known = facts()[name] ?? "";
    const value = known || this.readFacts.valueOf(name);
    const fields = this.#named(name);
    const isTyping = fields.some((field) => field === document.activeElement && field.dataset.typed);
    if (isTyping && known === "" && value !== "") return;
    const isRead = known === "" && value !== "";
    if (isRead) offer(fields[0], value, this.readFacts.shownOf(name));
    this.#showFact(name, value);
    for (const field of fields) field.dataset.read = isRead && field.value ? "yes" : "";
  }

  /** @param {string} name */
  #value(name) {
    const parts = this.#named(name)
      .filter((field) => !field.disabled)
      .map((field) => (isUnreadable(field) ? UNREADABLE : field.value));
    return parts.filter(Boolean).join(JOINTS[name] ?? "");
  }

  /**
   * @param {string} name
   * @param {string} value - one that the browser's own field cannot hold is shown as it came, for the engine to judge
   */
  #showFact(name, value) {
    const fields = this.#named(name);
    const parts = SPLITS[name] ? value.split(SPLITS[name]) : [value];
    const fits = fields.every((field, at) => shows(field, parts[at] ?? ""));
    if (fits || !(fields[0] instanceof HTMLInputElement)) return;
    fields.slice(1).forEach((field) => Object.assign(field, { value: "", disabled: true }));
    Object.assign(fields[0], { type: "text", value });
  }

  /** Say how many facts each folded part holds, and how many of them were read. */
  #count() {
    for (const part of this.form.querySelectorAll("details")) {
      const names = new Set([...part.querySelectorAll("[name]")].map((field) => /** @type {Field} */ (field).name));
      const known = [...names].filter((name) => this.#value(name) !== "").length;
      const read = this.readFacts.count(part);
      const said = [known > read ? `${known - read} known` : "", read ? `${read} read` : ""];
      part.querySelector(".desk__known")?.replaceChildren(said.filter(Boolean).join(", "));
    }
  }

  /** @param {string} name */
  #unfold(name) {
    const part = this.#named(name)[0]?.closest("details");
    if (part) part.open = true;
  }

  /** @param {string} name */
  #named(name) {
    return this.#fields().filter((field) => field.name === name);
  }

  #names() {
    return new Set(this.#fields().map((field) => field.name));
  }

  /** @returns {Field[]} */
  #fields() {
    return [.../** @type {NodeListOf<Field>} */ (this.form.querySelectorAll("[name]"))];
  }
}

/**
 * @param {Field} field
 * @param {string} value
 * @returns {boolean} whether the field can show it
 */
function shows(field, value) {
  if (field instanceof HTMLSelectElement) return chosen(field, value);
  field.disabled = false;
  if (field instanceof HTMLInputElement) field.type = field.dataset.kind ?? "text";
  if (field.value !== value) field.value = value;
  return value === "" || field.value !== "";
}

/**
 * Let a choice hold what was read, though it is none of those that the store offers.
 *
 * @param {Field | undefined} field
 * @param {string} value
 * @param {string} shown
 */
function offer(field, value, shown) {
  if (!(field instanceof HTMLSelectElement) || [...field.options].some((option) => option.value === value)) return;
  field.add(new Option(shown, value));
}

/**
 * @param {HTMLSelectElement} field
 * @param {string} value - of an option, or what it says: a helpdesk knows a piece by its title
 */
function chosen(field, value) {
  const wanted = value.trim().toLowerCase();
  const found = [...field.options].find((option) =>
    [option.value, option.text].some((text) => text.toLowerCase() === wanted),
  );
  field.value = found?.value ?? "";
  return true;
}
