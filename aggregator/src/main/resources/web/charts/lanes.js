// A lane for each face, from its first to its last sight, in stretches of one emotion. The lanes are a list to
// choose from: arrow keys go from face to face, Enter chooses; each lane's label says in words what it shows.

import { el, keyed, svg, tell } from '/lib/dom.js';
import { shortId, word } from '/lib/emotions.js';
import { duration, hourMinute, time } from '/lib/format.js';

const HEIGHT = 20;
const TICKS = 5;
const LEAST_WIDTH = 0.25; // Per cent: the shortest visit is still to be seen.

/** Calls `choose` with the id of the face that is chosen. */
export function lanes(host, choose) {
  const axis = el('div', { class: 'lane-axis', 'aria-hidden': 'true' });
  const list = el('ul', { class: 'lanes', role: 'listbox', tabindex: '-1', 'aria-label': 'Faces, the newest first' });
  host.append(axis, list);
  list.addEventListener('keydown', event => move(event, list, choose));

  return function draw(timelines, { from, to, zone, chosen }) {
    drawAxis(axis, from, to, zone);
    leaveGone(list, new Set(timelines.map(timeline => timeline.id)));
    keyed(list, timelines, timeline => timeline.id,
      ({ id }) => el('li', { role: 'option', tabindex: '-1', onclick: event => {
        focusOn(list, event.currentTarget);
        choose(id);
      } }, el('span', { class: 'lane-name' }, el('b', {}, shortId(id)), ' ', el('span')), svg('svg', { height: HEIGHT, 'aria-hidden': 'true' })),
      (lane, timeline) => update(lane, timeline, from, to, zone, chosen));
    if (document.activeElement === list && list.firstElementChild) focusOn(list, list.firstElementChild);
    if (!list.querySelector('[tabindex="0"]')) list.firstElementChild?.setAttribute('tabindex', '0');
  };
}

function update(lane, timeline, from, to, zone, chosen) {
  lane.setAttribute('aria-selected', timeline.id === chosen ? 'true' : 'false');
  const text = describe(timeline, zone);
  if (lane.getAttribute('aria-label') !== text) lane.setAttribute('aria-label', text);
  const [name, track] = lane.children;
  tell(name.lastChild, timeline.open ? 'in view' : duration((Date.parse(timeline.lastSeen) - Date.parse(timeline.firstSeen)) / 1000));
  const share = at => Math.min(100, Math.max(0, (Date.parse(at) - from) / (to - from) * 100));
  track.replaceChildren(...timeline.segments.map(({ emotion, from: begin, to: end, meanConfidence }) => {
    const x = share(begin);
    return svg('rect', {
      x: `${x.toFixed(3)}%`, width: `${Math.max(LEAST_WIDTH, share(end) - x).toFixed(3)}%`, y: 2, height: HEIGHT - 4,
      class: `pattern-${emotion}`,
    }, svg('title', {}, `${word(emotion)}, ${time(begin, zone)} to ${time(end, zone)}, ${Math.round(meanConfidence * 100)} %`));
  }));
}

/** The lane in words. */
export function describe(timeline, zone) {
  const parts = timeline.segments.map(({ emotion, from, to }) =>
    `${word(emotion)} ${duration((Date.parse(to) - Date.parse(from)) / 1000)}`);
  const shown = parts.length > 6 ? [...parts.slice(0, 6), `and ${parts.length - 6} more`] : parts;
  return `Face ${shortId(timeline.id)}, ${time(timeline.firstSeen, zone)} to ${timeline.open ? 'now' : time(timeline.lastSeen, zone)}: `
    + (shown.length ? shown.join(', then ') : 'not clear enough to judge');
}

function drawAxis(axis, from, to, zone) {
  const marks = Array.from({ length: TICKS + 1 }, (_, i) => from + (to - from) * i / TICKS);
  axis.replaceChildren(el('span'), el('div', {}, marks.map(at => el('span', {}, hourMinute(at, zone)))));
}

function move(event, list, choose) {
  const now = document.activeElement;
  if (now.parentElement !== list) return;
  const next = {
    ArrowDown: now.nextElementSibling, ArrowUp: now.previousElementSibling,
    Home: list.firstElementChild, End: list.lastElementChild,
  };
  if (event.key in next) {
    event.preventDefault();
    if (next[event.key]) focusOn(list, next[event.key]);
  } else if (event.key === 'Enter' || event.key === ' ') {
    event.preventDefault();
    choose(now.dataset.key);
  }
}

/** The focus of a lane that goes moves to the nearest one that stays, or waits at the list for the next. */
function leaveGone(list, staying) {
  const lanes = [...list.children];
  const place = lanes.indexOf(document.activeElement);
  if (place < 0 || staying.has(lanes[place].dataset.key)) return;
  const stays = lane => staying.has(lane.dataset.key);
  const neighbour = lanes.slice(place).find(stays) ?? lanes.slice(0, place).findLast(stays);
  if (neighbour) focusOn(list, neighbour);
  else list.focus();
}

function focusOn(list, lane) {
  list.querySelector('[tabindex="0"]')?.setAttribute('tabindex', '-1');
  lane.setAttribute('tabindex', '0');
  lane.focus();
}
