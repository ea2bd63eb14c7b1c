/** What happened, told once to everybody: a strip at the foot of the page that is also a live region. */
import { CloseButton } from "@mantine/core";
import { useEffect, useSyncExternalStore } from "react";
import { useT } from "../i18n/language.tsx";
import { Icon, type IconName } from "./icons.tsx";

const SHOWN_MS = 10_000;

interface Notice {
  readonly id: number;
  readonly text: string;
  readonly sign: IconName;
}

let notice: Notice | undefined;
let count = 0;
const listeners = new Set<() => void>();

/** Tells that something was done; with another sign, that it was not. */
export function announce(text: string, sign: IconName = "check"): void {
  count += 1;
  show({ id: count, text, sign });
}

export function Announcer() {
  const t = useT();
  const shown = useSyncExternalStore(subscribe, () => notice);
  const id = shown?.id;
  useEffect(() => {
    if (id === undefined) return;
    const timer = setTimeout(() => show(undefined), SHOWN_MS);
    return () => clearTimeout(timer);
  }, [id]);
  return (
    <div className="announcer no-print" role="status" aria-live="polite">
      {shown !== undefined && (
        <div className="announcement">
          <Icon name={shown.sign} />
          <span>{shown.text}</span>
          <CloseButton aria-label={t("close")} size="sm" onClick={() => show(undefined)} />
        </div>
      )}
    </div>
  );
}

function show(next: Notice | undefined): void {
  notice = next;
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
