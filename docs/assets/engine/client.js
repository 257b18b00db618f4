/**
 * The page's side of the engine: one worker, started at the first question, shared by all widgets.
 *
 * @typedef {{state: "loading", progress: number} | {state: "ready", path: string} | {state: "failed", reason: string}} State
 */

import { keepForOffline } from "../site/offline.js";
import { onceIdle } from "./idle.js";

const SILENT_MS = 8000; // browsers do not always tell that the script of a shared worker did not come

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
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #silence;
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
    this.#listen(takenOver() ?? globals.startWorker(this.base));
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
    if (this.#port) this.#port.postMessage(question);
    else this.#fail("it did not start");
    return answer;
  }

  /** @param {{worker: any, port: Worker | MessagePort, said: any[]}} started */
  #listen({ worker, port, said }) {
    this.#port = port;
    port.onmessage = ({ data }) => this.#hear(data);
    worker.onerror = () => this.#hear({ isBroken: true });
    if (!(port instanceof Worker)) this.#silence = setTimeout(() => this.#hear({ isBroken: true }), SILENT_MS);
    said.forEach((data) => this.#hear(data));
  }

  /** Where a browser has shared workers but none of modules, or one that never speaks, this page gets its own. */
  #replace() {
    if (this.#port instanceof Worker) return this.#fail("its worker did not load");
    this.#listen(globals.startWorker(this.base, true));
    return this.#waiting.forEach(({ question }) => this.#port?.postMessage(question));
  }

  /** @param {any} data */
  #hear(data) {
    clearTimeout(this.#silence);
    if (data.isBroken) this.#replace();
    else if (data.id) this.#settle(data);
    else if (data.ready) this.#isReady(data);
    else if (data.failed) this.#fail(data.failed);
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
    if (answer === undefined) waiting?.reject(new Error(failed ?? "no answer"));
    else waiting?.resolve(JSON.parse(answer));
  }

  /** @param {string} reason */
  #fail(reason) {
    if (this.#port) this.#port.onmessage = null;
    if (this.#port instanceof Worker) this.#port.terminate();
    this.#port = undefined;
    for (const { reject } of this.#waiting.values()) reject(new Error(reason));
    this.#waiting.clear();
    this.#become({ state: "failed", reason });
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
