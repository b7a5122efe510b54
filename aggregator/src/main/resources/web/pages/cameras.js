// The cameras: what each is doing and why, adding one, changing its settings, removing it.

import { pathPart, removeCamera } from '/lib/api.js';
import { allCameras, noteStatus, onDirectory, refresh, zoneOf } from '/lib/directory.js';
import { el, fill, tell } from '/lib/dom.js';
import { number, when } from '/lib/format.js';
import { watch } from '/lib/live.js';
import { stateOf } from '/lib/state.js';
import { cameraForm } from '/parts/cameraform.js';
import { confirmed } from '/parts/confirm.js';

export const title = 'Cameras';

export function show(main, { query }, signal) {
  const message = el('p', { class: 'message', role: 'status' });
  const table = el('div', { class: 'cards-on-phones' });
  const place = el('div');
  const add = el('button', { type: 'button', class: 'primary', onclick: () => openForm(null, add) }, 'Add a camera');
  main.append(
    el('div', { class: 'title-row' }, el('h1', { tabindex: '-1' }, title), add), message,
    place, el('section', { 'aria-label': 'All cameras' }, table));

  function openForm(camera, opener) {
    tell(message, '');
    const close = () => {
      place.replaceChildren();
      (opener.isConnected ? opener : add).focus();
    };
    const form = cameraForm(camera, { signal, cancelled: close, saved: async saved => {
      close();
      tell(message, camera ? `Saved ${saved.name ?? saved.id}. It starts anew with the new settings.`
        : `Added ${saved.name ?? saved.id}. Its first picture takes some seconds.`);
      await reload();
    } });
    place.replaceChildren(form);
    form.querySelector('h2').focus();
  }

  async function remove(camera) {
    const sure = await confirmed(`Remove ${camera.name}?`,
      'It is no longer looked at. What it has recorded stays until it expires.', 'Remove');
    if (!sure) return;
    try {
      await removeCamera(camera.id);
      tell(message, `Removed ${camera.name}.`);
    } catch (error) {
      tell(message, `${camera.name} could not be removed: ${error.message}`);
    }
    await reload();
    main.querySelector('h1').focus();
  }

  const reload = () => refresh().catch(() => {}); // The shell says so when nobody answers.

  function draw() {
    const cameras = allCameras();
    fill(table, cameras.map(camera => [camera, stateOf(camera)]), () => cameras.length
      ? tableOf(cameras, openForm, remove)
      : el('p', { class: 'empty' }, 'No camera yet. “Add a camera” asks for its address, such as rtsp://…, and shows its picture '
        + 'before anything is saved. The address “demo” is a drawn venue to try things on.'));
  }

  onDirectory(draw, signal);
  watch({ minConfidence: 1 }, { status: noteStatus }, signal);
  if (query.has('add')) openForm(null, add);
}

const COLUMNS = ['Camera', 'State', 'Why', 'Pictures a second', 'Last sign of life', 'Pictures', ''];

function tableOf(cameras, change, remove) {
  return el('table', { class: 'cameras' },
    el('caption', { class: 'visually-hidden' }, 'Cameras'),
    el('thead', {}, el('tr', {}, COLUMNS.map(text => el('th', { scope: 'col' }, text || el('span', { class: 'visually-hidden' }, 'Actions'))))),
    el('tbody', {}, cameras.map(camera => row(camera, change, remove))));
}

function row(camera, change, remove) {
  const state = stateOf(camera);
  const { status, frames } = camera;
  const zone = zoneOf(camera.id);
  const cell = (label, ...children) => el('td', { 'data-label': label }, el('div', {}, children));
  const edit = el('button', { type: 'button', 'data-key': `edit-${camera.id}`, 'aria-label': `Settings of ${camera.name}` }, 'Settings');
  edit.addEventListener('click', () => change(camera, edit));
  return el('tr', { 'data-camera': camera.id },
    el('th', { scope: 'row' }, el('a', { href: `#/cameras/${pathPart(camera.id)}`, 'data-key': `camera-${camera.id}` }, camera.name),
      el('span', { class: 'meta' }, `${camera.id} · site ${camera.site}`), el('span', { class: 'meta' }, camera.source)),
    cell('State', el('span', { class: `state ${state.look}` }, state.text),
      status?.since && el('span', { class: 'meta' }, `since ${when(status.since, zone)}`)),
    cell('Why', state.reason ?? '–'),
    cell('Pictures a second', status?.state === 'STREAMING' ? `${number(status.fps, 1)} of ${number(camera.targetFps, 1)}` : '–'),
    cell('Last sign of life', status?.updatedAt ? `${when(status.updatedAt, zone)} (${zone})` : 'none yet'),
    cell('Pictures', frames ? `${number(frames.classified)} judged` : '–',
      frames && el('span', { class: 'meta' }, `${number(frames.shed)} skipped, ${number(frames.deadLettered)} broken, ${number(frames.inFlight)} under way`)),
    el('td', { class: 'actions' }, el('div', {}, edit,
      el('button', { type: 'button', 'data-key': `remove-${camera.id}`, 'aria-label': `Remove ${camera.name}`, onclick: () => remove(camera) }, 'Remove'))));
}
