/** The answer: all its parts, and whether it is for what the form holds now. */

import { one } from "../../site/element.js";
import { facts } from "../case.js";
import { Blanks } from "../letter/blanks.js";
import { Letter } from "../letter/letter.js";
import { Concern } from "./concern.js";
import { Questions } from "./questions.js";
import { Sections } from "./sections.js";
import { Steps } from "./steps.js";
import { Verdicts } from "./verdicts.js";
import { Why } from "./why.js";

export class Answer {
  /** @type {any} - the last one that could be given */
  last;
  /** Whether the form holds something else than the answer is for. */
  isStale = false;

  /**
   * @param {HTMLElement} root
   * @param {import("../../engine/status.js").Status} status
   * @param {{settle: (facts: import("../../reply/order-facts.js").Facts) => void, focus: (fact: string) => void, typed: () => void,
   *   write: (blocks: object[]) => Promise<{plain: string, length: string}>}} acts
   *   what a control of the answer does: settles facts, goes to the field of one, has typed into a blank, has a letter written
   */
  constructor(root, status, acts) {
    this.root = root;
    this.status = status;
    this.letter = new Letter(root, acts.write);
    this.concern = new Concern(root, acts);
    this.parts = [
      new Blanks(root, acts),
      new Why(root, acts),
      new Questions(root, acts),
      new Steps(root),
      new Verdicts(root),
      new Sections(root),
    ];
  }

  /** @param {any} answer */
  show(answer) {
    const { concern = "", channel = "" } = facts();
    this.stale(false);
    if (JSON.stringify(answer) === JSON.stringify(this.last)) return; // of a later moment: nothing on the page moves
    this.#speak(answer);
    this.last = answer;
    this.#toggle(true);
    one(this.root, ".desk__shown").classList.toggle("is-machine", answer.reading.machine !== "" && !answer.concern);
    this.concern.show(answer, concern);
    this.letter.show(answer.reply, channel);
    for (const part of this.parts) part.show(answer);
  }

  /** There is nothing to answer. */
  empty() {
    this.last = undefined;
    this.stale(false);
    this.#toggle(false);
  }

  /** @param {boolean} isStale - the form holds something else than the answer is for */
  stale(isStale) {
    this.isStale = isStale;
    one(this.root, ".desk__stale").hidden = !isStale || this.last === undefined;
    one(this.root, ".desk__shown").classList.toggle("is-stale", isStale);
  }

  /** Go to the choice of what it is about. */
  choose() {
    const choice = this.root.querySelector(".desk__choice");
    if (this.last && choice instanceof HTMLElement) choice.focus();
  }

  /** @param {boolean} isShown */
  #toggle(isShown) {
    one(this.root, ".desk__empty").hidden = isShown;
    one(this.root, ".desk__shown").hidden = !isShown;
  }

  /** @param {any} answer */
  #speak({ reply, concern, reading }) {
    if (!concern && reading.machine) this.status.speak("No customer wrote this. It gets no reply.");
    else if (!concern) this.status.speak("Not clear what it is about. Choose one of three.");
    else if (reply && reply.id !== this.last?.reply?.id) this.status.speak(`Reply changed: ${reply.title}`);
  }
}
