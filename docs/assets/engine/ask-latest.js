/** Asks while one types: one question at a time, and after an answer the newest one again; and each minute as of now. */

import { eachMinute } from "../site/each-minute.js";

const PAUSE_MS = 120;
const FRESH_MS = 55_000; // an answer names hours and days: an older one is worked out anew

export class AskLatest {
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #timer;
  /** @type {Promise<void> | undefined} */
  #running;
  #isOld = false;
  #askedAt = -Infinity;
  /** When what was answered last may have become wrong, in milliseconds as a date has them; not a number: never. */
  expires = Infinity;

  /**
   * @param {() => Promise<void>} ask - asks once, and shows the answer
   * @param {HTMLElement} place - of the answer; it is busy while a newer one is to come
   */
  constructor(ask, place) {
    this.ask = ask;
    this.place = place;
    eachMinute(() => !this.isFresh && this.#askedAt > 0 && this.now());
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

  /** Wait for the answer to what was typed last, as of now. */
  async settled() {
    if (this.isFresh) return;
    if (this.#isOld || !this.#running) await this.now();
    else await this.#running;
  }

  /** Whether the answer is for what was typed last, and as of now. */
  get isFresh() {
    const now = Date.now();
    return !this.#isOld && !this.#running && now - this.#askedAt < FRESH_MS && !(now >= this.expires);
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
      this.#askedAt = Date.now();
      this.expires = Infinity;
      await this.ask();
    }
    this.#running = undefined;
    this.place.ariaBusy = "false";
  }
}
