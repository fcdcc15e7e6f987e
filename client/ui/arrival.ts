/** Remembers that somebody followed a link, so that the next page can take the focus and start at its top. */

let arrived = false;

/** Starts watching the address (wouter tells of `pushState`, the browser of back and forward); returns how to stop. */
export function watchAddress(): () => void {
  let path = location.pathname;
  const onPush = () => {
    if (location.pathname === path) return;
    path = location.pathname;
    arrived = true;
    // Going back keeps the place the browser restores; a followed link starts at the top.
    scrollTo(0, 0);
  };
  const onBack = () => {
    if (location.pathname !== path) arrived = true;
    path = location.pathname;
  };
  addEventListener('pushState', onPush);
  addEventListener('popstate', onBack);
  return () => {
    removeEventListener('pushState', onPush);
    removeEventListener('popstate', onBack);
  };
}

/** Whether a page is being shown because of a followed link; true once per arrival. */
export function takeArrival(): boolean {
  const was = arrived;
  arrived = false;
  return was;
}
