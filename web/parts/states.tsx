/** The other states of a page: on its way, failed, nothing there. Each calm, each with a way on. */
import { Alert, Button, Loader } from "@mantine/core";
import type { ReactNode } from "react";
import { isApiError } from "../api/http.ts";
import { useT } from "../i18n/language.tsx";

export function Loading() {
  const t = useT();
  return (
    <p className="loading" role="status">
      <Loader size="sm" aria-hidden="true" /> {t("loading")}
    </p>
  );
}

/** Why a page could not be read, and what to do. */
export function Failure({ error, retry }: { error: unknown; retry?: () => void }) {
  const t = useT();
  return (
    <Alert role="alert" color="red" variant="light" title={t("failure.title")} className="failure">
      <p>{failureText(error, t)}</p>
      {retry !== undefined && (
        <Button variant="default" onClick={retry}>
          {t("failure.retry")}
        </Button>
      )}
    </Alert>
  );
}

function failureText(error: unknown, t: ReturnType<typeof useT>): string {
  if (!isApiError(error)) return t("failure.unexpected");
  if (error.isUnavailable) return t("failure.unavailable");
  if (error.status === 403) return t("failure.forbidden");
  if (error.status === 404) return t("failure.notFound");
  return error.body.message === "" ? t("failure.unexpected") : error.body.message;
}

export function Empty({ children }: { children: ReactNode }) {
  return <p className="empty">{children}</p>;
}
