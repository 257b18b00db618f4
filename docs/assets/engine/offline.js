/**
 * Registers the service worker of the site, so that the desk and the calculator open without a network the next time, and
 * keeps what this first visit has loaded already. What the service worker has kept is not asked for again.
 */

const VISITED = "visited"; // the service worker's own cache
const FROM_BROWSER = /** @type {const} */ ({ cache: "force-cache" }); // as it was loaded a moment ago

/**
 * @param {URL} site - the root of the site
 * @param {string[]} loaded - what the engine's worker has loaded beside the page
 */
export async function keepForOffline(site, loaded) {
  if (!("serviceWorker" in navigator) || !("caches" in globalThis)) return;
  try {
    await navigator.serviceWorker.register(new URL("service-worker.js", site), { scope: site.pathname });
    const cache = await caches.open(VISITED);
    const missing = await missingIn(cache, [location.href, ...loadedHere(), ...loaded], site);
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
 * @param {URL} site
 * @returns {Promise<string[]>} those of the site that are not kept yet, each once, without query and fragment
 */
async function missingIn(cache, addresses, site) {
  const kept = new Set((await cache.keys()).map(({ url }) => url));
  const ours = addresses
    .filter((address) => address.startsWith(site.href))
    .map((address) => address.replace(/[?#].*/s, ""));
  return [...new Set(ours)].filter((address) => !kept.has(address));
}
