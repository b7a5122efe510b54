// The emotions' patterns for what is painted on a canvas: as in the page's own drawings.

import { colour } from '/lib/colours.js';
import { el } from '/lib/dom.js';

const LINES = {
  NEUTRAL: [], HAPPINESS: [], SURPRISE: [[4, 1, 4, 7], [1, 4, 7, 4]], SADNESS: [[0, 4, 8, 4]],
  ANGER: [[-2, 2, 2, -2], [0, 8, 8, 0], [6, 10, 10, 6]], DISGUST: [[4, 0, 4, 8]],
  FEAR: [[-2, 6, 2, 10], [0, 0, 8, 8], [6, -2, 10, 2]], CONTEMPT: [[0, 0, 8, 8], [0, 8, 8, 0]],
};

/** A CanvasPattern of the emotion in the theme that is on. */
export function patternOf(emotion) {
  const canvas = el('canvas', { width: 8, height: 8 });
  const context = canvas.getContext('2d');
  context.fillStyle = colour(emotion);
  context.fillRect(0, 0, 8, 8);
  context.strokeStyle = context.fillStyle = colour('mark');
  context.lineWidth = 1;
  context.beginPath();
  for (const [x1, y1, x2, y2] of LINES[emotion]) {
    context.moveTo(x1, y1);
    context.lineTo(x2, y2);
  }
  context.stroke();
  if (emotion === 'HAPPINESS') {
    context.arc(4, 4, 1.5, 0, 2 * Math.PI);
    context.fill();
  }
  return context.createPattern(canvas, 'repeat');
}
