/** Says how the calculator is doing: loading, failed, and quietly the newest result. */

const SETTLED_MS = 800; // a screen reader hears the result after the last key, not at each

export class Status {
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #timer;

  /**
   * @param {HTMLElement} root
   * @param {EventTarget & {state: import("../engine/client.js").State}} client
   */
  constructor(root, client) {
    this.client = client;
    this.root = root;
    this.line = /** @type {HTMLElement} */ (root.querySelector(".eta__state"));
    this.spoken = /** @type {HTMLElement} */ (root.querySelector(".eta__spoken"));
  }

  /** Show the client's state. */
  show() {
    const state = this.client.state;
    this.root.dataset.state = state.state;
    if (state.state === "ready") this.root.dataset.startedBy = state.path;
    this.line.hidden = state.state === "ready";
    const [words, bar, retry] = this.line.children;
    if (words) words.textContent = saying(state);
    if (bar instanceof HTMLProgressElement) {
      bar.hidden = state.state !== "loading";
      if (state.state === "loading") bar.value = state.progress;
    }
    if (retry instanceof HTMLElement) retry.hidden = state.state !== "failed";
  }

  /** @param {string} words - for those who hear the page */
  speak(words) {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => (this.spoken.textContent = words), SETTLED_MS);
  }
}

/** @param {import("../engine/client.js").State} state */
function saying(state) {
  if (state.state === "loading") return "Loading the calculator …";
  if (state.state === "failed") return `The calculator could not be loaded (${state.reason}). The example below stays.`;
  return "";
}
