/**
 * Holds back the search until someone is about to use it: its index and its worker are the largest part of a page, and the
 * theme would fetch and sort them on every page, before its first picture. A plain script that runs before the theme's.
 */
{
  const INDEX = "search/search_index.json";
  const WORKER = "workers/search.";
  const SEARCH = ".md-search, [for='__search']";
  const KEYS = new Set(["/", "s", "f"]);
  const TYPING = "textarea, select, [contenteditable], input:not([type='radio'])";
  const version = document.querySelector("meta[name='playbook-version']")?.getAttribute("content"); // not an older index
  const { open, send } = XMLHttpRequest.prototype;
  const Now = Worker;
  const held = new WeakSet();
  const wanted = new Promise((resolve) => {
    const signs = ["focusin", "pointerover", "touchstart", "keydown"];
    for (const sign of signs) addEventListener(sign, (event) => isForSearch(event) && resolve(true), true);
    const asked = new URLSearchParams(location.search);
    if (asked.has("q") || asked.has("h")) resolve(true); // a shared search, or a page opened from its results
  });

  /** Stands in for the search's worker until it is wanted. */
  class Later extends EventTarget {
    /** @param {string | URL} address */
    constructor(address) {
      super();
      this.worker = wanted.then(() => {
        const worker = new Now(address);
        worker.addEventListener("message", ({ data }) => this.dispatchEvent(new MessageEvent("message", { data })));
        return worker;
      });
    }

    /** @param {any} message */
    postMessage(message) {
      this.worker.then((worker) => worker.postMessage(message));
    }
  }

  globalThis.Worker = /** @type {any} */ (
    new Proxy(Now, {
      construct: (target, how) =>
        String(how[0]).includes(WORKER) ? new Later(how[0]) : Reflect.construct(target, how),
    })
  );

  XMLHttpRequest.prototype.open = function (/** @type {any[]} */ ...how) {
    const isIndex = String(how[1]).endsWith(INDEX);
    if (isIndex) held.add(this);
    return open.apply(this, /** @type {any} */ (isIndex ? [how[0], `${how[1]}?${version}`, ...how.slice(2)] : how));
  };

  XMLHttpRequest.prototype.send = function (...body) {
    if (held.has(this)) wanted.then(() => send.apply(this, body));
    else send.apply(this, body);
  };

  /** @param {Event} event - a key counts where the theme listens to it: not while somebody types */
  function isForSearch(event) {
    if (!(event.target instanceof Element)) return false;
    if (event instanceof KeyboardEvent) return KEYS.has(event.key) && event.target.closest(TYPING) === null;
    return event.target.closest(SEARCH) !== null;
  }
}
