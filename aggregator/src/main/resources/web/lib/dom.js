// Makes elements. Text is always set as text: nothing that a camera is called is ever markup.

const SVG = 'http://www.w3.org/2000/svg';

function make(node, attributes, children) {
  for (const [name, value] of Object.entries(attributes)) {
    if (value === null || value === undefined || value === false) continue;
    if (name.startsWith('on')) node.addEventListener(name.slice(2), value);
    else node.setAttribute(name, value === true ? '' : value);
  }
  node.append(...children.flat().filter(child => child !== null && child !== undefined && child !== false));
  return node;
}

export const el = (tag, attributes = {}, ...children) => make(document.createElement(tag), attributes, children);

export const svg = (tag, attributes = {}, ...children) => make(document.createElementNS(SVG, tag), attributes, children);

export const byId = id => document.getElementById(id);

/** Sets the text only when it is another one, so that a screen reader is not told the same twice. */
export function tell(node, text) {
  if (node.textContent !== text) node.textContent = text;
}

/** Replaces the children only when `key` is another one than last time: the focus stays where it is. */
export function fill(node, key, make) {
  const text = JSON.stringify(key);
  if (node.filledWith === text) return;
  node.filledWith = text;
  const focused = node.contains(document.activeElement) ? document.activeElement.dataset.key : null;
  node.replaceChildren(...[make()].flat().filter(Boolean));
  if (focused) node.querySelector(`[data-key="${CSS.escape(focused)}"]`)?.focus();
}

/** A section with its heading, and what belongs beside the heading. */
export function section(title, { id, wide = false, beside = null } = {}, ...children) {
  return el('section', { 'aria-labelledby': id, class: wide ? 'wide' : null },
    el('div', { class: 'title-row' }, el('h2', { id }, title), beside), ...children);
}

/** A note that something is missing, or null. */
export const note = (text, look = 'note') => text ? el('p', { class: look }, text) : null;

/** Where a page says why it has no answer; hidden while it has one. */
export const troubleNote = () => el('p', { class: 'trouble', role: 'status', hidden: true });

/** A text input's or a choice's label, with the control in it. */
export const labelled = (text, control, hint = null) =>
  el('label', {}, el('span', { class: 'label' }, text), control, hint && el('span', { class: 'hint' }, hint));

export const choice = (options, chosen, attributes = {}) => el('select', attributes,
  options.map(([value, text]) => el('option', { value, selected: value === chosen }, text)));

/**
 * Keeps one child for each item, in their order: what is there already is updated, not made anew, so that the
 * focus, and what a screen reader reads, stays.
 */
export function keyed(node, items, keyOf, make, update) {
  const focused = node.contains(document.activeElement) ? document.activeElement : null;
  const staying = new Set(items.map(keyOf));
  for (const child of [...node.children]) if (!staying.has(child.dataset.key)) child.remove();
  const before = new Map([...node.children].map(child => [child.dataset.key, child]));
  let place = node.firstElementChild;
  for (const item of items) {
    const key = keyOf(item);
    let child = before.get(key);
    if (!child) {
      child = make(item);
      child.dataset.key = key;
    }
    if (child === place) place = place.nextElementSibling;
    else node.insertBefore(child, place);
    update(child, item);
  }
  if (focused?.isConnected && focused !== document.activeElement) focused.focus({ preventScroll: true }); // Moving a node blurs it.
}
