/** The desk: the form asks, the shared worker answers, the answer shows. Nothing here judges or computes. */

import { AskLatest } from "../engine/ask-latest.js";
import { client } from "../engine/client.js";
import { Status } from "../engine/status.js";
import { clear } from "../reply/order-facts.js";
import { say } from "../site/clipboard.js";
import { onPress, one } from "../site/element.js";
import { NARROW } from "../site/fields.js";
import { Answer } from "./answer/answer.js";
import { asked, begin, change, isEmpty, keepFilled, takeOver } from "./case.js";
import { Form } from "./form.js";
import { listenToKeys } from "./keys.js";
import { taken } from "./prefill.js";
import { OwnWords } from "./reading/own-words.js";

const WARM_UP = "Where is my order?"; // so that the first answer finds the words read already
const STALE = "Not copied: the reply is not for what the form holds. See what it says beside the fields.";
const SAYING = {
  name: "desk",
  loading: "Loading the desk …",
  failed: (/** @type {string} */ reason) => `The desk could not answer (${reason}). What you typed stays.`,
};

export class Desk {
  /** @param {HTMLElement} root */
  constructor(root) {
    this.root = root;
    const given = taken();
    if (given) begin(given);
    takeOver();
    this.client = client(root.dataset.engine ?? "");
    this.status = new Status(root, this.client, SAYING);
    this.form = new Form(root);
    this.ownWords = new OwnWords(root);
    this.asker = new AskLatest(() => this.#ask(), one(this.root, ".desk__answer"));
    this.answer = new Answer(root, this.status, {
      settle: (facts) => this.#settle(facts),
      focus: (fact) => this.form.focus(fact),
      typed: () => this.asker.soon(),
      write: (blocks) => this.client.ask({ blocks }, { of: "letter_form" }),
    });
    this.#listen();
    this.#start();
  }

  /** Copy the reply to what was typed last; where there is none, go to the choice of what it is about. */
  async copyNewest() {
    await this.asker.settled();
    if (this.answer.last?.reply) await this.copy("body");
    else this.answer.choose();
  }

  /** Copy a part of the letter that answers what the form holds, as of now. @param {"body" | "subject"} part */
  async copy(part) {
    if (!this.asker.isFresh) await this.asker.settled(); // not awaited needlessly: Safari copies at once or never
    const { letter, isStale } = this.answer;
    if (isStale) return say(letter.button(part), STALE, "refused");
    return part === "subject" ? letter.copySubject() : letter.copyBody();
  }

  /** Forget this customer. */
  clear() {
    clear();
    this.#read();
    this.#again();
    this.form.focus("message");
    say(one(this.root, "[data-desk-do='clear']"), "Cleared. Ready for the next customer.", "cleared");
  }

  #listen() {
    this.form.addEventListener("edit", () => this.asker.soon());
    this.form.addEventListener("said", (event) => this.status.speak(/** @type {CustomEvent} */ (event).detail));
    this.client.addEventListener("change", () => this.#clientChanged());
    onPress(this.root, "[data-desk-do]", (button) => this.#do(button.dataset.deskDo ?? ""));
    listenToKeys(this);
    addEventListener("hashchange", () => this.#prefill());
    addEventListener("pageshow", ({ persisted }) => persisted && this.#again());
  }

  async #start() {
    one(this.root, ".desk__columns").hidden = false;
    this.client.start();
    this.status.show();
    if (!isEmpty()) return this.asker.now();
    if (!matchMedia(NARROW).matches) this.form.focus("message");
    return this.#question({ message: WARM_UP, now: new Date().toISOString() }).catch(() => {});
  }

  async #ask() {
    if (isEmpty()) return this.#empty();
    if (this.form.isUnfinished()) return this.answer.stale(true);
    try {
      const answer = await this.#question(asked());
      this.status.answered();
      if (this.asker.isNewest) this.#show(answer);
    } catch (error) {
      // When the client itself has failed, its state says why.
      if (this.client.state.state !== "failed") this.status.show(String(error));
      this.answer.stale(true);
    }
  }

  /** @param {object} question */
  #question(question) {
    const words = new URL(this.root.dataset.words ?? "", document.baseURI).href;
    return this.client.ask(question, { of: "desk_form", words });
  }

  /** @param {any} answer - or all refusals */
  #show(answer) {
    this.form.refuse(answer.refused ?? []);
    if (answer.refused) return this.answer.stale(true);
    this.asker.expires = Date.parse(answer.expires.at);
    this.answer.show(answer);
    this.#read(answer.reading);
    keepFilled(answer);
  }

  /** @param {any} [reading] - what was read in the message; nothing where there is none */
  #read(reading) {
    this.form.read(reading);
    this.ownWords.show(reading ?? { own: "", facts: [], asks: [] });
  }

  #empty() {
    this.form.refuse([]);
    this.#read();
    this.answer.empty();
  }

  #clientChanged() {
    this.status.show();
    if (this.client.state.state === "ready" && !this.answer.last) this.asker.now();
  }

  #prefill() {
    const given = taken();
    if (!given) return;
    begin(given);
    this.#read();
    this.#again();
  }

  /** Begin with the facts as they are kept. */
  #again() {
    takeOver();
    this.form.show();
    this.asker.now();
  }

  /** @param {import("../reply/order-facts.js").Facts} facts */
  #settle(facts) {
    change(facts);
    this.asker.now();
  }

  /** @param {string} what */
  #do(what) {
    const { letter } = this.answer;
    const acts = {
      body: () => this.copy("body"),
      subject: () => this.copy("subject"),
      keep: () => letter.keep(),
      take: () => letter.take(),
      clear: () => this.clear(),
      retry: () => this.#retry(),
      asks: () => one(this.root, ".desk__questions [data-key]").focus(),
    };
    acts[/** @type {keyof typeof acts} */ (what)]();
  }

  async #retry() {
    this.status.answered();
    await this.client.again();
    this.asker.now();
  }
}
