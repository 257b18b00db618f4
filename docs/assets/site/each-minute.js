/** What depends on the clock is looked at each minute while the page is seen, and when somebody comes back to it. */

const MINUTE_MS = 60_000;

/** @param {() => void} look */
export function eachMinute(look) {
  const again = () => document.visibilityState === "visible" && look();
  setInterval(again, MINUTE_MS);
  for (const comesBack of ["visibilitychange", "focus", "pageshow"]) addEventListener(comesBack, again);
}
