/**
 * Keeps what was visited for a visit without a network. With one, everything comes from it, so that nobody reads old words;
 * without one, from here. Nothing is remembered between two requests: a browser stops this worker after half a minute.
 */

const VISITED = "visited"; // filled by assets/engine/offline.js too
const MOST = 400; // files: all pages of the site with what they load, and room for those of an earlier version
// What never changes under its address; assets/engine/files.js keeps it and forgets it.
const VERSIONED = /\/[0-9a-f]{12}\//;

const worker = /** @type {any} */ (globalThis);

worker.addEventListener("install", () => worker.skipWaiting());
worker.addEventListener("activate", (/** @type {any} */ event) => event.waitUntil(takeOver()));
worker.addEventListener("fetch", (/** @type {any} */ event) => {
  const { method, url } = event.request;
  if (method !== "GET" || !url.startsWith(worker.registration.scope)) return;
  event.respondWith(VERSIONED.test(url) ? fromCache(event.request) : fromNetwork(event));
});

async function takeOver() {
  // The browser asks for the page while this worker starts.
  await worker.registration.navigationPreload?.enable();
  await worker.clients.claim();
}

/** @param {Request} request */
async function fromCache(request) {
  return (await caches.match(request)) ?? fetch(request);
}

/** @param {any} event */
async function fromNetwork(event) {
  const { request, preloadResponse } = event;
  try {
    const response = (await preloadResponse) ?? (await fetch(request));
    if (response.ok) event.waitUntil(keep(request, response.clone()));
    return response;
  } catch (error) {
    const kept = await caches.match(request, { ignoreSearch: true });
    if (kept) return kept;
    throw error;
  }
}

/**
 * @param {Request} request
 * @param {Response} response
 */
async function keep({ url, mode }, response) {
  const { origin, pathname } = new URL(url);
  try {
    const cache = await caches.open(VISITED);
    await cache.put(origin + pathname, response);
    if (mode === "navigate") await prune(cache);
  } catch {
    // a full disk: the next visit needs the network again
  }
}

/** @param {Cache} cache - what was kept longest ago comes first in it */
async function prune(cache) {
  const oldest = (await cache.keys()).slice(0, -MOST);
  await Promise.all(oldest.map((request) => cache.delete(request)));
}
