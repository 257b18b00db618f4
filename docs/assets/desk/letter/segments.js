/** How long a text message is, counted by the library sms-segments-calculator, which is loaded when it is wanted. */

const LIBRARY = "../sms-segments.js";

/**
 * @param {string} text
 * @returns {Promise<string>} as `132 characters, 1 segment`
 */
export async function counted(text) {
  const { SegmentedMessage } = await import(new URL(LIBRARY, import.meta.url).href);
  const { numberOfCharacters: characters, segmentsCount: segments, encodingName } = new SegmentedMessage(text);
  const wide = encodingName === "GSM-7" ? "" : ", because of a letter outside the short alphabet";
  return `${characters} characters, ${segments} ${segments === 1 ? "segment" : "segments"}${wide}`;
}
