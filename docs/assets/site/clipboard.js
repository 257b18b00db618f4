/** Puts text on the clipboard, and tells the agent what happened. */

const NOTICE_MS = 2500;

const notice = document.body.appendChild(document.createElement("div"));
notice.className = "copy-notice";
notice.setAttribute("role", "status");

/**
 * @param {string} plain
 * @param {string | null} rich - the same as HTML, where the receiver can take it
 */
export async function write(plain, rich = null) {
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

/**
 * Whether a key was pressed for itself: no modifier, and not into a field.
 *
 * @param {KeyboardEvent} event
 */
export function isPlainKey(event) {
  const typing = "textarea, select, [contenteditable], input:not([type='radio'], [type='checkbox'])";
  const typed = event.target instanceof Element && event.target.closest(typing) !== null;
  return !event.ctrlKey && !event.metaKey && !event.altKey && !typed;
}
