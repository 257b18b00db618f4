/** Elements: made, found, and pressed. */

/**
 * Makes an element. Text enters it as text.
 *
 * @template {keyof HTMLElementTagNameMap} Name
 * @param {Name} name
 * @param {object} [properties]
 * @param {(Node | string)[]} [children]
 */
export function make(name, properties = {}, children = []) {
  const made = Object.assign(document.createElement(name), properties);
  made.append(...children);
  return made;
}

/**
 * @param {ParentNode} within
 * @param {string} selector
 * @returns {HTMLElement} the first that fits, which the build printed there
 */
export function one(within, selector) {
  return /** @type {HTMLElement} */ (within.querySelector(selector));
}

/**
 * @param {HTMLElement | Document} within
 * @param {string} selector - of what is pressed there
 * @param {(pressed: HTMLElement) => void} act
 */
export function onPress(within, selector, act) {
  within.addEventListener("click", ({ target }) => {
    const pressed = target instanceof Element ? target.closest(selector) : null;
    if (pressed instanceof HTMLElement) act(pressed);
  });
}
