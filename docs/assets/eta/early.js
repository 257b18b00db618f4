/**
 * Starts the worker of a calculator that is in view from the start. A plain script on purpose, and one that the page waits
 * for: modules only run after the theme, a tenth of a second later. `client.js` takes the worker over, with what it said.
 */
{
  const script = /** @type {HTMLScriptElement} */ (document.currentScript);
  const worker = new Worker(new URL("worker.js", script.src), { type: "module" });
  const said = /** @type {any[]} */ ([]);
  worker.onmessage = ({ data }) => said.push(data);
  worker.postMessage({ base: new URL(script.dataset.reckoner ?? "", location.href).href, search: location.search });
  Object.assign(globalThis, { earlyReckoner: { worker, said } });
}
