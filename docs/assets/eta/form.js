/** The form: what it asks, the refusal beside a field, and its inputs as a link's fragment. */

import { one } from "../site/element.js";
import { NARROW, UNREADABLE, isUnfinished, isUnreadable, onEdit } from "../site/fields.js";

const CLOSED = "closed";

export class Form extends EventTarget {
  /** @param {HTMLElement} root */
  constructor(root) {
    super();
    this.root = root;
    this.form = /** @type {HTMLFormElement} */ (root.querySelector(".eta__form"));
    this.form.hidden = false;
    if (matchMedia(NARROW).matches) fold(this.form, false);
    this.#restore();
    onEdit(this.form, () => this.#edited());
    addEventListener("hashchange", () => this.#restore() && this.#edited());
  }

  /** @returns {Record<string, string>} each field's text by its name */
  asked() {
    const fields = this.#fields().map((field) => [field.name, text(field)]);
    return { ...Object.fromEntries(fields), [CLOSED]: this.#closed() };
  }

  isUnfinished() {
    return isUnfinished(this.form);
  }

  /**
   * Show the engine's own words beside the field to mend, and take away what is mended.
   *
   * @param {{field: string, message: string} | undefined} refused
   */
  refuse(refused) {
    for (const line of this.form.querySelectorAll(".eta__error")) {
      const field = line.id.slice("eta-".length, -"-error".length);
      line.textContent = refused?.field === field ? refused.message : "";
    }
    for (const field of this.#fields()) {
      field.setAttribute("aria-invalid", String(field.name === refused?.field));
    }
    if (refused) fold(this.form.querySelector(`[id$="-${refused.field}-error"]`)?.closest("details"), true);
  }

  /** Fill in the day that the engine took for an order without one. @param {string} day */
  orderedOn(day) {
    const field = this.#field("order-date");
    if (field && !field.value && field !== document.activeElement) field.value = day;
  }

  /** The inputs that say something, for a link: nothing in them is personal. */
  fragment() {
    const said = Object.entries(this.asked()).filter(([, value]) => value && value !== UNREADABLE);
    return new URLSearchParams(said).toString();
  }

  /** @param {HTMLElement | null} [row] - a row of closed days to take away; without one, a row is added */
  closures(row) {
    const fieldset = one(this.form, ".eta__closed");
    if (row) {
      row.remove();
      fieldset.querySelector("button")?.focus();
      this.#edited();
      return undefined;
    }
    const template = /** @type {HTMLTemplateElement} */ (fieldset.querySelector("template"));
    const added = /** @type {HTMLElement} */ (template.content.firstElementChild?.cloneNode(true));
    fieldset.querySelector("[data-eta-do='close']")?.before(added);
    return added;
  }

  #edited() {
    this.#showLeadTime();
    this.dispatchEvent(new Event("edit"));
  }

  #showLeadTime() {
    const product = /** @type {HTMLSelectElement} */ (this.#field("product"));
    const days = /** @type {HTMLInputElement} */ (this.#field("production-days"));
    days.placeholder = product.selectedOptions[0]?.dataset.days ?? "";
  }

  /** Take over the entries of a link, all of them; without any, the form stays as it is. */
  #restore() {
    const given = new URLSearchParams(location.hash.slice(1));
    const fields = this.#fields();
    if (![CLOSED, ...fields.map((field) => field.name)].some((name) => given.has(name))) return false;
    for (const field of fields) {
      field.value = field.type === "checkbox" ? field.value : (given.get(field.name) ?? "");
      if (field instanceof HTMLInputElement) field.checked = given.has(field.name);
      if (given.has(field.name)) fold(field.closest("details"), true);
    }
    for (const row of this.form.querySelectorAll(".eta__closure")) row.remove();
    for (const ends of given.get(CLOSED)?.split(" ") ?? []) this.#restoreClosure(ends);
    this.#showLeadTime();
    return true;
  }

  /** @param {string} ends */
  #restoreClosure(ends) {
    const [from, to] = ends.split("..");
    const [first, last] = this.closures()?.querySelectorAll("input") ?? [];
    if (first && last) [first.value, last.value] = [from ?? "", to ?? ""];
  }

  #closed() {
    const rows = [...this.form.querySelectorAll(".eta__closure")].map((row) =>
      [...row.querySelectorAll("input")].map(text),
    );
    const days = rows.map(([from, to]) => (from && to ? `${from}..${to}` : from || to));
    return days.filter(Boolean).join(" ");
  }

  /** @returns {(HTMLInputElement | HTMLSelectElement)[]} */
  #fields() {
    return [.../** @type {NodeListOf<HTMLInputElement>} */ (this.form.querySelectorAll("[name]"))];
  }

  /** @param {string} name */
  #field(name) {
    return this.#fields().find((field) => field.name === name);
  }
}

/** @param {HTMLInputElement | HTMLSelectElement} field */
function text(field) {
  if (field instanceof HTMLInputElement && field.type === "checkbox") return field.checked ? field.value : "";
  return isUnreadable(field) ? UNREADABLE : field.value;
}

/**
 * @param {Element | null | undefined} part - a foldable part, or what holds one
 * @param {boolean} isOpen
 */
function fold(part, isOpen) {
  const folded = part?.matches("details") ? part : part?.querySelector("details");
  if (folded instanceof HTMLDetailsElement) folded.open = isOpen;
}
