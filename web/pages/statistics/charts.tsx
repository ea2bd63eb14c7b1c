/** Charts of bars: each row has a name, a bar and the same in words, so that nothing hangs on a colour. The figures are in the table below. */
import type { ReactNode } from "react";
import { useT } from "../../i18n/language.tsx";

/** How a stretch of a bar is filled: told apart without colours, on paper too. */
export type Fill = "full" | "stripes" | "dots" | "empty";

export interface Stretch {
  readonly fill: Fill;
  /** Hundredths of the whole width. */
  readonly from: number;
  readonly width: number;
}

export interface ChartRow {
  readonly id: string;
  readonly name: string;
  readonly stretches: readonly Stretch[];
  /** Hundredths of the width at which a line stands. */
  readonly line?: number;
  readonly says: string;
}

interface ChartProps {
  readonly title: string;
  readonly hint?: ReactNode;
  readonly fills?: readonly (readonly [Fill, string])[];
  readonly rows: readonly ChartRow[];
}

export function Chart({ title, hint, fills = [], rows }: ChartProps) {
  const t = useT();
  if (rows.every(({ stretches }) => stretches.length === 0)) return null;
  return (
    <figure className="chart" aria-label={t("statistics.chart", { title })}>
      <figcaption>
        {title}
        {hint !== undefined && <div className="chart-hint">{hint}</div>}
      </figcaption>
      {fills.length > 0 && (
        <ul className="chart-key" aria-hidden="true">
          {fills.map(([fill, name]) => (
            <li key={fill}>
              <svg>
                <Filled fill={fill} from={0} width={100} />
              </svg>
              {name}
            </li>
          ))}
        </ul>
      )}
      <div className="chart-rows">
        {rows.map(({ id, name, stretches, line, says }) => (
          <Row key={id} name={name} says={says}>
            <svg className="chart-bar" aria-hidden="true">
              {stretches.map((stretch) => (
                <Filled key={`${stretch.fill}-${stretch.from}`} {...stretch} />
              ))}
              {line !== undefined && (
                <line x1={`${line}%`} x2={`${line}%`} y1="0" y2="100%" stroke="var(--ink)" strokeWidth="2" />
              )}
            </svg>
          </Row>
        ))}
      </div>
    </figure>
  );
}

function Row({ name, says, children }: { name: string; says: string; children: ReactNode }) {
  return (
    <>
      <span className="chart-name">{name}</span>
      {children}
      <span className="chart-says">{says}</span>
    </>
  );
}

const FILLS: Readonly<Record<Fill, string>> = {
  full: "var(--petrol)",
  stripes: "url(#fill-stripes)",
  dots: "url(#fill-dots)",
  empty: "#fff",
};

function Filled({ fill, from, width }: Stretch) {
  return (
    <rect
      x={`${from}%`}
      y="1"
      width={`${width}%`}
      height="88%"
      fill={FILLS[fill]}
      stroke="var(--petrol)"
      strokeWidth="1"
    />
  );
}

/** The patterns that the bars of the page are filled with. */
export function ChartFills() {
  return (
    <svg className="chart-defs" aria-hidden="true">
      <defs>
        <pattern id="fill-stripes" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <rect width="6" height="6" fill="#fff" />
          <rect width="3" height="6" fill="var(--petrol)" />
        </pattern>
        <pattern id="fill-dots" width="6" height="6" patternUnits="userSpaceOnUse">
          <rect width="6" height="6" fill="#f7c9c5" />
          <circle cx="3" cy="3" r="1.6" fill="var(--overdue)" />
        </pattern>
      </defs>
    </svg>
  );
}
