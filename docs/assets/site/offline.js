/**
 * Registers the service worker of the site, so that a page opens without a network the next time, and keeps what this first
 * visit has loaded already. What is kept is not asked for again.
 */

import { SITE, VERSION } from "./published.js";

const VISITED = `visited-${VERSION}`; // as the service worker calls it
const FROM_BROWSER = /** @type {const} */ ({ cache: "force-cache" }); // as it was loaded a moment ago

/** @param {string[]} [loaded] - what a worker has loaded beside the page */
export async function keepForOffline(loaded = []) {
  if (!("serviceWorker" in navigator) || !("caches" in globalThis)) return;
  try {
    await navigator.serviceWorker.register(new URL("service-worker.js", SITE), { scope: SITE.pathname });
    const cache = await caches.open(VISITED);
    const missing = await missingIn(cache, [location.href, ...loadedHere(), ...loaded]);
    await Promise.allSettled(missing.map((address) => cache.add(new Request(address, FROM_BROWSER))));
    document.documentElement.dataset.offline = "ready";
  } catch {
    // A browser that keeps nothing, in a private window for example: the page works with the network.
  }
}

function loadedHere() {
  return performance.getEntriesByType("resource").map((entry) => entry.name);
}

/**
 * @param {Cache} cache
 * @param {string[]} addresses
 * @returns {Promise<string[]>} those of the site that are not kept yet, each once, without query and fragment
 */
async function missingIn(cache, addresses) {
  const kept = new Set((await cache.keys()).map(({ url }) => url));
  const ours = addresses
    .filter((address) => address.startsWith(SITE.href) && !address.endsWith("/version.json"))
    .map((address) => address.replace(/[?#].*/s, ""));
  return [...new Set(ours)].filter((address) => !kept.has(address));
}
