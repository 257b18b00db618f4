/**
 * Notices that a worker is silent though something is expected of it: it has ended, or its script did not come, and browsers
 * do not always say so. Silence is counted in looks and not by the clock, which goes on while a laptop sleeps.
 */

const LOOK_MS = 2000;
export const LOOKS = /** @type {const} */ ({ first: 4, loading: 15, ready: 4 }); // of silence, by what a worker has said yet

export class Watch {
  #silent = 0;
  /** @type {ReturnType<typeof setInterval> | undefined} */
  #timer;

  /**
   * @param {() => number | undefined} patience - looks of silence to bear now; undefined when nothing is expected
   * @param {() => void} ask - for a sign of life
   * @param {() => void} lost
   */
  constructor(patience, ask, lost) {
    this.patience = patience;
    this.ask = ask;
    this.lost = lost;
  }

  start() {
    this.heard();
    this.#timer ??= setInterval(() => this.#look(), LOOK_MS);
  }

  stop() {
    clearInterval(this.#timer);
    this.#timer = undefined;
  }

  heard() {
    this.#silent = 0;
  }

  #look() {
    const patience = this.patience();
    if (patience === undefined) return this.heard();
    if (++this.#silent > patience) return this.lost();
    return this.ask();
  }
}
