/** When to try a letter again. */
const minuteMs = 60_000;
const waitsMs = [1, 5, 15, 60, 240, 720, 1440, 1440].map((minutes) => minutes * minuteMs);

/** Milliseconds until the next try after so many; null once it has been tried often enough (three and a half days). */
export function waitAfter(attempts: number): number | null {
  return waitsMs[attempts - 1] ?? null;
}
