// A site, or everything, as a card: satisfaction now and against yesterday, people in view, its cameras.

import { spark } from '/charts/spark.js';
import { pathPart } from '/lib/api.js';
import { el, fill } from '/lib/dom.js';
import { arrivals, lastMinutes, meanSatisfaction, occupancy } from '/lib/figures.js';
import { change, hourMinute, number } from '/lib/format.js';
import { countStates, stateOf } from '/lib/state.js';

const NOW_MINUTES = 5;

/** The frame of a card; `site` is null for everything together. */
export function siteCard(site) {
  const id = site ? `site-${site.id}` : 'everything';
  return el('section', { class: site ? 'site' : 'site everything', 'aria-labelledby': id },
    el('div', { class: 'title-row' },
      el('h2', { id }, site ? site.id : 'Everything together'),
      el('a', { href: '#/trends' + (site ? `?scope=site:${pathPart(site.id)}` : '') }, 'Trends',
        el('span', { class: 'visually-hidden' }, site ? ` of ${site.id}` : ' of everything'))),
    el('div'), el('div'), el('p', { class: 'hint' }));
}

/** Puts into a card what is known now; `trend` is null while there is none. */
export function updateSiteCard(card, site, cameras, trend) {
  const [, figuresPlace, camerasPlace, clock] = card.children;
  fill(figuresPlace, trend, () => trend ? figures(trend) : el('p', { class: 'hint' }, 'No figures of the last hour yet.'));
  fill(camerasPlace, cameras.map(camera => [camera.id, camera.name, stateOf(camera).text]),
    () => [camerasLine(cameras), site && cameraList(cameras)]);
  const zone = trend?.zone ?? site?.zone ?? 'UTC';
  fill(clock, [zone, hourMinute(Date.now(), zone)], () => `Times in ${zone}, now ${hourMinute(Date.now(), zone)}`);
}

function figures(trend) {
  const now = Date.parse(trend.to);
  const recent = lastMinutes(trend.points, NOW_MINUTES, now);
  const lately = meanSatisfaction(recent);
  const hour = meanSatisfaction(trend.points);
  const before = trend.comparison ? meanSatisfaction(trend.comparison.points) : null;
  const moved = change(hour, before);
  const curve = trend.points.map(point => point.satisfaction?.mean ?? null);
  const withheld = trend.points.some(point => point.state === 'WITHHELD');
  return [
    el('div', { class: 'headline' },
      el('div', { class: 'figure great' }, el('b', {}, number(lately)),
        el('span', {}, lately === null ? 'satisfaction: nobody judged in the last 5 minutes' : 'satisfaction of 100, last 5 minutes')),
      spark(curve, `Satisfaction minute by minute in the last hour, mean ${number(hour)} of 100`)),
    el('div', { class: 'figures' },
      el('div', { class: 'figure' }, el('b', {}, number(hour)),
        el('span', {}, 'satisfaction, last hour; ',
          moved ? `${moved.text} the same hour yesterday (${number(before)})` : 'nothing from yesterday to compare')),
      el('div', { class: 'figure' }, el('b', {}, number(occupancy(recent, trend.scope), 1)), el('span', {}, 'people in view on average, last 5 minutes')),
      el('div', { class: 'figure' }, el('b', {}, number(arrivals(trend.points))), el('span', {}, 'arrivals, last hour'))),
    withheld && el('p', { class: 'hint' }, `Minutes with fewer than ${trend.minFaces} people are withheld, to protect them.`),
  ];
}

function camerasLine(cameras) {
  const { up, down, starting, idle } = countStates(cameras);
  const parts = [`${up} of ${cameras.length} ${cameras.length === 1 ? 'camera works' : 'cameras work'}`];
  if (down) parts.push(`${down} ${down === 1 ? 'does' : 'do'} not`);
  if (starting) parts.push(`${starting} connecting`);
  if (idle) parts.push(`${idle} at rest`);
  return el('p', { class: down ? 'cameras-line bad' : 'cameras-line' }, (down ? '✕ ' : '') + parts.join(', '));
}

const cameraList = cameras => el('ul', { class: 'chips' }, cameras.map(camera => {
  const state = stateOf(camera);
  return el('li', {}, el('a', { href: `#/cameras/${pathPart(camera.id)}`, 'data-key': `camera-${camera.id}` }, camera.name),
    el('span', { class: `state ${state.look}` }, state.text));
}));
