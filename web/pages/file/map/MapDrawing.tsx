/** The map as a drawing. What it says stands in the list beside it, so it is hidden from screen readers. */
import type { StepDefinition } from "../../../../domain/case/process.ts";
import type { MapNode, ProcessMap } from "../../../../domain/case/map.ts";
import { useT, useText } from "../../../i18n/language.tsx";
import { bandOf, BOX, centre, lineOf, sizeOf, wrap, type Point } from "./layout.ts";
import { isTaken, type Position } from "./position.ts";

interface MapDrawingProps {
  readonly map: ProcessMap;
  readonly steps: Readonly<Record<string, StepDefinition>>;
  readonly at: ReadonlyMap<MapNode["id"], Position>;
  /** The steps that were opened again. */
  readonly again: ReadonlySet<MapNode["id"]>;
}

const LINE_HEIGHT = 14;
const BAND_TITLE = { x: 44, y: 15 } as const;

export function MapDrawing({ map, steps, at, again }: MapDrawingProps) {
  const t = useT();
  const text = useText();
  const { width, height } = sizeOf(map);
  function ownerOf({ id }: MapNode): string {
    const step = steps[id];
    if (step === undefined) return t("map.end");
    if (map.owner === "institution") return t(`institution.short.${step.institution}`);
    return step.duty === "PATIENT_SIDE" ? t("map.patientSide") : t(`duty.${step.duty}`);
  }
  return (
    <div className="map-drawing">
      <svg viewBox={`0 0 ${width} ${height}`} width={width} aria-hidden="true" focusable="false">
        <defs>
          <marker
            id="map-arrow"
            viewBox="0 0 8 8"
            refX="7"
            refY="4"
            markerWidth="9"
            markerHeight="9"
            markerUnits="userSpaceOnUse"
            orient="auto"
          >
            <path d="M0 0 8 4 0 8z" className="map-arrow" />
          </marker>
        </defs>
        {map.phases.map((phase, index) => {
          const { y, height } = bandOf(map, phase);
          return (
            <g key={phase.title.en} className={index % 2 === 0 ? "map-band" : "map-band map-band-other"}>
              <rect x={0} y={y} width={width} height={height} />
              <text x={BAND_TITLE.x} y={y + BAND_TITLE.y}>
                {text(phase.title)}
              </text>
            </g>
          );
        })}
        {map.edges.map((edge) => {
          const from = map.nodes.find(({ id }) => id === edge.from);
          const to = map.nodes.find(({ id }) => id === edge.to);
          if (to === undefined) return null;
          const { path, label } = lineOf(map, edge, from, to);
          const taken = isTaken(map, { at, again }, edge);
          return (
            <g key={`${edge.from} ${edge.to}`} className={taken ? "map-edge map-edge-taken" : "map-edge"}>
              <title>{edge.rules.join(", ")}</title>
              <path d={path} markerEnd="url(#map-arrow)" />
              {edge.label !== undefined && (
                <text x={label.x} y={label.y} textAnchor={label.anchor}>
                  {text(edge.label)}
                </text>
              )}
            </g>
          );
        })}
        {map.nodes.map((node) => (
          <Node
            key={node.id}
            node={node}
            at={centre(map, node)}
            owner={ownerOf(node)}
            position={at.get(node.id) ?? "not-reached"}
          />
        ))}
      </svg>
    </div>
  );
}

interface NodeProps {
  readonly node: MapNode;
  readonly at: Point;
  readonly owner: string;
  readonly position: Position;
}

function Node({ node, at: { x, y }, owner, position }: NodeProps) {
  const text = useText();
  if (node.kind === "start") {
    return (
      <g className={`map-node map-${position}`}>
        <circle cx={x} cy={y} r={11} />
        <text className="map-owner" x={x} y={y + 24} textAnchor="middle">
          {text(node.label)}
        </text>
      </g>
    );
  }
  const lines = wrap(text(node.label));
  const firstLine = y - ((lines.length - 1) * LINE_HEIGHT) / 2 + 9;
  return (
    <g className={`map-node map-${position} map-${node.kind}`}>
      <rect
        x={x - BOX.width / 2}
        y={y - BOX.height / 2}
        width={BOX.width}
        height={BOX.height}
        rx={node.kind === "end" ? 20 : 4}
      />
      <text className="map-owner" x={x - BOX.width / 2 + (node.kind === "end" ? 16 : 8)} y={y - BOX.height / 2 + 13}>
        {owner}
      </text>
      <Sign position={position} x={x + BOX.width / 2 - (node.kind === "end" ? 18 : 12)} y={y - BOX.height / 2 + 10} />
      {lines.map((line, index) => (
        <text key={line} className="map-label" x={x} y={firstLine + index * LINE_HEIGHT} textAnchor="middle">
          {line}
        </text>
      ))}
    </g>
  );
}

function Sign({ position, x, y }: { position: Position; x: number; y: number }) {
  if (position === "done") return <path className="map-sign" d={`m${x - 5} ${y} 3.5 4 6-8`} />;
  if (position === "left") return <path className="map-sign" d={`M${x - 5} ${y}h10`} />;
  return position === "current" ? <circle className="map-sign-dot" cx={x} cy={y} r={4} /> : null;
}
