// The list of cameras, and the form that adds one.

import * as api from '/api.js';
import { byId, clockTime, el } from '/dom.js';

const LOOK = {
  STREAMING: 'good', ENDED: 'idle', DISABLED: 'idle', CONNECTING: 'warn', RECONNECTING: 'warn', FAILED: 'bad',
  'NO SIGN OF LIFE': 'bad',
};

// Ingest tells of a running camera every five seconds at least; without it, nobody knows its state.
const RUNNING = ['CONNECTING', 'STREAMING', 'RECONNECTING'];
const SILENT_AFTER_MS = 20_000;

const isSilent = ({ status }) =>
  RUNNING.includes(status?.state) && Date.now() - Date.parse(status.updatedAt) > SILENT_AFTER_MS;

let shown = '';

export function showCameras(cameras, refresh) {
  byId('cameras-count').textContent = cameras.length ? `${cameras.length}` : '';
  const now = JSON.stringify([cameras, cameras.map(isSilent)]);
  if (now === shown) return; // Nothing changed: the focus stays where it is.
  shown = now;
  const focused = document.activeElement?.dataset?.camera;
  const items = cameras.map(camera => card(camera, refresh));
  byId('cameras').replaceChildren(...(items.length ? items : [nothing()]));
  if (focused) byId('cameras').querySelector(`[data-camera="${CSS.escape(focused)}"]`)?.focus();
  if (!cameras.length) byId('add-details').open = true;
}

function nothing() {
  return el('li', { class: 'empty' },
    'No camera yet. Add one below: an address such as rtsp://…, or “demo” for a synthetic one.');
}

function card(camera, refresh) {
  const status = camera.status;
  const state = isSilent(camera) ? 'NO SIGN OF LIFE' : status?.state ?? (camera.enabled ? 'WAITING' : 'DISABLED');
  return el('li', {},
    el('div', {},
      el('strong', {}, camera.name),
      el('span', { class: `state ${LOOK[state] ?? 'idle'}` }, state.toLowerCase())),
    el('button', {
      type: 'button', 'data-camera': camera.id, 'aria-label': `Remove camera ${camera.name}`,
      onclick: () => remove(camera, refresh),
    }, 'Remove'),
    el('div', { class: 'meta' }, `${camera.id} · site ${camera.site} · ${camera.source}`),
    el('div', { class: 'meta' }, details(camera)));
}

function details(camera) {
  const { status, frames } = camera;
  const parts = [];
  if (isSilent(camera)) {
    parts.push(`its ingest was last heard of at ${clockTime(status.updatedAt)}`);
    if (status.reason) parts.push(status.reason);
  } else if (status) {
    parts.push(`since ${clockTime(status.since)}`);
    if (status.state === 'STREAMING') parts.push(`${status.fps.toFixed(1)} frames/s`);
    if (status.width) parts.push(`${status.width}×${status.height} px`);
    if (status.durationSeconds) {
      parts.push(`${status.positionSeconds.toFixed(0)} of ${status.durationSeconds.toFixed(0)} s`);
    }
    if (status.reason) parts.push(status.reason);
  }
  parts.push(`${frames.captured} frames: ${frames.classified} judged, ${frames.shed} shed, `
    + `${frames.deadLettered} refused, ${frames.inFlight} under way`);
  return parts.join(' · ');
}

async function remove(camera, refresh) {
  if (!confirm(`Remove the camera “${camera.name}”? What it has recorded stays until it expires.`)) return;
  try {
    await api.removeCamera(camera.id);
  } catch (error) {
    alert(`It could not be removed: ${error.message}`);
  }
  refresh();
}

export function wireForm(refresh) {
  const form = byId('add');
  form.addEventListener('submit', async event => {
    event.preventDefault();
    const camera = {};
    for (const [name, value] of new FormData(form)) {
      if (value.trim()) camera[name] = name === 'targetFps' ? Number(value) : value.trim();
    }
    try {
      await api.saveCamera(camera);
      tell('good', `Saved ${camera.id}.`);
      form.reset();
      refresh();
    } catch (error) {
      tell('bad', error.message);
    }
  });
}

function tell(look, text) {
  const message = byId('add-message');
  message.className = look;
  message.textContent = text;
}
