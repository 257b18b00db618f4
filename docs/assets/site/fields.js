/** What the forms of the site have in common. */

/** The theme's own width for phones. */
export const NARROW = "(max-width: 44.9375em)";
/** Stands for what a browser does not hand over, such as half a date; the engine then says what to write instead. */
export const UNREADABLE = "?";

/** @param {EventTarget | null} field */
export function isUnreadable(field) {
  return field instanceof HTMLInputElement && field.validity.badInput;
}

/** Whether a date is being typed and is not one yet: no time for a refusal. @param {HTMLFormElement} form */
export function isUnfinished(form) {
  return form.contains(document.activeElement) && isUnreadable(document.activeElement);
}

/**
 * @param {HTMLFormElement} form - that nobody sends
 * @param {(field: EventTarget | null) => void} edited
 */
export function onEdit(form, edited) {
  for (const event of ["input", "change"]) form.addEventListener(event, ({ target }) => edited(target));
  form.addEventListener("focusout", ({ target }) => isUnreadable(target) && edited(target));
  form.addEventListener("submit", (event) => event.preventDefault());
}
