/** The timeline as a picture: one bar for each milestone's range, over closed days, today and the needed-by date. */

const SVG = "http://www.w3.org/2000/svg";
const NAMES = 150; // units kept for the names at the left
const DAYS = 450; // units for all days
const ROW = 22;
const TOP = 20;
const BOTTOM = 16;

let pictures = 0;

/**
 * @param {any} shown - of `eta.view.as_shown`; places are whole days from the order's own day
 * @returns {SVGElement}
 */
export function timeline(shown) {
  const { days, bars, closed, ticks, today, needed_by } = shown.timeline;
  const height = TOP + bars.length * ROW;
  const day = DAYS / days;
  const x = (/** @type {number} */ at) => NAMES + at * day;
  const picture = draw("svg", { viewBox: `0 0 ${NAMES + DAYS} ${height + BOTTOM}`, role: "img" });
  picture.append(
    ...described(picture, shown),
    ...closed.map((/** @type {any} */ { at, reason }) =>
      titled(draw("rect", { class: "closed", x: x(at), y: TOP, width: day, height: height - TOP }), reason),
    ),
    ...ticks.map((/** @type {any} */ { at, says }) => draw("text", { x: x(at), y: 12, class: "tick" }, says)),
    ...bars.flatMap((/** @type {any} */ bar, /** @type {number} */ index) => [
      draw("text", { x: 0, y: TOP + index * ROW + 15, class: "name" }, bar.name),
      titled(
        draw("rect", {
          class: `bar bar--${bar.id}`,
          x: x(bar.at),
          y: TOP + index * ROW + 4,
          width: bar.days * day,
          height: ROW - 8,
          rx: 2,
        }),
        `${bar.name}: ${shown.rows[index].says}`,
      ),
    ]),
    ...mark(today, "today", "Today"),
    ...mark(needed_by, "needed-by", "Needed by"),
  );
  return picture;

  /**
   * @param {number | null} at
   * @param {string} kind
   * @param {string} says
   */
  function mark(at, kind, says) {
    if (at === null) return [];
    const middle = x(at) + day / 2;
    const line = draw("line", { class: kind, x1: middle, x2: middle, y1: TOP - 4, y2: height });
    const left = Math.min(middle, NAMES + DAYS - 28);
    return [line, draw("text", { x: left, y: height + 12, class: "mark" }, says)];
  }
}

/**
 * @param {SVGElement} picture
 * @param {any} shown
 */
function described(picture, shown) {
  const id = `eta-picture-${++pictures}`;
  const rows = shown.rows.map((/** @type {any} */ row) => `${row.name}: ${row.says}`);
  picture.setAttribute("aria-labelledby", id);
  return [draw("title", { id }, `Timeline. ${rows.join("; ")}.`)];
}

/**
 * @param {SVGElement} shape
 * @param {string} says
 */
function titled(shape, says) {
  shape.append(draw("title", {}, says));
  return shape;
}

/**
 * @param {string} name
 * @param {Record<string, string | number>} attributes
 * @param {string} [says]
 */
function draw(name, attributes, says = "") {
  const made = document.createElementNS(SVG, name);
  made.textContent = says;
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, String(value));
  return made;
}
