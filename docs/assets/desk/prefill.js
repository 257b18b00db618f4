/**
 * A case in the address's fragment, as a helpdesk's link brings it: `desk/#order=1042&stage=design&message=…`. No server
 * sees a fragment; it is taken out of the address as soon as it is read.
 *
 * A helpdesk may write its values unencoded, so that only `&` and the name of a fact end a value.
 */

import { FACTS } from "./page-data.js";

const PAIR = new RegExp(`&(?=(?:${FACTS.join("|")})=)`);
const CHARACTER = /%[0-7][0-9a-f]|%[c-f][0-9a-f](?:%[89ab][0-9a-f])+/gi; // one, in UTF-8
// What a tag says besides its name is no word of a customer's, and the pages' policy would complain about each style in it.
const ATTRIBUTES = /(<[a-z][a-z0-9]*)\s(?:"[^"<]*"|'[^'<]*'|[^'"<>])*>/gi;
const PROSE = new Set(["message", "customization", "change_to", "approved", "made", "customer", "agent"]);

/** @returns {import("../reply/order-facts.js").Facts | undefined} the facts of the fragment; nothing when it holds none */
export function taken() {
  const given = parsed(location.hash.slice(1));
  if (Object.keys(given).length === 0) return undefined;
  history.replaceState(history.state, "", location.pathname + location.search);
  return given;
}

/**
 * @param {string} fragment
 * @returns {import("../reply/order-facts.js").Facts}
 */
function parsed(fragment) {
  const pairs = fragment.split(PAIR).map((pair) => pair.split(/=(.*)/s));
  const known = pairs.filter(([name = "", value]) => FACTS.includes(name) && value);
  return Object.fromEntries(known.map(([name = "", value = ""]) => [name, words(decoded(name, value)).trim()]));
}

/** @param {string} value - some helpdesks hand a comment over as HTML; its text is what the customer wrote */
function words(value) {
  if (!/^\s*<(?:div|p|span|html|br)\b/i.test(value)) return value;
  const lines = value.replace(/<br\b[^>]*>|<\/(?:div|p|li)>/gi, "\n").replace(ATTRIBUTES, "$1>");
  return new DOMParser().parseFromString(lines, "text/html").body.textContent ?? "";
}

/**
 * @param {string} name
 * @param {string} value
 */
function decoded(name, value) {
  const isForm = PROSE.has(name) && !/%20|\s/.test(value); // there a plus sign stands for a space
  const text = isForm ? value.replaceAll("+", " ") : value;
  return text.replace(CHARACTER, (bytes) => {
    try {
      return decodeURIComponent(bytes);
    } catch {
      return bytes; // no character after all: written unencoded
    }
  });
}
