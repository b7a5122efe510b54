// Numbers with their units, and times in the zone of a site.

const formats = new Map();

function format(zone, options) {
  const key = zone + JSON.stringify(options);
  if (!formats.has(key)) {
    formats.set(key, new Intl.DateTimeFormat([], { ...options, timeZone: zone ?? undefined, hourCycle: 'h23' }));
  }
  return formats.get(key);
}

const HOURS = { hour: '2-digit', minute: '2-digit' };
const SECONDS = { ...HOURS, second: '2-digit' };
const DAY = { day: 'numeric', month: 'short' };

/** A zone that the browser knows, else UTC. */
export function knownZone(zone) {
  try {
    new Intl.DateTimeFormat([], { timeZone: zone });
    return zone ?? 'UTC';
  } catch {
    return 'UTC';
  }
}

export const time = (at, zone) => format(zone, SECONDS).format(new Date(at));
export const hourMinute = (at, zone) => format(zone, HOURS).format(new Date(at));
export const dayTime = (at, zone) => format(zone, { ...DAY, ...SECONDS }).format(new Date(at));
export const dayMinute = (at, zone) => format(zone, { ...DAY, ...HOURS }).format(new Date(at));
export const day = (at, zone) => format(zone, { weekday: 'short', ...DAY }).format(new Date(at));

const sameDay = (a, b, zone) => day(a, zone) === day(b, zone);

/** The time alone when it is of today, else with its day. */
export const when = (at, zone) => sameDay(at, Date.now(), zone) ? time(at, zone) : dayTime(at, zone);

/** "3 min", "2 h 5 min", "4 d 3 h": two units at most. */
export function duration(seconds) {
  const s = Math.round(seconds);
  if (s < 60) return `${s} s`;
  if (s < 3600) return `${Math.floor(s / 60)} min` + (s < 600 && s % 60 ? ` ${s % 60} s` : '');
  if (s < 86_400) return `${Math.floor(s / 3600)} h` + (Math.floor(s / 60) % 60 ? ` ${Math.floor(s / 60) % 60} min` : '');
  return `${Math.floor(s / 86_400)} d` + (Math.floor(s / 3600) % 24 ? ` ${Math.floor(s / 3600) % 24} h` : '');
}

const rounded = (value, digits) => Number(value.toFixed(digits));

export const number = (value, digits = 0) => value === null || value === undefined || Number.isNaN(value) ? '–'
  : rounded(value, digits).toLocaleString([], { minimumFractionDigits: digits, maximumFractionDigits: digits });

export const percent = share => share === null || share === undefined ? '–' : `${Math.round(share * 100)} %`;

/**
 * How a figure moved, with an arrow and a word: colour alone says nothing. Of the two as they are shown, so that whoever
 * reckons finds the same. Null when one of the two is missing.
 */
export function change(now, before, digits = 0) {
  if (now === null || before === null) return null;
  const difference = rounded(rounded(now, digits) - rounded(before, digits), digits);
  if (difference === 0) return { text: 'equal to', way: 'same' };
  const size = number(Math.abs(difference), digits);
  return difference > 0 ? { text: `▲ ${size} above`, way: 'up' } : { text: `▼ ${size} below`, way: 'down' };
}
