/** The desk's keys; each is shown beside what it does. */

import { isPlainKey } from "../site/clipboard.js";

/** @param {import("./desk.js").Desk} desk */
export function listenToKeys(desk) {
  const plain = /** @type {Record<string, () => void>} */ ({
    c: () => desk.copy("body"),
    u: () => desk.copy("subject"),
    e: () => desk.answer.letter.edit(),
    m: () => desk.form.focus("message"),
    ...Object.fromEntries([1, 2, 3].map((number) => [number, () => desk.answer.letter.useNumber(number - 1)])),
  });
  addEventListener("keydown", (event) => {
    const act = pressed(event, desk, plain);
    if (!act) return;
    event.preventDefault();
    act();
  });
}

/**
 * @param {KeyboardEvent} event
 * @param {import("./desk.js").Desk} desk
 * @param {Record<string, () => void>} plain - what a key does when nobody types into a field
 */
function pressed(event, desk, plain) {
  if (event.altKey && !event.ctrlKey && !event.metaKey && event.code === "KeyX") return () => desk.clear();
  if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) return fromMessage(event, desk);
  if (event.key === "Escape") return leave(event);
  const isFree = isPlainKey(event) && !event.shiftKey && !event.repeat;
  return isFree && (event.key.toLowerCase() === "m" || desk.answer.letter.isShown())
    ? plain[event.key.toLowerCase()]
    : undefined;
}

/**
 * @param {KeyboardEvent} event
 * @param {import("./desk.js").Desk} desk
 */
function fromMessage({ target }, desk) {
  return target instanceof HTMLElement && target.id === "desk-message" ? () => desk.copyNewest() : undefined;
}

/** Escape leaves a text, so that the keys work again. @param {KeyboardEvent} event */
function leave({ target }) {
  const isText = target instanceof HTMLTextAreaElement || (target instanceof HTMLElement && target.isContentEditable);
  return isText ? () => /** @type {HTMLElement} */ (target).blur() : undefined;
}
