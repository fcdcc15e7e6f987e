/** Finds the Chromium that browser walks use: the one CHROMIUM_PATH names, Playwright's own, or the system's. */
import { accessSync, constants } from 'node:fs';
import path from 'node:path';
import { type Browser, chromium } from 'playwright-core';

/** What to say when there is none. */
export const HOW_TO_GET_CHROMIUM =
  'No Chromium was found: install one (Debian and Ubuntu: apt-get install chromium, anywhere: npx playwright-core install chromium) or name one in CHROMIUM_PATH.';

const COMMANDS = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
const PLACES = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:/Program Files/Google/Chrome/Application/chrome.exe',
];

/** The full path of a Chromium, or null. A CHROMIUM_PATH that names nothing is a mistake, so nothing else is tried then. */
export function findChromium(): string | null {
  const named = process.env['CHROMIUM_PATH'];
  if (named !== undefined && named !== '') return isProgram(named) ? named : null;
  const folders = (process.env['PATH'] ?? '').split(path.delimiter).filter((folder) => folder !== '');
  const places = [chromium.executablePath(), ...COMMANDS.flatMap((command) => folders.map((folder) => path.join(folder, command))), ...PLACES];
  return places.find(isProgram) ?? null;
}

/** A running browser without a window. @throws Error with HOW_TO_GET_CHROMIUM when there is none. */
export function launchChromium(): Promise<Browser> {
  const executablePath = findChromium();
  if (executablePath === null) throw new Error(HOW_TO_GET_CHROMIUM);
  // Chromium refuses its sandbox to root, and small containers have a /dev/shm too small for it.
  const args = process.getuid?.() === 0 ? ['--no-sandbox', '--disable-dev-shm-usage'] : ['--disable-dev-shm-usage'];
  return chromium.launch({ executablePath, args });
}

function isProgram(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
