// The faces that are there now: a sketch of each camera's frame, and a bar of emotions for each face.

import { byId, el, svg } from '/dom.js';

const EMOTIONS = ['NEUTRAL', 'HAPPINESS', 'SURPRISE', 'SADNESS', 'ANGER', 'DISGUST', 'FEAR', 'CONTEMPT'];
const BAR = 100;

const word = emotion => emotion.charAt(0) + emotion.slice(1).toLowerCase();

export function showFaces(faces, cameras) {
  const open = faces.filter(face => face.open);
  byId('faces-count').textContent = open.length ? `${open.length}` : '';
  const groups = Map.groupBy ? Map.groupBy(open, face => face.camera) : groupBy(open);
  const names = new Map(cameras.map(camera => [camera.id, camera.name]));
  const parts = [...groups.entries()].sort(([a], [b]) => a.localeCompare(b))
    .map(([camera, group]) => groupOf(names.get(camera) ?? camera, group));
  byId('faces').replaceChildren(...(parts.length ? [...parts, key()] : [nothing()]));
}

function groupBy(faces) {
  const groups = new Map();
  for (const face of faces) groups.set(face.camera, [...(groups.get(face.camera) ?? []), face]);
  return groups;
}

function nothing() {
  return el('p', { class: 'empty' }, 'Nobody is in view.');
}

function groupOf(name, faces) {
  const ordered = [...faces].sort((a, b) => a.latest.box.x1 - b.latest.box.x1);
  return el('div', { class: 'group' },
    el('h3', {}, name),
    scene(ordered),
    el('div', { class: 'face face-head', 'aria-hidden': 'true' },
      el('span', {}, 'face'), el('span', {}, 'emotions, smoothed'), el('span', {}, 'satisfaction')),
    ...ordered.map((face, i) => row(face, i + 1)));
}

function scene(faces) {
  const { frameWidth, frameHeight } = faces[0].latest;
  const boxes = faces.flatMap((face, i) => {
    const { x1, y1, x2, y2 } = face.latest.box;
    return [
      svg('rect', {
        x: x1, y: y1, width: x2 - x1, height: y2 - y1, rx: 8, 'fill-opacity': 0,
        class: `fill-${face.latest.dominant ?? 'NEUTRAL'}`,
      }),
      svg('text', { x: (x1 + x2) / 2, y: (y1 + y2) / 2, 'font-size': frameHeight / 14 }, `${i + 1}`),
    ];
  });
  return svg('svg', {
    class: 'scene', viewBox: `0 0 ${frameWidth} ${frameHeight}`, role: 'img',
    'aria-label': `Where ${faces.length} faces are in the frame`,
  }, ...boxes);
}

function row(face, number) {
  const shown = face.latest.smoothed;
  const mood = face.latest.dominant ? word(face.latest.dominant) : 'not clear';
  return el('div', { class: 'face' },
    el('span', {}, `${number}`, el('span', { class: 'mood' }, mood)),
    shown ? bar(shown) : el('span', { class: 'hint' }, 'too small, dark or blurred to judge'),
    el('span', { class: 'score', title: 'Mean satisfaction of this visit, 0 to 100' },
      face.satisfaction === null ? '–' : face.satisfaction.toFixed(0)));
}

function bar(probabilities) {
  let x = 0;
  const parts = EMOTIONS.map(emotion => {
    const width = probabilities[emotion] * BAR;
    const part = svg('rect', { x, y: 0, width, height: 10, class: `fill-${emotion}` },
      svg('title', {}, `${word(emotion)} ${width.toFixed(0)} %`));
    x += width;
    return part;
  });
  const text = EMOTIONS.filter(e => probabilities[e] >= 0.05)
    .map(e => `${word(e)} ${(probabilities[e] * 100).toFixed(0)} %`).join(', ');
  return svg('svg', {
    class: 'bar', viewBox: `0 0 ${BAR} 10`, preserveAspectRatio: 'none', role: 'img', 'aria-label': text,
  }, ...parts);
}

function key() {
  return el('div', { class: 'key', 'aria-hidden': 'true' }, ...EMOTIONS.map(emotion =>
    el('span', {},
      svg('svg', { viewBox: '0 0 10 10' }, svg('rect', { width: 10, height: 10, class: `fill-${emotion}` })),
      word(emotion))));
}
