// Asks before something is done that cannot be undone. The browser's dialog keeps the focus and gives it back.

import { el } from '/lib/dom.js';

/** Resolves to true when the person says yes. */
export function confirmed(title, text, yes) {
  return new Promise(resolve => {
    const no = el('button', { type: 'button', onclick: () => dialog.close('') }, 'Cancel');
    const dialog = el('dialog', { 'aria-labelledby': 'confirm-title', 'aria-describedby': 'confirm-text' },
      el('h2', { id: 'confirm-title' }, title), el('p', { id: 'confirm-text' }, text),
      el('div', { class: 'buttons' }, no,
        el('button', { type: 'button', class: 'danger', onclick: () => dialog.close('yes') }, yes)));
    dialog.addEventListener('close', () => {
      resolve(dialog.returnValue === 'yes');
      dialog.remove();
    });
    document.body.append(dialog);
    dialog.showModal();
    no.focus();
  });
}
