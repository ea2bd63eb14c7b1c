/** From the columns and rows of the map to the points and lines of the drawing, in its own units. */
import type { MapEdge, MapNode, ProcessMap } from "../../../../domain/moh/map.ts";

const MARGIN_COLUMN = 60;
const COLUMN = 198;
const ROW = 92;
const TOP = 30;
export const BOX = { width: 138, height: 58 } as const;
const START_RADIUS = 11;
const STUB = 34;
const TURN = 8;
const LABEL_RISE = 5;

export interface Point {
  readonly x: number;
  readonly y: number;
}

export interface Line {
  readonly path: string;
  readonly label: Point & { readonly anchor: "start" | "middle" };
}

export function sizeOf(map: ProcessMap): { width: number; height: number } {
  const columns = Math.max(...map.nodes.map(({ column }) => column));
  const rows = Math.max(...map.nodes.map(({ row }) => row));
  return { width: MARGIN_COLUMN + columns * COLUMN, height: TOP + (rows + 1) * ROW };
}

export function centre({ column, row }: MapNode): Point {
  const x = column === 0 ? MARGIN_COLUMN / 2 : MARGIN_COLUMN + (column - 0.5) * COLUMN;
  return { x, y: TOP + row * ROW + BOX.height / 2 };
}

/** The line of a passage; `from` is undefined for one that is open from any step. */
export function lineOf(edge: MapEdge, from: MapNode | undefined, to: MapNode): Line {
  const end = centre(to);
  if (from === undefined) return stub(end);
  const start = centre(from);
  if (edge.route === "over") return over(start, end, from);
  if (edge.route === "return") return back(start, end);
  if (from.row === to.row) {
    const x1 = start.x + halfWidth(from);
    const x2 = end.x - BOX.width / 2;
    return { path: `M${x1} ${start.y}H${x2}`, label: { x: (x1 + x2) / 2, y: start.y - LABEL_RISE, anchor: "middle" } };
  }
  if (from.column === to.column) {
    return {
      path: `M${start.x} ${start.y + BOX.height / 2}V${end.y - BOX.height / 2}`,
      label: { x: start.x + LABEL_RISE, y: (start.y + end.y) / 2, anchor: "start" },
    };
  }
  const turn = start.x + halfWidth(from) + TURN;
  return {
    path: `M${start.x + halfWidth(from)} ${start.y}H${turn}V${end.y}H${end.x - BOX.width / 2}`,
    label: { x: turn + 4, y: end.y - LABEL_RISE, anchor: "start" },
  };
}

function halfWidth(node: MapNode): number {
  return node.kind === "start" ? START_RADIUS : BOX.width / 2;
}

function over(start: Point, end: Point, from: MapNode): Line {
  const y = TOP / 2;
  const top = from.kind === "start" ? start.y - START_RADIUS : start.y - BOX.height / 2;
  return {
    path: `M${start.x} ${top}V${y}H${end.x}V${end.y - BOX.height / 2}`,
    label: { x: (start.x + end.x) / 2, y: y - LABEL_RISE, anchor: "middle" },
  };
}

/** Down from the box, back along the gap under its row to the left margin, down there, and into the target. */
function back(start: Point, end: Point): Line {
  const gap = start.y + BOX.height / 2 + (ROW - BOX.height) / 2 - 4;
  const margin = MARGIN_COLUMN / 2;
  const left = end.x - BOX.width / 2;
  return {
    path: `M${start.x} ${start.y + BOX.height / 2}V${gap}H${margin}V${end.y}H${left}`,
    label: { x: left, y: end.y - BOX.height / 2 - LABEL_RISE, anchor: "start" },
  };
}

function stub(end: Point): Line {
  const left = end.x - BOX.width / 2;
  return {
    path: `M${left - STUB} ${end.y}H${left}`,
    label: { x: left, y: end.y - BOX.height / 2 - LABEL_RISE, anchor: "start" },
  };
}

/** The words of a label on as few lines as fit the box. */
export function wrap(text: string, most = 18): string[] {
  const lines: string[] = [];
  for (const word of text.split(" ")) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + word.length + 1 <= most) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}
