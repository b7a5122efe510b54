// What was worth telling somebody about: filtered, with photos where they are kept, new ones as they come.

import { address, get } from '/lib/api.js';
import { allCameras, camera, onDirectory, sitesWithCameras } from '/lib/directory.js';
import { choice, el, fill, labelled, tell, troubleNote } from '/lib/dom.js';
import { watch } from '/lib/live.js';
import { attempt, every } from '/lib/poll.js';
import { KINDS, kindText, momentItem } from '/parts/moment.js';

export const title = 'Moments';

const PERIOD_MS = 15_000;
const PAGE = 50;

export function show(main, { query }, signal) {
  const filters = { kind: query.get('kind') ?? '', site: query.get('site') ?? '', camera: query.get('camera') ?? '' };
  const trouble = troubleNote();
  const form = el('form', { class: 'filters', 'aria-label': 'Which moments' });
  const list = el('ul', { class: 'moments cards-of-moments' });
  const news = el('p', { class: 'visually-hidden', role: 'status' });
  const older = el('button', { type: 'button', hidden: true, 'data-key': 'older', onclick: () => loadOlder() }, 'Older moments');
  const csv = el('a', { download: 'moments.csv' }, 'Download as CSV');
  main.append(
    el('div', { class: 'title-row' }, el('h1', { tabindex: '-1' }, title), csv), form, trouble, news,
    el('section', { 'aria-label': 'Moments, newest first' }, list, older));
  let moments = null;
  let next = null;
  let listed = new Set(); // Ids that an answer has told: the stream tells single ones, with gaps between them.

  function drawFilters() {
    fill(form, [sitesWithCameras().map(site => site.id), allCameras().map(one => [one.id, one.name])], () => [
      labelled('Kind', filter('kind', [['', 'All kinds'], ...Object.keys(KINDS).map(kind => [kind, kindText(kind)])])),
      labelled('Site', filter('site', [['', 'All sites'], ...sitesWithCameras().map(site => [site.id, site.id])])),
      labelled('Camera', filter('camera', [['', 'All cameras'], ...allCameras().map(one => [one.id, one.name])]))]);
  }

  function filter(name, options) {
    const select = choice(options, filters[name], { name, 'data-key': name });
    select.addEventListener('change', () => {
      filters[name] = select.value;
      history.replaceState(null, '', '#/moments?' + new URLSearchParams(Object.entries(filters).filter(([, value]) => value)));
      moments = null;
      next = null;
      reload();
    });
    return select;
  }

  // Camera and site exclude each other in the API: a camera says more.
  const asked = () => filters.camera ? { camera: filters.camera, kind: filters.kind } : { site: filters.site, kind: filters.kind };

  const fits = moment => (!filters.kind || moment.kind === filters.kind)
    && (!filters.camera || moment.camera === filters.camera)
    && (filters.camera || !filters.site || camera(moment.camera)?.site === filters.site);

  const load = () => attempt(trouble, async () => {
    const wanted = asked();
    csv.href = address('moments/export.csv', wanted);
    const answer = await get('moments', { ...wanted, limit: PAGE }, { signal });
    if (JSON.stringify(wanted) !== JSON.stringify(asked())) return; // Others are wanted by now.
    if (!moments || leavesGap(answer)) restart(answer);
    mergeListed(answer);
  }, signal);

  const loadOlder = () => attempt(trouble, async () => {
    const wanted = asked();
    const page = next;
    const answer = await get('moments', { ...wanted, limit: PAGE, page }, { signal });
    if (page !== next || JSON.stringify(wanted) !== JSON.stringify(asked())) return;
    next = answer.next ?? null;
    mergeListed(answer);
  }, signal);

  /** More came than one answer holds, as after a pause: what lies between is on later pages. */
  const leavesGap = answer => answer.next && !answer.moments.some(one => listed.has(one.id));

  /** Begins the list anew; what the stream has told since the answer stays. */
  function restart(answer) {
    const oldest = Date.parse(answer.moments.at(-1)?.at);
    moments = (moments ?? []).filter(one => Date.parse(one.at) > oldest);
    listed = new Set();
    next = answer.next ?? null;
  }

  function mergeListed(answer) {
    for (const one of answer.moments) listed.add(one.id);
    merge(answer.moments);
  }

  function merge(more) {
    const byId = new Map([...(moments ?? []), ...more].map(moment => [moment.id, moment]));
    moments = [...byId.values()].sort((a, b) => Date.parse(b.at) - Date.parse(a.at));
    draw();
  }

  function draw() {
    if (!moments) return;
    const shown = moments.filter(fits);
    fill(list, [shown, allCameras()?.map(one => one.name)], () => shown.length ? shown.map(one => momentItem(one)) : [empty(filters)]);
    older.hidden = next === null;
  }

  onDirectory(() => {
    drawFilters();
    draw();
  }, signal);
  const reload = every(PERIOD_MS, load, signal);
  watch({ minConfidence: 1 }, {
    moment: moment => {
      if (!fits(moment) || !moments) return;
      merge([moment]);
      tell(news, `New: ${kindText(moment.kind)}, ${moment.text}`);
    },
  }, signal);
}

const empty = filters => el('li', { class: 'empty' }, filters.kind || filters.site || filters.camera
  ? 'Nothing of this kind here. Choose other filters to see more.'
  : 'Nothing out of the ordinary yet. Group smiles, sudden changes of satisfaction, crowds and cameras that stay away appear here.');
