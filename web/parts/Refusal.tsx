import { Alert } from "@mantine/core";
import { isApiError } from "../api/http.ts";
import { useT } from "../i18n/language.tsx";

interface RefusalProps {
  readonly error: unknown;
  readonly title: string;
  /** Fields of the form, at which their sentences stand. */
  readonly shown?: readonly string[];
}

/** Why something was not done, above its form; what stands at a field is not said twice. */
export function Refusal({ error, title, shown = [] }: RefusalProps) {
  const t = useT();
  const sentences = refusalSentences(error, shown, t("failure.unavailable"), t("failure.unexpected"));
  return (
    <Alert role="alert" color="red" title={title} className="refusal">
      {sentences.map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
    </Alert>
  );
}

function refusalSentences(error: unknown, shown: readonly string[], away: string, unexpected: string): string[] {
  if (!isApiError(error)) return [unexpected];
  if (error.isUnavailable) return [away];
  const { message, fields = [] } = error.body;
  const elsewhere = fields.filter(({ path }) => !shown.includes(path)).map((field) => field.message);
  return [...new Set([message === "" ? unexpected : message, ...elsewhere])];
}
