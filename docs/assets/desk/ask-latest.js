/** Asks while one types: one question at a time, and after an answer the newest one again. */

const PAUSE_MS = 120;

export class AskLatest {
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #timer;
  /** @type {Promise<void> | undefined} */
  #running;
  #isOld = false;

  /**
   * @param {() => Promise<void>} ask - asks once, and shows the answer
   * @param {HTMLElement} place - of the answer; it is busy while a newer one is to come
   */
  constructor(ask, place) {
    this.ask = ask;
    this.place = place;
  }

  /** Ask after the last of several keys. */
  soon() {
    this.#old();
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.now(), PAUSE_MS);
  }

  /** Ask what has not been asked yet; is done when the newest answer is there. */
  async now() {
    clearTimeout(this.#timer);
    this.#old();
    this.#running ??= this.#run();
    await this.#running;
  }

  /** Wait for the answer to what was typed last. */
  async settled() {
    if (this.#isOld) await this.now();
    else await this.#running;
  }

  /** Whether the answer that just came is for what was typed meanwhile too. */
  get isNewest() {
    return !this.#isOld;
  }

  #old() {
    this.#isOld = true;
    this.place.ariaBusy = "true";
  }

  async #run() {
    while (this.#isOld) {
      this.#isOld = false;
      clearTimeout(this.#timer);
      await this.ask();
    }
    this.#running = undefined;
    this.place.ariaBusy = "false";
  }
}
