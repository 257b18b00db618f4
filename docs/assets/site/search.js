/**
 * Lets the site search understand sentences.
 *
 * The theme reads every word of a query as the beginning of a longer one, so that "to" finds "tone" and "i" finds
 * "initials": right for one word being typed, wrong for a customer's whole sentence. Before a query goes to the theme's
 * search worker, small words are left out and finished words are marked as whole. The last word stays a beginning.
 */

const QUERY = 2; // the theme's message type for a query
const WHOLE = "^1"; // a boost of one: the theme leaves a word with a boost as it is
const LONG = 6; // letters: a word as long as this may have one wrong
const MISSPELT = "~1^0.05";
const SMALL = new Set(
  (
    "a about am an and any are as at be been but by can could did do does don for from get got had has have hello hey hi how i " +
    "if im in is it its just let make me moment my no not of ok on or our please pls s say says so t tell than that the " +
    "their them then there they this to too up us ve want was we well were what whats when where which while who why will " +
    "with would ya you your yours"
  ).split(" "),
);

const post = Worker.prototype.postMessage;

/**
 * @this {Worker}
 * @param {any} message
 * @param {any} rest
 */
Worker.prototype.postMessage = function (message, ...rest) {
  const isQuery = message?.type === QUERY && typeof message.data === "string";
  return post.call(this, isQuery ? { ...message, data: sentence(message.data) } : message, ...rest);
};

// The theme listens to keys alone; words that are pasted, dropped or spoken press none.
const box = document.querySelector(".md-search__input");
box?.addEventListener("input", () => box.dispatchEvent(new KeyboardEvent("keyup", { bubbles: true })));

/**
 * @param {string} query
 * @returns {string}
 */
function sentence(query) {
  if (/["+~^:*]/.test(query)) return query; // the theme's own query language: left alone
  const words = query.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  const telling = words.filter((word) => !SMALL.has(word));
  if (telling.length === 0) return query;
  const isTyping = /[\p{L}\p{N}]$/u.test(query) && telling.at(-1) === words.at(-1);
  const terms = telling.flatMap((word) => (word.length < LONG ? [word + WHOLE] : [word + WHOLE, word + MISSPELT]));
  return [...terms, ...(isTyping ? telling.slice(-1) : [])].join(" ");
}
