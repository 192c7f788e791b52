/**
 * Draws the app's two icons: five points, joined all round, for the five ideas of teaching for mastery.
 * Run it after changing the drawing, look at what it drew, and commit the pictures: `node manifest/draw-icons.ts`.
 */
import { writeFileSync } from 'node:fs';
import { encodePng, type Picture } from './png.ts';

type Point = [x: number, y: number];
type Colour = [red: number, green: number, blue: number];
/** Lengths are shares of the icon's width, with the middle of the icon at (0, 0) and y growing downwards. */
type Shape = { colour: Colour; covers: (x: number, y: number) => boolean };

const teal: Colour = [11, 83, 99];
const amber: Colour = [255, 196, 61];
const white: Colour = [255, 255, 255];

const everywhere = (colour: Colour): Shape => ({ colour, covers: () => true });

const disc = (colour: Colour, radius: number, [cx, cy]: Point): Shape => ({
  colour,
  covers: (x, y) => Math.hypot(x - cx, y - cy) <= radius,
});

const line = (colour: Colour, [x1, y1]: Point, [x2, y2]: Point, thickness: number): Shape => ({
  colour,
  covers(x, y) {
    const [dx, dy] = [x2 - x1, y2 - y1];
    const along = Math.min(1, Math.max(0, ((x - x1) * dx + (y - y1) * dy) / (dx * dx + dy * dy)));
    return Math.hypot(x - x1 - along * dx, y - y1 - along * dy) <= thickness / 2;
  },
});

/** A pentagon with a disc on every corner; the top one has a colour of its own. */
function pentagon(
  top: Colour,
  { radius, thickness, point }: { radius: number; thickness: number; point: number },
): Shape[] {
  const at = (turn: number): Point => {
    const angle = (turn / 5) * 2 * Math.PI;
    return [radius * Math.sin(angle), -radius * Math.cos(angle)];
  };
  return [
    ...five.map((turn) => line(white, at(turn), at(turn + 1), thickness)),
    ...five.map((turn) => disc(turn === 0 ? top : white, point, at(turn))),
  ];
}

const five = [0, 1, 2, 3, 4];

const colourIcon = [everywhere(teal), ...pentagon(amber, { radius: 0.27, thickness: 0.042, point: 0.082 })];

const outlineIcon = pentagon(white, { radius: 0.37, thickness: 0.068, point: 0.12 });

/** How many points a pixel is judged by, each way: edges come out smooth. */
const points = 8;

function draw(size: number, shapes: Shape[]): Picture {
  const pixels = new Uint8Array(size * size * 4);
  for (let pixel = 0; pixel < size * size; pixel++) {
    pixels.set(colourOf(pixel % size, Math.floor(pixel / size), size, shapes), pixel * 4);
  }
  return { size, pixels };
}

function colourOf(column: number, row: number, size: number, shapes: Shape[]): number[] {
  const seen: Colour[] = [];
  for (let point = 0; point < points * points; point++) {
    const x = (column + ((point % points) + 0.5) / points) / size - 0.5;
    const y = (row + (Math.floor(point / points) + 0.5) / points) / size - 0.5;
    const top = shapes.findLast((shape) => shape.covers(x, y));
    if (top) seen.push(top.colour);
  }
  if (seen.length === 0) return [255, 255, 255, 0];
  const mean = (channel: 0 | 1 | 2) => Math.round(seen.reduce((sum, colour) => sum + colour[channel], 0) / seen.length);
  return [mean(0), mean(1), mean(2), Math.round((seen.length / points ** 2) * 255)];
}

writeFileSync(new URL('color.png', import.meta.url), encodePng(draw(192, colourIcon)));
writeFileSync(new URL('outline.png', import.meta.url), encodePng(draw(32, outlineIcon)));
