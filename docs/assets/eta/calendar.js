/** The milestones as an iCalendar file (RFC 5545), written by the library ical.js, which is loaded when it is wanted. */

const LIBRARY = new URL("ical.min.js", import.meta.url);

/**
 * @param {{uid: string, title: string, first: string, after: string}[]} events - all-day, `after` the day after the last
 */
export async function calendar(events) {
  const { default: ICAL } = await import(LIBRARY.href);
  const made = new ICAL.Component("vcalendar");
  made.updatePropertyWithValue("version", "2.0");
  made.updatePropertyWithValue("prodid", "-//Custom Order Support Playbook//EN");
  const stamp = ICAL.Time.fromJSDate(new Date(), true);
  for (const event of events) made.addSubcomponent(asEvent(ICAL, event, stamp));
  return `${made}\r\n`;
}

/**
 * @param {any} ICAL
 * @param {{uid: string, title: string, first: string, after: string}} event
 * @param {any} stamp
 */
function asEvent(ICAL, { uid, title, first, after }, stamp) {
  const made = new ICAL.Component("vevent");
  made.updatePropertyWithValue("uid", uid);
  made.updatePropertyWithValue("dtstamp", stamp);
  made.updatePropertyWithValue("summary", title);
  made.updatePropertyWithValue("dtstart", ICAL.Time.fromDateString(first));
  made.updatePropertyWithValue("dtend", ICAL.Time.fromDateString(after));
  made.updatePropertyWithValue("transp", "TRANSPARENT"); // a date to know, not a day to block
  return made;
}
