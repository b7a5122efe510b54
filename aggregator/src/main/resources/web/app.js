// The shell: navigation, the theme, how fresh everything is, and the page that the address names.

import { byId, tell } from '/lib/dom.js';
import * as directory from '/lib/directory.js';
import { onFreshness } from '/lib/live.js';
import { attempt, every } from '/lib/poll.js';
import * as overview from '/pages/overview.js';
import * as camera from '/pages/camera.js';
import * as cameras from '/pages/cameras.js';
import * as moments from '/pages/moments.js';
import * as trends from '/pages/trends.js';

const PAGES = { overview, trends, moments, cameras };
const DIRECTORY_MS = 5000;

let leaving = new AbortController();

/** #/cameras/till?x=1 as {name, id, query}. */
function route() {
  const [path, query = ''] = location.hash.replace(/^#\/?/, '').split('?', 2);
  const [name, id = ''] = path.split('/');
  let text = id;
  try {
    text = decodeURIComponent(id);
  } catch {
    // Not encoded as it should be: taken as it stands.
  }
  return { name: name || 'overview', id: text, query: new URLSearchParams(query) };
}

function show(moveFocus) {
  leaving.abort();
  leaving = new AbortController();
  const { name, id, query } = route();
  const page = name === 'cameras' && id ? camera : PAGES[name] ?? overview;
  const main = byId('main');
  main.replaceChildren();
  main.dataset.page = page.title;
  document.title = `${page.title} · Moodline`;
  for (const link of document.querySelectorAll('nav a')) {
    if (link.hash === `#/${name in PAGES ? name : 'overview'}`) link.setAttribute('aria-current', 'page');
    else link.removeAttribute('aria-current');
  }
  page.show(main, { id, query }, leaving.signal);
  if (moveFocus) {
    scrollTo(0, 0);
    main.querySelector('h1')?.focus();
  }
}

function showFreshness({ state, text }) {
  const line = byId('connection');
  tell(line, text);
  line.dataset.state = state;
  document.body.classList.toggle('stale', state === 'stale');
}

function wireShell() {
  byId('skip').addEventListener('click', event => {
    event.preventDefault(); // The address after # names a page here.
    byId('main').focus();
  });
  const theme = byId('theme');
  theme.value = window.moodlineTheme.get();
  theme.addEventListener('change', () => window.moodlineTheme.set(theme.value));
  window.addEventListener('hashchange', () => show(true));
}

wireShell();
onFreshness(showFreshness);
every(DIRECTORY_MS, () => attempt(byId('trouble'), directory.refresh, new AbortController().signal),
  new AbortController().signal);
show(false);
