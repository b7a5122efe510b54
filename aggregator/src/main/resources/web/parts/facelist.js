// The faces that are in view now, each a button that chooses it.

import { emotionBar, updateBar } from '/charts/bar.js';
import { el, keyed, tell } from '/lib/dom.js';
import { shortId, word } from '/lib/emotions.js';
import { number } from '/lib/format.js';

export function faceList(choose) {
  const list = el('ul', { class: 'face-list' });
  const empty = el('p', { class: 'empty' }, 'Nobody is in view.');
  const node = el('div', {}, list, empty);

  function draw(faces, chosen) {
    const open = faces.filter(face => face.open && face.latest).sort((a, b) => a.latest.box.x1 - b.latest.box.x1);
    empty.hidden = open.length > 0;
    keyed(list, open, face => face.id,
      face => el('li', {}, el('button', { type: 'button', onclick: () => choose(face.id) },
        el('span', { class: 'face-name' }, el('b', {}, shortId(face.id)), ' ', el('span')),
        emotionBar(null), el('span', { class: 'score' }))),
      (item, face) => update(item.firstElementChild, face, chosen));
  }
  return { node, draw };
}

function update(button, face, chosen) {
  const [name, bar, score] = button.children;
  button.setAttribute('aria-pressed', face.id === chosen ? 'true' : 'false');
  tell(name.lastChild, word(face.latest.dominant));
  updateBar(bar, face.latest.smoothed);
  tell(score, face.satisfaction === null ? 'too small, dark or blurred to judge' : `satisfaction so far ${number(face.satisfaction)} of 100`);
}
