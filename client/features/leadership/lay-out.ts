/**
 * Where dots stand: tied ones near each other, all with room. The same lines give the same picture.
 * T. M. J. Fruchterman and E. M. Reingold, "Graph drawing by force-directed placement", Software: Practice and Experience 21(11), 1991, begun
 * from a sunflower instead of by chance, with a pull to the middle so that dots without lines do not drift away.
 */
export interface Place {
  readonly x: number;
  readonly y: number;
}

interface Moving {
  x: number;
  y: number;
  dx: number;
  dy: number;
}

/** The angle between two seeds of a sunflower. */
const golden = Math.PI * (3 - Math.sqrt(5));

/** @returns a place for each dot, x and y from 0 to 1 */
export function layOut(dots: number, lines: readonly { readonly a: number; readonly b: number }[]): Place[] {
  const places = Array.from({ length: dots }, (_, dot): Moving => {
    const far = Math.sqrt((dot + 0.5) / dots) / 2;
    return { x: 0.5 + far * Math.cos(dot * golden), y: 0.5 + far * Math.sin(dot * golden), dx: 0, dy: 0 };
  });
  const rounds = dots > 100 ? 60 : 200;
  const room = 0.75 / Math.sqrt(Math.max(1, dots));
  for (let round = 0; round < rounds; round += 1) step(places, lines, room, 0.1 * (1 - round / rounds));
  return stretched(places);
}

function step(places: readonly Moving[], lines: readonly { readonly a: number; readonly b: number }[], room: number, most: number): void {
  for (const [at, one] of places.entries()) for (const other of places.slice(at + 1)) push(one, other, (far) => (room * room) / far);
  for (const { a, b } of lines) {
    const [one, other] = [places[a], places[b]];
    if (one !== undefined && other !== undefined) push(one, other, (far) => (-far * far) / room);
  }
  for (const one of places) {
    const [dx, dy] = [one.dx + (0.5 - one.x) * 0.9, one.dy + (0.5 - one.y) * 0.9];
    const far = Math.hypot(dx, dy) || 1;
    one.x += (dx / far) * Math.min(far, most);
    one.y += (dy / far) * Math.min(far, most);
    one.dx = 0;
    one.dy = 0;
  }
}

/** Pushes two dots apart (or, below nought, together). */
function push(one: Moving, other: Moving, force: (far: number) => number): void {
  const [x, y] = [one.x - other.x, one.y - other.y];
  const far = Math.max(0.001, Math.hypot(x, y));
  const by = force(far) / far;
  one.dx += x * by;
  one.dy += y * by;
  other.dx -= x * by;
  other.dy -= y * by;
}

function stretched(places: readonly Place[]): Place[] {
  const along = (values: readonly number[]) => {
    const [least, most] = [Math.min(...values), Math.max(...values)];
    return (value: number) => (most - least < 1e-9 ? 0.5 : (value - least) / (most - least));
  };
  const [x, y] = [along(places.map((one) => one.x)), along(places.map((one) => one.y))];
  return places.map((one) => ({ x: x(one.x), y: y(one.y) }));
}
