import { Button } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { post } from "../api/http.ts";
import { queryClient } from "../api/queries.ts";
import { useT } from "../i18n/language.tsx";
import { announce } from "./announce.tsx";

interface ResendProps {
  readonly message: { readonly id: string; readonly mayResend: boolean };
  /** To whom, as the notice says it. */
  readonly to: string;
}

/** Sends a message again; nothing where that makes no sense. */
export function Resend({ message, to }: ResendProps) {
  const t = useT();
  const { mutate, isPending, error } = useMutation({
    mutationFn: () => post<unknown>(`/api/admin/messages/${encodeURIComponent(message.id)}/resend`, {}),
    onSuccess: () => announce(t("messages.resent", { recipient: to })),
    onSettled: () => {
      for (const key of ["outbox", "mail-tasks", "case"]) void queryClient.invalidateQueries({ queryKey: [key] });
    },
  });
  if (!message.mayResend && error === null) return null;
  return (
    <>
      <Button variant="default" size="compact-sm" loading={isPending} onClick={() => mutate()}>
        {t("messages.resend")}
      </Button>
      {error !== null && <span className="field-error">{error.message}</span>}
    </>
  );
}
