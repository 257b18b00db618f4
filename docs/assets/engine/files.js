/**
 * The files of one version of the engine or of the words, fetched once: kept in the Cache API under their version,
 * unpacked, so that a second visit asks the network for none of them. Other versions are deleted.
 */

const PACKED = ".gzipped";
const FROM_BROWSER = /** @type {const} */ ({ cache: "force-cache" }); // as it was loaded a moment ago
const ANEW = /** @type {const} */ ({ cache: "no-cache" }); // what is not kept here yet may have failed the last time
const TYPES = /** @type {Record<string, string>} */ ({ wasm: "application/wasm" });

export class Files {
  /**
   * @param {string} kind - what their caches are called by: `engine`
   * @param {string} base - the address of the folder, ending in "/<version>/"
   * @param {(done: number, all: number) => void} [progress] - bytes that came over the network, of those expected
   */
  constructor(kind, base, progress = () => {}) {
    this.base = base;
    this.prefix = `${kind}-`;
    this.name = this.prefix + base.split("/").at(-2);
    this.progress = progress;
    this.done = 0;
    this.all = 0;
    // Without a secure address (https or localhost) a browser has no caches; then every visit loads anew.
    this.cache = globalThis.caches?.open(this.name).catch(() => undefined);
  }

  /**
   * @param {string} name - a file as the browser wants it; one that is `packed` is fetched under its packed name
   * @param {{packed?: boolean}} [how]
   * @returns {Promise<Response>}
   */
  async get(name, { packed = false } = {}) {
    const address = this.base + name;
    const cache = await this.cache;
    const kept = await cache?.match(address);
    if (kept) return kept;
    const found = await this.#fetch(packed ? address + PACKED : address);
    const body = packed ? found.pipeThrough(new DecompressionStream("gzip")) : found;
    const response = new Response(body, { headers: { "Content-Type": TYPES[name.split(".").at(-1) ?? ""] ?? "" } });
    // A full disk only means that the next visit loads again.
    cache?.put(address, response.clone()).catch(() => {});
    return response;
  }

  /** @param {string} name */
  async bytes(name, how = {}) {
    return new Uint8Array(await (await this.get(name, how)).arrayBuffer());
  }

  /**
   * Delete what earlier versions left, and keep what was loaded past this class, such as Pyodide's scripts.
   *
   * @param {string[]} [loaded] - addresses
   */
  async tidy(loaded = []) {
    const cache = await this.cache;
    const own = loaded.filter((address) => address.startsWith(this.base) && !address.endsWith(PACKED));
    await Promise.allSettled(
      own.map(async (address) => (await cache?.match(address)) ?? cache?.add(new Request(address, FROM_BROWSER))),
    );
    const names = (await globalThis.caches?.keys()) ?? [];
    const others = names.filter((name) => name.startsWith(this.prefix) && name !== this.name);
    await Promise.all(others.map((name) => caches.delete(name)));
  }

  /**
   * @param {string} address
   * @returns {Promise<ReadableStream<BufferSource>>}
   */
  async #fetch(address) {
    const response = await fetch(address, ANEW);
    if (!response.ok || !response.body) throw new Error(`${address}: ${response.status}`);
    this.all += Number(response.headers.get("Content-Length") ?? 0);
    const count = new TransformStream({
      transform: (chunk, out) => {
        this.done += chunk.byteLength;
        this.progress(this.done, this.all);
        out.enqueue(chunk);
      },
    });
    return /** @type {ReadableStream<BufferSource>} */ (response.body.pipeThrough(count));
  }
}
