import "./reminders.css";
import { NativeSelect } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Link, useNavigate, useSearch } from "@tanstack/react-router";
import { institutionsQuery, sessionQuery } from "../../api/queries.ts";
import { policiesQuery, type PolicyList, type PolicyView } from "../../api/reminders.ts";
import { useT, useText } from "../../i18n/language.tsx";
import { Page } from "../../parts/Page.tsx";
import { Empty, Failure, Loading } from "../../parts/states.tsx";
import { mayDo } from "../../shell/abilities.ts";
import { OfficeHoursForm } from "./OfficeHoursForm.tsx";
import { PolicyEditor } from "./PolicyEditor.tsx";
import { PolicyFacts, PolicyOrigin } from "./PolicyFacts.tsx";
import { Timeline } from "./Timeline.tsx";

/** When the people of an institution are reminded of each term, and who hears of it when it passed. */
export function RemindersPage() {
  const t = useT();
  const { institutie, regula } = useSearch({ from: "/inside/administrare/mementouri" });
  const { data: session } = useQuery(sessionQuery);
  const own = (session?.memberships ?? [])
    .filter(({ role }) => mayDo(role, "see-policies"))
    .map(({ institution }) => institution);
  const institution = own.find((id) => id === institutie) ?? own[0] ?? "";
  const { data, error, refetch } = useQuery({ ...policiesQuery(institution), enabled: institution !== "" });
  const chosen = data?.items.find(({ key }) => key === regula);
  if (data !== undefined && chosen !== undefined) {
    return <PolicyEditor key={`${institution} ${chosen.key} ${chosen.version}`} list={data} policy={chosen} />;
  }
  return (
    <Page title={t("reminders.title")}>
      {data?.items.length !== 0 && <p className="lead">{t("reminders.intro")}</p>}
      <Institutions own={[...new Set(own)]} chosen={institution} />
      {error !== null && <Failure error={error} retry={() => void refetch()} />}
      {data === undefined && error === null && <Loading />}
      {data !== undefined && (
        <>
          <OfficeHoursForm key={`${data.hours.opens} ${data.hours.closes}`} list={data} />
          <Policies list={data} />
        </>
      )}
    </Page>
  );
}

/** For people who see to several institutions. */
function Institutions({ own, chosen }: { own: readonly string[]; chosen: string }) {
  const t = useT();
  const text = useText();
  const navigate = useNavigate({ from: "/administrare/mementouri" });
  const { data: institutions } = useQuery(institutionsQuery);
  if (own.length < 2) return null;
  return (
    <NativeSelect
      label={t("absences.institution")}
      className="field-institution"
      value={chosen}
      onChange={(event) => {
        const institutie = event.currentTarget.value;
        void navigate({ search: { institutie }, replace: true });
      }}
    >
      {own.map((id) => {
        const name = institutions?.get(id)?.name;
        return (
          <option key={id} value={id}>
            {name === undefined ? id : text(name)}
          </option>
        );
      })}
    </NativeSelect>
  );
}

function Policies({ list }: { list: PolicyList }) {
  const t = useT();
  if (list.items.length === 0) {
    return (
      <Empty>
        {t("reminders.none")} <Link to="/administrare/setari">{t("reminders.alerts")}</Link>
      </Empty>
    );
  }
  return (
    <ul className="policies">
      {list.items.map((policy) => (
        <li key={policy.key} className="policy">
          <PolicyHead policy={policy} institution={list.institution} />
          <Timeline stages={policy.stages} defaults={policy.defaultStages} />
        </li>
      ))}
    </ul>
  );
}

function PolicyHead({ policy, institution }: { policy: PolicyView; institution: string }) {
  const text = useText();
  return (
    <div className="policy-head">
      <h2>
        <Link to="/administrare/mementouri" search={{ institutie: institution, regula: policy.key }}>
          {text(policy.title)}
        </Link>
      </h2>
      <PolicyFacts policy={policy} />
      <PolicyOrigin policy={policy} />
    </div>
  );
}
