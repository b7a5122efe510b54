// The style sheet's colours for what is painted on a canvas.

const probe = document.createElement('span');
probe.hidden = true;
document.body.append(probe);

/** The value that the variable has in the theme that is on. */
export function colour(name) {
  probe.style.color = `var(--${name})`;
  return getComputedStyle(probe).color;
}

/** The same with an opacity of 0 to 1. */
export function faint(name, opacity) {
  const [r, g, b] = colour(name).match(/[\d.]+/g);
  return `rgba(${r}, ${g}, ${b}, ${opacity})`;
}

/** Calls `then` when the theme changes, by the page's choice or the system's, until the signal says stop. */
export function onTheme(then, signal) {
  window.addEventListener('moodline-theme', then, { signal });
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', then, { signal });
}
