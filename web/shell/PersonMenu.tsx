import { UnstyledButton } from "@mantine/core";
import { useNavigate } from "@tanstack/react-router";
import { remove } from "../api/http.ts";
import { queryClient, sessionQuery } from "../api/queries.ts";
import type { Session } from "../api/types.ts";
import { discardAllDrafts } from "../forms/drafts.ts";
import { useT } from "../i18n/language.tsx";

/** Who is signed in and for which institution, and the way out. */
export function PersonMenu({ session }: { session: Session }) {
  const t = useT();
  const navigate = useNavigate();
  const { user, memberships } = session;

  async function signOut() {
    await remove("/api/session").catch(() => undefined); // gone either way
    discardAllDrafts();
    await navigate({ to: "/autentificare" });
    queryClient.clear();
    queryClient.setQueryData(sessionQuery.queryKey, null);
  }

  return (
    <div className="person">
      <div className="person-who">
        <strong>{user.name}</strong>
        <span>{memberships.map(({ name, role }) => `${t(`role.${role}`)}, ${name}`).join(" · ")}</span>
      </div>
      <UnstyledButton className="top-link" onClick={() => void signOut()}>
        {t("shell.signOut")}
      </UnstyledButton>
    </div>
  );
}
