/**
 * One calculator on a page: its form asks, the shared worker answers, its result shows. Nothing here computes a date.
 */

import { AskLatest } from "../engine/ask-latest.js";
import { client } from "../engine/client.js";
import { Status } from "../engine/status.js";
import { one } from "../site/element.js";
import { Actions } from "./actions.js";
import { Form } from "./form.js";
import { Result } from "./result.js";

const NEAR = "300px";
const SAYING = {
  name: "eta",
  loading: "Loading the calculator …",
  failed: (/** @type {string} */ reason) => `The calculator could not be loaded (${reason}). The example below stays.`,
};

export class Widget {
  /** @param {HTMLElement} root */
  constructor(root) {
    this.form = new Form(root);
    this.result = new Result(root);
    this.client = client(root.dataset.engine ?? "");
    this.status = new Status(root, this.client, SAYING);
    this.asker = new AskLatest(() => this.#ask(), one(root, ".eta__result"));
    this.actions = new Actions(root, this.form, this.asker, () => this.client.again());
    this.form.addEventListener("edit", () => this.asker.now());
    this.client.addEventListener("change", () => this.#clientChanged());
    this.#startWhenNear(root);
  }

  async #ask() {
    if (this.form.isUnfinished()) {
      this.result.stale(true);
      return;
    }
    try {
      const answer = await this.client.ask({ ...this.form.asked(), now: new Date().toISOString() });
      if (this.asker.isNewest) this.#show(answer);
    } catch {
      // The status says it: the client has failed, and starts again at the agent's word.
    }
  }

  /** @param {any} answer */
  #show(answer) {
    this.form.refuse(answer.refused);
    this.result.stale(Boolean(answer.refused));
    if (answer.refused) return;
    this.form.orderedOn(answer.estimate.order_date);
    this.result.show(answer);
    this.actions.show(answer);
    this.status.speak(`Count on it by ${answer.shown.count_on_it_by}.`);
  }

  #clientChanged() {
    this.status.show();
    if (this.client.state.state === "ready") this.asker.now();
  }

  /** @param {HTMLElement} root */
  #startWhenNear(root) {
    const start = () => {
      near.disconnect();
      root.removeEventListener("focusin", start);
      this.client.start();
      this.#clientChanged();
    };
    const near = new IntersectionObserver((seen) => seen.some((entry) => entry.isIntersecting) && start(), {
      rootMargin: NEAR,
    });
    root.addEventListener("focusin", start);
    if ("eager" in root.dataset) start();
    else near.observe(root);
  }
}
