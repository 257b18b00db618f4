/** The quick answer on the home page: the likeliest replies to what is typed, or the way to the search. */

import { begin, facts } from "../desk/case.js";
import { sanitize } from "../desk/letter/sanitize.js";
import { richText } from "../desk/letter/tree.js";
import { because, machineIs, onSite, percent, places } from "../desk/page-data.js";
import { AskLatest } from "../engine/ask-latest.js";
import { client } from "../engine/client.js";
import { copied, copy, isPlainKey } from "../site/clipboard.js";
import { make, one } from "../site/element.js";
import { search } from "./open-search.js";

const SHOWN = 3;
const WARM_UP = "Where is my order?";

export class Quick {
  /** @type {any} */
  #reply = null;
  /** @type {Promise<unknown> | undefined} */
  starting;

  /** @param {HTMLElement} box */
  constructor(box) {
    this.box = box;
    this.field = /** @type {HTMLTextAreaElement} */ (box.querySelector("textarea"));
    this.asker = new AskLatest(() => this.#ask(), one(this.box, ".box__answer"));
    this.field.addEventListener("input", () => this.asker.soon());
    one(this.box, ".box__copy").addEventListener("click", () => this.#copy());
    one(this.box, ".box__search").addEventListener("click", () => search(this.field.value));
    one(this.box, ".box__open").addEventListener("click", () => this.#carry());
    addEventListener("keydown", (event) => this.#pressed(event));
    this.asker.now();
    this.#question(WARM_UP).catch(() => {}); // so that the first answer finds the engine running
  }

  async #ask() {
    const message = this.field.value;
    if (message.trim() === "") return this.#show(null);
    if (!this.#reply) this.#say("One moment …");
    try {
      const answer = await this.#question(message);
      if (this.asker.isNewest) this.#show(answer);
    } catch {
      this.#show(null);
      this.#say("The desk cannot answer now. The next letter you type tries again.");
      one(this.box, ".box__search").hidden = false;
    }
  }

  /** @param {string} message */
  async #question(message) {
    const { engine = "", words = "" } = this.box.dataset;
    this.starting ??= loaded(new URL("../engine/start-worker.js", import.meta.url));
    await this.starting.catch(() => (this.starting = undefined));
    const asked = { message, agent: facts().agent ?? "", now: new Date().toISOString() };
    const desk = client(engine);
    if (desk.state.state === "failed") await desk.again();
    return desk.ask(asked, { of: "desk_form", words: new URL(words, document.baseURI).href });
  }

  /** @param {any} answer - null when there is nothing to answer */
  #show(answer) {
    this.#reply = answer?.reply ?? null;
    this.asker.expires = Date.parse(answer?.expires.at);
    one(this.box, ".box__answer").hidden = answer === null;
    if (answer === null) return this.#say("");
    const { ranking, unsure } = answer.triage;
    const machine = machineIs(answer.reading.machine);
    const doubt = unsure ? "These words do not say clearly enough what it is about. It may be one of these." : "";
    this.#say(machine ? `${machine} It gets no reply.` : doubt);
    one(this.box, ".box__places").replaceChildren(...(machine ? [] : ranking.slice(0, SHOWN).map(place)));
    one(this.box, ".box__search").hidden = !unsure || machine !== "";
    this.#showReply();
  }

  #showReply() {
    const { hidden } = Object.assign(one(this.box, ".box__reply"), { hidden: this.#reply === null });
    if (hidden) return;
    one(this.box, ".box__title").textContent = this.#reply.title;
    one(this.box, ".box__lines").textContent = this.#reply.messages[0].plain;
  }

  async #copy() {
    if (!this.asker.isFresh) await this.asker.settled(); // not awaited needlessly: Safari copies at once or never
    if (!this.#reply) return;
    const [{ plain, html }] = this.#reply.messages;
    const rich = richText(make("div", {}, [sanitize(html)]));
    await copy(
      one(this.box, ".box__copy"),
      [plain, rich],
      copied(this.#reply.blanks.length),
      one(this.box, ".box__lines"),
    );
  }

  /** Take the message along to the desk, in this tab's storage. */
  #carry() {
    begin({ message: this.field.value });
  }

  /** @param {KeyboardEvent} event */
  async #pressed(event) {
    const isFromField = event.target === this.field && event.key === "Enter" && (event.ctrlKey || event.metaKey);
    if (!isFromField && !(event.key.toLowerCase() === "c" && isPlainKey(event))) return;
    await this.#copy();
  }

  /** @param {string} words */
  #say(words) {
    one(this.box, ".box__says").textContent = words;
  }
}

/** @param {{id: string, score: number, why: string[]}} rank */
function place({ id, score, why }) {
  return make("li", {}, [
    make("a", { href: onSite(places[id]?.address ?? ""), textContent: places[id]?.title ?? id }),
    make("span", { textContent: `${percent(score)} ${because(why)}` }),
  ]);
}

/** @param {URL} address - of a plain script */
function loaded(address) {
  return new Promise((resolve, reject) => {
    document.head.append(make("script", { src: address.href, onload: resolve, onerror: reject }));
  });
}
