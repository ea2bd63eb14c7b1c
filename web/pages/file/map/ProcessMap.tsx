import "./map.css";
import type { MapNode, ProcessMap as MapData } from "../../../../domain/case/map.ts";
import type { CaseView } from "../../../../domain/case/view.ts";
import { E112_MAP } from "../../../../domain/e112/map.ts";
import { MOH_MAP } from "../../../../domain/moh/map.ts";
import { findStep, wordsOf } from "../../../../domain/process-words.ts";
import { useT, useText } from "../../../i18n/language.tsx";
import { Icon, type IconName } from "../../../parts/icons.tsx";
import { MapDrawing } from "./MapDrawing.tsx";
import { openedAgain, positions, type Position } from "./position.ts";

const SIGNS = {
  done: "check",
  current: "dot",
  possible: "ring",
  left: "dash",
  "not-reached": "dash",
} as const satisfies Record<Position, IconName>;

const MAPS: Readonly<Record<CaseView["process"], MapData>> = { moh: MOH_MAP, e112: E112_MAP };

/** The whole process with the place where this file stands: drawn on a wide screen, told as a list to the others. */
export function ProcessMap({ view }: { view: CaseView }) {
  const t = useT();
  const text = useText();
  const map = MAPS[view.process];
  const at = positions(map, view);
  const stepNodes = map.nodes.filter(({ kind, id }) => kind === "step" || (kind === "end" && at.get(id) === "current"));
  return (
    <section className="map" aria-labelledby="map-title">
      <h2 id="map-title">{t("map.title")}</h2>
      <MapDrawing map={map} steps={wordsOf(view.process).steps} at={at} again={openedAgain(view)} />
      <Legend />
      <div className="map-list">
        {map.phases.map((phase) => (
          <PhaseList
            key={phase.title.en}
            title={text(phase.title)}
            process={view.process}
            nodes={stepNodes.filter(({ row }) => row >= phase.firstRow && row <= phase.lastRow)}
            at={at}
          />
        ))}
      </div>
    </section>
  );
}

interface PhaseListProps {
  readonly title: string;
  readonly process: CaseView["process"];
  readonly nodes: readonly MapNode[];
  readonly at: ReadonlyMap<MapNode["id"], Position>;
}

function PhaseList({ title, process, nodes, at }: PhaseListProps) {
  const t = useT();
  const text = useText();
  if (nodes.length === 0) return null;
  return (
    <>
      <h3>{title}</h3>
      <ol>
        {nodes.map((node) => {
          const position = at.get(node.id) ?? "not-reached";
          return (
            <li
              key={node.id}
              className={`map-item map-item-${position}`}
              aria-current={position === "current" ? "step" : undefined}
            >
              {position === "not-reached" ? <span className="icon-space" /> : <Icon name={SIGNS[position]} size={14} />}
              <span>
                {text(findStep(process, node.id)?.title ?? node.label)}{" "}
                <span className="quiet">({t(`map.${position}`)})</span>
              </span>
            </li>
          );
        })}
      </ol>
    </>
  );
}

function Legend() {
  const t = useT();
  return (
    <p className="map-legend" aria-hidden="true">
      {(["done", "current", "possible", "left", "not-reached"] as const).map((position) => (
        <span key={position}>
          <span className={`legend-box legend-${position}`}>
            {position === "done" && <Icon name="check" size={10} />}
            {position === "current" && <Icon name="dot" size={10} />}
            {position === "left" && <Icon name="dash" size={10} />}
          </span>
          {t(`map.${position}`)}
        </span>
      ))}
    </p>
  );
}
