// The form of a camera: what it sees is shown before anything is saved, and what is wrong stands at its field.

import { saveCamera, testPicture } from '/lib/api.js';
import { allSites } from '/lib/directory.js';
import { el, tell } from '/lib/dom.js';
import { cameraOf, FIELDS, valuesOf } from '/parts/camerafields.js';

const MASK = '***';

/** `camera` is null for a new one. Calls `saved` with what was sent, or `cancelled`. */
export function cameraForm(camera, { signal, saved, cancelled }) {
  const values = valuesOf(camera);
  let kept = Boolean(camera?.source.includes(MASK));
  if (kept) values.source = '';
  const controls = new Map(FIELDS.map(field => [field.name, control(field, values[field.name])]));
  const input = name => controls.get(name).input;
  const problem = el('p', { class: 'message bad', role: 'alert' });
  const picture = el('div', { class: 'test-picture', 'aria-live': 'polite' });
  const test = el('button', { type: 'button', onclick: () => takeTest() }, 'Test picture');
  const save = el('button', { type: 'submit', class: 'primary' }, camera ? 'Save settings' : 'Save camera');
  const groups = group => FIELDS.filter(field => field.group === group).map(field => controls.get(field.name).node);
  const form = el('form', { novalidate: true, class: 'camera-form' },
    el('div', { class: 'grid' }, groups('main')),
    el('div', { class: 'test', hidden: kept }, test, picture),
    ...[['Finding faces', 'detection'], ['Judging faces', 'analytics']].map(([title, group]) =>
      el('details', {}, el('summary', {}, title), el('div', { class: 'grid' }, groups(group)))),
    el('fieldset', { class: 'privacy' }, el('legend', {}, 'Privacy'), groups('privacy')),
    problem, el('div', { class: 'buttons' }, save, el('button', { type: 'button', onclick: cancelled }, 'Cancel')));
  form.append(el('datalist', { id: 'sites' }, allSites().map(site => el('option', { value: site.id }))));
  wireId();
  const keptAddress = kept && addressKept(camera.source, showAddress);
  if (kept) controls.get('source').node.replaceWith(keptAddress);

  /** From here on the address is asked for, and sent. */
  function showAddress() {
    if (!kept) return;
    kept = false;
    keptAddress.replaceWith(controls.get('source').node);
    test.parentElement.hidden = false;
    input('source').focus();
  }

  /** An id is made of the name until somebody types one; of a camera that exists it never changes. */
  function wireId() {
    if (camera) {
      input('id').readOnly = true;
      return;
    }
    let typed = false;
    input('id').addEventListener('input', () => typed = true);
    input('name').addEventListener('input', () => {
      if (!typed) input('id').value = idOf(input('name').value);
    });
  }

  function clear() {
    tell(problem, '');
    for (const { input, error } of controls.values()) {
      tell(error, '');
      input.removeAttribute('aria-invalid');
    }
  }

  /** The error stands at the field that it names, else above the buttons. */
  function complain(error) {
    const at = controls.get(error.parameter);
    if (!at) {
      tell(problem, error.message ?? String(error));
      return;
    }
    if (error.parameter === 'source') showAddress();
    tell(at.error, error.message);
    at.input.setAttribute('aria-invalid', 'true');
    at.input.closest('details')?.setAttribute('open', '');
    at.input.focus();
  }

  /** The address in the form; says so when there is none. */
  function typedSource() {
    const source = input('source').value.trim();
    if (!source) complain({ parameter: 'source', message: 'Type the camera’s address first.' });
    return source;
  }

  async function takeTest() {
    clear();
    const source = typedSource();
    if (!source) return;
    test.disabled = true;
    picture.replaceChildren(el('p', { class: 'hint' }, 'Asking the camera for a picture; this may take 10 s …'));
    try {
      const shown = await paint(await testPicture(source));
      picture.replaceChildren(shown, el('p', { class: 'good' }, `It works: ${shown.width} × ${shown.height} px.`));
    } catch (error) {
      picture.replaceChildren();
      if (error.status === 404) complain({ message: 'This service cannot take test pictures. The camera can be saved without.' });
      else if (error.status === 422 || error.status === 504) complain({ parameter: 'source', message: error.message });
      else complain(error.status ? error : { message: 'No answer from the service: there is no test picture.' });
    }
    test.disabled = false;
    if (document.activeElement === document.body) test.focus();
  }

  form.addEventListener('submit', async event => {
    event.preventDefault();
    clear();
    if (!kept && !typedSource()) return;
    save.disabled = true;
    try {
      const wanted = cameraOf(new Map([...controls].map(([name, { input }]) => [name, input])), camera);
      await saveCamera(wanted);
      if (!signal.aborted) saved(wanted);
    } catch (error) {
      save.disabled = false;
      complain(error);
    }
  }, { signal });

  return el('section', { 'aria-labelledby': 'form-title' },
    el('h2', { id: 'form-title', tabindex: '-1' }, camera ? `Settings of ${camera.name}` : 'Add a camera'), form);
}

const idOf = name => name.normalize('NFKD').toLowerCase().replace(/[^a-z0-9]+/g, '-').replace(/^-+|-+$/g, '').slice(0, 63);

function control(field, value) {
  const id = `field-${field.name.replace('.', '-')}`;
  const error = el('span', { class: 'error', id: `${id}-error` });
  const about = field.hint ? `${id}-error ${id}-hint` : `${id}-error`;
  const common = { id, name: field.name, 'aria-describedby': about };
  const input = field.options
    ? el('select', common, field.options.map(([key, text]) => el('option', { value: key, selected: key === (value ?? '') }, text)))
    : el('input', { ...common, autocomplete: 'off', spellcheck: 'false', ...field.input });
  if (field.input?.type === 'checkbox') input.checked = Boolean(value);
  else if (!field.options) input.value = value ?? '';
  const label = el('label', { for: id }, field.label);
  const hint = field.hint && el('span', { class: 'hint', id: `${id}-hint` }, field.hint);
  const node = field.input?.type === 'checkbox'
    ? el('div', { class: 'field check' }, input, label, hint, error)
    : el('div', { class: 'field' }, label, input, hint, error);
  return { node, input, error };
}

/** Stands in the place of the address of which a part is hidden: what nobody is shown, nobody must type again. */
const addressKept = (source, change) => el('div', { class: 'field kept', role: 'group', 'aria-label': 'Address' },
  el('b', {}, 'Address'), el('span', {}, source), el('span', { class: 'hint' }, 'Kept as it is (its password or key is hidden).'),
  el('button', { type: 'button', 'aria-label': 'Change the address', onclick: change }, 'Change'));

/** A picture on a canvas: no address of it is ever made. */
async function paint(blob) {
  const bitmap = await createImageBitmap(blob);
  const canvas = el('canvas', { width: bitmap.width, height: bitmap.height, role: 'img', 'aria-label': 'The test picture of this camera' });
  canvas.getContext('2d').drawImage(bitmap, 0, 0);
  bitmap.close();
  return canvas;
}
