/* What must be known before the first paint. Its own file: the page allows no inline script. */
var page = document.documentElement;

/* Light or dark, so that a dark room stays dark. */
try {
  var chosen = localStorage.getItem('kindling:look');
} catch (refused) {
  chosen = null;
}
page.setAttribute(
  'data-mantine-color-scheme',
  chosen === 'light' || chosen === 'dark' ? chosen : matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light',
);

/* A board is opened: what it needs is asked for now, not when the scripts that ask for it are here (client/build/first-page.ts). */
if (/^\/initiatives\/[^/]/.test(location.pathname))
  (document.currentScript.getAttribute('data-board') || '').split(' ').forEach(function (file) {
    var link = document.createElement('link');
    link.rel = /\.css$/.test(file) ? 'preload' : 'modulepreload';
    if (link.rel === 'preload') link.as = 'style';
    link.crossOrigin = '';
    link.href = file;
    if (file !== '') document.head.appendChild(link);
  });

/* The wall is opened: its box can be written in while the scripts are on their way (client/build/early-box.ts). A page that never gets
   them still has the words when it is loaded again. */
if (location.pathname === '/') page.setAttribute('data-early', '');
['focusin', 'input'].forEach(function (happens) {
  document.addEventListener(happens, function (event) {
    var box = event.target;
    if (box.id !== 'early-box') return;
    try {
      if (happens === 'focusin' && box.value === '') box.value = sessionStorage.getItem('kindling:early') || '';
      else sessionStorage.setItem('kindling:early', box.value);
    } catch (refused) {
      /* Nothing can be kept on this device; the words are in the box. */
    }
  });
});
