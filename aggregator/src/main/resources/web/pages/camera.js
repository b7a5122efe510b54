// One camera: its picture with what is seen in it, who was there when, and the course of one visit.

import { emotionKey } from '/charts/bar.js';
import { lanes } from '/charts/lanes.js';
import { address, get } from '/lib/api.js';
import { allCameras, camera, noteStatus, onDirectory, zoneOf } from '/lib/directory.js';
import { choice, el, fill, labelled, note, section, tell, troubleNote } from '/lib/dom.js';
import { dayTime, when } from '/lib/format.js';
import { watch } from '/lib/live.js';
import { attempt, every } from '/lib/poll.js';
import { stateOf } from '/lib/state.js';
import { faceCourse } from '/parts/facecourse.js';
import { faceList } from '/parts/facelist.js';
import { livePicture } from '/parts/livepicture.js';

export const title = 'Camera';

const FACES_MS = 2000;
const LANES_MS = 5000;
const COURSE_MS = 3000;
const MOST_LANES = 200;
const MOST_FACES = 200;
const MINUTE_MS = 60_000;
const WINDOWS = [['5', 'last 5 minutes'], ['15', 'last 15 minutes'], ['60', 'last hour'], ['240', 'last 4 hours']];

export function show(main, { id }, signal) {
  const zone = () => zoneOf(id);
  const heading = el('h1', { tabindex: '-1' }, id);
  const status = el('div', { class: 'status-line' });
  const trouble = troubleNote();
  const lanesTrouble = troubleNote();
  const picture = livePicture(id, zone, signal, choose);
  const list = faceList(choose);
  const course = faceCourse(zone, signal);
  const period = choice(WINDOWS, '5', { onchange: () => reloadLanes() });
  const lanesNote = el('p', { class: 'hint' });
  const lanesHost = el('div');
  const drawLanes = lanes(lanesHost, choose);
  const csv = el('a', { download: `timelines-${id}.csv` }, 'Download as CSV');
  let faces = [];
  let timelines = null;
  let byHand = false;

  main.append(
    el('div', { class: 'title-row' }, heading, el('a', { href: '#/cameras' }, 'All cameras')), status, trouble, lanesTrouble,
    el('div', { class: 'camera-grid' },
      section('Now', { id: 'now' }, picture.node, el('p', { class: 'hint' },
        'A box says what its face looks like in this one picture; the list and the curve are smoothed over time, and change more calmly.')),
      section('In view', { id: 'in-view' }, list.node, emotionKey())),
    el('div', { class: 'pair' },
      section('The chosen face', { id: 'course' }, course.node),
      section('Faces over time', { id: 'lanes', beside: el('div', { class: 'controls' }, labelled('Show', period), csv) }, lanesNote, lanesHost)));

  function choose(faceId, automatic = false) {
    byHand = byHand || automatic !== true;
    picture.choose(faceId);
    course.choose(faceId);
    list.draw(faces, faceId);
    if (timelines) drawLanes(timelines.shown, { ...timelines.range, chosen: faceId });
  }

  function drawStatus() {
    const known = camera(id);
    tell(heading, known?.name ?? id);
    document.title = `${known?.name ?? id} · Moodline`;
    if (!known) {
      fill(status, 'gone', () => note(`There is no camera “${id}”. It may have been removed.`, 'trouble'));
      return;
    }
    course.smoothAs(known.smoothing?.tauMs);
    const state = stateOf(known);
    fill(status, [state, known.site, known.status?.since, zone()], () => [
      el('span', { class: `state ${state.look}` }, state.text),
      el('span', {}, [state.reason, known.status?.since && `since ${when(known.status.since, zone())}`, `site ${known.site}`,
        `times in ${zone()}`].filter(Boolean).join(' · '))]);
  }

  const loadFaces = () => attempt(trouble, async () => {
    // Only those in view: newer visits that are over must not crowd out a long one.
    faces = (await get('faces', { camera: id, open: true, limit: MOST_FACES }, { signal })).faces;
    const open = faces.filter(face => face.open);
    picture.list(open);
    // Until somebody chooses, the face that came first among those in view is followed.
    if (!byHand && open.length && !open.some(face => face.id === course.chosen())) choose(open.at(-1).id, true);
    list.draw(faces, course.chosen());
  }, signal);

  const loadLanes = () => attempt(lanesTrouble, async () => {
    const span = Number(period.value) * MINUTE_MS;
    const newest = Date.parse(camera(id)?.newestData ?? '');
    const old = Date.now() - newest > span; // A recording, or a camera that has been away for long.
    const to = old ? newest : Date.now();
    const asked = { camera: id, from: to - span, to };
    csv.href = address('timelines/export.csv', asked);
    const answer = await timelinesOf(asked, signal);
    const shown = answer.timelines.sort((a, b) => Date.parse(b.firstSeen) - Date.parse(a.firstSeen));
    timelines = { shown, range: { from: to - span, to, zone: zone() } };
    const more = answer.next ? ` These are ${MOST_LANES} of them: choose a shorter time to see all.` : '';
    tell(lanesNote, (shown.length ? '' : 'Nobody was seen in this time. ')
      + (old ? `The newest pictures are of ${dayTime(newest, zone())}. ` : '')
      + (answer.plain ? 'This service tells only each face’s longest emotion.' : `Arrow keys go from face to face, Enter chooses.${more}`));
    drawLanes(shown, { ...timelines.range, chosen: course.chosen() });
  }, signal);

  onDirectory(() => allCameras() && drawStatus(), signal);
  every(FACES_MS, loadFaces, signal);
  every(COURSE_MS, course.load, signal);
  const reloadLanes = every(LANES_MS, loadLanes, signal);
  watch({ camera: id }, {
    status: noteStatus,
    emotion: event => {
      picture.seen(event);
      course.seen(event);
    },
  }, signal);
}

/** An older service has no list of timelines: then each face is one stretch. */
async function timelinesOf(asked, signal) {
  try {
    return await get('timelines', { ...asked, limit: MOST_LANES }, { signal });
  } catch (error) {
    if (error.status !== 404) throw error;
  }
  const { faces } = await get('faces', { ...asked, limit: MOST_LANES }, { signal });
  const stretch = face => face.dominant
    ? [{ emotion: face.dominant, from: face.firstSeen, to: face.lastSeen, meanConfidence: face.meanProbabilities[face.dominant] }] : [];
  return { timelines: faces.map(face => ({ ...face, segments: stretch(face) })), plain: true };
}
