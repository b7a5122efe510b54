// What a camera's state means for those who have to do something about it.

const MEANINGS = {
  STREAMING: ['working', 'good'], CONNECTING: ['connecting', 'warn'], RECONNECTING: ['lost, trying again', 'bad'],
  FAILED: ['cannot work', 'bad'], ENDED: ['played to its end', 'idle'], DISABLED: ['switched off', 'idle'],
  WAITING: ['waiting to start', 'idle'], SILENT: ['no sign of life', 'bad'],
};
const RUNNING = ['CONNECTING', 'STREAMING', 'RECONNECTING'];

// Ingest tells of a running camera every five seconds at least; without it, nobody knows its state.
const SILENT_AFTER_MS = 20_000;

/** {code, text, look, reason}: look is good, warn, bad or idle. */
export function stateOf(camera) {
  const { status } = camera;
  let code = status?.state ?? (camera.enabled ? 'WAITING' : 'DISABLED');
  let reason = status?.reason ?? null;
  if (RUNNING.includes(code) && Date.now() - Date.parse(status.updatedAt) > SILENT_AFTER_MS) {
    code = 'SILENT';
    reason = 'the program that reads this camera has not been heard of' + (reason ? `; before: ${reason}` : '');
  }
  const [text, look] = MEANINGS[code] ?? [code.toLowerCase(), 'idle'];
  return { code, text, look, reason };
}

/** {up, down, starting, idle}: how many cameras work, should work but do not, may soon, and are not meant to. */
export function countStates(cameras) {
  const looks = cameras.map(camera => stateOf(camera).look);
  const count = wanted => looks.filter(look => look === wanted).length;
  return { up: count('good'), down: count('bad'), starting: count('warn'), idle: count('idle') };
}
