// Talks to the query API. Errors carry the server's own explanation.

async function ask(path, options = {}) {
  const answer = await fetch('/api/v1/' + path, { ...options, signal: AbortSignal.timeout(8000) });
  if (answer.status === 204) return null;
  const body = await answer.json();
  if (!answer.ok) {
    const error = new Error(body.detail ?? `HTTP ${answer.status}`);
    error.status = answer.status;
    throw error;
  }
  return body;
}

export const cameras = async () => (await ask('cameras')).cameras;
export const faces = async () => (await ask('faces?limit=200')).faces;
export const moments = async () => (await ask('moments?limit=10')).moments;
export const trends = (kind, id, step) => ask(`trends?${kind}=${encodeURIComponent(id)}&step=${step}`);

export const saveCamera = camera => ask('cameras', {
  method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(camera),
});

export const removeCamera = id => ask('cameras/' + encodeURIComponent(id), { method: 'DELETE' });
