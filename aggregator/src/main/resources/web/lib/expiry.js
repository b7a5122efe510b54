// Windows are kept for a time that depends on their step; what is older is told as if there never was anything.

import { keptMs } from '/lib/directory.js';

const LAG_MS = 5 * 60_000; // What has just expired may still be there for a moment.

/** When the oldest windows of a step begin that are still kept, epoch ms; -Infinity when all are. */
export const oldestKept = (step, now = Date.now()) => now - keptMs(step);

const pointsOf = trend => [...trend.points, ...trend.comparison?.points ?? []];

/** Says of the windows that have nothing in them and are no longer kept that they have expired. */
export function markExpired(trend, now = Date.now()) {
  const oldest = oldestKept(trend.step, now);
  for (const point of pointsOf(trend)) {
    if (point.state === 'NO_DATA' && Date.parse(point.from) < oldest) point.state = 'EXPIRED';
  }
}

/** True when a figure is missing because it has expired. */
export const hasExpired = trend => pointsOf(trend).some(point => point.state === 'EXPIRED');

/**
 * True when there is something that is older than its step is kept: windows of a recording that was analysed
 * later than it was made are kept from then on.
 */
export function outlives(trend, now = Date.now()) {
  const oldest = oldestKept(trend.step, now) - LAG_MS;
  return pointsOf(trend).some(point => point.state !== 'NO_DATA' && Date.parse(point.from) < oldest);
}
