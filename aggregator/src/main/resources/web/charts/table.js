// The figures of a chart as a table, made when somebody opens it.

import { el } from '/lib/dom.js';

const MAX_ROWS = 500;

/** `rows` gives {head: [...], body: [[...]]}, newest last. */
export function tableOf(summary, rows) {
  const details = el('details', { class: 'figures-table' }, el('summary', {}, summary));
  const place = el('div', { class: 'scroll', tabindex: '0', role: 'region', 'aria-label': summary });
  details.append(place);
  const show = () => {
    if (!details.open) return;
    const { head, body } = rows();
    const shown = body.slice(-MAX_ROWS).reverse();
    place.replaceChildren(
      el('table', {},
        el('caption', {}, body.length > MAX_ROWS ? `The newest ${MAX_ROWS} of ${body.length}; the CSV file has all.` : 'Newest first.'),
        el('thead', {}, el('tr', {}, head.map(text => el('th', { scope: 'col' }, text)))),
        el('tbody', {}, shown.map(row => el('tr', {},
          row.map((text, i) => el(i ? 'td' : 'th', i ? {} : { scope: 'row' }, text)))))));
  };
  details.addEventListener('toggle', show);
  return { node: details, refresh: show };
}
