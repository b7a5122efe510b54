// The cameras: what each is doing and why, adding one, changing its settings, removing it.

import { pathPart, removeCamera } from '/lib/api.js';
import { allCameras, camera, noteStatus, onDirectory, refresh, zoneOf } from '/lib/directory.js';
import { el, fill, keyed, tell } from '/lib/dom.js';
import { number, when } from '/lib/format.js';
import { watch } from '/lib/live.js';
import { stateOf } from '/lib/state.js';
import { cameraForm } from '/parts/cameraform.js';
import { confirmed } from '/parts/confirm.js';

export const title = 'Cameras';

export function show(main, { query }, signal) {
  const message = el('p', { class: 'message', role: 'status' });
  const empty = el('p', { class: 'empty', hidden: true }, 'No camera yet. “Add a camera” asks for its address, such as rtsp://…, and '
    + 'shows its picture before anything is saved. The address “demo” is a drawn venue to try things on.');
  const table = cameraTable(openForm, remove);
  const place = el('div');
  const add = el('button', { type: 'button', class: 'primary', onclick: () => openForm(null, add) }, 'Add a camera');
  main.append(
    el('div', { class: 'title-row' }, el('h1', { tabindex: '-1' }, title), add), message,
    place, el('section', { 'aria-label': 'All cameras', class: 'cards-on-phones' }, empty, table.node));

  function openForm(known, opener) {
    tell(message, '');
    const close = () => {
      place.replaceChildren();
      (opener.isConnected ? opener : add).focus();
    };
    const form = cameraForm(known, { signal, cancelled: close, saved: async saved => {
      close();
      tell(message, known ? `Saved ${saved.name ?? saved.id}. It starts anew with the new settings.`
        : `Added ${saved.name ?? saved.id}. Its first picture takes some seconds.`);
      await reload();
    } });
    place.replaceChildren(form);
    form.querySelector('h2').focus();
  }

  async function remove(known) {
    const sure = await confirmed(`Remove ${known.name}?`,
      'It is no longer looked at. What it has recorded stays until it expires.', 'Remove');
    if (!sure) return;
    try {
      await removeCamera(known.id);
      tell(message, `Removed ${known.name}.`);
    } catch (error) {
      tell(message, `${known.name} could not be removed: ${error.message}`);
    }
    await reload();
    main.querySelector('h1').focus();
  }

  const reload = () => refresh().catch(() => {}); // The shell says so when nobody answers.

  function draw() {
    empty.hidden = allCameras().length > 0;
    table.node.hidden = !allCameras().length;
    table.draw(allCameras());
  }

  onDirectory(draw, signal);
  watch({ minConfidence: 1 }, { status: noteStatus }, signal);
  if (query.has('add')) openForm(null, add);
}

const COLUMNS = ['Camera', 'State', 'Why', 'Pictures a second', 'Last sign of life', 'Pictures', ''];

/** {node, draw(cameras)}: a row for each camera, whose buttons stay while its figures change. */
function cameraTable(change, remove) {
  const body = el('tbody');
  const node = el('table', { class: 'cameras' },
    el('caption', { class: 'visually-hidden' }, 'Cameras'),
    el('thead', {}, el('tr', {}, COLUMNS.map(text => el('th', { scope: 'col' }, text || el('span', { class: 'visually-hidden' }, 'Actions'))))),
    body);
  return { node, draw: cameras => keyed(body, cameras, camera => camera.id, camera => row(camera.id, change, remove), update) };
}

function row(id, change, remove) {
  const edit = el('button', { type: 'button', 'data-key': `edit-${id}`, onclick: () => change(camera(id), edit) }, 'Settings');
  const away = el('button', { type: 'button', 'data-key': `remove-${id}`, onclick: () => remove(camera(id)) }, 'Remove');
  return el('tr', { 'data-camera': id }, el('th', { scope: 'row' }),
    COLUMNS.slice(1, -1).map(label => el('td', { 'data-label': label }, el('div'))),
    el('td', { class: 'actions' }, el('div', {}, edit, away)));
}

function update(row, known) {
  const [name, ...cells] = row.children;
  fill(name, [known.name, known.site, known.source], () => [
    el('a', { href: `#/cameras/${pathPart(known.id)}`, 'data-key': `camera-${known.id}` }, known.name),
    el('span', { class: 'meta' }, `${known.id} · site ${known.site}`), el('span', { class: 'meta' }, known.source)]);
  const state = stateOf(known);
  const { status, frames } = known;
  const zone = zoneOf(known.id);
  const meta = text => text && el('span', { class: 'meta' }, text);
  const contents = [
    [state.text, status?.since && `since ${when(status.since, zone)}`],
    [state.reason ?? '–'],
    [status?.state === 'STREAMING' ? `${number(status.fps, 1)} of ${number(known.targetFps, 1)}` : '–'],
    [status?.updatedAt ? `${when(status.updatedAt, zone)} (${zone})` : 'none yet'],
    [frames ? `${number(frames.classified)} classified` : '–',
      frames && `${number(frames.shed)} skipped, ${number(frames.deadLettered)} broken, ${number(frames.inFlight)} under way`],
  ];
  contents.forEach(([text, more], i) => fill(cells[i].firstElementChild, [text, more], () =>
    [i === 0 ? el('span', { class: `state ${state.look}` }, text) : text, meta(more)]));
  const [edit, away] = cells.at(-1).querySelectorAll('button');
  edit.setAttribute('aria-label', `Settings of ${known.name}`);
  away.setAttribute('aria-label', `Remove ${known.name}`);
}
