// Light, dark, or as the system says. Not a module: it runs before the first paint, so that nothing flashes.
'use strict';
(() => {
  const root = document.documentElement;
  const stored = () => {
    try {
      return localStorage.getItem('moodline-theme');
    } catch {
      return null; // Storage may be forbidden: then it is as the system says.
    }
  };
  const apply = theme => {
    if (theme === 'light' || theme === 'dark') root.dataset.theme = theme;
    else delete root.dataset.theme;
  };
  apply(stored());
  window.moodlineTheme = {
    get: () => root.dataset.theme ?? 'auto',
    set: theme => {
      apply(theme);
      try {
        localStorage.setItem('moodline-theme', theme);
      } catch {
        // It holds until the page is closed.
      }
      window.dispatchEvent(new Event('moodline-theme'));
    },
  };
})();
