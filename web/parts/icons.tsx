/** The few signs of the pages, as shapes that differ without colour. All are decoration beside words. */
import type { ReactNode } from "react";

const SHAPES = {
  warning: <path d="M8 1.8 15 14H1zM8 6v4m0 1.6v.6" />,
  clock: <path d="M8 1.5a6.5 6.5 0 1 0 0 13 6.5 6.5 0 0 0 0-13M8 4.5V8l2.4 1.6" />,
  hourglass: <path d="M4 1.5h8M4 14.5h8M5 1.5v3L8 8l3-3.5v-3M5 14.5v-3L8 8l3 3.5v3" />,
  calendar: <path d="M2 3.5h12v11H2zM2 6.5h12M5 1.5v3m6-3v3M5.5 10.5l2 2 3-3.5" />,
  check: <path d="m2.5 8.5 3.5 4 7.5-9" strokeWidth="2" />,
  cross: <path d="m3 3 10 10M13 3 3 13" strokeWidth="2" />,
  dash: <path d="M3 8h10" strokeWidth="2" />,
  pause: <path d="M5.5 3v10M10.5 3v10" strokeWidth="2" />,
  play: <path d="M4.5 2.5v11L13 8z" />,
  dot: <circle cx="8" cy="8" r="4" fill="currentColor" />,
  ring: <circle cx="8" cy="8" r="5" />,
  pencil: <path d="m2 14 .8-3.2L11 2.5 13.5 5 5.2 13.2z" />,
  print: <path d="M4 5.5v-4h8v4M4 11.5H2v-6h12v6h-2M4 9.5h8v5H4z" />,
  upload: <path d="M8 11V2M4.5 5.5 8 2l3.5 3.5M2 11v3h12v-3" />,
  file: <path d="M3 1.5h6.5L13 5v9.5H3zM9 1.5V5h4" />,
  bell: <path d="M3 12.5h10l-1.5-2V7a3.5 3.5 0 0 0-7 0v3.5zM6.5 14.5h3M8 3.5v-2" />,
  mail: <path d="M1.5 3h13v10h-13zM1.5 3.5 8 9l6.5-5.5" />,
  plus: <path d="M8 2.5v11M2.5 8h11" strokeWidth="2" />,
  down: <path d="m3 6 5 5 5-5" />,
} as const satisfies Record<string, ReactNode>;
export type IconName = keyof typeof SHAPES;

export function Icon({ name, size = 16 }: { name: IconName; size?: number }) {
  return (
    <svg
      className="icon"
      width={size}
      height={size}
      viewBox="0 0 16 16"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.5"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
      focusable="false"
    >
      {SHAPES[name]}
    </svg>
  );
}
