/** From the columns and rows of the map to the points and lines of the drawing, in its own units. */
import type { MapEdge, MapNode, MapPhase, ProcessMap } from "../../../../domain/case/map.ts";

const MARGIN_COLUMN = 60;
const COLUMN = 198;
const ROW = 92;
/** Room over the first row of a phase, for its title and for the lines that pass over the row. */
const PHASE_HEAD = 44;
const TOP = 4;
export const BOX = { width: 138, height: 58 } as const;
const START_RADIUS = 11;
const STUB = 34;
const TURN = 8;
const LABEL_RISE = 5;
/** How far over a row the lines pass that skip its boxes. */
const OVER = 11;

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
  return {
    width: MARGIN_COLUMN + columns * COLUMN,
    height: TOP + map.phases.length * PHASE_HEAD + (rows + 1) * ROW,
  };
}

/** The top of the boxes of a row. */
function rowTop({ phases }: ProcessMap, row: number): number {
  const begun = phases.filter(({ firstRow }) => firstRow <= row).length;
  return TOP + begun * PHASE_HEAD + row * ROW;
}

/** Where a phase lies on the drawing, from its title to the room under its last row. */
export function bandOf(
  map: ProcessMap,
  { firstRow, lastRow }: MapPhase,
): { readonly y: number; readonly height: number } {
  const y = rowTop(map, firstRow) - PHASE_HEAD;
  return { y, height: rowTop(map, lastRow) + ROW - y };
}

export function centre(map: ProcessMap, { column, row }: MapNode): Point {
  const x = column === 0 ? MARGIN_COLUMN / 2 : MARGIN_COLUMN + (column - 0.5) * COLUMN;
  return { x, y: rowTop(map, row) + BOX.height / 2 };
}

/** The line of a passage; `from` is undefined for one that is open from any step. */
export function lineOf(map: ProcessMap, edge: MapEdge, from: MapNode | undefined, to: MapNode): Line {
  const end = centre(map, to);
  if (from === undefined) return edge.route === "over" ? stubFromAbove(end) : stub(end);
  const start = centre(map, from);
  if (edge.route === "over") return over(start, end, from);
  if (edge.route === "return") return back(start, end);
  if (edge.route === "under") return under(start, end);
  if (from.row === to.row) {
    const x1 = start.x + halfWidth(from);
    const x2 = end.x - BOX.width / 2;
    return { path: `M${x1} ${start.y}H${x2}`, label: { x: (x1 + x2) / 2, y: start.y - LABEL_RISE, anchor: "middle" } };
  }
  if (from.column === to.column) {
    const side = from.row < to.row ? 1 : -1;
    return {
      path: `M${start.x} ${start.y + (side * BOX.height) / 2}V${end.y - (side * BOX.height) / 2}`,
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
  const y = end.y - BOX.height / 2 - OVER;
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

/** Down from the box, along the gap under its row to the end, which it reaches from the left. */
function under(start: Point, end: Point): Line {
  const gap = start.y + BOX.height / 2 + OVER;
  const left = end.x - BOX.width / 2;
  return {
    path: `M${start.x} ${start.y + BOX.height / 2}V${gap}H${left - STUB}V${end.y}H${left}`,
    label: { x: start.x + LABEL_RISE, y: gap - LABEL_RISE, anchor: "start" },
  };
}

function stubFromAbove(end: Point): Line {
  const top = end.y - BOX.height / 2;
  return {
    path: `M${end.x} ${top - STUB}V${top}`,
    label: { x: end.x + LABEL_RISE, y: top - STUB / 2, anchor: "start" },
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
