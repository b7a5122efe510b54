// Asks for everything again and again, and says so when nobody answers.

import * as api from '/api.js';
import { showCameras, wireForm } from '/cameras.js';
import { showTrend } from '/chart.js';
import { byId, dateTime, el } from '/dom.js';
import { showFaces } from '/faces.js';

const PERIOD_MS = 1000;
let answered = null;
let timer = 0;
let running = false;
let again = false;

async function refresh() {
  clearTimeout(timer);
  if (running) {
    again = true;
    return;
  }
  running = true;
  again = false;
  try {
    const [cameras, faces, moments] = await Promise.all([api.cameras(), api.faces(), api.moments()]);
    offerScopes(cameras);
    showCameras(cameras, refresh);
    showFaces(faces, cameras);
    showMoments(moments);
    const chosen = byId('scope').value;
    const [kind, id] = chosen ? chosen.split('/') : [];
    showTrend(id ? await api.trends(kind, id, byId('step').value) : null);
    answered = new Date();
    connection('live', 'live');
  } catch (error) {
    const reason = error.status === 503 ? 'the service is starting' : error.status ? error.message : 'no answer';
    connection('stale', answered ? `${reason}; as of ${answered.toLocaleTimeString()}` : reason);
  }
  running = false;
  timer = setTimeout(refresh, again ? 0 : PERIOD_MS);
}

function connection(state, text) {
  const line = byId('connection');
  if (line.textContent !== text) line.textContent = text;
  line.dataset.state = state;
  document.body.classList.toggle('stale', state === 'stale' && answered !== null);
}

function offerScopes(cameras) {
  const select = byId('scope');
  const sites = [...new Set(cameras.map(camera => camera.site))].sort();
  const options = [
    ...sites.map(site => [`site/${site}`, `site ${site}`]),
    ...cameras.map(camera => [`camera/${camera.id}`, camera.name]),
  ];
  const wanted = options.map(([value, text]) => `${value}=${text}`).join('\n');
  if (select.dataset.options === wanted) return;
  const chosen = select.value;
  select.dataset.options = wanted;
  byId('controls').hidden = options.length === 0;
  select.replaceChildren(...options.map(([value, text]) => el('option', { value }, text)));
  if (options.some(([value]) => value === chosen)) select.value = chosen;
}

function showMoments(moments) {
  const items = moments.map(moment => el('li', {},
    el('time', { datetime: moment.at }, dateTime(moment.at)), el('strong', {}, moment.camera), ` ${moment.text}`));
  byId('moments').replaceChildren(...(items.length ? items
    : [el('li', { class: 'empty' }, 'Nothing out of the ordinary yet: group smiles and cameras that stay away appear here.')]));
}

byId('scope').addEventListener('change', refresh);
byId('step').addEventListener('change', refresh);
wireForm(refresh);
refresh();
