/** Puts text on the clipboard, and tells the agent what happened. */

const NOTICE_MS = 2500;
const REFUSES_MS = 3000; // in a frame of another site some browsers never say that they refuse
const REFUSED = "The browser refused to copy. The text is selected: press Ctrl+C.";

const notice = document.body.appendChild(document.createElement("div"));
notice.className = "copy-notice";
notice.setAttribute("role", "status");

/**
 * @typedef {[plain: string | Promise<string>, rich: string | null]} Texts - the same as HTML too, where the receiver can take it
 */

/**
 * Copy a text, or select it where the browser refuses; either way, say so.
 *
 * @param {HTMLElement} button
 * @param {Texts} texts
 * @param {string} said
 * @param {Element} source - holds the text
 */
export async function copy(button, texts, said, source) {
  try {
    const [plain, rich] = texts;
    // Not awaited needlessly: Safari copies at once or never.
    await inTime(write(typeof plain === "string" ? plain : await plain, rich));
    say(button, said, "copied");
  } catch {
    getSelection()?.selectAllChildren(source);
    say(button, REFUSED, "refused");
  }
}

/** @param {Promise<void>} written */
function inTime(written) {
  const refused = new Promise((_, reject) => setTimeout(() => reject(new Error("no answer")), REFUSES_MS));
  return Promise.race([written, refused]);
}

/** @param {number} left - how many blanks the text still has */
export function copied(left) {
  return left === 0 ? "Copied. No blank is left." : `Copied. Fill the blanks before you send: ${left} left.`;
}

/**
 * @param {string} plain
 * @param {string | null} rich
 */
async function write(plain, rich) {
  if (rich === null || typeof ClipboardItem === "undefined") return navigator.clipboard.writeText(plain);
  const item = new ClipboardItem({
    "text/plain": new Blob([plain], { type: "text/plain" }),
    "text/html": new Blob([rich], { type: "text/html" }),
  });
  return navigator.clipboard.write([item]);
}

/**
 * @param {HTMLElement} button
 * @param {string} message
 * @param {string} state
 */
export function say(button, message, state) {
  notice.textContent = message;
  button.dataset.state = state;
  setTimeout(() => {
    notice.textContent = "";
    delete button.dataset.state;
  }, NOTICE_MS);
}

/** Whether a key was pressed for itself: no modifier, and not into a field. @param {KeyboardEvent} event */
export function isPlainKey(event) {
  const typing = "textarea, select, [contenteditable], input:not([type='radio'], [type='checkbox'])";
  const typed = event.target instanceof Element && event.target.closest(typing) !== null;
  return !event.ctrlKey && !event.metaKey && !event.altKey && !typed;
}
