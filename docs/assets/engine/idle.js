/** What is kept for another visit waits until nobody asks any more: the first keys of an agent come before it. */

const IDLE_MS = 1500; // a pause between two words, not between two letters

/**
 * Do something once, when nothing has stirred for a moment.
 *
 * @param {() => void} work
 * @returns {() => void} to be called whenever something stirs
 */
export function onceIdle(work) {
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let timer;
  let isDone = false;
  const finish = () => {
    isDone = true;
    work();
  };
  const stir = () => {
    clearTimeout(timer);
    if (!isDone) timer = setTimeout(finish, IDLE_MS);
  };
  stir();
  return stir;
}
