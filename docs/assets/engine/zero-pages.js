/**
 * A memory snapshot without its empty pages, nearly half of it: a number, the count of pages; a byte for each page, whether it
 * holds anything; then those pages. What a browser need not read it need not wait for.
 */

const PAGE = 65536; // bytes, as WebAssembly counts memory
const HEAD = 4;

/**
 * @param {Uint8Array} memory
 * @returns {Uint8Array}
 */
export function withoutZeroPages(memory) {
  const pages = Array.from({ length: memory.length / PAGE }, (_, at) => memory.subarray(at * PAGE, (at + 1) * PAGE));
  const held = pages.map((page) => Number(page.some((byte) => byte !== 0)));
  const head = new Uint8Array(HEAD + pages.length);
  new DataView(head.buffer).setUint32(0, pages.length);
  head.set(held, HEAD);
  const parts = [head, ...pages.filter((_, at) => held[at])];
  const packed = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    packed.set(part, at);
    at += part.length;
  }
  return packed;
}

/**
 * @param {Uint8Array} packed
 * @returns {Uint8Array}
 */
export function withZeroPages(packed) {
  const count = new DataView(packed.buffer, packed.byteOffset).getUint32(0);
  const memory = new Uint8Array(count * PAGE);
  let at = HEAD + count;
  for (let page = 0; page < count; page++) {
    if (packed[HEAD + page] === 0) continue;
    memory.set(packed.subarray(at, at + PAGE), page * PAGE);
    at += PAGE;
  }
  return memory;
}
