import "./absences.css";
import { useQuery } from "@tanstack/react-query";
import { standInOf } from "../../../domain/people/absences.ts";
import { absencesQuery, type AbsenceList, type AbsenceView } from "../../api/people.ts";
import { sessionQuery } from "../../api/queries.ts";
import { formatDate } from "../../i18n/dates.ts";
import { useT } from "../../i18n/language.tsx";
import { Page } from "../../parts/Page.tsx";
import { Empty, Failure, Loading } from "../../parts/states.tsx";
import { AbsenceForm } from "./AbsenceForm.tsx";
import { AbsenceRows } from "./AbsenceRows.tsx";

/** When I am away and who has my work then; who of the house is away; whom I stand in for. */
export function AbsencesPage() {
  const t = useT();
  const { data: session } = useQuery(sessionQuery);
  const { data, error, refetch } = useQuery(absencesQuery);
  const me = session?.user.id;
  return (
    <Page title={t("absences.title")}>
      <p className="lead">{t("absences.intro")}</p>
      {error !== null && <Failure error={error} retry={() => void refetch()} />}
      {data === undefined && error === null && <Loading />}
      {data !== undefined && me !== undefined && <Absences list={data} me={me} />}
    </Page>
  );
}

function Absences({ list, me }: { list: AbsenceList; me: string }) {
  const t = useT();
  const mine = list.items.filter(({ user }) => user.id === me);
  const others = list.items.filter(({ user, withdrawnAt }) => user.id !== me && withdrawnAt === undefined);
  return (
    <div className="absences">
      <div className="absences-lists">
        <StandingIn items={workOf(me, list)} />
        <section aria-labelledby="absences-mine">
          <h2 id="absences-mine">{t("absences.mine")}</h2>
          {mine.length === 0 ? <Empty>{t("absences.mine.none")}</Empty> : <AbsenceRows list={list} items={mine} />}
        </section>
        <section aria-labelledby="absences-others">
          <h2 id="absences-others">{t("absences.colleagues")}</h2>
          {others.length === 0 ? (
            <Empty>{t("absences.colleagues.none")}</Empty>
          ) : (
            <AbsenceRows list={list} items={others} named />
          )}
        </section>
      </div>
      <AbsenceForm list={list} me={me} />
    </div>
  );
}

function StandingIn({ items }: { items: readonly AbsenceView[] }) {
  const t = useT();
  if (items.length === 0) return null;
  return (
    <section aria-labelledby="absences-standing-in" className="standing-in">
      <h2 id="absences-standing-in">{t("absences.standingIn")}</h2>
      <ul>
        {items.map(({ id, user, untilOn }) => (
          <li key={id}>{t("absences.standingIn.until", { name: user.name, date: formatDate(untilOn) })}</li>
        ))}
      </ul>
    </section>
  );
}

/** Those whose work this person has today. */
function workOf(me: string, { items, today }: AbsenceList): AbsenceView[] {
  const now = items.filter(
    ({ fromOn, untilOn, withdrawnAt }) => withdrawnAt === undefined && fromOn <= today && today <= untilOn,
  );
  return now.filter((absence) => {
    const there = now.filter(({ institution }) => institution === absence.institution);
    const away = there.map(({ user, substitute }) => ({ userId: user.id, substituteId: substitute.id }));
    return standInOf(absence.user.id, away) === me;
  });
}
