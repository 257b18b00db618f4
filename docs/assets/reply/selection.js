/**
 * What is selected in a letter by hand is copied as its button copies it: blanks in brackets, marks of lists, bold and
 * links, and nothing of how the page looks. A selection that holds more than one letter's part is left to the browser.
 */

import { RICH, texts } from "./selected-text.js";

const PARTS = `${RICH}, .letter__line, .box__lines`;
const AROUND = "button, label, .letter__name"; // stands between the parts, and is never meant
const FIELDS = "input, textarea, select";

for (const event of ["copy", "cut"])
  document.addEventListener(event, (given) => take(/** @type {ClipboardEvent} */ (given)));

/** @param {ClipboardEvent} event */
function take(event) {
  const isCut = event.type === "cut";
  const found = event.target instanceof Element && event.target.closest(FIELDS) ? null : selected();
  if (!found || !event.clipboardData || (isCut && !found.part.isContentEditable)) return;
  event.preventDefault();
  const [plain, rich] = texts(found.clip, found.part);
  event.clipboardData.setData("text/plain", plain);
  if (rich !== null) event.clipboardData.setData("text/html", rich);
  if (isCut) document.execCommand("delete"); // as a key would, so that it can be undone
}

/** @returns {{part: HTMLElement, clip: Range} | null} the one part that holds all words of the selection */
function selected() {
  const selection = getSelection();
  if (selection?.rangeCount !== 1 || selection.isCollapsed) return null;
  const range = selection.getRangeAt(0);
  const parts = /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll(PARTS));
  const near = [...parts].filter((part) => range.intersectsNode(part));
  const held = near.map((part) => ({ part, clip: clipped(range, part) })).filter(({ clip }) => says(clip));
  const [found] = held;
  return found && held.length === 1 && isAll(found.clip, range) ? found : null;
}

/**
 * @param {Range} range
 * @param {Element} part
 */
function clipped(range, part) {
  const clip = range.cloneRange();
  if (!part.contains(range.startContainer)) clip.setStart(part, 0);
  if (!part.contains(range.endContainer)) clip.setEnd(part, part.childNodes.length);
  return clip;
}

/**
 * @param {Range} clip
 * @param {Range} range - around it
 */
function isAll(clip, range) {
  const [before, after] = [range.cloneRange(), range.cloneRange()];
  before.setEnd(clip.startContainer, clip.startOffset);
  after.setStart(clip.endContainer, clip.endOffset);
  return !says(before) && !says(after);
}

/** @param {Range} range */
function says(range) {
  const held = range.cloneContents();
  for (const around of held.querySelectorAll(AROUND)) around.remove();
  return held.textContent?.trim() !== "";
}
