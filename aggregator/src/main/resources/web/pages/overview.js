// Everything at a glance: each site now, against yesterday, and what happened last.

import { get } from '/lib/api.js';
import { allCameras, learnEverythingZone, noteStatus, onDirectory, sitesWithCameras } from '/lib/directory.js';
import { el, fill, keyed, section, troubleNote } from '/lib/dom.js';
import { watch } from '/lib/live.js';
import { attempt, every } from '/lib/poll.js';
import { momentItem } from '/parts/moment.js';
import { siteCard, updateSiteCard } from '/parts/sitecard.js';

export const title = 'Overview';

const TRENDS_MS = 10_000;
const HOUR_MS = 3_600_000;
const MINUTE_MS = 60_000;
const MOMENTS = 8;

export function show(main, route, signal) {
  const trouble = troubleNote();
  const momentsTrouble = troubleNote();
  const empty = el('div');
  const sites = el('div', { class: 'sites' });
  const list = el('ul', { class: 'moments' });
  const latest = section('Latest moments', { id: 'latest', wide: true, beside: el('a', { href: '#/moments' }, 'All moments') }, list);
  main.append(el('h1', { tabindex: '-1' }, title), trouble, momentsTrouble, empty, el('div', { class: 'glance' }, sites, latest));
  const trends = new Map();
  let moments = [];

  function draw() {
    const cameras = allCameras();
    if (!cameras) return;
    latest.hidden = !cameras.length;
    empty.hidden = cameras.length > 0;
    fill(empty, cameras.length, () => cameras.length ? null : welcome());
    const known = sitesWithCameras();
    const many = known.length > 1 || trends.get('*');
    keyed(sites, !cameras.length ? [] : many ? [null, ...known] : known, keyOf, siteCard, (card, site) =>
      updateSiteCard(card, site, cameras.filter(one => !site || one.site === site.id), trends.get(keyOf(site)) ?? null));
    fill(list, [moments, cameras.map(one => one.name)], () => moments.length ? moments.map(one => momentItem(one, { photo: false }))
      : [el('li', { class: 'empty' }, 'Nothing out of the ordinary yet. Group smiles, sudden changes and cameras that stay away appear here.')]);
  }

  async function loadTrends() {
    if (!allCameras()?.length) return;
    const to = Math.floor(Date.now() / MINUTE_MS) * MINUTE_MS + MINUTE_MS;
    const asked = { from: to - HOUR_MS, to, step: '1m', compare: 'previous-day' };
    await attempt(trouble, async () => {
      const scopes = [['*', {}], ...sitesWithCameras().map(site => [site.id, { site: site.id }])];
      const answers = await Promise.all(scopes.map(async ([key, scope]) => [key, await trendOf({ ...scope, ...asked }, signal)]));
      for (const [key, answer] of answers) trends.set(key, answer);
      if (trends.get('*')) learnEverythingZone(trends.get('*').zone);
    }, signal);
    draw();
  }

  const loadMoments = () => attempt(momentsTrouble, async () => {
    moments = (await get('moments', { limit: MOMENTS }, { signal })).moments;
    draw();
  }, signal);

  onDirectory(draw, signal);
  const reload = every(TRENDS_MS, loadTrends, signal);
  onDirectory(once(reload), signal);
  every(TRENDS_MS, loadMoments, signal);
  // No emotions: this page shows none of a single face.
  watch({ minConfidence: 1 }, {
    status: noteStatus,
    moment: moment => {
      moments = [moment, ...moments.filter(one => one.id !== moment.id)].slice(0, MOMENTS);
      draw();
    },
  }, signal);
}

/** Everything together is kept under *, as on the topic. */
const keyOf = site => site?.id ?? '*';

/** An older service knows no comparison and no sum of all sites: then there is none. */
async function trendOf(asked, signal) {
  try {
    return await get('trends', asked, { signal });
  } catch (error) {
    if (error.status !== 400 && error.status !== 404) throw error;
  }
  if (!asked.site) return null;
  const { compare, ...plain } = asked;
  try {
    return await get('trends', plain, { signal });
  } catch (error) {
    if (error.status !== 400 && error.status !== 404) throw error;
    return null;
  }
}

function once(work) {
  let done = false;
  return () => {
    if (done || !allCameras()) return;
    done = true;
    work();
  };
}

const welcome = () => el('section', { class: 'welcome', 'aria-labelledby': 'welcome' },
  el('h2', { id: 'welcome' }, 'No camera yet'),
  el('p', {}, 'Moodline shows how visitors looked: how many were there, how satisfied, and when it changed. It needs a camera to begin.'),
  el('p', {}, el('a', { class: 'button', href: '#/cameras?add' }, 'Add the first camera')),
  el('p', { class: 'hint' }, 'You need the camera’s address, such as rtsp://…, from its manual or from whoever installed it. '
    + 'To look around first, add a camera with the address “demo”: it shows drawn visitors, nobody real.'));
