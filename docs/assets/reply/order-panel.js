/** The panel "This order": one field for each slot of the page's letters. What is typed fills all of them at once. */

import { say } from "../site/clipboard.js";
import { make } from "../site/element.js";
import { SITE } from "../site/published.js";
import "./fill-letters.js";
import { LONGEST, TYPED, clear, filled, orderFacts, read, values, write } from "./order-facts.js";
import { isAddress } from "./signs.js";
import { ADDRESSES, SLOTS, fillings } from "./slots.js";

const FIRST = ["customer.first_name", "order.number", "order.item", "order.personalization", "agent.first_name"];
const SHOWN = 6; // fields; the others are folded away
const DESK = new URL("desk/", SITE).href;

const entry = document.querySelector(".entry");
if (entry) place(panel(inOrder(Object.keys(SLOTS))), entry);

/** @param {string[]} slots */
function inOrder(slots) {
  return [...FIRST.filter((slot) => slots.includes(slot)), ...slots.filter((slot) => !FIRST.includes(slot))];
}

/** @param {string[]} slots */
function panel(slots) {
  const fields = slots.map(field);
  const made = make("details", { className: "order-facts", open: Object.keys(values()).length > 0 }, [
    make("summary", {}, ["This order ", make("span", { className: "order-facts__count" })]),
    make("div", { className: "order-facts__fields" }, fields.slice(0, SHOWN)),
    ...more(fields.slice(SHOWN)),
    end(),
  ]);
  made.addEventListener("input", ({ target }) => keep(/** @type {HTMLInputElement} */ (target)));
  made.addEventListener("focusout", () => show(made));
  orderFacts.addEventListener("change", () => show(made));
  show(made);
  return made;
}

/** @param {string} slot */
function field(slot) {
  const id = `order-facts-${slot.replaceAll(".", "-")}`;
  const hint = ADDRESSES.has(slot) ? " Begins with https://." : "";
  const input = make("input", { id, maxLength: LONGEST, autocomplete: "off", spellcheck: false });
  input.dataset.fills = slot;
  input.setAttribute("aria-describedby", `${id}-meaning`);
  return make("div", { className: "order-facts__field" }, [
    make("label", { htmlFor: id, textContent: SLOTS[slot]?.label }),
    input,
    make("p", { id: `${id}-meaning`, textContent: `${SLOTS[slot]?.meaning}${hint}` }),
  ]);
}

/** @param {HTMLElement[]} fields */
function more(fields) {
  if (fields.length === 0) return [];
  const summary = make("summary", { textContent: `More blanks (${fields.length})` });
  return [make("details", {}, [summary, make("div", { className: "order-facts__fields" }, fields)])];
}

function end() {
  const button = make("button", { type: "button", className: "copy copy--quiet", textContent: "Clear customer" });
  button.addEventListener("click", () => {
    clear();
    say(button, "Cleared. Ready for the next customer.", "cleared");
  });
  const desk = make("a", { href: DESK, textContent: "All facts of this order: the desk" });
  return make("p", { className: "order-facts__end" }, [
    button,
    desk,
    make("span", { textContent: "Kept in this tab only." }),
  ]);
}

/** @param {HTMLInputElement} input - what it holds fills its slot; when it is empty, what the desk filled counts again */
function keep({ dataset: { fills = "" }, value }) {
  const typed = { ...read(TYPED), [fills]: value };
  if (value === "" || value === filled()[fills]) delete typed[fills];
  write(TYPED, typed);
}

/** @param {HTMLElement} made */
function show(made) {
  const [known, filled, all] = [values(), Object.keys(fillings()).length, Object.keys(SLOTS).length];
  made.querySelector(".order-facts__count")?.replaceChildren(`${filled} of ${all} blanks filled`);
  for (const input of made.querySelectorAll("input")) showValue(input, known);
}

/**
 * @param {HTMLInputElement} input - left alone while someone types there
 * @param {import("./order-facts.js").Facts} known
 */
function showValue(input, known) {
  if (input === document.activeElement) return;
  const slot = input.dataset.fills ?? "";
  input.value = known[slot] ?? "";
  input.setAttribute("aria-invalid", String(ADDRESSES.has(slot) && input.value !== "" && !isAddress(input.value)));
}

/**
 * @param {HTMLElement} made - goes above the replies, below the list that chooses one
 * @param {Element} entry
 */
function place(made, entry) {
  const holdsReplies = entry.querySelector(".reply") !== null;
  if (holdsReplies) entry.previousElementSibling?.before(made);
  else entry.after(made);
}
