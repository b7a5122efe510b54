// Boxes of faces over a picture: short id, emotion, and a bar of all emotions below.

import { svg } from '/lib/dom.js';
import { EMOTIONS, shortId, shortWord, word } from '/lib/emotions.js';

const BAR_PX = 9;
const TEXT_REM = 0.84;
const OUTLINE = 0.28; // Of the text's size, as in the style.
const LINE = 1.2;
const NARROW = 2.4; // Frame pixels for one of the screen: on a phone there is room for few letters.

/**
 * The boxes of `faces`, each as the stream tells them.
 *
 * @param scale pixels of the frame for one of the screen: text and lines keep their size
 */
export function boxes(faces, chosen, scale, frameWidth, choose) {
  const size = TEXT_REM * parseFloat(getComputedStyle(document.documentElement).fontSize) * scale;
  const long = faces.map(face => labelOf(face, word, size, frameWidth));
  const short = scale > NARROW || long.some((label, i) => long.slice(i + 1).some(other => overlap(label, other, size)));
  const labels = apart(short ? faces.map(face => labelOf(face, shortWord, size, frameWidth)) : long, size);
  return faces.map((face, i) => box(face, labels[i], chosen, scale, size, choose));
}

const isJudged = face => !face.qualityReason && face.dominant;

/** The text at a box and where it stands: above it, or below when there is no room, and never beyond the edge. */
function labelOf(face, name, size, frameWidth) {
  const { x1, y1, y2 } = face.box;
  const emotion = isJudged(face) ? `${name(face.dominant)} ${Math.round(face.confidence * 100)} %` : name === word ? 'not clear' : '?';
  const text = `${shortId(face.faceId)} · ${emotion}`;
  const width = widthOf(text) * size;
  return { text, width, x: Math.max(0, Math.min(x1, frameWidth - width)), y: y1 > size * 1.6 ? y1 - size * 0.45 : y2 + size * 1.9 };
}

const ruler = document.createElement('canvas').getContext('2d');

/** In sizes of the text, with its outline. */
function widthOf(text) {
  ruler.font = '600 100px system-ui, sans-serif';
  return ruler.measureText(text).width / 100 + OUTLINE;
}

const overlap = (a, b, size) => Math.abs(a.y - b.y) < size * LINE && a.x < b.x + b.width && b.x < a.x + a.width;

/** A label that would cover an earlier one goes up, line by line, as far as the picture's edge. */
function apart(labels, size) {
  const placed = [];
  for (const label of labels) {
    let { y } = label;
    while (y > size && placed.some(other => overlap({ ...label, y }, other, size))) y -= size * LINE / 2;
    placed.push({ ...label, y: Math.max(y, size) });
  }
  return placed;
}

function box(face, label, chosen, scale, size, choose) {
  const { x1, y1, x2, y2 } = face.box;
  const look = isJudged(face) ? `tint-${face.dominant}` : 'unclear';
  return svg('g', {
    class: `box ${look}${face.faceId === chosen ? ' chosen' : ''}`, 'data-face': face.faceId, onclick: () => choose(face.faceId),
  },
  svg('rect', { x: x1, y: y1, width: x2 - x1, height: y2 - y1, rx: 4 * scale }),
  svg('text', { x: label.x, y: label.y, 'font-size': size }, label.text),
  isJudged(face) && bar(face.probabilities, x1, y2 + 3 * scale, x2 - x1, scale));
}

/** Drawn in pixels of the screen, so that the patterns are as large as everywhere else. */
function bar(probabilities, left, top, width, scale) {
  let x = 0;
  return svg('g', { transform: `translate(${left} ${top}) scale(${scale})` }, EMOTIONS.map(emotion => {
    const share = Math.max(0, probabilities[emotion] * width / scale);
    const part = svg('rect', { x, y: 0, width: share, height: BAR_PX, class: `part pattern-${emotion}` });
    x += share;
    return part;
  }));
}
