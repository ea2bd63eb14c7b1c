/** A page: its title in the tab and as the first heading, which takes the focus when people arrive from another page. */
import { useEffect, useRef, type ReactNode } from "react";
import { useT } from "../i18n/language.tsx";

let arrivedBefore = false;

interface PageProps {
  readonly title: string;
  /** What stands in the heading when it is more than the title. */
  readonly heading?: ReactNode;
  readonly actions?: ReactNode;
  readonly children: ReactNode;
}

export function Page({ title, heading, actions, children }: PageProps) {
  const t = useT();
  const pageRef = useRef<HTMLDivElement>(null);
  const headingRef = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    document.title = `${title} · ${t("app.name")}`;
  }, [title, t]);
  useEffect(() => {
    // A link to a part of the page has brought the focus there already.
    const isInside = pageRef.current?.contains(document.activeElement) === true;
    if (arrivedBefore && !isInside) headingRef.current?.focus({ preventScroll: true });
    arrivedBefore = true;
  }, []);
  return (
    <div className="page" ref={pageRef}>
      <div className="page-head">
        <h1 ref={headingRef} tabIndex={-1}>
          {heading ?? title}
        </h1>
        {actions !== undefined && <div className="page-actions no-print">{actions}</div>}
      </div>
      {children}
    </div>
  );
}
