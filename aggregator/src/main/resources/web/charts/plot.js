// A chart over time: lines, bands around them, filled areas, and what is shaded behind. Everything that it
// shows is in its legend as text too, with its time: for the place under the pointer or else for the newest.

import uPlot from '/vendor/uPlot.js';
import { colour, onTheme } from '/lib/colours.js';
import { el, svg, tell } from '/lib/dom.js';
import { dayMinute, time } from '/lib/format.js';

const DAY_S = 86_400;

/**
 * What is drawn is {zone, times (epoch s), series, range, shade(u), label, valueText(v), timeText(s), key}, and a
 * series is {label, values, paint() -> colour, fill() -> colour or pattern, dash, width, low, high, band()}. Low and high
 * are a band around it. `key` changes when more than the values does.
 */
export function plot(host, signal, height = 240) {
  const canvas = el('div', { class: 'plot', role: 'img' });
  const legend = el('ul', { class: 'legend' });
  const when = el('p', { class: 'legend-time' });
  host.append(canvas, when, legend);
  let chart = null;
  let spec = null;
  let key = null;

  function draw(next) {
    spec = next;
    canvas.setAttribute('aria-label', spec.label);
    const data = [spec.times, ...spec.series.flatMap(s => s.low ? [s.high, s.low, s.values] : [s.values])];
    const now = JSON.stringify([spec.key, spec.zone, spec.range, spec.series.map(s => s.label)]);
    if (chart && now === key) chart.setData(data);
    else {
      key = now;
      chart?.destroy();
      legend.replaceChildren(...inLegend().map(legendItem));
      chart = new uPlot(options(), data, canvas);
    }
    readOut(chart.cursor.idx); // Who points at a place goes on reading it.
  }

  /** Stacked areas are painted from the top: the legend begins with the lowest. */
  const inLegend = () => spec.stacked ? [...spec.series].reverse() : spec.series;

  function options() {
    const series = [{}];
    const bands = [];
    for (const s of spec.series) {
      if (s.low) {
        bands.push({ series: [series.length, series.length + 1], fill: s.band() });
        series.push({ stroke: 'transparent', points: { show: false } }, { stroke: 'transparent', points: { show: false } });
      }
      series.push({
        stroke: s.paint(), fill: s.fill?.(), dash: s.dash, width: s.width ?? 2, spanGaps: false, paths: s.paths,
        points: { show: !s.fill, size: 5, fill: s.paint(), filter: s.fill ? () => null : lonely },
      });
    }
    return {
      width: canvas.clientWidth, height, series, bands,
      legend: { show: false },
      cursor: { drag: { x: false, y: false }, points: { show: false } },
      tzDate: s => uPlot.tzDate(new Date(s * 1000), spec.zone),
      scales: { x: spec.span ? { range: () => spec.span } : {}, y: { range: (u, low, high) => yRange(high) } },
      axes: axes(),
      hooks: {
        drawClear: [u => spec.shade?.(u)],
        setCursor: [u => readOut(u.cursor.idx)],
      },
    };
  }

  function yRange(high) {
    if (spec.range) return spec.range;
    return [0, Math.max(1, (high ?? 0) * 1.1)];
  }

  function axes() {
    const dim = colour('dim');
    const line = colour('line');
    // Whole pixels: uPlot takes the digits before "px" for the size.
    const px = Math.round(Math.max(12, parseFloat(getComputedStyle(document.documentElement).fontSize) * 0.78));
    const font = `${px}px system-ui, sans-serif`;
    const axis = { stroke: dim, font, grid: { stroke: line, width: 1 }, ticks: { stroke: line } };
    return [
      { ...axis, space: px * 5.8, size: px * 3 + 14, values: [
        [DAY_S * 28, '{MMM}', '\n{YYYY}', null, null, null, null, null, 1],
        [DAY_S, '{D} {MMM}', null, null, null, null, null, null, 1],
        [60, '{HH}:{mm}', '\n{D} {MMM}', null, '\n{D} {MMM}', null, null, null, 1],
        [1, '{HH}:{mm}:{ss}', null, null, null, null, null, null, 1],
      ] },
      { ...axis, size: Math.round(px * 3.6 + 15), values: (u, values) => values.map(value => spec.tick?.(value) ?? `${value}`) },
    ];
  }

  function readOut(pointed) {
    const index = pointed < spec.times.length ? pointed : null;
    inLegend().forEach((s, i) => {
      const values = s.own ?? s.values;
      const at = index ?? values.findLastIndex(value => value !== null && value !== undefined);
      const value = at < 0 ? null : values[at];
      tell(legend.children[i].lastChild, value === null || value === undefined ? '–' : spec.valueText(value));
    });
    tell(when, index === null ? 'Newest' : timeText(spec.times[index]));
  }

  function timeText(at) {
    if (spec.timeText) return spec.timeText(at);
    const span = spec.times.at(-1) - spec.times[0];
    return (span > DAY_S ? dayMinute : time)(at * 1000, spec.zone);
  }

  const resized = new ResizeObserver(() => chart?.setSize({ width: canvas.clientWidth, height }));
  resized.observe(canvas);
  onTheme(() => {
    key = null;
    if (spec) draw(spec);
  }, signal);
  signal.addEventListener('abort', () => {
    resized.disconnect();
    chart?.destroy();
  });
  return { draw, canvas: () => canvas.querySelector('canvas') };
}

/** Points that no line reaches, because there is nothing beside them. */
function lonely(u, seriesIndex) {
  const values = u.data[seriesIndex];
  const found = [];
  for (let i = 0; i < values.length; i++) {
    if (values[i] !== null && (values[i - 1] ?? null) === null && (values[i + 1] ?? null) === null) found.push(i);
  }
  return found;
}

function legendItem(series) {
  const swatch = series.emotion
    ? svg('svg', { viewBox: '0 0 26 12', class: 'swatch' }, svg('rect', { width: 26, height: 12, class: `pattern-${series.emotion}` }))
    : svg('svg', { viewBox: '0 0 26 12', class: 'swatch' },
      svg('line', { x1: 0, x2: 26, y1: 6, y2: 6, stroke: series.paint(), 'stroke-width': 3, 'stroke-dasharray': series.dash?.join(' ') }));
  swatch.setAttribute('aria-hidden', 'true');
  return el('li', { 'data-paint': series.paint(), 'data-dash': series.dash?.join(' ') }, swatch, `${series.label} `, el('b', {}, '–'));
}
