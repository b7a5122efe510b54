// A small curve without axes: the shape of the last hour. The figures beside it say the rest.

import { svg } from '/lib/dom.js';

const WIDTH = 240;
const HEIGHT = 48;

const LEAST_SPAN = 30; // Points of 100: smaller moves must not look like a landslide.

/** Values of 0 to 100, oldest first, null where there is none. */
export function spark(values, label) {
  const step = WIDTH / Math.max(1, values.length - 1);
  const known = values.filter(value => value !== null);
  const middle = (Math.min(...known) + Math.max(...known)) / 2;
  const span = Math.max(LEAST_SPAN, Math.max(...known) - Math.min(...known));
  const y = value => (HEIGHT / 2 - (value - middle) / span * (HEIGHT - 6)).toFixed(1);
  let path = '';
  const dots = [];
  values.forEach((value, i) => {
    if (value === null) return;
    const before = i > 0 && values[i - 1] !== null;
    const after = i < values.length - 1 && values[i + 1] !== null;
    path += `${before ? 'L' : 'M'}${(i * step).toFixed(1)} ${y(value)}`;
    if (!before && !after) dots.push(svg('circle', { cx: i * step, cy: y(value), r: 1.5 }));
  });
  return svg('svg', { class: 'spark', viewBox: `0 0 ${WIDTH} ${HEIGHT}`, preserveAspectRatio: 'none', role: 'img', 'aria-label': label },
    svg('path', { d: path }), dots);
}
