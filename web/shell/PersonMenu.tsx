import { Checkbox, Popover, UnstyledButton } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { Link, useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { put, remove } from "../api/http.ts";
import { queryClient, sessionQuery } from "../api/queries.ts";
import type { Session } from "../api/types.ts";
import { discardAllDrafts } from "../forms/drafts.ts";
import { discardCalendarDrafts } from "../pages/calendar/draft.ts";
import { useT } from "../i18n/language.tsx";
import { announce } from "../parts/announce.tsx";
import { Icon } from "../parts/icons.tsx";

/** Who is signed in and for which institution; what is theirs alone; the way out. */
export function PersonMenu({ session }: { session: Session }) {
  const t = useT();
  const navigate = useNavigate();
  const [open, setOpen] = useState(false);
  const { user, memberships } = session;
  const places = memberships.map(({ name, role }) => `${t(`role.${role}`)}, ${name}`);

  async function signOut() {
    await remove("/api/session").catch(() => undefined); // gone either way
    discardAllDrafts();
    discardCalendarDrafts();
    await navigate({ to: "/autentificare" });
    queryClient.clear();
    queryClient.setQueryData(sessionQuery.queryKey, null);
  }

  return (
    <Popover
      opened={open}
      onChange={setOpen}
      position="bottom-end"
      shadow="md"
      width={320}
      trapFocus
      returnFocus
      withRoles
    >
      <Popover.Target>
        <UnstyledButton className="person" onClick={() => setOpen((was) => !was)}>
          <span className="sr-only">{t("person.menu")}</span>
          <span className="person-who">
            <strong>{user.name}</strong>
            <span>{places.join(" · ")}</span>
          </span>
          <Icon name="down" size={12} />
        </UnstyledButton>
      </Popover.Target>
      <Popover.Dropdown className="person-menu" aria-label={t("person.menu")}>
        <ul className="person-places" aria-label={t("person.institutions")}>
          {places.map((place) => (
            <li key={place}>{place}</li>
          ))}
        </ul>
        <DigestSwitch session={session} />
        <Link to="/absente" className="person-link" onClick={() => setOpen(false)}>
          {t("absences.title")}
        </Link>
        <UnstyledButton className="person-link" onClick={() => void signOut()}>
          {t("shell.signOut")}
        </UnstyledButton>
      </Popover.Dropdown>
    </Popover>
  );
}

/** The morning digest may be declined; messages about single terms may not. */
function DigestSwitch({ session }: { session: Session }) {
  const t = useT();
  const { mutate, isPending, variables, error } = useMutation({
    mutationFn: (digest: boolean) => put<Session>("/api/session/preferences", { digest }),
    onSuccess: (changed) => {
      queryClient.setQueryData(sessionQuery.queryKey, changed);
      announce(t(changed.digest ? "person.digest.on" : "person.digest.off"));
    },
  });
  return (
    <Checkbox
      className="person-digest"
      label={t("person.digest")}
      description={t("person.digest.hint")}
      checked={isPending ? variables : session.digest}
      error={error?.message}
      onChange={(event) => mutate(event.currentTarget.checked)}
    />
  );
}
