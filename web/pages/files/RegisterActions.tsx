/** What can be done with the list as a whole: keep it as a file, or bring files into it. */
import "./files.css";
import { Button } from "@mantine/core";
import { useMutation, useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { isApiError } from "../../api/http.ts";
import { exportRegister, keep } from "../../api/imports.ts";
import { sessionQuery } from "../../api/queries.ts";
import { useT } from "../../i18n/language.tsx";
import { announce } from "../../parts/announce.tsx";
import { can } from "../../shell/abilities.ts";

/** What the list shows now. */
interface ListFilter {
  readonly number: string;
  readonly surname: string;
  readonly status: string;
  readonly closed: boolean | undefined;
}

export function RegisterActions({ filter }: { filter: ListFilter }) {
  const t = useT();
  const { data: session } = useQuery(sessionQuery);
  const { mutate, isPending, variables } = useMutation({
    mutationFn: async (format: "csv" | "xlsx") => {
      const { number, surname, status, closed } = filter;
      const asked = {
        q: surname === "" ? number || undefined : undefined,
        surname: surname || undefined,
        status: status || undefined,
        closed,
      };
      keep(await exportRegister(format, asked), `${t("export.name")}.${format}`);
    },
    onSuccess: () => announce(t("export.done"), "check"),
    onError: (error) => announce(isApiError(error) ? error.body.message : String(error), "warning"),
  });
  return (
    <div className="register-actions">
      {(["csv", "xlsx"] as const).map((format) => (
        <Button
          key={format}
          variant="default"
          size="sm"
          loading={isPending && variables === format}
          onClick={() => mutate(format)}
        >
          {t(`export.${format}`)}
        </Button>
      ))}
      {session != null && can(session, "open-file") && (
        <Link to="/registru/import" className="button-link">
          {t("import.short")}
        </Link>
      )}
    </div>
  );
}
