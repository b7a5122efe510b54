// How sure the model was of each emotion over the visit of the chosen face: what is recorded, and what came since.

import { plot } from '/charts/plot.js';
import { tableOf } from '/charts/table.js';
import { get, pathPart } from '/lib/api.js';
import { colour } from '/lib/colours.js';
import { el, tell, troubleNote } from '/lib/dom.js';
import { DASHES, EMOTIONS, shortId, word } from '/lib/emotions.js';
import { duration, number, percent, time } from '/lib/format.js';
import { attempt } from '/lib/poll.js';

const TAU_MS = 800; // Until the service has told how it smooths this camera.

export function faceCourse(zone, signal) {
  const trouble = troubleNote();
  const title = el('h3', {}, 'No face is chosen');
  const about = el('p', { class: 'hint' }, 'Choose one in the picture’s list or among the lanes below.');
  const host = el('div', { hidden: true });
  const table = tableOf('The percentages as a table', () => ({
    head: [`Time (${zone()})`, ...EMOTIONS.map(word)],
    body: points.map(point => [time(point.at, zone()), ...EMOTIONS.map(emotion => percent(point.probabilities[emotion]))]),
  }));
  table.node.hidden = true;
  const node = el('div', {}, title, about, trouble, host, table.node);
  const chart = plot(host, signal, 260);
  let face = null;
  let points = [];
  let tau = TAU_MS;

  async function choose(id) {
    if (face === id) return;
    face = id;
    points = [];
    tell(title, `Face ${shortId(id)}`);
    tell(about, 'Asking for what is recorded of this visit …');
    table.node.hidden = host.hidden = true;
    await load();
  }

  async function load() {
    const wanted = face;
    if (!wanted) return;
    await attempt(trouble, async () => {
      const timeline = await get(`faces/${pathPart(wanted)}/timeline`, {}, { signal });
      if (wanted !== face) return;
      const series = (timeline.series ?? []).map(({ at, probabilities }) => ({ at: Date.parse(at), probabilities }));
      const last = series.at(-1)?.at ?? -Infinity;
      points = series.length ? [...series, ...points.filter(point => point.at > last)] : points;
      tell(about, describe(timeline, zone()));
      draw();
    }, signal);
  }

  /** An event of the stream, smoothed as the service does it, until the recorded series has come so far. */
  function seen(event) {
    if (event.faceId !== face || event.qualityReason) return;
    const at = Date.parse(event.capturedAt);
    const before = points.at(-1);
    if (before && at <= before.at) return;
    const weight = before ? 1 - Math.exp(-(at - before.at) / tau) : 1;
    const probabilities = Object.fromEntries(EMOTIONS.map(emotion => {
      const old = before?.probabilities[emotion] ?? 0;
      return [emotion, old + weight * (event.probabilities[emotion] - old)];
    }));
    points.push({ at, probabilities });
    draw();
  }

  function draw() {
    table.node.hidden = host.hidden = points.length < 2;
    if (host.hidden) return;
    chart.draw({
      zone: zone(), range: [0, 100], key: '', tick: value => `${value} %`, valueText: value => `${Math.round(value)} %`,
      label: `How sure each emotion was over the visit of face ${shortId(face)}`,
      times: points.map(point => point.at / 1000),
      series: EMOTIONS.map(emotion => ({
        label: word(emotion), dash: DASHES[emotion], paint: () => colour(emotion),
        values: points.map(point => point.probabilities[emotion] * 100),
      })),
    });
    table.refresh();
  }

  return { node, choose, load, seen, chosen: () => face, smoothAs: ms => tau = ms ?? TAU_MS };
}

function describe(timeline, zone) {
  const seconds = (Date.parse(timeline.lastSeen) - Date.parse(timeline.firstSeen)) / 1000;
  const parts = [timeline.open ? `In view since ${time(timeline.firstSeen, zone)}, for ${duration(seconds)}`
    : `Seen from ${time(timeline.firstSeen, zone)} to ${time(timeline.lastSeen, zone)}, for ${duration(seconds)}`];
  if (timeline.satisfaction !== null) parts.push(`satisfaction ${number(timeline.satisfaction)} of 100`);
  if (timeline.verdict) parts.push(`the visit as a whole: ${word(timeline.verdict.emotion)}, ${percent(timeline.verdict.confidence)} sure`);
  if (typeof timeline.flipsPerMinute === 'number') {
    parts.push(`the shown emotion changed ${number(timeline.flipsPerMinute, 1)} times a minute`
      + (typeof timeline.rawFlipsPerMinute === 'number' ? ` (${number(timeline.rawFlipsPerMinute, 1)} in single pictures)` : ''));
  }
  if (!timeline.series) parts.push('this service keeps no course of a visit; the curve begins when you chose it');
  return parts.join('; ') + '.';
}
