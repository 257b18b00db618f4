/**
 * On paper, a page with many replies is the one that was chosen, in the channel shown; it says where the others are. A
 * button at the page's end prints them all.
 */

import { make } from "../site/element.js";

const ALL = "prints-all"; // the page, while all its replies are printed

const replies = document.querySelectorAll(".entry ~ .reply");
const end = document.querySelector(".entry__end");
if (end && replies.length > 1) end.append(whereTheOthersAre(), printsAll());

function whereTheOthersAre() {
  const address = new URL(".", location.href).href;
  const says = `One of ${replies.length} replies, in one channel. All of them: ${address}`;
  return make("p", { className: "entry__others", textContent: says });
}

function printsAll() {
  const textContent = `Print all ${replies.length} replies`;
  const button = make("button", { type: "button", className: "copy copy--quiet", textContent });
  button.addEventListener("click", printAll);
  return make("p", { className: "entry__print" }, [button]);
}

function printAll() {
  document.body.classList.add(ALL);
  addEventListener("afterprint", () => document.body.classList.remove(ALL), { once: true });
  print();
}
