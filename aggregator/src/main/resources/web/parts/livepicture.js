// The latest picture of a camera, about twice a second while somebody looks, with the boxes of its faces. A picture
// waits for its boxes, which come when the faces in it are judged, a little later.

import { getPicture, pathPart } from '/lib/api.js';
import { el, svg, tell } from '/lib/dom.js';
import { time } from '/lib/format.js';
import { Sightings } from '/lib/sightings.js';
import { boxes } from '/parts/boxes.js';

const PERIOD_MS = 500;
const MOST_WAITING = 16;
const GONE_MS = 4000;
const SLOW_EVERY = 6;

/** Calls `choose` with the id of a face whose box is clicked. */
export function livePicture(cameraId, zone, signal, choose) {
  const canvas = el('canvas', { width: 640, height: 360, role: 'img', 'aria-label': 'The latest picture of this camera' });
  const overlay = svg('svg', { class: 'overlay', 'aria-hidden': 'true' });
  const caption = el('p', { class: 'hint' }, 'Waiting for a picture …');
  const node = el('div', { class: 'live-picture' }, el('div', { class: 'stage' }, canvas, overlay), caption);
  const sightings = new Sightings();
  let waiting = [];
  let shownAt = null;
  let shownWhen = 0;
  let asking = false;
  let misses = 0;
  let skewMs = Infinity;
  let ticks = 0;
  let chosen = null;
  let listed = [];

  async function ask() {
    if (asking || document.hidden || (misses > 2 && ticks++ % SLOW_EVERY)) return;
    asking = true;
    try {
      const { picture, capturedAt } = await getPicture(`cameras/${pathPart(cameraId)}/frame`, { signal });
      misses = 0;
      if (capturedAt !== null) skewMs = Math.min(skewMs, Date.now() - capturedAt);
      if (capturedAt !== shownAt && waiting.at(-1)?.at !== capturedAt) {
        waiting.push({ bitmap: await createImageBitmap(picture), at: capturedAt });
        if (waiting.length > MOST_WAITING) waiting.shift().bitmap.close();
      }
    } catch (error) {
      misses++;
      if (Date.now() - shownWhen > GONE_MS) sketch(error);
    }
    asking = false;
  }

  function present() {
    // The newest whose faces are known; else the newest that need not wait any longer: it may have none.
    const known = waiting.findLastIndex(({ at }) => at !== null && sightings.has(at));
    const ready = known >= 0 ? known : waiting.findLastIndex(({ at }) => at === null || sightings.isComplete(at, skewMs));
    if (ready < 0) return;
    const { bitmap, at } = waiting[ready];
    canvas.width = bitmap.width;
    canvas.height = bitmap.height;
    canvas.getContext('2d').drawImage(bitmap, 0, 0);
    for (const { bitmap: old } of waiting.splice(0, ready + 1)) old.close();
    shownAt = at;
    shownWhen = Date.now();
    canvas.dataset.capturedAt = at === null ? '' : new Date(at).toISOString();
    drawBoxes(sightings.at(at ?? sightings.newest));
    tell(caption, at === null ? 'The latest picture.' : `Taken at ${time(at, zone())} (${zone()})`);
  }

  /** Without pictures the boxes alone are shown, on an empty stage. */
  function sketch(error) {
    const context = canvas.getContext('2d');
    context.clearRect(0, 0, canvas.width, canvas.height);
    delete canvas.dataset.capturedAt;
    const fresh = Date.now() - sightings.newest < GONE_MS;
    drawBoxes(fresh ? sightings.at(sightings.newest) : listed);
    tell(caption, troubleOf(error));
  }

  function drawBoxes(faces) {
    const width = faces[0]?.frameWidth ?? canvas.width;
    const height = faces[0]?.frameHeight ?? canvas.height;
    overlay.setAttribute('viewBox', `0 0 ${width} ${height}`);
    overlay.replaceChildren(...boxes(faces, chosen, width / Math.max(1, canvas.clientWidth), width, choose));
  }

  const asks = setInterval(ask, PERIOD_MS);
  const presents = setInterval(present, 100);
  signal.addEventListener('abort', () => {
    clearInterval(asks);
    clearInterval(presents);
    for (const { bitmap } of waiting) bitmap.close();
    waiting = [];
  });
  ask();
  return {
    node, seen: event => sightings.add(event), choose: id => chosen = id,
    list: faces => listed = faces.filter(face => face.latest).map(asEvent),
  };
}

function troubleOf({ status }) {
  if (!status) return 'No answer from the service: no picture right now.';
  return status === 404 ? 'No picture right now: the camera has sent none in the last seconds.'
    : 'No picture right now: the service is starting or moving its work.';
}

/** A face of the list, in the form in which the stream tells of one. */
function asEvent({ id, latest }) {
  const probabilities = latest.smoothed ?? latest.probabilities;
  return {
    faceId: id, box: latest.box, frameWidth: latest.frameWidth, frameHeight: latest.frameHeight, probabilities,
    dominant: latest.dominant, confidence: probabilities[latest.dominant] ?? 0, qualityReason: null,
  };
}
