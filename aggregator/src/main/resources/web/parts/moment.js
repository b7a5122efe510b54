// One moment, as it stands in a list.

import { pathPart, pictureAddress } from '/lib/api.js';
import { nameOf, zoneOf } from '/lib/directory.js';
import { el } from '/lib/dom.js';
import { when } from '/lib/format.js';

/** Words and a sign for each kind: the sign is never the only thing that tells. */
export const KINDS = {
  GROUP_SMILE: ['Group smile', '☺'], SATISFACTION_RISE: ['Satisfaction rises', '▲'],
  SATISFACTION_DROP: ['Satisfaction drops', '▼'], CROWD_PEAK: ['Crowded', '⬤'],
  EMOTION_SURGE: ['Emotion surges', '!'], CAMERA_DOWN: ['Camera down', '✕'],
};

export const kindText = kind => KINDS[kind]?.[0] ?? kind;

export function momentItem(moment, { photo = true } = {}) {
  const picture = photo ? pictureAddress(moment.photo) : null;
  return el('li', { class: `moment kind-${KINDS[moment.kind] ? moment.kind : 'OTHER'}`, 'data-key': moment.id },
    el('span', { class: 'sign', 'aria-hidden': 'true' }, KINDS[moment.kind]?.[1] ?? '·'),
    el('div', { class: 'what' },
      el('strong', {}, kindText(moment.kind)), ' at ',
      el('a', { href: `#/cameras/${pathPart(moment.camera)}` }, nameOf(moment.camera)),
      el('span', { class: 'text' }, moment.text),
      picture && photoOf(moment, picture)),
    el('time', { datetime: moment.at }, when(moment.at, zoneOf(moment.camera)), el('span', { class: 'meta' }, zoneOf(moment.camera))));
}

function photoOf(moment, address) {
  const image = el('img', {
    src: address, loading: 'lazy', class: 'photo',
    alt: `The picture of the camera at the ${kindText(moment.kind).toLowerCase()}, ${moment.text}`,
  });
  image.addEventListener('error', () => image.replaceWith(el('span', { class: 'hint' }, 'The photo is no longer kept.')));
  return image;
}
