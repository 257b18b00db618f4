/** The way from a customer's words to the theme's search. */

const LONGEST = 200; // characters: enough to find a page by

/** @param {string} words */
export function search(words) {
  const box = document.querySelector(".md-search__input");
  const toggle = document.querySelector("#__search");
  if (!(box instanceof HTMLInputElement)) return;
  if (toggle instanceof HTMLInputElement && !toggle.checked) toggle.click();
  box.focus(); // the search begins to load with this
  box.value = words.trim().replace(/\s+/g, " ").slice(0, LONGEST);
  box.dispatchEvent(new Event("input", { bubbles: true }));
}
