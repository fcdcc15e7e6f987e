/** What this device keeps: the one place that touches its storage. A browser may refuse it (private window, full disk); then nothing is kept and nothing breaks. */

const prefix = 'kindling:';

/** The text kept under a name, or null. */
export function readKept(name: string): string | null {
  try {
    return localStorage.getItem(prefix + name);
  } catch {
    return null;
  }
}

/** Keeps a text under a name; null lets it go. Answers whether the device took it. */
export function keep(name: string, text: string | null): boolean {
  try {
    if (text === null) localStorage.removeItem(prefix + name);
    else localStorage.setItem(prefix + name, text);
    return true;
  } catch {
    return false;
  }
}

/** Lets everything go whose name starts like this: when somebody signs out of a shared device. */
export function forget(start: string): void {
  try {
    for (const name of Object.keys(localStorage)) if (name.startsWith(prefix + start)) localStorage.removeItem(name);
  } catch {
    // Nothing could be kept, so there is nothing to let go.
  }
}

/** Names of what is kept and starts like this: words that have not arrived yet, before somebody signs out. */
export function keptNames(start: string): string[] {
  try {
    return Object.keys(localStorage)
      .filter((name) => name.startsWith(prefix + start))
      .map((name) => name.slice(prefix.length));
  } catch {
    return [];
  }
}

/** The text kept for this tab alone under a name, or an empty one; it is let go. Only public/first-paint.js keeps some, before our scripts are there. */
export function takeFromTab(name: string): string {
  try {
    const text = sessionStorage.getItem(prefix + name) ?? '';
    sessionStorage.removeItem(prefix + name);
    return text;
  } catch {
    return '';
  }
}
