// How it went: satisfaction, emotions, people and arrivals over time, beside other places and other days.

import { stateKey } from '/charts/states.js';
import { tableOf } from '/charts/table.js';
import { address, get, reason } from '/lib/api.js';
import { onTheme } from '/lib/colours.js';
import { allCameras, everythingZone, keptMs, learnEverythingZone, onDirectory, siteZone, zoneOf } from '/lib/directory.js';
import { choice, el, fill, labelled, tell, troubleNote } from '/lib/dom.js';
import { hasExpired, markExpired, oldestKept, outlives } from '/lib/expiry.js';
import { dayMinute, duration, knownZone } from '/lib/format.js';
import { unheard, watch } from '/lib/live.js';
import { complain, every } from '/lib/poll.js';
import { autoSteps, rangeOf, STEPS } from '/lib/ranges.js';
import { download, pngOf } from '/parts/png.js';
import { trendCharts } from '/parts/trendcharts.js';
import { scopeParameters, scopeText, trendPicker } from '/parts/trendpicker.js';
import { summary, windowsTable } from '/parts/trendsummary.js';

export const title = 'Trends';

const PERIOD_MS = 15_000;

export function show(main, { query }, signal) {
  const trouble = troubleNote();
  const picker = trendPicker(query, zoneOfScope, () => reload());
  const zone = () => zoneOfScope(picker.wanted.scopes[0] ?? 'all');
  const figures = el('div', { class: 'summary-place' });
  const charts = trendCharts(signal);
  const detailPlace = el('div', { class: 'controls' });
  const about = el('p', { class: 'hint' });
  const shades = el('div', {}, stateKey());
  const links = el('div', { class: 'controls' });
  const table = tableOf('Every step as a table', () => windowsTable(detail().trend));
  const body = el('div', { class: 'trend-body', hidden: true },
    el('section', { 'aria-label': 'In figures' }, figures, about), charts.node,
    el('section', { 'aria-label': 'Explanations' }, shades, el('p', { class: 'hint' },
      'The band around a curve is its standard error: where bands overlap, a difference may be chance. '
      + 'A thin red strip at the top: the camera was down for a part of the step.'), table.node));
  const empty = el('p', { class: 'empty', hidden: true }, 'No camera yet: trends begin with the first pictures of one. ',
    el('a', { href: '#/cameras?add' }, 'Add a camera'));
  main.append(el('div', { class: 'title-row' }, el('h1', { tabindex: '-1' }, title), links), empty, picker.node, trouble, body);
  let shown = [];
  let detailOf = null;
  let span = null;
  let loaded = false;
  let answered = {}; // What was asked, and the first step that was still kept: what has expired is asked for once.

  const detail = () => shown.find(one => one.scope === detailOf) ?? shown[0];

  async function load() {
    if (!allCameras()?.length) return;
    loaded = true;
    const { wanted } = picker;
    const range = rangeOf(wanted.range, Date.now(), zone(), wanted);
    const scopes = [...wanted.scopes];
    const steps = wanted.step === 'auto' ? autoSteps(range, wanted.compare, oldestKept) : [wanted.step];
    const question = JSON.stringify(wanted);
    const known = answered.question === question ? Math.max(0, steps.indexOf(answered.step)) : 0;
    const { asked, answers } = await firstKept(scopes, steps.slice(known), { ...range, compare: wanted.compare || null });
    if (signal.aborted || scopes.join() !== wanted.scopes.join()) return;
    answered = { question, step: asked.step };
    sayWhatFailed(scopes, answers);
    shown = scopes.map((scope, i) => ({ scope, text: scopeText(scope), trend: answers[i].value })).filter(one => one.trend?.points.length);
    for (const { scope, trend } of shown) {
      trend.zone = knownZone(trend.zone);
      markExpired(trend);
      if (scope === 'all') learnEverythingZone(trend.zone);
    }
    span = [range.from / 1000, range.to / 1000];
    drawLinks(scopes, asked);
    draw();
  }

  /** What the first of the steps tells that is still kept; the last one is taken as it is. */
  async function firstKept(scopes, [step, ...longer], { from, to, compare }) {
    const asked = { from, to, step, compare };
    const answers = await Promise.allSettled(scopes.map(scope => get('trends', { ...scopeParameters(scope), ...asked }, { signal })));
    const there = answers.every(({ status, value }) => status === 'rejected' || outlives(value));
    return there || !longer.length || signal.aborted ? { asked, answers } : firstKept(scopes, longer, { from, to, compare });
  }

  function sayWhatFailed(scopes, answers) {
    const failed = answers.map((answer, i) => [scopes[i], answer]).filter(([, answer]) => answer.status === 'rejected');
    const reasons = failed.map(([, answer]) => reason(answer.reason));
    const same = failed.length === answers.length && new Set(reasons).size === 1;
    complain(trouble, same ? reasons[0] : failed.map(([scope], i) => `${scopeText(scope)}: ${reasons[i]}`).join(' '));
    if (failed.some(([, answer]) => answer.reason.status === undefined)) unheard();
  }

  function draw() {
    body.hidden = !shown.length;
    if (!shown.length) return;
    const chosen = detail();
    fill(detailPlace, shown.map(one => one.text), () => shown.length > 1
      ? labelled('Emotions, arrivals and shades of', detailChoice()) : null);
    figures.replaceChildren(summary(shown), detailPlace);
    tell(about, describe(chosen.trend, shown) + expiry(shown));
    charts.draw(shown, chosen, span);
    table.refresh();
  }

  function detailChoice() {
    const select = choice(shown.map(one => [one.scope, one.text]), detailOf ?? shown[0].scope, { 'data-key': 'detail' });
    select.addEventListener('change', () => {
      detailOf = select.value;
      draw();
    });
    return select;
  }

  function drawLinks(scopes, { compare, ...asked }) {
    fill(links, [scopes.map(scopeText), asked, compare], () => [
      ...scopes.map(scope => el('a', {
        href: address('trends/export.csv', { ...scopeParameters(scope), ...asked, compare }),
        download: `trends-${scope.replace(':', '-')}.csv`, 'data-key': `csv-${scope}`,
      }, scopes.length > 1 ? `CSV of ${scopeText(scope)}` : 'Download as CSV')),
      el('button', { type: 'button', 'data-key': 'png', onclick: savePng }, 'Download as PNG')]);
  }

  async function savePng() {
    if (!shown.length) return;
    const text = `${shown.map(one => one.text).join(', ')}: ${describe(detail().trend, shown)}`;
    download(await pngOf(text, charts.pictures()), `trends-${new Date().toISOString().slice(0, 10)}.png`);
  }

  const reload = every(PERIOD_MS, load, signal);
  onDirectory(() => {
    const none = !allCameras().length;
    empty.hidden = !none;
    picker.node.hidden = none;
    const before = picker.wanted.scopes.join();
    picker.drawScopes();
    if (!none && (!loaded || picker.wanted.scopes.join() !== before)) reload();
  }, signal);
  onTheme(() => shades.replaceChildren(stateKey()), signal);
  watch({ minConfidence: 1 }, {}, signal);
}

function zoneOfScope(scope) {
  const [kind, id] = scope.split(':');
  return kind === 'site' ? siteZone(id) : kind === 'camera' ? zoneOf(id) : everythingZone();
}

function describe(trend, shown) {
  const zone = trend.zone;
  const others = new Set(shown.map(one => one.trend.zone)).size > 1;
  return `${dayMinute(trend.from, zone)} to ${dayMinute(trend.to, zone)}, in steps of ${trend.step}, times in ${zone}`
    + (others ? '; days and hours of the other places begin by their own clocks' : '') + '.';
}

function expiry(shown) {
  const trend = shown.map(one => one.trend).find(hasExpired);
  if (!trend) return '';
  const length = STEPS.find(([step]) => step === trend.step)?.[1] ?? trend.step;
  return ` Steps of ${length} are kept for ${duration(keptMs(trend.step) / 1000)}: what is older has expired, and longer steps may still tell.`;
}
