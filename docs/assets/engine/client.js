/**
 * The page's side of the engine: one worker, started at the first question, shared by all widgets.
 *
 * @typedef {{state: "loading", progress: number} | {state: "ready", path: string} | {state: "failed", reason: string}} State
 */

import { keepForOffline } from "../site/offline.js";
import { onceIdle } from "./idle.js";
import { LOOKS, Watch } from "./watch.js";

const LIMIT_MS = 30_000; // for one question, the words for the first one included
const REPLACED = 2; // times that a worker which says nothing is replaced, until one answers

const SCRIPTS = ["worker", "files", "idle", "install", "one-function", "words", "zero-pages"]; // that a worker is made of

const globals = /** @type {any} */ (globalThis);

/** @type {Client | undefined} */
let shared;

/** The client of this page. @param {string} base - the address of the engine's files */
export function client(base) {
  shared ??= new Client(base);
  return shared;
}

class Client extends EventTarget {
  #id = 0;
  /** @type {Map<number, {question: object, resolve: (answer: any) => void, reject: (error: Error) => void}>} */
  #waiting = new Map();
  /** @type {Worker | MessagePort | undefined} */
  #port;
  #stir = () => {};
  #replaced = 0;
  #hasSpoken = false;
  /** @type {string[]} - addresses that a worker asked for which failed */
  #asked = [];
  #watch = new Watch(
    () => this.#patience(),
    () => this.#port?.postMessage({ ping: true }),
    () => this.#replace(),
  );
  /** @type {State} */
  state = { state: "loading", progress: 0 };

  /** @param {string} base */
  constructor(base) {
    super();
    this.base = new URL(base, document.baseURI).href;
  }

  /** Start the worker, again after a failure. */
  start() {
    if (this.#port) return;
    this.#become({ state: "loading", progress: 0 });
    if (typeof WebAssembly !== "object" || typeof DecompressionStream !== "function") {
      this.#fail("this browser cannot run it");
      return;
    }
    this.#replaced = 0;
    const started = takenOver() ?? globals.startWorker?.(this.base);
    if (started) this.#listen(started);
    else this.#fail("a part of it did not load");
  }

  /** Start the worker after a failure, past what the browser keeps: that may be what failed. */
  async again() {
    if (this.#port) return;
    this.#become({ state: "loading", progress: 0 });
    const scripts = SCRIPTS.map((name) => new URL(`${name}.js`, import.meta.url).href);
    await globals.renew?.([...scripts, ...this.#asked]);
    this.start();
  }

  /**
   * @param {object} asked - a form's fields
   * @param {{of?: string, words?: string}} [form] - the Python module that answers, and the address of the words it needs
   * @returns {Promise<any>} its answer
   */
  ask(asked, { of = "eta_form", words } = {}) {
    this.start();
    this.#stir();
    const id = ++this.#id;
    const question = { id, asked: JSON.stringify(asked), of, words };
    const answer = new Promise((resolve, reject) => this.#waiting.set(id, { question, resolve, reject }));
    const limit = setTimeout(() => this.#settle({ id, failed: "it took too long" }), LIMIT_MS);
    answer.catch(() => {}).finally(() => clearTimeout(limit));
    if (this.#port) this.#port.postMessage(question);
    else this.#fail("it did not start");
    return answer;
  }

  /** @param {{worker: any, port: Worker | MessagePort, said: any[]}} started */
  #listen({ worker, port, said }) {
    this.#port = port;
    this.#hasSpoken = false;
    port.onmessage = ({ data }) => this.#hear(data);
    worker.onerror = () => this.#hear({ isBroken: true });
    this.#watch.start();
    said.forEach((data) => this.#hear(data));
  }

  /** How long a worker may say nothing now: with nothing to answer, for ever. */
  #patience() {
    if (!this.#hasSpoken) return LOOKS.first;
    if (this.state.state === "loading") return LOOKS.loading;
    return this.#waiting.size > 0 ? LOOKS.ready : undefined;
  }

  /** A worker that is broken, or says nothing, gives way to one of this page's own; what was asked is asked again. */
  #replace() {
    if (++this.#replaced > REPLACED) return this.#fail("its worker did not answer");
    this.#leave();
    this.#become({ state: "loading", progress: 0 });
    this.#listen(globals.startWorker(this.base, true));
    return this.#waiting.forEach(({ question }) => this.#port?.postMessage(question));
  }

  /** @param {any} data */
  #hear(data) {
    this.#watch.heard();
    if (data.isBroken) return this.#replace();
    this.#hasSpoken = true;
    if (data.pong) return;
    if (data.id) this.#settle(data);
    else if (data.ready) this.#isReady(data);
    else if (data.failed) this.#fail(data.failed, data.asked);
    else this.#become({ state: "loading", progress: data.progress });
  }

  /** @param {{ready: string, loaded: string[]}} data */
  #isReady({ ready, loaded }) {
    this.#become({ state: "ready", path: ready });
    this.#stir = onceIdle(() => keepForOffline(loaded));
  }

  /** @param {{id: number, answer?: string, failed?: string}} data */
  #settle({ id, answer, failed }) {
    const waiting = this.#waiting.get(id);
    this.#waiting.delete(id);
    if (answer !== undefined) this.#replaced = 0;
    if (answer === undefined) waiting?.reject(new Error(failed ?? "no answer"));
    else waiting?.resolve(JSON.parse(answer));
  }

  /**
   * @param {string} reason
   * @param {string[]} [asked]
   */
  #fail(reason, asked = []) {
    this.#asked = asked;
    this.#watch.stop();
    this.#leave();
    for (const { reject } of this.#waiting.values()) reject(new Error(reason));
    this.#waiting.clear();
    this.#become({ state: "failed", reason });
  }

  #leave() {
    if (this.#port) this.#port.onmessage = null;
    if (this.#port instanceof Worker) this.#port.terminate();
    this.#port = undefined;
  }

  /** @param {State} state */
  #become(state) {
    this.state = state;
    this.dispatchEvent(new Event("change"));
  }
}

/** What `start-worker.js` began in the head of the page, once. */
function takenOver() {
  const early = globals.earlyWorker;
  delete globals.earlyWorker;
  return early;
}
