import "./new-file.css";
import { Radio } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { useState } from "react";
import type { CaseView } from "../../../domain/case/view.ts";
import { sessionQuery } from "../../api/queries.ts";
import { useT } from "../../i18n/language.tsx";
import { Icon } from "../../parts/icons.tsx";
import { Page } from "../../parts/Page.tsx";
import { mayOpen } from "../../shell/abilities.ts";
import { E112Filing } from "./E112Filing.tsx";
import type { FiledHere } from "./FilingForm.tsx";
import { MohFiling } from "./MohFiling.tsx";
import { Receipt } from "./Receipt.tsx";

/** A file is opened, of the process whose houses the person works in; who works in both chooses. Ends with the number and the code. */
export function NewFilePage() {
  const t = useT();
  const [filed, setFiled] = useState<FiledHere>();
  const { process, choose } = useProcess();
  if (filed !== undefined) return <Receipt {...filed} onAnother={() => setFiled(undefined)} />;
  return (
    <Page title={t("newFile.title")} actions={process === undefined ? undefined : <BlankForms process={process} />}>
      {choose !== undefined && (
        <Radio.Group
          name="process"
          label={t("newFile.process")}
          value={process ?? ""}
          onChange={(chosen) => choose(chosen as CaseView["process"])}
          className="new-file-process"
        >
          <div className="choices">
            <Radio value="moh" label={t("newFile.process.moh")} />
            <Radio value="e112" label={t("newFile.process.e112")} />
          </div>
        </Radio.Group>
      )}
      {process === "moh" && <MohFiling onFiled={setFiled} />}
      {process === "e112" && <E112Filing onFiled={setFiled} />}
    </Page>
  );
}

/** The forms that are handed out empty. */
const BLANK = {
  moh: [{ name: "application", label: "letters.blank" }],
  e112: [
    { name: "e112-application", label: "letters.blank" },
    { name: "e112-medical-report", label: "letters.blankReport" },
  ],
} as const;

function BlankForms({ process }: { process: CaseView["process"] }) {
  const t = useT();
  return (
    <>
      {BLANK[process].map(({ name, label }) => (
        <a key={name} href={`/api/forms/${name}.pdf`} target="_blank" rel="noreferrer" className="button-link">
          <Icon name="print" /> {t(label)}
        </a>
      ))}
    </>
  );
}

/** The process of the houses in which the person works; for who works in both, the one that the address names. */
function useProcess(): { process?: CaseView["process"]; choose?: (process: CaseView["process"]) => void } {
  const { data: session } = useQuery(sessionQuery);
  const { cale } = useSearch({ from: "/inside/dosare/nou" });
  const navigate = useNavigate({ from: "/dosare/nou" });
  const opens = (process: CaseView["process"]): boolean =>
    session?.memberships.some(({ role }) => mayOpen(role, process)) === true;
  if (!opens("e112")) return { process: "moh" };
  if (!opens("moh")) return { process: "e112" };
  return {
    ...(cale === "moh" || cale === "e112" ? { process: cale } : {}),
    choose: (chosen) => void navigate({ search: { cale: chosen }, replace: true }),
  };
}
