// Each scope in a row of figures, and every window of one in a table.

import { isMissing, STATES } from '/charts/states.js';
import { el } from '/lib/dom.js';
import { EMOTIONS, word } from '/lib/emotions.js';
import { arrivals, meanSatisfaction, occupancy, occupancyOf } from '/lib/figures.js';
import { change, dayTime, duration, number, percent } from '/lib/format.js';
import { COMPARED } from '/lib/ranges.js';

/** `shown` are {text, trend}. */
export function summary(shown) {
  const compared = shown.find(({ trend }) => trend.comparison)?.trend.comparison.kind;
  const head = ['', 'Satisfaction of 100', ...compared ? [`Against ${COMPARED[compared] ?? compared}`] : [],
    'People in view on average', 'Arrivals', 'Without figures'];
  return el('div', { class: 'cards-on-phones' }, el('table', { class: 'summary' },
    el('caption', { class: 'visually-hidden' }, 'The whole time in figures'),
    el('thead', {}, el('tr', {}, head.map(text => el('th', { scope: 'col' }, text)))),
    el('tbody', {}, shown.map(({ text, trend }) => row(text, trend, head)))));
}

function row(text, { scope, points, comparison }, head) {
  const mean = meanSatisfaction(points);
  const before = comparison ? meanSatisfaction(comparison.points) : null;
  const moved = change(mean, before, 1);
  const against = head.length > 5 ? [moved ? `${moved.text} ${number(before, 1)}` : 'no figure'] : [];
  const cells = [number(mean, 1), ...against, number(occupancy(points, scope), 2), number(arrivals(points)), missing(points)];
  return el('tr', {}, el('th', { scope: 'row' }, text), cells.map((cell, i) => el('td', { 'data-label': head[i + 1] }, cell)));
}

/** "nobody there 3 h, camera down 20 min". */
function missing(points) {
  const seconds = point => (Date.parse(point.to) - Date.parse(point.from)) / 1000;
  const parts = Object.entries(STATES).map(([state, [name]]) => {
    const sum = points.filter(point => point.state === state && isMissing(point)).reduce((total, point) => total + seconds(point), 0);
    return sum ? `${name} ${duration(sum)}` : null;
  });
  return parts.filter(Boolean).join(', ') || 'none';
}

/** For the table of a chart. */
export function windowsTable({ scope, points, comparison, zone }) {
  return {
    head: [`From (${zone})`, 'State', 'Satisfaction of 100', 'Standard error', ...comparison ? [`Satisfaction ${COMPARED[comparison.kind] ?? comparison.kind}`] : [],
      'People in view', 'Faces', 'Arrivals', 'Camera down', ...EMOTIONS.map(word)],
    body: points.map((point, i) => [
      dayTime(point.from, zone), (STATES[point.state]?.[0] ?? 'figures') + (point.closed ? '' : ', still growing'),
      number(point.satisfaction?.mean ?? null, 1), number(point.satisfaction?.standardError ?? null, 1),
      ...comparison ? [number(comparison.points[i]?.satisfaction?.mean ?? null, 1)] : [],
      number(occupancyOf(point, scope), 2), number(point.faces), number(point.arrivals),
      point.downSeconds ? duration(point.downSeconds) : '–', ...EMOTIONS.map(emotion => percent(point.probabilities?.[emotion]))]),
  };
}
