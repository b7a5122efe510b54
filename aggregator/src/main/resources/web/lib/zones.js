// Wall clocks of other zones. The browser knows each zone's offset at an instant; the way back is found from it.

const formats = new Map();

function parts(ms, zone) {
  if (!formats.has(zone)) {
    formats.set(zone, new Intl.DateTimeFormat('en-GB', {
      timeZone: zone, hourCycle: 'h23', year: 'numeric', month: '2-digit', day: '2-digit',
      hour: '2-digit', minute: '2-digit', second: '2-digit',
    }));
  }
  return Object.fromEntries(formats.get(zone).formatToParts(new Date(ms)).map(part => [part.type, part.value]));
}

/** What a clock on the wall there shows, as if it were UTC, epoch ms. */
function wallMs(ms, zone) {
  const p = parts(ms, zone);
  return Date.UTC(p.year, p.month - 1, p.day, p.hour, p.minute, p.second);
}

/** The instant at which a clock there shows `wall` (as wallMs gives it). In a gap: the same time after it. */
function instant(wall, zone) {
  const guess = wall - (wallMs(wall, zone) - wall);
  const better = guess + (wall - wallMs(guess, zone));
  return wallMs(better, zone) < wall ? Math.max(guess, better) : better; // In a gap one of the two lies before it.
}

const DAY_MS = 86_400_000;

/** Midnight there of the day of `ms`, `daysBack` days earlier. */
export function midnight(ms, zone, daysBack = 0) {
  const wall = wallMs(ms, zone);
  return instant(wall - (wall % DAY_MS) - daysBack * DAY_MS, zone);
}

/** For an input of type datetime-local. */
export const toLocal = (ms, zone) => new Date(wallMs(ms, zone)).toISOString().slice(0, 16);

/** What such an input holds, read by a clock there; null when it holds nothing. */
export function fromLocal(text, zone) {
  const wall = Date.parse(text + 'Z');
  return Number.isNaN(wall) ? null : instant(wall, zone);
}
