// What the trends are of: the time, the step, the comparison, and up to six sites and cameras beside each other.
// All of it stands in the page's address, so that it can be kept and sent.

import { allCameras, allSites } from '/lib/directory.js';
import { choice, el, fill, labelled, tell } from '/lib/dom.js';
import { COMPARED, RANGES, STEPS, rangeOf } from '/lib/ranges.js';
import { fromLocal, toLocal } from '/lib/zones.js';

export const MOST_SCOPES = 6;
const COMPARE = [['', 'nothing'], ...Object.entries(COMPARED)];

/** `zoneOfScope` tells a scope's zone; `changed` is called when something else is wanted. */
export function trendPicker(query, zoneOfScope, changed) {
  const wanted = {
    range: query.get('range') ?? 'today', step: query.get('step') ?? 'auto', compare: query.get('compare') ?? 'previous-day',
    from: Number(query.get('from')) || null, to: Number(query.get('to')) || null,
    scopes: query.getAll('scope').slice(0, MOST_SCOPES),
  };
  const from = el('input', { type: 'datetime-local', name: 'from', onchange: readCustom });
  const to = el('input', { type: 'datetime-local', name: 'to', onchange: readCustom });
  const custom = el('div', { class: 'custom' }, labelled('From', from), labelled('To', to));
  const wrong = el('p', { class: 'message bad', role: 'alert' });
  const scopes = el('div', { class: 'scope-list' });
  const node = el('form', { class: 'trend-picker', 'aria-label': 'What to show', onsubmit: event => event.preventDefault() },
    el('div', { class: 'filters' },
      labelled('Time', select('range', RANGES)), custom, labelled('Step', select('step', STEPS)),
      labelled('Compare with', select('compare', COMPARE))),
    wrong, el('fieldset', { class: 'scopes' }, el('legend', {}, `Show, beside each other, up to ${MOST_SCOPES}`), scopes));
  const zone = () => zoneOfScope(wanted.scopes[0] ?? 'all');
  let shownIn = null;
  showCustom();

  function select(name, options) {
    const control = choice(options, wanted[name], { name });
    control.addEventListener('change', () => {
      wanted[name] = control.value;
      if (name === 'range') startCustom();
      publish();
    });
    return control;
  }

  /** A range of one's own begins as the last hour. */
  function startCustom() {
    if (wanted.range === 'custom' && !wanted.from) Object.assign(wanted, rangeOf('hour', Date.now(), zone()));
    showCustom();
  }

  function showCustom() {
    custom.hidden = wanted.range !== 'custom';
    shownIn = zone();
    if (wanted.from) from.value = toLocal(wanted.from, zone());
    if (wanted.to) to.value = toLocal(wanted.to, zone());
  }

  function readCustom() {
    const [begin, end] = [fromLocal(from.value, zone()), fromLocal(to.value, zone())];
    const fits = begin !== null && end !== null && begin < end;
    tell(wrong, fits ? '' : 'The time must have a start, and an end that is later.');
    if (!fits) return;
    Object.assign(wanted, { from: begin, to: end });
    publish();
  }

  function publish() {
    const kept = new URLSearchParams({ range: wanted.range, step: wanted.step, compare: wanted.compare });
    if (wanted.range === 'custom') {
      kept.set('from', wanted.from);
      kept.set('to', wanted.to);
    }
    for (const scope of wanted.scopes) kept.append('scope', scope);
    history.replaceState(null, '', `#/trends?${kept}`);
    changed();
  }

  /** To be called when cameras come or go. */
  function drawScopes() {
    const offered = offers();
    const known = wanted.scopes.filter(scope => offered.some(([key]) => key === scope));
    wanted.scopes = known.length ? known : offered.length ? [offered[0][0]] : [];
    fill(scopes, offered, () => offered.map(([key, text]) => {
      const box = el('input', { type: 'checkbox', value: key, 'data-key': key, checked: wanted.scopes.includes(key) });
      box.addEventListener('change', () => {
        const checked = [...scopes.querySelectorAll('input:checked')].map(one => one.value);
        if (!checked.length) box.checked = true; // Nothing at all is nothing to look at.
        wanted.scopes = checked.length ? checked : [key];
        limit();
        showCustom();
        publish();
      });
      return el('label', { class: 'tick' }, box, text);
    }));
    limit();
    if (shownIn !== zone()) showCustom(); // The same instants, by another clock on the wall.
  }

  function limit() {
    const boxes = [...scopes.querySelectorAll('input')];
    const checked = boxes.filter(box => box.checked).length;
    for (const box of boxes) box.disabled = !box.checked && checked >= MOST_SCOPES;
  }

  return { node, wanted, drawScopes };
}

/** Pairs of key and text: everything, sites, cameras. */
function offers() {
  if (!allCameras()?.length) return [];
  return [
    ['all', 'Everything together'],
    ...allSites().map(site => [`site:${site.id}`, `Site ${site.id}`]),
    ...allCameras().map(camera => [`camera:${camera.id}`, camera.name])];
}

export const scopeText = key => offers().find(([known]) => known === key)?.[1] ?? key;

/** The parameters of the API that mean the scope. */
export function scopeParameters(key) {
  const [kind, id] = key.split(':');
  return kind === 'all' ? {} : { [kind]: id };
}
