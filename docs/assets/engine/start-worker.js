/**
 * Starts the engine, or joins the one that runs: all pages share it, and it outlives a page by half a minute, so that an
 * agent's next page answers at once. Where workers are not shared, and where `?engine=` forces one way to start, a page has
 * its own.
 *
 * A plain script on purpose: with `data-engine`, in the head of a page, it begins before the theme does. `client.js` takes
 * over what it began, with what was said until then.
 */
{
  const script = /** @type {HTMLScriptElement} */ (document.currentScript);
  const code = new URL("worker.js", script.src);

  /** A browser that keeps nothing for a page, in a frame of another site for example, refuses it one. @param {object} options */
  const shared = (options) => {
    try {
      return new SharedWorker(code, options);
    } catch {
      return undefined;
    }
  };

  /**
   * @param {string} address - of the engine's files
   * @param {boolean} isOwn - not to be shared
   */
  const start = (address, isOwn = new URLSearchParams(location.search).has("engine")) => {
    const base = new URL(address, location.href).href;
    const isShared = typeof SharedWorker === "function" && !isOwn;
    const options = /** @type {const} */ ({ type: "module", name: base, extendedLifetime: true });
    const worker = (isShared && shared(options)) || new Worker(code, options);
    const port = worker instanceof Worker ? worker : worker.port;
    const said = /** @type {any[]} */ ([]);
    port.onmessage = ({ data }) => said.push(data);
    worker.onerror = () => said.push({ isBroken: true });
    port.postMessage({ base, search: location.search });
    return { worker, port, said };
  };

  const { engine } = script.dataset;
  Object.assign(globalThis, { startWorker: start }, engine && { earlyWorker: start(engine) });
}
