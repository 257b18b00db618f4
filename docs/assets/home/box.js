/** The box on the home page: whatever answers in it is loaded when somebody is about to type, not before. */

const SIGNS = ["focusin", "input"];

for (const found of document.querySelectorAll(".box")) waitAt(/** @type {HTMLElement} */ (found));

/** @param {HTMLElement} box */
function waitAt(box) {
  const begun = new AbortController();
  const begin = async () => {
    begun.abort();
    try {
      const { Quick } = await import("./quick.js");
      new Quick(box);
    } catch {
      /** @type {any} */ (globalThis).sayHalf?.();
    }
  };
  box.hidden = false;
  for (const sign of SIGNS) box.addEventListener(sign, begin, { signal: begun.signal });
}
