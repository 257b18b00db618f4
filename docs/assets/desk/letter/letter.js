/** The reply: one channel at a time, with its subject, to edit and to copy. Edits stay until the agent takes a new reply. */

import { copied, copy } from "../../site/clipboard.js";
import { one } from "../../site/element.js";
import { linkTo } from "../answer/concern.js";
import { change } from "../case.js";
import { LetterBody } from "./body.js";
import { drop, edited, holdOn, isOutdated, keepEdit } from "./edits.js";
import { blocksOf, richText } from "./tree.js";

const OUTDATED = "Copied as you edited it. The reply has changed since: compare its dates before you send.";

/** @typedef {{channel: string, label: string, subject: string | null, plain: string, html: string}} Message */

export class Letter {
  /** @type {any} */
  #reply = { messages: [], blanks: [] };
  #channel = "";
  /** @type {Promise<{plain: string, length: string}> | undefined} - the letter as it stands, from the worker */
  #written;

  /**
   * @param {HTMLElement} root
   * @param {(blocks: object[]) => Promise<{plain: string, length: string}>} write - writes a letter's tree
   */
  constructor(root, write) {
    this.write = write;
    this.section = one(root, ".desk__reply");
    this.body = new LetterBody(one(this.section, ".letter__body"));
    this.body.addEventListener("edit", () => this.#edited());
    this.section.addEventListener("change", ({ target }) => {
      if (target instanceof HTMLInputElement && target.name === "desk-channel") this.use(target.value);
    });
  }

  /**
   * @param {any} reply - null when there is none
   * @param {string} channel - the one that the agent used last
   */
  show(reply, channel) {
    this.section.hidden = reply === null;
    if (reply === null) return;
    this.#reply = reply;
    one(this.section, ".desk__title").replaceChildren(linkTo(reply));
    for (const radio of this.#radios()) radio.closest("label")?.toggleAttribute("hidden", !this.#message(radio.value));
    this.#channel = this.#message(channel) ? channel : reply.messages[0].channel;
    this.#render();
  }

  isShown() {
    return this.section.getClientRects().length > 0;
  }

  /** @param {string | undefined} channel - is left alone when the reply has none such */
  use(channel) {
    if (!channel || !this.#message(channel)) return;
    this.#channel = channel;
    change({ channel });
    this.#render();
  }

  /** @param {number} at - the place of a channel in the row */
  useNumber(at) {
    this.use(this.#radios()[at]?.value);
  }

  edit() {
    this.body.element.focus();
  }

  /** Keep what was edited, though the reply has changed since. */
  keep() {
    holdOn(this.#channel, this.#now().html);
    this.#render();
    this.edit();
  }

  /** Take the new reply instead of what was edited. */
  take() {
    drop(this.#channel);
    this.#render();
    this.button("body").focus();
  }

  async copySubject() {
    const { subject } = this.#now();
    if (!subject) return;
    const left = this.#reply.blanks.filter((/** @type {{blank: string}} */ { blank }) =>
      subject.includes(blank),
    ).length;
    await copy(this.button("subject"), [subject, null], copied(left), one(this.section, ".letter__line"));
  }

  async copyBody() {
    const button = this.button("body");
    button.focus();
    const rich = this.#channel === "sms" ? null : richText(this.body.element);
    const plain = edited(this.#channel) ? this.#written?.then((written) => written.plain) : this.#now().plain;
    await copy(
      button,
      [plain ?? "", rich],
      isOutdated(this.#channel, this.#now().html) ? OUTDATED : copied(this.body.left()),
      this.body.element,
    );
  }

  #render() {
    const { html, subject, label } = this.#now();
    one(this.section, ".letter").dataset.channel = this.#channel;
    for (const radio of this.#radios()) radio.checked = radio.value === this.#channel;
    for (const part of [one(this.section, ".letter__subject"), this.button("subject")]) part.hidden = subject === null;
    one(this.section, ".letter__line").textContent = subject;
    one(this.section, ".desk__changed").hidden = !isOutdated(this.#channel, html);
    one(this.section, ".desk__copy").textContent =
      `Copy ${label === label.toUpperCase() ? label : label.toLowerCase()}`;
    this.body.show(edited(this.#channel) ?? html);
    this.#count();
  }

  #edited() {
    keepEdit(this.#channel, this.body.html, this.#now().html);
    this.#count();
  }

  async #count() {
    const line = one(this.section, ".desk__count");
    const left = this.body.left();
    const said = [left ? `${left} ${left === 1 ? "blank" : "blanks"} left` : "No blank left"];
    if (edited(this.#channel)) said.push("edited by you");
    line.textContent = said.join(" · ");
    line.classList.toggle("is-open", left > 0);
    const isShort = this.#channel === "sms";
    const written = isShort || edited(this.#channel) ? this.write(blocksOf(this.body.element)) : undefined;
    this.#written = written;
    const length = await written?.then((found) => found.length).catch(() => "");
    if (isShort && length && written === this.#written) line.textContent = [length, ...said].join(" · ");
  }

  #now() {
    return /** @type {Message} */ (this.#message(this.#channel));
  }

  /** @param {string} channel */
  #message(channel) {
    return this.#reply.messages.find((/** @type {Message} */ message) => message.channel === channel);
  }

  /** @returns {HTMLInputElement[]} */
  #radios() {
    return [.../** @type {NodeListOf<HTMLInputElement>} */ (this.section.querySelectorAll("[name='desk-channel']"))];
  }

  /** @param {string} name */
  button(name) {
    return one(this.section, `[data-desk-do="${name}"]`);
  }
}
