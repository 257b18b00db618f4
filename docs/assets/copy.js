/**
 * Copies a reply: rich text and plain text together, blanks still visible as [FIRST NAME].
 *
 * The plain text is the one the build wrote into `data-plain`, with its slots as tokens; the rich text is the letter as
 * shown. Nothing here knows what a reply says.
 */

const TOKEN = /\{\{ ([a-z_.0-9]+) \}\}/g;
const NOTICE_MS = 2500;

/** @typedef {Record<string, string>} Blanks - the visible blank of each slot by its name */

const notice = document.body.appendChild(document.createElement("div"));
notice.className = "copy-notice";
notice.setAttribute("role", "status");

document.addEventListener("click", (event) => {
  const button = event.target instanceof Element ? event.target.closest("button.copy") : null;
  if (button instanceof HTMLButtonElement) copy(button);
});

document.addEventListener("keydown", (event) => {
  const plainKey = !event.ctrlKey && !event.metaKey && !event.altKey;
  if (event.key.toLowerCase() !== "c" || !plainKey || isTyping(event.target)) return;
  const buttons = currentReply()?.querySelectorAll("button[data-copy='body']") ?? [];
  const shown = [...buttons].find((button) => button.getClientRects().length > 0);
  if (shown instanceof HTMLButtonElement) copy(shown);
});

for (const event of ["scroll", "focusin", "resize"]) addEventListener(event, markCurrent, { passive: true });
markCurrent();

/**
 * @param {HTMLButtonElement} button
 */
async function copy(button) {
  const letter = /** @type {HTMLElement} */ (button.closest(".letter"));
  const source = /** @type {HTMLElement} */ (
    letter.querySelector(button.dataset.copy === "subject" ? ".letter__subject" : ".letter__body")
  );
  /** @type {Blanks} */
  const blanks = JSON.parse(letter.dataset.blanks ?? "{}");
  const plain = plainText(source, blanks);
  const isRich = button.dataset.copy === "body" && letter.dataset.channel !== "sms";
  try {
    await write(plain, isRich ? richText(source, blanks) : null);
    say(button, "Copied. Fill the blanks before you send.", "copied");
  } catch {
    select(source);
    say(button, "The browser refused to copy. The text is selected: press Ctrl+C.", "refused");
  }
}

/**
 * @param {HTMLElement} source
 * @param {Blanks} blanks
 */
function plainText(source, blanks) {
  return (source.dataset.plain ?? "").replace(TOKEN, (token, name) => blanks[name] ?? token);
}

/**
 * @param {HTMLElement} source
 * @param {Blanks} blanks
 */
function richText(source, blanks) {
  const clone = /** @type {HTMLElement} */ (source.cloneNode(true));
  for (const slot of clone.querySelectorAll("[data-slot]")) {
    slot.replaceWith(blanks[/** @type {HTMLElement} */ (slot).dataset.slot ?? ""] ?? slot.textContent ?? "");
  }
  for (const link of clone.querySelectorAll("a[data-href]")) {
    const address = (link.getAttribute("data-href") ?? "").replace(TOKEN, (token, name) => blanks[name] ?? token);
    link.replaceWith(`${link.textContent} (${address})`);
  }
  return clone.innerHTML.trim();
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
 * @param {HTMLButtonElement} button
 * @param {string} message
 * @param {string} state
 */
function say(button, message, state) {
  notice.textContent = message;
  button.dataset.state = state;
  setTimeout(() => {
    notice.textContent = "";
    delete button.dataset.state;
  }, NOTICE_MS);
}

/** @param {HTMLElement} source */
function select(source) {
  const line = source.querySelector(".letter__line") ?? source;
  getSelection()?.selectAllChildren(line);
}

/** The reply that has the focus, else the one nearest to the top of the window: what the C key copies. */
function currentReply() {
  const focused = document.activeElement?.closest(".reply");
  if (focused) return focused;
  const replies = [...document.querySelectorAll(".reply")];
  const top = innerHeight / 4;
  return replies.find((reply) => reply.getBoundingClientRect().bottom > top) ?? replies.at(-1);
}

function markCurrent() {
  const current = currentReply();
  for (const reply of document.querySelectorAll(".reply")) reply.classList.toggle("is-current", reply === current);
}

/** @param {EventTarget | null} target */
function isTyping(target) {
  const typing = "textarea, select, [contenteditable], input:not([type='radio'], [type='checkbox'])";
  return target instanceof Element && target.closest(typing) !== null;
}
