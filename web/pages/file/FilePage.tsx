import "./file.css";
import "./acts.css";
import { Tabs } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Link, useNavigate, useParams, useSearch } from "@tanstack/react-router";
import { useEffect } from "react";
import type { CaseView } from "../../../domain/case/view.ts";
import { caseQuery } from "../../api/queries.ts";
import { useT } from "../../i18n/language.tsx";
import type { MessageKey } from "../../i18n/ro.ts";
import { Page } from "../../parts/Page.tsx";
import { Failure, Loading } from "../../parts/states.tsx";
import { ChangedMeanwhile } from "./ChangedMeanwhile.tsx";
import { ClinicsTab } from "./ClinicsTab.tsx";
import { DeadlinesTab } from "./DeadlinesTab.tsx";
import { DossierTab } from "./DossierTab.tsx";
import { EmailsTab, isReturned } from "./EmailsTab.tsx";
import { FileActions } from "./FileActions.tsx";
import { FileHeader } from "./FileHeader.tsx";
import { LettersTab } from "./LettersTab.tsx";
import { LinkedFileNote } from "./LinkedFileNote.tsx";
import { StepsTab } from "./StepsTab.tsx";
import { TimelineTab } from "./TimelineTab.tsx";
import type { TabName } from "./tabs.ts";
import { tabsOf } from "./tabs.ts";
import { ConditionsTab } from "./e112/ConditionsTab.tsx";
import { FormTab } from "./e112/FormTab.tsx";
import { PreparationTab } from "./e112/PreparationTab.tsx";
import { SettlementTab } from "./e112/SettlementTab.tsx";
import { TreatmentTab } from "./treatment/TreatmentTab.tsx";

/** One file: where it stands, what is to be done, and everything that was done. */
export function FilePage() {
  const t = useT();
  const { caseId } = useParams({ from: "/inside/dosare/$caseId" });
  const { data: view, error, refetch } = useQuery(caseQuery(caseId));
  if (view === undefined) {
    return (
      <Page title={t("file.title")}>
        {error === null ? <Loading /> : <Failure error={error} retry={() => void refetch()} />}
      </Page>
    );
  }
  return (
    <Page key={caseId} title={view.registrationNumber} actions={<FileActions view={view} />}>
      <FileHeader view={view} />
      <LinkedFileNote view={view} />
      <ChangedMeanwhile view={view} />
      {error !== null && <Failure error={error} retry={() => void refetch()} />}
      <FileTabs view={view} />
    </Page>
  );
}

function FileTabs({ view }: { view: CaseView }) {
  const t = useT();
  const { fila } = useSearch({ from: "/inside/dosare/$caseId" });
  const navigate = useNavigate({ from: "/dosare/$caseId" });
  useMessageLink(view);
  if (fila === "tot") return <WholeFile view={view} />;
  const names = tabsOf(view);
  const open = names.find((name) => name === fila) ?? "pasi";
  return (
    <Tabs
      value={open}
      keepMounted={false}
      onChange={(chosen) => {
        void navigate({
          search: () => (chosen === null || chosen === "pasi" ? {} : { fila: chosen }),
          resetScroll: false,
        });
      }}
    >
      <Tabs.List aria-label={t("file.tabs")} className="no-print">
        {names.map((name) => (
          <Tabs.Tab key={name} value={name}>
            {t(`tab.${name}`)} <TabCount name={name} view={view} />
          </Tabs.Tab>
        ))}
      </Tabs.List>
      {names.map((name) => (
        <Tabs.Panel key={name} value={name} className="tab-panel">
          <h2 className="print-only">{t(`tab.${name}`)}</h2>
          <TabContent name={name} view={view} />
        </Tabs.Panel>
      ))}
    </Tabs>
  );
}

/** A letter whose step would tell which way a decision went names itself instead: it leads to what it speaks of. */
function useMessageLink(view: CaseView): void {
  const { mesaj } = useSearch({ from: "/inside/dosare/$caseId" });
  const navigate = useNavigate({ from: "/dosare/$caseId" });
  const message = mesaj === undefined ? undefined : view.emails.find(({ id }) => id === mesaj);
  const { step, deadline } = message ?? {};
  useEffect(() => {
    if (mesaj === undefined) return;
    const search =
      step !== undefined ? { pas: step } : deadline === undefined ? {} : { fila: "termene", termen: deadline };
    void navigate({ search, replace: true });
  }, [mesaj, step, deadline, navigate]);
}

/** Every part one under the other, for printing; letters are papers of their own. */
function WholeFile({ view }: { view: CaseView }) {
  const t = useT();
  return (
    <>
      <p className="no-print">
        <Link from="/dosare/$caseId" to="/dosare/$caseId" search={{}}>
          {t("file.parts")}
        </Link>
      </p>
      {tabsOf(view)
        .filter((name) => name !== "scrisori")
        .map((name) => (
          <section key={name} className="whole-part">
            <h2>{t(`tab.${name}`)}</h2>
            <TabContent name={name} view={view} />
          </section>
        ))}
    </>
  );
}

function TabContent({ name, view }: { name: TabName; view: CaseView }) {
  switch (name) {
    case "pasi":
      return <StepsTab view={view} />;
    case "acte":
      return <DossierTab view={view} />;
    case "clinici":
      return view.process === "moh" ? <ClinicsTab view={view} /> : null;
    case "urmarire":
      return view.process === "moh" ? <TreatmentTab view={view} /> : null;
    case "pregatire":
      return view.process === "e112" ? <PreparationTab view={view} /> : null;
    case "conditii":
      return view.process === "e112" ? <ConditionsTab view={view} /> : null;
    case "formular":
      return view.process === "e112" ? <FormTab view={view} /> : null;
    case "decontare":
      return view.process === "e112" ? <SettlementTab view={view} /> : null;
    case "termene":
      return <DeadlinesTab view={view} />;
    case "scrisori":
      return <LettersTab view={view} />;
    case "istoric":
      return <TimelineTab view={view} />;
    case "mesaje":
      return <EmailsTab view={view} />;
  }
}

function TabCount({ name, view }: { name: TabName; view: CaseView }) {
  const t = useT();
  const counts: Partial<Record<TabName, readonly [number, MessageKey]>> = {
    acte: [view.missing.length, "tab.count.missing"],
    termene: [view.deadlines.filter(({ state }) => state === "overdue").length, "tab.count.overdue"],
    pregatire: [warningsIn(view), "tab.count.warnings"],
    mesaje: [view.emails.filter(({ state }) => isReturned(state)).length, "tab.count.failed"],
  };
  const isWarning = name === "pregatire";
  const [count, label] = counts[name] ?? [0, "tab.count.missing"];
  return count === 0 ? null : (
    <span className={isWarning ? "tab-count tab-count-warning" : "tab-count"} title={t(label, { count })}>
      <span aria-hidden="true">{count}</span>
      <span className="sr-only">({t(label, { count })})</span>
    </span>
  );
}

/** What a person has to look at in the preparation of an E112 file. */
function warningsIn(view: CaseView): number {
  return view.process === "e112"
    ? view.e112.preparation.reduce((count, { warnings }) => count + warnings.length, 0)
    : 0;
}
