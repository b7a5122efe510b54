// Asks again and again while somebody looks, and says why there is no answer.

import { reason } from '/lib/api.js';
import { tell } from '/lib/dom.js';
import { unheard } from '/lib/live.js';

/** Runs `work` now and `periodMs` after each end, until the signal says stop. Returns what runs it at once. */
export function every(periodMs, work, signal) {
  let timer = 0;
  let running = false;
  let again = false;
  async function run() {
    clearTimeout(timer);
    if (signal.aborted) return;
    if (running) {
      again = true;
      return;
    }
    running = true;
    again = false;
    try {
      await work();
    } catch (error) {
      console.error(error);
    }
    running = false;
    if (!signal.aborted && !document.hidden) timer = setTimeout(run, again ? 0 : periodMs);
  }
  document.addEventListener('visibilitychange', () => document.hidden ? clearTimeout(timer) : run(), { signal });
  signal.addEventListener('abort', () => clearTimeout(timer));
  run();
  return run;
}

/**
 * Says in `node` why there is no answer, or nothing. The same words once are enough: of all such notes the first on the
 * page has them.
 */
export function complain(node, text) {
  tell(node, text);
  const said = new Set(['']);
  for (const note of document.querySelectorAll('.trouble')) {
    note.hidden = said.has(note.textContent);
    said.add(note.textContent);
  }
}

/** Runs `work`; when it fails, `node` says why until it works again. Returns whether it worked. */
export async function attempt(node, work, signal) {
  try {
    await work();
    if (!signal.aborted) complain(node, '');
    return true;
  } catch (error) {
    if (signal.aborted) return false;
    if (error.name === 'TypeError' && !isNetwork(error)) throw error;
    if (error.status === undefined) unheard();
    complain(node, reason(error));
    return false;
  }
}

/** fetch() says TypeError for "no connection", as a slip in our own code does. */
const isNetwork = error => /fetch|network|load failed/i.test(error.message);
