/** The case in this tab: its facts as texts by name, and what of them goes to the desk's Python. */

import { CASE, EXPIRES, FILLED, TYPED, clear, read, write } from "../reply/order-facts.js";
import { SLOTS } from "../reply/slots.js";
import { FACTS, conditions } from "./page-data.js";

/** @typedef {import("../reply/order-facts.js").Facts} Facts */

const DECIDED = "decided.";
const DROPPED = "dropped."; // a fact that was read and is not accepted, with the words it was read from
// What a template page's panel asks for in the very words of a fact; here it becomes the fact.
const FACT_OF = /** @type {Facts} */ ({
  "customer.first_name": "customer",
  "agent.first_name": "agent",
  "order.number": "order",
  "order.personalization": "customization",
  "tracking.number": "tracking",
});

/** @returns {Facts} */
export function facts() {
  return read(CASE);
}

/** @param {Facts} changes - an empty text takes the fact away */
export function change(changes) {
  const all = Object.entries({ ...read(CASE), ...changes });
  write(CASE, Object.fromEntries(all.filter(([, text]) => text !== "")));
}

/**
 * Leave out what is read of a fact, as long as the message has these words.
 *
 * @param {string} fact
 * @param {string} words - that it was read from; empty for those of a form or signature
 */
export function drop(fact, words) {
  change({ [fact]: "", [DROPPED + fact]: words || "-" });
}

/** Take what is read of a fact after all. @param {string} fact */
export function takeBack(fact) {
  change({ [fact]: "", [DROPPED + fact]: "" });
}

/** @returns {string[]} the facts that are left out of this message */
function dropped() {
  const { message = "", ...others } = facts();
  const said = plain(message);
  const names = Object.entries(others).filter(([name]) => name.startsWith(DROPPED));
  const held = names.filter(([, words]) =>
    plain(words)
      .split(" ")
      .every((word) => word === "-" || said.includes(word)),
  );
  return held.map(([name]) => name.slice(DROPPED.length));
}

/** @param {string} text */
function plain(text) {
  return text.normalize("NFKC").replace(/\s+/gu, " ").trim();
}

/** @returns {Facts} what the agent typed into blanks that the page knows */
export function typed() {
  return Object.fromEntries(Object.entries(read(TYPED)).filter(([slot, text]) => slot in SLOTS && text.trim() !== ""));
}

/**
 * @param {string} slot
 * @param {string} text - an empty one leaves the blank to the desk
 */
export function type(slot, text) {
  const others = Object.entries({ ...read(TYPED), [slot]: text });
  write(TYPED, Object.fromEntries(others.filter(([, kept]) => kept !== "")));
}

/** Take over what was typed on a template page, where it is a fact. */
export function takeOver() {
  const there = read(TYPED);
  const found = Object.entries(FACT_OF).filter(([slot]) => there[slot]?.trim());
  if (found.length === 0) return;
  change(Object.fromEntries(found.map(([slot, fact]) => [fact, there[slot] ?? ""])));
  write(TYPED, Object.fromEntries(Object.entries(there).filter(([slot]) => !(slot in FACT_OF))));
}

/** Whether there is anything to answer. */
export function isEmpty() {
  const { message = "", concern = "" } = facts();
  return message.trim() === "" && concern === "";
}

/** @returns {object} the case as `commands.desk_form.answer_form` reads it */
export function asked() {
  const all = Object.entries(facts());
  const settled = all
    .filter(([name]) => name.startsWith(DECIDED))
    .map(([name, value]) => [name.slice(DECIDED.length), value]);
  return {
    ...Object.fromEntries(all.filter(([name]) => FACTS.includes(name))),
    decided: Object.fromEntries(settled.filter(([name = "", value = ""]) => value in (conditions[name]?.values ?? {}))),
    slots: typed(),
    dropped: dropped(),
    now: new Date().toISOString(),
  };
}

/** @param {{slots: Facts, expires: {at: string, slots: string[]}}} answer - what was typed stays where it was typed */
export function keepFilled({ slots, expires }) {
  const own = typed();
  write(EXPIRES, { at: expires.at, slots: expires.slots.join(" ") });
  write(FILLED, Object.fromEntries(Object.entries(slots).filter(([slot]) => !(slot in own))));
}

/**
 * Begin with a case that is given: of another order, it takes the place of the one that is there.
 *
 * @param {Facts} given
 */
export function begin(given) {
  const before = facts();
  const names = given.order ? ["order"] : ["message", "customer"];
  if (names.some((name) => given[name] && given[name] !== before[name])) clear();
  change(given);
}
