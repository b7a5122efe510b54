// Figures of several windows together: sums and counts are added, never means averaged.

/** Mean satisfaction of the windows, 0 to 100, or null when nobody was judged. */
export function meanSatisfaction(points) {
  let sum = 0;
  let count = 0;
  for (const { satisfaction } of points) {
    if (!satisfaction) continue;
    sum += satisfaction.mean * satisfaction.count;
    count += satisfaction.count;
  }
  return count ? sum / count : null;
}

/** This machine's clock may be some seconds behind the service's: of less than this nothing is made. */
const LEAST_MS = 10_000;

const hasFigures = point => point.state === 'OK' || point.state === 'NO_FACE';

/**
 * Seconds of a window in which somebody could have been seen: of one that still grows what has passed, of one
 * camera without the time that it was down. Of several cameras the time down says nothing: the others went on.
 */
function watched(point, scope) {
  const to = Date.parse(point.to);
  const from = Date.parse(point.from);
  const begun = Date.now() > from || point.state === 'OK';
  const now = begun ? Math.max(Date.now(), from + LEAST_MS) : from;
  const passed = (point.closed ? to : Math.min(to, now)) - from;
  return Math.max(0, passed / 1000 - (scope === 'CAMERA' ? point.downSeconds ?? 0 : 0));
}

/** People in view on average, or null when no window had a picture; `scope` as in the answer that they are of. */
export function occupancy(points, scope) {
  const seen = points.filter(point => hasFigures(point) && watched(point, scope) > 0);
  if (!seen.length) return null;
  const time = seen.reduce((sum, point) => sum + watched(point, scope), 0);
  return seen.reduce((sum, point) => sum + point.faceSeconds, 0) / time;
}

/** People in view on average in one window, or null when it has no figure. */
export const occupancyOf = (point, scope) => occupancy([point], scope);

export const arrivals = points => points.reduce((sum, point) => sum + (point.arrivals ?? 0), 0);

/** The points that begin within the last `minutes` before `now`. */
export const lastMinutes = (points, minutes, now) =>
  points.filter(point => Date.parse(point.from) >= now - minutes * 60_000);
