// Runs before the first paint, so that a reader who chose a theme or a language never sees another one flash by.
(() => {
  let chosen = null;
  let lang = null;
  try {
    chosen = localStorage.getItem('atalaya.theme');
    lang = new URLSearchParams(location.search).has('lang') ? null : localStorage.getItem('atalaya.lang');
  } catch {
    // Storage is refused: the system's preference decides.
  }
  if (lang !== null) document.documentElement.dataset.lang = lang;
  const dark = matchMedia('(prefers-color-scheme: dark)').matches;
  document.documentElement.dataset.theme = chosen === 'light' || chosen === 'dark' ? chosen : dark ? 'dark' : 'light';
})();
