/** The way on through a list in pages, and back to its first one. The address of the page names the place, `dupa`. */
import { Link } from "@tanstack/react-router";
import { useT } from "../i18n/language.tsx";

interface PagingProps {
  /** The place at which the page shown begins; empty or absent for the first one. */
  readonly after: string | undefined;
  readonly next: string | undefined;
}

export function Paging({ after = "", next }: PagingProps) {
  const t = useT();
  if (after === "" && next === undefined) return null;
  return (
    <nav className="paging" aria-label={t("paging.label")}>
      {after !== "" && (
        <Link to="." search={(before) => ({ ...before, dupa: undefined })}>
          {t("paging.first")}
        </Link>
      )}
      {next !== undefined && (
        <Link to="." search={(before) => ({ ...before, dupa: next })}>
          {t("paging.next")}
        </Link>
      )}
    </nav>
  );
}
