// Talks to the query API. Errors carry the server's own explanation, and the field they are about.

const BASE = '/api/v1/';
const PATIENCE_MS = 10_000;
const STALE_HEADER = 'X-Moodline-Stale';

export class ApiError extends Error {
  constructor(status, problem) {
    super(problem.detail ?? `the service answered ${status}`);
    this.status = status;
    this.parameter = problem.parameter ?? null;
  }
}

/** Path and parameters; those that are null are left out. */
export function address(path, parameters = {}) {
  const given = Object.entries(parameters).filter(([, value]) => value !== null && value !== undefined && value !== '');
  const query = new URLSearchParams(given).toString();
  return BASE + path + (query ? '?' + query : '');
}

/** Where a picture of the API is, or null: no other address is ever fetched. */
export const pictureAddress = path => typeof path === 'string' && path.startsWith(BASE) ? path : null;

export const pathPart = id => encodeURIComponent(id);

async function send(url, options = {}, patienceMs = PATIENCE_MS) {
  const patience = AbortSignal.timeout(patienceMs);
  const signal = options.signal ? AbortSignal.any([options.signal, patience]) : patience;
  const answer = await fetch(url, { ...options, signal });
  if (answer.headers.get(STALE_HEADER)) listener.copied();
  else heard(answer.status);
  return answer;
}

async function refusal(answer) {
  let problem = {};
  try {
    problem = await answer.json();
  } catch {
    // No problem+json: the status has to do.
  }
  return new ApiError(answer.status, problem);
}

/** A GET of JSON. While the service moves its work, a standby's answer will do. */
export async function get(path, parameters = {}, options = {}) {
  const answer = await send(address(path, parameters), options);
  if (answer.ok) return answer.json();
  if (answer.status === 503) {
    const standby = await send(address(path, { ...parameters, stale: 'ok' }), options);
    if (standby.ok) return standby.json();
  }
  throw await refusal(answer);
}

/** A picture and when it was taken: {picture, capturedAt (epoch ms) or null}. */
export async function getPicture(path, options = {}) {
  const answer = await send(address(path), options);
  if (!answer.ok) throw await refusal(answer);
  const capturedAt = Date.parse(answer.headers.get('X-Captured-At') ?? '');
  return { picture: await answer.blob(), capturedAt: Number.isNaN(capturedAt) ? null : capturedAt };
}

const json = (method, body) =>
  ({ method, headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) });

export async function saveCamera(camera) {
  const answer = await send(address('cameras'), json('POST', camera));
  if (!answer.ok) throw await refusal(answer);
}

export async function removeCamera(id) {
  const answer = await send(address('cameras/' + pathPart(id)), { method: 'DELETE' });
  if (!answer.ok) throw await refusal(answer);
}

/** The first picture of a source that is not saved yet. It may take the camera some seconds. */
export async function testPicture(source) {
  const answer = await send(address('cameras/probe'), json('POST', { source }), 15_000);
  if (!answer.ok) throw await refusal(answer);
  return answer.blob();
}

/** Why a request failed, in words for those who look at the page. */
export function reason(error) {
  if (error.status === 503) return 'The service is starting or moving its work; trying again.';
  if (error.status === 404 && !error.parameter) return `Not available: ${error.message}.`;
  if (error.status) return error.message;
  return 'No answer from the service; trying again.';
}

let listener = { answered() {}, copied() {} };

/** Calls `answered` for any answer but "not ready", `copied` for one that a copy gave and that may lack the newest. */
export function onAnswer(answered, copied) {
  listener = { answered, copied };
}

function heard(status) {
  if (status !== 503 && status !== 502 && status !== 504) listener.answered();
}
