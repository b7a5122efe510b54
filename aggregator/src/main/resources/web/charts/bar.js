// One bar of 100 % that is divided among the emotions, with its text beside it or in its label.

import { el, svg } from '/lib/dom.js';
import { EMOTIONS, sharesText, word } from '/lib/emotions.js';

/** The parts of the bar, placed in per cent of its width: so the patterns are never stretched. */
export function barParts(probabilities, height) {
  let x = 0;
  return EMOTIONS.filter(emotion => probabilities?.[emotion] > 0.001).map(emotion => {
    const width = probabilities[emotion] * 100;
    const part = svg('rect', { x: `${x.toFixed(2)}%`, y: 0, width: `${width.toFixed(2)}%`, height, class: `pattern-${emotion}` },
      svg('title', {}, `${word(emotion)} ${Math.round(width)} %`));
    x += width;
    return part;
  });
}

const HEIGHT = 14;

export const emotionBar = probabilities => svg('svg',
  { class: 'bar', height: HEIGHT, role: 'img', 'aria-label': sharesText(probabilities) }, barParts(probabilities, HEIGHT));

export function updateBar(bar, probabilities) {
  bar.setAttribute('aria-label', sharesText(probabilities));
  bar.replaceChildren(...barParts(probabilities, HEIGHT));
}

/** Which pattern is which emotion. */
export const emotionKey = () => el('ul', { class: 'key', 'aria-label': 'Key to the emotions' }, EMOTIONS.map(emotion =>
  el('li', {},
    svg('svg', { viewBox: '0 0 20 12', class: 'swatch', 'aria-hidden': 'true' },
      svg('rect', { width: 20, height: 12, class: `pattern-${emotion}` })),
    word(emotion))));
