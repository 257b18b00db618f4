/**
 * One customer's order facts, kept in this browser tab only: not in the address, not for another tab, never sent.
 *
 * @typedef {Record<string, string>} Facts - texts by the name of a fact or a slot
 */

import { eachMinute } from "../site/each-minute.js";
import { UNSEEN } from "./signs.js";

export const CASE = "order-facts.case"; // the desk's form, by fact
export const TYPED = "order-facts.typed"; // what an agent typed into a blank, by slot
export const FILLED = "order-facts.filled"; // what the desk filled last, by slot
export const EXPIRES = "order-facts.expires"; // when some of it does, `at`, and which `slots`

/** Says "change" after each change of the facts. */
export const orderFacts = new EventTarget();

export const LONGEST = 2000; // characters of one text
const LONGEST_MESSAGE = 1_000_000; // characters of one text of a case: a customer's message may be long
// How the agent signs, who stays when a customer goes.
const AGENT = /** @type {const} */ ({ [CASE]: "agent", [TYPED]: "agent.first_name", [FILLED]: "agent.first_name" });
// They join letters and emoji, and mean nothing where a text begins or ends.
const JOINERS_AT_THE_ENDS = /^[\s\u200c\u200d]+|[\s\u200c\u200d]+$/gu;

/** @type {Map<string, Facts>} - what the browser refused to keep: it lasts as long as the page */
const refused = new Map();

// A page that the Back button brings back as it was may show another customer.
addEventListener("pageshow", ({ persisted }) => persisted && changed());
let shown = Object.keys(filled()).length;
eachMinute(() => Object.keys(filled()).length !== shown && changed());

/** @returns {Facts} what fills each slot, on one line: what was typed, else what the desk filled */
export function values() {
  const texts = [...Object.entries(filled()), ...Object.entries(read(TYPED))];
  const lines = texts.map(([slot, text]) => /** @type {const} */ ([slot, line(text)]));
  return Object.fromEntries(lines.filter(([, text]) => text !== ""));
}

/** @returns {Facts} what the desk filled last, without what is over since: an hour that was promised, a day */
export function filled() {
  const { at = "", slots = "" } = read(EXPIRES);
  const over = Date.parse(at) <= Date.now() ? slots.split(" ") : [];
  return Object.fromEntries(Object.entries(read(FILLED)).filter(([slot]) => !over.includes(slot)));
}

/**
 * @param {string} key
 * @returns {Facts} what is kept there; nothing when it cannot be read
 */
export function read(key) {
  return refused.get(key) ?? stored(key);
}

/**
 * @param {string} key
 * @param {Facts} facts - all of them: they replace what is kept there
 */
export function write(key, facts) {
  keep(key, texts(facts, key));
  changed();
}

/** Forget this customer. The agent's own first name stays. */
export function clear() {
  for (const [key, name] of Object.entries(AGENT)) {
    const agent = read(key)[name];
    if (agent) keep(key, { [name]: agent });
    else forget(key);
  }
  forget(EXPIRES);
  changed();
}

/**
 * @param {string} key
 * @param {Facts} facts
 */
function keep(key, facts) {
  refused.delete(key);
  try {
    sessionStorage.setItem(key, JSON.stringify(facts));
  } catch {
    refused.set(key, facts);
  }
}

/** @param {string} key */
function forget(key) {
  refused.delete(key);
  try {
    sessionStorage.removeItem(key);
  } catch {
    // nothing was kept there
  }
}

function changed() {
  shown = Object.keys(filled()).length;
  orderFacts.dispatchEvent(new Event("change"));
}

/** @param {string} key */
function stored(key) {
  try {
    return texts(JSON.parse(sessionStorage.getItem(key) ?? "{}"), key);
  } catch {
    return {};
  }
}

/**
 * @param {unknown} facts - of which only texts are taken, and numbers as texts
 * @param {string} key
 * @returns {Facts}
 */
function texts(facts, key) {
  if (typeof facts !== "object" || facts === null || Array.isArray(facts)) return {};
  const said = Object.entries(facts).filter(([, value]) => ["string", "number"].includes(typeof value));
  const longest = key === CASE ? LONGEST_MESSAGE : LONGEST;
  return Object.fromEntries(said.map(([name, value]) => [name, cut(String(value), longest)]));
}

/**
 * @param {string} text
 * @param {number} longest
 */
function cut(text, longest) {
  return text.slice(0, longest).replace(/[\ud800-\udbff]$/, "");
}

/** @param {string} text */
function line(text) {
  return text.replace(UNSEEN, " ").replace(/\s+/gu, " ").replace(JOINERS_AT_THE_ENDS, "");
}
