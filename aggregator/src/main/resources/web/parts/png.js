// The charts as one picture to keep: titles, legends and all, in the theme that is on.

import { colour } from '/lib/colours.js';
import { el } from '/lib/dom.js';

const MARGIN = 24;
const LINE = 24;
const MARK = 26;

/** `charts` are {text, canvas, legend}. */
export function pngOf(title, charts) {
  const scale = devicePixelRatio;
  const width = Math.max(...charts.map(({ canvas }) => canvas.width)) + 2 * MARGIN * scale;
  const height = charts.reduce((sum, { canvas }) => sum + canvas.height + 3.2 * LINE * scale, 3 * LINE * scale + MARGIN * scale);
  const picture = el('canvas', { width: Math.round(width), height: Math.round(height) });
  const context = picture.getContext('2d');
  context.fillStyle = colour('card');
  context.fillRect(0, 0, width, height);
  const left = MARGIN * scale;
  let y = MARGIN * scale;
  const write = (text, x, weight = '', paint = colour('text')) => {
    context.font = `${weight} ${14 * scale}px system-ui, sans-serif`;
    context.fillStyle = paint;
    context.fillText(text, x, y, width - x - left / 2); // Narrower letters rather than a cut sentence.
    return context.measureText(text).width;
  };
  y += LINE * scale * 0.5;
  write(title, left, 'bold');
  for (const { text, canvas, legend } of charts) {
    y += 1.6 * LINE * scale;
    write(text, left, 'bold');
    y += LINE * scale;
    let x = left;
    for (const item of legend.children) {
      mark(context, item.dataset, x, y - 5 * scale, scale);
      x += (MARK + 6) * scale;
      x += write(item.childNodes[1].textContent.trim(), x) + 18 * scale;
    }
    y += 0.6 * LINE * scale;
    context.drawImage(canvas, left, y);
    y += canvas.height;
  }
  y += LINE * scale;
  write('Shades: dots – nobody there; red stripes – camera down; blue lattice – withheld; grey lines – no data; grey dashes – expired.', left, '', colour('dim'));
  return new Promise(resolve => picture.toBlob(resolve, 'image/png'));
}

/** The piece of line, with its dashes, that stands before a name in the legend. */
function mark(context, { paint, dash }, x, y, scale) {
  context.strokeStyle = paint;
  context.lineWidth = (dash === undefined ? 8 : 3) * scale;
  context.setLineDash((dash ?? '').split(' ').filter(Boolean).map(length => length * scale));
  context.beginPath();
  context.moveTo(x, y);
  context.lineTo(x + MARK * scale, y);
  context.stroke();
  context.setLineDash([]);
}

/** Hands a file to whoever looks at the page. */
export function download(blob, name) {
  const link = el('a', { href: URL.createObjectURL(blob), download: name });
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}
