// The eight emotions: words, short words for narrow places, and looks. Each has a colour that people with
// colour-blindness can tell apart (after Okabe and Ito) and a pattern or dash of its own besides.

export const EMOTIONS = ['NEUTRAL', 'HAPPINESS', 'SURPRISE', 'SADNESS', 'ANGER', 'DISGUST', 'FEAR', 'CONTEMPT'];

export const word = emotion => emotion ? emotion.charAt(0) + emotion.slice(1).toLowerCase() : 'Not clear';

export const shortWord = emotion => emotion ? word(emotion).slice(0, 2) : '?';

/** Lines and gaps of an emotion's line in a chart, pixels. */
export const DASHES = {
  NEUTRAL: [2, 3], HAPPINESS: [], SURPRISE: [10, 3], SADNESS: [6, 3], ANGER: [3, 2], DISGUST: [10, 3, 2, 3],
  FEAR: [4, 2, 1, 2], CONTEMPT: [12, 5],
};

/** Each emotion's share as "Happiness 62 %", the greatest first, without those below 5 %. */
export function sharesText(probabilities) {
  if (!probabilities) return 'not clear enough to judge';
  return EMOTIONS.filter(emotion => probabilities[emotion] >= 0.05)
    .sort((a, b) => probabilities[b] - probabilities[a])
    .map(emotion => `${word(emotion)} ${Math.round(probabilities[emotion] * 100)} %`).join(', ');
}

const ALPHABET = 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789';

/** Three letters or digits for a face's long id: the same on each part of each page. */
export function shortId(faceId) {
  let hash = 0x811c9dc5;
  for (const character of faceId) hash = Math.imul(hash ^ character.codePointAt(0), 0x01000193) >>> 0;
  hash = (hash ^ (hash >>> 15)) >>> 0;
  return [0, 5, 10].map(shift => ALPHABET[(hash >>> shift) & 31]).join('');
}
