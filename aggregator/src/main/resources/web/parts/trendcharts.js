// The charts of the trends: satisfaction, people in view and arrivals, and the emotions of one scope stacked.

import uPlot from '/vendor/uPlot.js';
import { patternOf } from '/charts/patterns.js';
import { plot } from '/charts/plot.js';
import { shadeOf } from '/charts/states.js';
import { colour, faint } from '/lib/colours.js';
import { el } from '/lib/dom.js';
import { EMOTIONS, word } from '/lib/emotions.js';
import { occupancyOf } from '/lib/figures.js';
import { day, dayMinute, dayTime, hourMinute, number, time } from '/lib/format.js';
import { COMPARED } from '/lib/ranges.js';

const PALETTE = ['line1', 'line2', 'line3', 'line4', 'line5', 'line6'];
const DASHES = [[], [10, 4], [2, 3], [10, 4, 2, 4], [6, 3], [1, 2]];
const COMPARED_DASH = [3, 6];
const bars = uPlot.paths.bars({ size: [1, Infinity, 1], gap: 0 });

const middle = point => (Date.parse(point.from) + Date.parse(point.to)) / 2000;

const comparedText = (text, { kind }) => `${text}, ${COMPARED[kind] ?? kind}`;

/** From when to when the step goes in whose middle a value stands: "3 Nov, 12:00 to 13:00", of a day "Tue, 3 Nov". */
function stepText(shown, step, zone) {
  const at = new Map(shown.flatMap(({ trend }) => trend.points.map(point => [middle(point), point])));
  const [begin, end] = step === '10s' ? [dayTime, time] : [dayMinute, hourMinute];
  return seconds => {
    const { from, to } = at.get(seconds);
    return step === '1d' ? day(seconds * 1000, zone) : `${begin(from, zone)} to ${end(to, zone)}`;
  };
}

/** {node, draw(shown, detail), pictures()}; `shown` are {text, trend}, `detail` the one that is stacked. */
export function trendCharts(signal) {
  const charts = {
    satisfaction: chart('Satisfaction, 0 displeased to 100 pleased', 300),
    people: chart('People in view on average', 200),
    emotions: chart('Emotions, share of what was seen', 260),
    arrivals: chart('Arrivals in each step', 200),
  };

  function chart(text, height) {
    const heading = el('h2', {}, text);
    const host = el('div');
    return { heading, text, node: el('section', {}, heading, host), plot: plot(host, signal, height), legend: () => host.lastChild };
  }

  function draw(shown, detail, span) {
    const { zone, points, step } = detail.trend;
    const key = shown.map(({ trend }) => trend.comparison?.kind ?? '').join() + step + detail.text;
    const base = { zone, span, key, shade: shadeOf(points), timeText: stepText(shown, step, zone) };
    charts.emotions.heading.textContent = `Emotions of ${detail.text}, share of what was seen`;
    charts.arrivals.heading.textContent = `Arrivals of ${detail.text} in each step`;
    lines(charts.satisfaction, { ...base, range: [0, 100], label: 'Satisfaction over time', valueText: value => number(value, 1) }, shown,
      point => point.satisfaction?.mean ?? null, point => point.satisfaction?.standardError ?? 0);
    lines(charts.people, { ...base, label: 'People in view over time', valueText: value => number(value, 2) }, shown, occupancyOf);
    stack(charts.emotions, base, points);
    arrivalBars(charts.arrivals, base, detail);
  }

  return {
    node: el('div', { class: 'charts' }, Object.values(charts).map(one => one.node)), draw,
    pictures: () => Object.values(charts).map(one => ({ text: one.heading.textContent, canvas: one.plot.canvas(), legend: one.legend() })),
  };
}

/** A line for each scope, with its band when there is an error, and one for what it is compared with. */
function lines(chart, base, shown, valueOf, errorOf = null) {
  const times = [...new Set(shown.flatMap(({ trend }) => trend.points.map(middle)))].sort((a, b) => a - b);
  const series = shown.flatMap(({ text, trend }, i) => {
    const paint = () => colour(PALETTE[i]);
    // Undefined where another scope has a window and this has none: no gap, only nothing to say.
    const at = new Map(trend.points.map((point, index) => [middle(point), index]));
    const along = value => times.map(time => at.has(time) ? value(at.get(time)) : undefined);
    const mean = index => valueOf(trend.points[index], trend.scope);
    const shifted = sign => along(index => mean(index) === null ? null
      : Math.min(100, Math.max(0, mean(index) + sign * errorOf(trend.points[index]))));
    const band = errorOf ? { low: shifted(-1), high: shifted(1), band: () => faint(PALETTE[i], 0.22) } : {};
    const line = { label: text, paint, dash: DASHES[i], values: along(mean), ...band };
    if (!trend.comparison) return [line];
    const before = trend.comparison.points;
    return [line, {
      label: comparedText(text, trend.comparison), paint, dash: COMPARED_DASH, width: 1.3,
      values: along(index => before[index] ? valueOf(before[index], trend.scope) : null),
    }];
  });
  chart.plot.draw({ ...base, times, series });
}

/** Bars one on top of the other; the topmost is painted first, so that each covers what is below it. */
function stack(chart, base, points) {
  let sum = points.map(() => 0);
  const layers = EMOTIONS.map(emotion => {
    const own = points.map(point => point.probabilities ? point.probabilities[emotion] * 100 : null);
    sum = sum.map((value, i) => own[i] === null ? null : (value ?? 0) + own[i]);
    return { label: word(emotion), emotion, own, values: sum, width: 0, paths: bars, paint: () => colour(emotion), fill: () => patternOf(emotion) };
  });
  chart.plot.draw({
    ...base, range: [0, 100], times: points.map(middle), series: layers.reverse(), stacked: true, label: 'Shares of the emotions over time',
    tick: value => `${value} %`, valueText: value => `${Math.round(value)} %`,
  });
}

function arrivalBars(chart, base, { text, trend }) {
  const value = point => point.state === 'OK' || point.state === 'NO_FACE' ? point.arrivals : null;
  const series = [{
    label: text, width: 0, paths: bars, paint: () => colour('line1'), fill: () => faint('line1', 0.65), values: trend.points.map(value),
  }];
  if (trend.comparison) {
    series.push({
      label: comparedText(text, trend.comparison), paint: () => colour('text'), dash: COMPARED_DASH, width: 1.3,
      values: trend.points.map((point, i) => trend.comparison.points[i] ? value(trend.comparison.points[i]) : null),
    });
  }
  chart.plot.draw({ ...base, times: trend.points.map(middle), series, label: `Arrivals of ${text} over time`, valueText: v => number(v) });
}
