/** Remembers which items of a page's checklist are ticked, in this browser only. */

const KEY = `checklist:${location.pathname}`;

/** @type {NodeListOf<HTMLInputElement>} */
const boxes = document.querySelectorAll(".task-list-item input[type='checkbox']");
const ticked = new Set(remembered());

for (const [index, box] of boxes.entries()) {
  box.checked ||= ticked.has(index);
  box.addEventListener("change", () => {
    if (box.checked) ticked.add(index);
    else ticked.delete(index);
    localStorage.setItem(KEY, JSON.stringify([...ticked]));
  });
}

/** @returns {number[]} */
function remembered() {
  try {
    return JSON.parse(localStorage.getItem(KEY) ?? "[]");
  } catch {
    return [];
  }
}
