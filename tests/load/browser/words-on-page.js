// Runs in each browser of ten-browsers.ts: the purpose's words as this page shows them, without the names beside carets.
window.kindlingWords = () => {
  const copy = document.querySelector('[role=textbox][aria-labelledby]')?.cloneNode(true);
  for (const caret of copy?.querySelectorAll('.ProseMirror-widget') ?? []) caret.remove();
  return copy?.textContent ?? '';
};

// Resolves as soon as the page shows this letter more often than so many times.
window.kindlingShows = (letter, times) =>
  new Promise((resolve) => {
    const look = () => (window.kindlingWords().split(letter).length > times ? resolve(null) : setTimeout(look, 2));
    look();
  });
