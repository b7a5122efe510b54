// From when to when, and in what steps.

import { midnight } from '/lib/zones.js';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

export const RANGES = [
  ['hour', 'Last hour'], ['today', 'Today'], ['7days', 'Last 7 days'], ['30days', 'Last 30 days'], ['custom', 'From … to …'],
];

export const STEPS = [['auto', 'automatic'], ['10s', '10 seconds'], ['1m', '1 minute'], ['1h', '1 hour'], ['1d', '1 day']];

/** {from, to} in epoch ms by a clock of `zone`; `custom` has from and to for that range. */
export function rangeOf(name, now, zone, custom) {
  const to = Math.ceil(now / MINUTE) * MINUTE;
  switch (name) {
    case 'today': return { from: midnight(now, zone), to };
    case '7days': return { from: midnight(now, zone, 6), to };
    case '30days': return { from: midnight(now, zone, 29), to };
    case 'custom': return custom;
    default: return { from: to - HOUR, to };
  }
}

/** What it may be compared with. */
export const COMPARED = { 'previous-day': 'the day before', 'previous-week': 'the week before' };

const LADDER = ['10s', '1m', '1h', '1d'];
const DAYS_BACK = { 'previous-day': 1, 'previous-week': 7 };

/** The finest step that still reads well: about a hundred windows, never more than a thousand. */
function readable(span) {
  if (span <= 20 * MINUTE) return '10s';
  if (span <= 6 * HOUR) return '1m';
  if (span <= 14 * DAY) return '1h';
  return '1d';
}

/**
 * The steps to try, the finest first. The last one is the finest that is surely kept for the whole range and for what
 * it is compared with; those before it are not, unless a recording was analysed later. `oldestKept` tells of a step
 * when its oldest windows begin.
 */
export function autoSteps({ from, to }, compare, oldestKept) {
  const steps = LADDER.slice(LADDER.indexOf(readable(to - from)));
  const oldest = from - (DAYS_BACK[compare] ?? 0) * DAY;
  const sure = steps.findIndex(step => oldest >= oldestKept(step));
  return sure < 0 ? steps : steps.slice(0, sure + 1);
}
