// The satisfaction curve, with a band of its standard error, and the figures above it.

import uPlot from '/vendor/uPlot.js';
import { byId, dateTime, el } from '/dom.js';

let plot = null;
let colours = '';

const style = name => getComputedStyle(document.documentElement).getPropertyValue(name).trim();

export function showTrend(trend) {
  const points = trend?.points ?? [];
  const known = points.filter(point => point.satisfaction);
  byId('chart-empty').hidden = known.length > 0;
  byId('chart').hidden = known.length === 0;
  figures(points);
  if (known.length) draw(points);
}

function draw(points) {
  const mean = points.map(point => point.satisfaction?.mean ?? null);
  const error = points.map(point => point.satisfaction?.standardError ?? 0);
  const data = [
    points.map(point => Date.parse(point.from) / 1000),
    mean.map((value, i) => value === null ? null : Math.min(100, value + error[i])),
    mean.map((value, i) => value === null ? null : Math.max(0, value - error[i])),
    mean,
  ];
  const now = style('--accent') + style('--line');
  if (plot && now !== colours) {
    plot.destroy(); // The colour scheme has changed.
    plot = null;
  }
  colours = now;
  if (plot) plot.setData(data);
  else plot = new uPlot(options(), data, byId('chart'));
}

function options() {
  const axis = { stroke: style('--dim'), grid: { stroke: style('--line'), width: 1 }, ticks: { stroke: style('--line') } };
  const accent = style('--accent');
  return {
    width: byId('chart').clientWidth, height: 240,
    legend: { show: false },
    cursor: { drag: { x: false, y: false } },
    scales: { y: { range: [0, 100] } },
    axes: [axis, { ...axis, size: 40, values: (u, values) => values.map(value => `${value}`) }],
    series: [
      {},
      { stroke: 'transparent', points: { show: false } },
      { stroke: 'transparent', points: { show: false } },
      { stroke: accent, width: 2, spanGaps: false, points: { size: 4, fill: accent } },
    ],
    bands: [{ series: [1, 2], fill: accent + '33' }],
  };
}

function figures(points) {
  const last = points.findLast(point => point.state !== 'NO_DATA');
  const count = points.reduce((sum, point) => sum + (point.satisfaction?.count ?? 0), 0);
  const sum = points.reduce((total, p) => total + (p.satisfaction ? p.satisfaction.mean * p.satisfaction.count : 0), 0);
  const isNow = last && Date.now() - Date.parse(last.to) < 2 * (Date.parse(last.to) - Date.parse(last.from));
  const when = !last || isNow ? 'now' : `at ${dateTime(last.to)}`;
  const arrivals = points.reduce((total, point) => total + point.arrivals, 0);
  byId('figures').replaceChildren(
    figure(last?.satisfaction ? last.satisfaction.mean.toFixed(0) : '–', `satisfaction ${when}, 0 to 100`),
    figure(count ? (sum / count).toFixed(0) : '–', 'mean of the time shown'),
    figure(last ? `${last.faces}` : '–', 'faces in the last window'),
    figure(`${arrivals}`, 'arrivals in the time shown'));
  const text = last?.satisfaction
    ? `Satisfaction over time, ${when} ${last.satisfaction.mean.toFixed(0)} of 100` : 'Satisfaction over time, no value now';
  byId('chart').setAttribute('aria-label', text);
}

const figure = (value, label) => el('div', { class: 'figure' }, el('b', {}, value), el('span', {}, label));

new ResizeObserver(() => plot?.setSize({ width: byId('chart').clientWidth, height: 240 })).observe(byId('chart'));
