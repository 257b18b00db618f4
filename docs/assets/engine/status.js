/** Says how the engine is doing: loading, failed, and softly what is new. */

import { one } from "../site/element.js";

const SETTLED_MS = 800; // a screen reader hears what is new after the last key, not at each

/**
 * @typedef {object} Saying - for the desk or for the calculator
 * @property {string} name - what the classes of its parts begin with
 * @property {string} loading
 * @property {(reason: string) => string} failed
 */

export class Status {
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #timer;
  /** @type {string | undefined} - why the last question had no answer, though the engine runs */
  #failed;

  /**
   * @param {HTMLElement} root
   * @param {EventTarget & {state: import("./client.js").State}} client
   * @param {Saying} saying
   */
  constructor(root, client, saying) {
    this.root = root;
    this.client = client;
    this.saying = saying;
    this.line = one(root, `.${saying.name}__state`);
    this.spoken = one(root, `.${saying.name}__spoken`);
  }

  /** @param {string} [failed] - why there is no answer */
  show(failed = this.#failed) {
    this.#failed = failed;
    const state = failed ? /** @type {const} */ ({ state: "failed", reason: failed }) : this.client.state;
    const [words, bar, retry] = this.line.children;
    this.root.dataset.state = state.state;
    if (this.client.state.state === "ready") this.root.dataset.startedBy = this.client.state.path;
    this.line.hidden = state.state === "ready";
    words?.replaceChildren(this.#words(state));
    if (bar instanceof HTMLProgressElement) {
      bar.hidden = state.state !== "loading";
      if (state.state === "loading") bar.value = state.progress;
    }
    if (retry instanceof HTMLElement) retry.hidden = state.state !== "failed";
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

  /** @param {import("./client.js").State} state */
  #words(state) {
    if (state.state === "loading") return this.saying.loading;
    return state.state === "failed" ? this.saying.failed(state.reason) : "";
  }
}
