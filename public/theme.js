// Runs before the first paint, so that a reader who chose a theme never sees the other one flash by.
(() => {
  let chosen = null;
  try {
    chosen = localStorage.getItem('atalaya.theme');
  } catch {
    // Storage is refused: the system's preference decides.
  }
  const dark = matchMedia('(prefers-color-scheme: dark)').matches;
  document.documentElement.dataset.theme = chosen === 'light' || chosen === 'dark' ? chosen : dark ? 'dark' : 'light';
})();
