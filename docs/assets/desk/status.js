/** Says how the desk is doing: loading, failed, and quietly what changed. */

const SETTLED_MS = 800; // a screen reader hears what changed after the last key, not at each

export class Status {
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #timer;
  /** @type {string | undefined} - why the last question had no answer, though the engine runs */
  #failed;

  /**
   * @param {HTMLElement} root
   * @param {EventTarget & {state: import("../engine/client.js").State}} client
   */
  constructor(root, client) {
    this.root = root;
    this.client = client;
    this.line = /** @type {HTMLElement} */ (root.querySelector(".desk__state"));
    this.spoken = /** @type {HTMLElement} */ (root.querySelector(".desk__spoken"));
  }

  /** @param {string} [failed] - why there is no answer */
  show(failed = this.#failed) {
    this.#failed = failed;
    const state = failed ? /** @type {const} */ ({ state: "failed", reason: failed }) : this.client.state;
    const [words, bar, retry] = this.line.children;
    this.root.dataset.state = state.state;
    if (this.client.state.state === "ready") this.root.dataset.startedBy = this.client.state.path;
    this.line.hidden = state.state === "ready";
    words?.replaceChildren(saying(state));
    if (bar instanceof HTMLProgressElement) {
      bar.hidden = state.state !== "loading";
      if (state.state === "loading") bar.value = state.progress;
    }
    if (retry instanceof HTMLElement) retry.hidden = state.state !== "failed";
    /** @type {HTMLElement} */ (this.root.querySelector(".desk__instead")).hidden = state.state !== "failed";
  }

  /** Forget why the last question had no answer. */
  answered() {
    if (this.#failed === undefined) return;
    this.#failed = undefined;
    this.show();
  }

  /** @param {string} words - for those who hear the page */
  speak(words) {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => (this.spoken.textContent = words), SETTLED_MS);
  }
}

/** @param {import("../engine/client.js").State} state */
function saying(state) {
  if (state.state === "loading") return "Loading the desk …";
  if (state.state === "failed") return `The desk could not answer (${state.reason}). What you typed stays.`;
  return "";
}
