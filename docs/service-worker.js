/**
 * Keeps what was visited for a visit without a network. With one, everything comes from it, so that nobody reads old words:
 * this worker looks at pages only, and at the rest once a page could not be had.
 */

const VISITED = "visited"; // filled by assets/engine/offline.js too

const worker = /** @type {any} */ (globalThis);
let isOffline = false;

worker.addEventListener("install", () => worker.skipWaiting());
worker.addEventListener("activate", (/** @type {any} */ event) => event.waitUntil(takeOver()));
worker.addEventListener("fetch", (/** @type {any} */ event) => {
  const { request } = event;
  if (request.mode === "navigate") event.respondWith(page(event));
  else if (isOffline && request.method === "GET") event.respondWith(kept(request));
});

async function takeOver() {
  // The browser asks for the page while this worker starts.
  await worker.registration.navigationPreload?.enable();
  await worker.clients.claim();
}

/** @param {any} event */
async function page({ request, preloadResponse }) {
  try {
    const response = (await preloadResponse) ?? (await fetch(request));
    isOffline = false;
    if (response.ok) keep(request, response.clone());
    return response;
  } catch (error) {
    isOffline = true;
    return kept(request, error);
  }
}

/**
 * @param {Request} request
 * @param {unknown} [error] - why it could not be had from the network
 */
async function kept(request, error) {
  const found = await caches.match(request, { ignoreSearch: true });
  if (found) return found;
  if (error) throw error;
  return fetch(request);
}

/**
 * @param {Request} request
 * @param {Response} response
 */
async function keep(request, response) {
  const cache = await caches.open(VISITED);
  await cache.put(request, response).catch(() => {}); // a full disk: the next visit needs the network again
}
