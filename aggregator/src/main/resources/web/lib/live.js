// The stream of events, and how fresh the page is. EventSource comes back by itself when the connection breaks;
// when the service refuses it (503, too many streams), it is opened anew here, with growing pauses.

import { address, onAnswer } from '/lib/api.js';
import { time } from '/lib/format.js';

const BEAT = 'heartbeat';
const EVENTS = ['emotion', 'moment', 'status', 'dropped'];
const SILENT_MS = 12_000; // Pages ask for something every few seconds: such a silence is none of theirs.
const COPY_MS = 20_000; // Longer than any page waits before it asks again.
const DEAD_MS = 15_000; // Three heartbeats that did not come.
const MAX_PAUSE_MS = 15_000;

let source = null;
let url = null;
let retry = 0;
let attempts = 0;
let lastHeard = null;
let lastCopy = -Infinity;
let failing = false;
let isOpen = false;
let beating = false; // This stream, or the silent one that it replaces, has sent heartbeats.
let lastEvent = 0;
const handlers = new Set();
const watchers = new Set();

/**
 * Handles events until the signal says stop: {emotion, moment, status, dropped}, each a function of the data.
 * The filter is the stream's parameters; it holds until another page watches.
 */
export function watch(filter, handle, signal) {
  handlers.add(handle);
  signal.addEventListener('abort', () => handlers.delete(handle));
  const wanted = address('stream', filter);
  if (wanted !== url || !source) {
    url = wanted;
    attempts = 0;
    open();
  }
}

function open(expectBeats = false) {
  clearTimeout(retry);
  source?.close();
  source = null;
  isOpen = false;
  beating = expectBeats;
  lastEvent = Date.now();
  if (!url || document.hidden) return;
  const mine = source = new EventSource(url);
  mine.addEventListener('open', () => {
    attempts = 0;
    isOpen = !beating; // After a silence only an event proves that the stream works again.
    heard();
  });
  mine.addEventListener('error', () => lost(mine));
  mine.addEventListener(BEAT, () => {
    beating = true;
    alive();
  });
  for (const name of EVENTS) mine.addEventListener(name, event => dispatch(name, event.data));
}

/** A dead connection looks like a quiet one: only heartbeats tell, of a service that sends them. */
function mend() {
  if (source && beating && Date.now() - lastEvent > DEAD_MS) open(true);
}

function alive() {
  lastEvent = Date.now();
  isOpen = true;
  heard();
}

function lost(mine) {
  if (mine !== source) return;
  isOpen = false;
  beating = false; // Who answers next may be an older service, without heartbeats.
  if (mine.readyState === EventSource.CLOSED) {
    attempts++;
    retry = setTimeout(() => open(), Math.min(MAX_PAUSE_MS, 1000 * 2 ** (attempts - 1)) * (0.5 + Math.random() / 2));
  }
  show();
}

function dispatch(name, text) {
  alive();
  let data;
  try {
    data = JSON.parse(text);
  } catch {
    return; // A half-written event says nothing.
  }
  for (const handle of handlers) handle[name]?.(data);
}

function heard() {
  lastHeard = Date.now();
  failing = false;
  show();
}

/** A copy has answered: the service is there, and what it says may be old. */
function copied() {
  lastCopy = Date.now();
  failing = false;
  show();
}

/** A request got no answer at all. */
export function unheard() {
  failing = true;
  show();
}

/** {state: connecting | live | polling | copy | stale | disconnected, text}. */
function freshness() {
  if (!failing && Date.now() - lastCopy < COPY_MS) return { state: 'copy', text: 'from a copy, may lack the newest' };
  if (lastHeard === null) {
    return failing ? { state: 'disconnected', text: 'disconnected, trying again' } : { state: 'connecting', text: 'connecting…' };
  }
  if (failing || Date.now() - lastHeard > SILENT_MS) return { state: 'stale', text: `stale since ${time(lastHeard)}` };
  if (isOpen) return { state: 'live', text: 'live' };
  return { state: 'polling', text: beating ? 'stream silent, opening it again' : 'every few seconds' };
}

/** Calls `then` with each state of freshness, now and whenever it changes. */
export function onFreshness(then) {
  watchers.add(then);
  show();
}

let shown = '';

function show() {
  const now = freshness();
  const text = now.state + now.text;
  if (text === shown) return;
  shown = text;
  for (const then of watchers) then(now);
}

onAnswer(heard, copied);
setInterval(() => {
  mend();
  show();
}, 1000);
// A page that nobody sees holds no connection, of which a browser has few for each server.
document.addEventListener('visibilitychange', () => open());
