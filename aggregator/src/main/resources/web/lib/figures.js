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

const seconds = point => (Date.parse(point.to) - Date.parse(point.from)) / 1000;

/** People in view on average, or null when no window had a picture. */
export function occupancy(points) {
  const seen = points.filter(point => point.state === 'OK' || point.state === 'NO_FACE');
  if (!seen.length) return null;
  const time = seen.reduce((sum, point) => sum + seconds(point), 0);
  return seen.reduce((sum, point) => sum + point.faceSeconds, 0) / time;
}

/** People in view on average in one window, or null when it has no figure. */
export const occupancyOf = point =>
  point.state === 'OK' || point.state === 'NO_FACE' ? point.faceSeconds / seconds(point) : null;

export const arrivals = points => points.reduce((sum, point) => sum + (point.arrivals ?? 0), 0);

/** The points that begin within the last `minutes` before `now`. */
export const lastMinutes = (points, minutes, now) =>
  points.filter(point => Date.parse(point.from) >= now - minutes * 60_000);
