/**
 * Registers the service worker of the site, so that the calculator's page opens without a network the next time, and keeps
 * what this first visit has loaded already.
 */

const VISITED = "visited"; // the service worker's own cache

/**
 * @param {URL} site - the root of the site
 * @param {string[]} loaded - what the calculator's worker has loaded beside the page
 */
export async function keepForOffline(site, loaded) {
  if (!("serviceWorker" in navigator) || !("caches" in globalThis)) return;
  try {
    await navigator.serviceWorker.register(new URL("service-worker.js", site), { scope: site.pathname });
    const names = performance.getEntriesByType("resource").map((entry) => entry.name);
    const ours = [...names, ...loaded].filter((address) => address.startsWith(site.href));
    const cache = await caches.open(VISITED);
    await Promise.allSettled([location.pathname, ...ours].map((address) => cache.add(address)));
    document.documentElement.dataset.offline = "ready";
  } catch {
    // A browser that keeps nothing, in a private window for example: the calculator works with the network.
  }
}
