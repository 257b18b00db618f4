/** Gives names to what the theme leaves nameless, for those who hear the page instead of seeing it. */

document.querySelector(".md-search")?.setAttribute("aria-label", "Search");

for (const box of document.querySelectorAll(".task-list-item input[type='checkbox']")) {
  const item = box.closest(".task-list-item");
  box.setAttribute("aria-label", item?.textContent?.trim().split("\n")[0] ?? "Done");
}
