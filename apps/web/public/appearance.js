// Runs before anything is drawn, so that a dark page never begins white. A file of its own: the security policy allows no
// script within the page. What the person chose is kept by src/appearance/appearance.ts under the same name.
(function () {
  var chosen = null;
  try {
    chosen = localStorage.getItem('luoshi.appearance');
  } catch {
    // No storage, no memory: the system decides.
  }
  if (chosen !== 'light' && chosen !== 'dark') {
    chosen = matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light';
  }
  document.documentElement.dataset.appearance = chosen;
})();
