/** The six sections of an answer, in order, folded except the first. */

import { copy } from "../../site/clipboard.js";
import { make, one } from "../../site/element.js";
import { sanitize } from "../letter/sanitize.js";
import { richText } from "../letter/tree.js";
import { onSite } from "../page-data.js";
import { linkTo } from "./concern.js";
import { KeyedList } from "./keyed-list.js";

export class Sections {
  /** @type {Map<string, KeyedList>} */
  #parts = new Map();

  /** @param {HTMLElement} root */
  constructor(root) {
    this.place = one(root, ".desk__sections");
    this.place.append(make("h2", { textContent: "The whole assessment" }));
  }

  /** @param {any} answer */
  show({ sections }) {
    this.place.hidden = false;
    for (const section of sections) this.#part(section).fill([section], content);
  }

  /** @param {{id: string, title: string}} section */
  #part({ id, title }) {
    const known = this.#parts.get(id);
    if (known) return known;
    const holder = make("div", { className: "desk__section-content" });
    const made = make("details", { className: "desk__section", open: this.#parts.size === 0 }, [
      make("summary", { textContent: title }),
      holder,
    ]);
    this.place.append(made);
    const part = new KeyedList(made, ".desk__section-content");
    this.#parts.set(id, part);
    return part;
  }
}

/** @param {any} section */
function content({ lines, template, message }) {
  return make("div", {}, [
    make("dl", {}, lines.flatMap(line)),
    ...(template ? [make("p", {}, ["To send, from ", linkTo(template), ":"])] : []),
    ...(message ? [letter(message)] : []),
  ]);
}

/** @param {{label: string, says: string, address: string}} line */
function line({ label, says, address }) {
  const name = address ? make("a", { href: onSite(address), textContent: label }) : label;
  return [make("dt", {}, [name]), make("dd", { textContent: says })];
}

/** @param {{channel: string, subject: string | null, plain: string, html: string}} message */
function letter({ channel, subject, plain, html }) {
  const body = make("div", { className: "letter__body" }, [sanitize(html)]);
  const button = make("button", { type: "button", className: "copy copy--quiet", textContent: `Copy ${channel}` });
  button.addEventListener("click", () => copy(button, [plain, richText(body)], "Copied.", body));
  const head = subject
    ? [
        make("p", { className: "letter__subject" }, [
          span("letter__name", "Subject"),
          " ",
          span("letter__line", subject),
        ]),
      ]
    : [];
  return make("article", { className: `letter letter--${channel}` }, [
    make("div", { className: "letter__bar" }, [...head, button]),
    body,
  ]);
}

/**
 * @param {string} className
 * @param {string} textContent
 */
function span(className, textContent) {
  return make("span", { className, textContent });
}
