// The cameras and sites that there are, kept fresh for every page.

import { get } from '/lib/api.js';
import { knownZone } from '/lib/format.js';

let cameras = null;
let sites = [];
let kept = new Map();
let allZone = 'UTC';
const listeners = new Set();

/** Null before the first answer. */
export const allCameras = () => cameras;
export const allSites = () => sites;
/** Without those of which only trends are left. */
export const sitesWithCameras = () => sites.filter(site => site.cameras.length);
export const camera = id => cameras?.find(one => one.id === id) ?? null;
export const nameOf = id => camera(id)?.name ?? id;
export const siteZone = id => sites.find(site => site.id === id)?.zone ?? allZone;

/** How long windows of a step are kept, ms; for ever when the service does not say. */
export const keptMs = step => kept.get(step) ?? Infinity;

/** A camera's own zone; one of an older service has its site's. */
export function zoneOf(id) {
  const known = camera(id);
  return known?.zone ? knownZone(known.zone) : siteZone(known?.site);
}

/** The zone in which everything together is counted, once a trend has told. */
export const everythingZone = () => allZone;
export const learnEverythingZone = zone => allZone = knownZone(zone);

export async function refresh() {
  const answer = await get('cameras');
  let known = [];
  let steps = [];
  try {
    ({ sites: known, steps = [] } = await get('sites'));
  } catch (error) {
    if (error.status === undefined) throw error; // An older service has no list of sites: the cameras tell.
  }
  cameras = answer.cameras;
  kept = new Map(steps.filter(one => one.keptSeconds !== null).map(one => [one.step, one.keptSeconds * 1000]));
  sites = merged(known);
  for (const then of listeners) then();
}

function merged(known) {
  const byId = new Map(known.map(site => [site.id, { ...site, zone: knownZone(site.zone) }]));
  for (const one of cameras) {
    if (!byId.has(one.site)) byId.set(one.site, { id: one.site, zone: knownZone(one.zone), cameras: [] });
  }
  for (const site of byId.values()) site.cameras = cameras.filter(one => one.site === site.id).map(one => one.id);
  return [...byId.values()].sort((a, b) => a.id.localeCompare(b.id));
}

/** Calls `then` now when something is known, and after each refresh, until the signal says stop. */
export function onDirectory(then, signal) {
  listeners.add(then);
  signal.addEventListener('abort', () => listeners.delete(then));
  if (cameras) then();
}

/** What the stream tells of a camera, before the next refresh. */
export function noteStatus({ camera: id, state, reason, since }) {
  const known = camera(id);
  if (!known) return;
  known.status = { ...known.status, state, reason, since, updatedAt: new Date().toISOString() };
  for (const then of listeners) then();
}
