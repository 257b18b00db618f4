/**
 * The menu beside each copy button: a reply filled here, or in the syntax of a helpdesk or text expander. The tools are
 * fetched when a menu is first opened, or at once where one was chosen before.
 */

import { say } from "../site/clipboard.js";
import { make } from "../site/element.js";
import { SLOTS, blanksIn } from "./slots.js";

/** @typedef {import("./tool-text.js").Tool} Tool */

const KEY = "copy-for"; // kept in the browser: the id of a tool, nothing of a customer
export const TOOLS = new URL("dialects.json", import.meta.url);
const FILLED = "plain (filled)";
const FAILED = "The list of tools could not be loaded. Replies are copied plain and filled.";
const OPENS = new Set([" ", "Enter", "ArrowDown", "ArrowUp"]);

/** @type {Tool[]} */
let tools = [];
/** @type {Promise<boolean> | null} - whether the tools are there */
let loading = null;
let failed = false;
let chosen = remembered();

const menus = [...document.querySelectorAll(".reply .letter")].map(menu);
if (menus.length > 0 && chosen) load();

/**
 * @param {string | undefined} part - "subject" or "body"
 * @returns {Tool | null | Promise<Tool | null>} what to copy it for; null: as filled here; a promise while the tools load
 */
export function toolInUse(part) {
  const found = () => {
    const tool = tools.find(({ id }) => id === chosen) ?? null;
    // No tool is known to fill the blanks of a subject line.
    return tool && part === "subject" ? { ...tool, form: /** @type {const} */ ("plain"), tokens: {} } : tool;
  };
  return loading && tools.length === 0 ? loading.then(found) : found();
}

/**
 * @param {Tool} tool
 * @param {string} text - with slots as tokens
 */
export function copiedFor(tool, text) {
  const left = blanksIn(text, tool.tokens).length;
  return `Copied for ${tool.title}. ${left === 0 ? "It fills every blank" : `${blanks(left)} it cannot fill`}.`;
}

/**
 * @param {Tool} tool
 * @param {string} text - with slots as tokens
 */
function unfilled(tool, text) {
  const left = blanksIn(text, tool.tokens).map((slot) => SLOTS[slot]?.blank.slice(1, -1) ?? slot);
  if (left.length === 0) return `${tool.title} fills every blank.`;
  return `${blanks(left.length)} ${tool.title} cannot fill: ${left.join(", ")}.`;
}

/** @param {number} count */
function blanks(count) {
  return `${count} ${count === 1 ? "blank" : "blanks"}`;
}

/** @param {Element} letter */
function menu(letter) {
  const select = make("select", {}, [new Option(FILLED, "")]);
  const note = make("p", { className: "copy-for__note", hidden: true });
  select.addEventListener("change", () => choose(select.value));
  select.addEventListener("mousedown", (event) => open(event, select));
  select.addEventListener("keydown", (event) => OPENS.has(event.key) && open(event, select));
  const bar = letter.querySelector(".letter__bar");
  bar?.append(make("label", { className: "copy-for" }, ["Copy for ", select]));
  bar?.after(note);
  return { select, note, text: letter.querySelector(".letter__body")?.getAttribute("data-plain") ?? "" };
}

/**
 * @param {Event} event - is held back while the menu has no tools yet
 * @param {HTMLSelectElement} select
 */
async function open(event, select) {
  if (tools.length > 0) return;
  event.preventDefault();
  select.focus();
  if (!(await load())) return say(select, FAILED, "refused");
  try {
    select.showPicker();
  } catch {
    // the next press opens it
  }
}

/** @param {string} id */
function choose(id) {
  chosen = id;
  try {
    localStorage.setItem(KEY, id);
  } catch {
    // chosen for this page alone
  }
  show();
}

function load() {
  loading ??= fetched().then((found) => {
    tools = found;
    failed = found.length === 0;
    if (failed) loading = null; // tried again when a menu is opened
    show();
    return !failed;
  });
  return loading;
}

/** @returns {Promise<Tool[]>} none when they could not be had */
async function fetched() {
  try {
    const answer = await fetch(TOOLS, { cache: failed ? "reload" : "default" });
    return answer.ok ? ((await answer.json()).tools ?? []) : [];
  } catch {
    return [];
  }
}

function show() {
  const tool = tools.find(({ id }) => id === chosen);
  for (const { select, note, text } of menus) {
    const options = tools.map(({ id, title }) => new Option(title, id));
    if (select.options.length <= tools.length) select.append(...options);
    select.value = tool?.id ?? "";
    note.textContent = tool ? unfilled(tool, text) : FAILED;
    note.hidden = !tool && !failed;
  }
}

function remembered() {
  try {
    return localStorage.getItem(KEY) ?? "";
  } catch {
    return "";
  }
}
