/**
 * Keeps what was visited for a visit without a network. With one, everything comes from it, past the browser's own cache, so
 * that nobody reads old words; without one, from here, the newest first. Nothing is remembered between two requests: a
 * browser stops this worker after half a minute.
 */

const VERSION = ""; // the build writes it, and so each deployment has a worker of its own
const VISITED = "visited-"; // with the version: a page lives and goes with the files of its time; offline.js fills it too
const STAY = 2; // versions: this one, and the one that a page which is open still may need
const MOST = 400; // files of a version: all pages of the site with what they load
// What never changes under its address, ours and the theme's; assets/engine/files.js keeps and forgets the engine's.
const VERSIONED = /[/-][0-9a-f]{12}\/|\.[0-9a-f]{8}\.min\.(js|css)$/;
const ANEW = new Set(["reload", "no-cache"]);
const NEWEST = /\/version\.json$/; // what is published now, asked by assets/site/version.js

const worker = /** @type {any} */ (globalThis);

worker.addEventListener("install", () => worker.skipWaiting());
worker.addEventListener("activate", (/** @type {any} */ event) => event.waitUntil(takeOver()));
worker.addEventListener("fetch", (/** @type {any} */ event) => {
  const { method, url } = event.request;
  if (method !== "GET" || !url.startsWith(worker.registration.scope)) return;
  const answer = NEWEST.test(plain(url)) ? newestVersion : VERSIONED.test(plain(url)) ? fromCache : fromNetwork;
  event.respondWith(answer(event));
});

/** @param {any} event */
function newestVersion({ request }) {
  return fetch(request).catch(() => Response.json({ version: "nowhere" }));
}

async function takeOver() {
  await worker.registration.navigationPreload?.disable(); // it would come out of the browser's own cache
  await caches.open(VISITED + VERSION);
  const old = (await versions()).slice(STAY);
  await Promise.all(old.map((name) => caches.delete(name)));
  await worker.clients.claim();
}

/** @returns {Promise<string[]>} the caches of all versions, the newest first */
async function versions() {
  const names = (await caches.keys()).filter((name) => name.startsWith(VISITED));
  const own = VISITED + VERSION;
  return [own, ...names.filter((name) => name !== own).reverse()];
}

/** @param {any} event */
async function fromCache(event) {
  const isAskedAgain = ANEW.has(event.request.cache); // what is kept was of no use
  return (!isAskedAgain && (await caches.match(plain(event.request.url)))) || fromNetwork(event);
}

/** @param {any} event */
async function fromNetwork(event) {
  const { request } = event;
  try {
    const isAsIs = isJustLoaded(request) || request.cache === "reload";
    const response = await fetch(isAsIs ? request : new Request(request, { cache: "no-cache" }));
    if (response.ok) event.waitUntil(keep(request, response.clone()));
    return response;
  } catch (error) {
    const kept = await newest(plain(request.url));
    if (kept) return kept;
    throw error;
  }
}

/** Whether a page keeps for later what it has loaded a moment ago. @param {Request} request */
function isJustLoaded({ cache, mode }) {
  return cache === "force-cache" && mode !== "navigate"; // the way back has it too, however long ago
}

/** The latest copy of all versions: a worker that gives way to another may not have kept the newest. @param {string} address */
async function newest(address) {
  const found = await Promise.all((await versions()).map((cacheName) => caches.match(address, { cacheName })));
  const when = (/** @type {Response} */ copy) => Date.parse(copy.headers.get("date") ?? "") || 0;
  return found.filter((copy) => copy !== undefined).sort((one, other) => when(other) - when(one))[0];
}

/**
 * @param {Request} request
 * @param {Response} response
 */
async function keep({ url, mode }, response) {
  try {
    if (!(await caches.has(VISITED + VERSION))) return; // a newer worker has taken over
    const cache = await caches.open(VISITED + VERSION);
    await cache.put(plain(url), response);
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

/** An address without query and fragment. @param {string} url */
function plain(url) {
  return url.replace(/[?#].*/s, "");
}
