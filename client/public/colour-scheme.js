/* Sets light or dark before the first paint, so that a dark room stays dark. Its own file: the page allows no inline script. */
try {
  var chosen = localStorage.getItem('kindling:look');
} catch (refused) {
  chosen = null;
}
document.documentElement.setAttribute(
  'data-mantine-color-scheme',
  chosen === 'light' || chosen === 'dark' ? chosen : matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light',
);
