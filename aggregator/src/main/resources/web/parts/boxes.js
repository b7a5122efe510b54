// Boxes of faces over a picture: short id, emotion, and a bar of all emotions below.

import { svg } from '/lib/dom.js';
import { EMOTIONS, shortId, shortWord, word } from '/lib/emotions.js';

const TEXT_REM = 0.84;
const NARROW = 2.4; // Frame pixels for one of the screen: on a phone there is room for few letters.

/**
 * The boxes of `faces`, each as the stream tells them.
 *
 * @param scale pixels of the frame for one of the screen: text and lines keep their size
 */
export function boxes(faces, chosen, scale, choose) {
  const textPx = TEXT_REM * parseFloat(getComputedStyle(document.documentElement).fontSize);
  return faces.map(face => box(face, chosen, scale, textPx, choose));
}

function box(face, chosen, scale, textPx, choose) {
  const { x1, y1, x2, y2 } = face.box;
  const judged = !face.qualityReason && face.dominant;
  const size = textPx * scale;
  const name = scale > NARROW ? shortWord : word;
  const above = y1 > size * 1.6;
  return svg('g', { class: `box ${judged ? `tint-${face.dominant}` : 'unclear'}${face.faceId === chosen ? ' chosen' : ''}`,
    'data-face': face.faceId, onclick: () => choose(face.faceId) },
    svg('rect', { x: x1, y: y1, width: x2 - x1, height: y2 - y1, rx: 4 * scale }),
    svg('text', { x: x1, y: above ? y1 - size * 0.45 : y2 + size * 1.9, 'font-size': size },
      `${shortId(face.faceId)} · ${judged ? `${name(face.dominant)} ${Math.round(face.confidence * 100)} %` : scale > NARROW ? '?' : 'not clear'}`),
    judged && bar(face.probabilities, x1, y2 + 3 * scale, x2 - x1, 6 * scale));
}

function bar(probabilities, left, top, width, height) {
  let x = left;
  return EMOTIONS.map(emotion => {
    const part = svg('rect', { x, y: top, width: Math.max(0, probabilities[emotion] * width), height, class: `part fill-${emotion}` });
    x += probabilities[emotion] * width;
    return part;
  });
}
