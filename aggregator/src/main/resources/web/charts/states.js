// Why a window has no figure: nobody there, camera down, no data, expired, withheld. Each has a shade with a pattern of its own.

import { colour, faint } from '/lib/colours.js';
import { el } from '/lib/dom.js';

export const STATES = {
  NO_FACE: ['nobody there', 'the camera worked, and nobody was in view'],
  CAMERA_DOWN: ['camera down', 'the camera should have worked and gave no picture'],
  WITHHELD: ['withheld', 'too few people to show a figure without showing a person'],
  NO_DATA: ['no data', 'nothing was recorded: before the camera was added, or while it was switched off'],
  EXPIRED: ['expired', 'steps of this length are not kept for so long; longer ones may still tell'],
};

const STRIP_PX = 5;

/** True when the window has no figures and should have: one that has only just begun may get them yet. */
export const isMissing = point => point.state in STATES && (point.closed || point.state !== 'NO_DATA');

const MARKS = {
  NO_FACE: context => {
    context.fillStyle = faint('dim', 0.35);
    context.fillRect(3, 3, 2, 2);
  },
  CAMERA_DOWN: context => {
    context.fillStyle = faint('bad', 0.14);
    context.fillRect(0, 0, 8, 8);
    stroke(context, faint('bad', 0.75), [[-2, 2, 2, -2], [0, 8, 8, 0], [6, 10, 10, 6]]);
  },
  WITHHELD: context => {
    context.fillStyle = faint('accent', 0.1);
    context.fillRect(0, 0, 8, 8);
    stroke(context, faint('accent', 0.6), [[0, 0, 8, 8], [0, 8, 8, 0]]);
  },
  NO_DATA: context => {
    context.fillStyle = faint('dim', 0.08);
    context.fillRect(0, 0, 8, 8);
    stroke(context, faint('dim', 0.28), [[4, 0, 4, 8]]);
  },
  EXPIRED: context => {
    context.fillStyle = faint('dim', 0.08);
    context.fillRect(0, 0, 8, 8);
    stroke(context, faint('dim', 0.45), [[0, 4, 5, 4]]);
  },
};

function stroke(context, paint, lines) {
  context.strokeStyle = paint;
  context.lineWidth = 1.2;
  context.beginPath();
  for (const [x1, y1, x2, y2] of lines) {
    context.moveTo(x1, y1);
    context.lineTo(x2, y2);
  }
  context.stroke();
}

function tile(state) {
  const canvas = el('canvas', { width: 8, height: 8 });
  MARKS[state](canvas.getContext('2d'));
  return canvas;
}

/** What shades the plot of `points` behind its lines. */
export function shadeOf(points) {
  const stretches = stretchesOf(points);
  return u => {
    const { left, top, width, height } = u.bbox;
    const x = ms => Math.min(left + width, Math.max(left, u.valToPos(ms / 1000, 'x', true)));
    const patterns = new Map();
    for (const { state, from, to, strip } of stretches) {
      if (!patterns.has(state)) patterns.set(state, u.ctx.createPattern(tile(state), 'repeat'));
      u.ctx.fillStyle = patterns.get(state);
      u.ctx.fillRect(x(from), top, Math.max(1, x(to) - x(from)), strip ? STRIP_PX * devicePixelRatio : height);
    }
  };
}

/** Windows in a row with one state as one; a window with figures and some down time gets a strip at the top. */
function stretchesOf(points) {
  const found = [];
  for (const point of points) {
    const strip = point.state === 'OK' || point.state === 'NO_FACE' ? point.downSeconds > 0 : false;
    if (isMissing(point)) add(found, point, point.state, false);
    if (strip) add(found, point, 'CAMERA_DOWN', true);
  }
  return found;
}

function add(found, point, state, strip) {
  const from = Date.parse(point.from);
  const last = found.findLast(one => one.state === state && one.strip === strip);
  if (last && last.to === from) last.to = Date.parse(point.to);
  else found.push({ state, strip, from, to: Date.parse(point.to) });
}

/** Which shade means what. */
export const stateKey = () => el('ul', { class: 'key states', 'aria-label': 'Key to the shades' },
  Object.entries(STATES).map(([state, [name, meaning]]) => el('li', {}, swatch(state), el('b', {}, name), `: ${meaning}`)));

function swatch(state) {
  const canvas = el('canvas', { width: 40, height: 24, class: 'swatch', 'aria-hidden': 'true' });
  const context = canvas.getContext('2d');
  context.fillStyle = context.createPattern(tile(state), 'repeat');
  context.fillRect(0, 0, 40, 24);
  context.strokeStyle = colour('dim');
  context.strokeRect(0.5, 0.5, 39, 23);
  return canvas;
}
