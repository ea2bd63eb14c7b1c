/** The letters of the E112 route, by their names. */
import type { E112CaseView } from "../../../../domain/case/view.ts";
import type { E112State } from "../../../../domain/e112/facts.ts";
import type { E112LetterId } from "../../../../domain/e112/letters.ts";
import type { LetterDesk } from "../desk.ts";
import type { Letter } from "../frame.ts";
import { application, receipt } from "./application.ts";
import { acceptanceLacks, clinicRequest } from "./clinic.ts";
import type { E112Context } from "./context.ts";
import { invoiceDifferences } from "./invoices.ts";
import { forceMajeureReport, issueNotice, refusalNotice, registration } from "./notices.ts";
import { medicalReport, reportLacks } from "./report.ts";

export const e112Letters: LetterDesk<E112CaseView, E112State, "cas"> = {
  houses: ["cas"],
  filing: "openFile",
  makers: {
    application,
    receipt: (context) => receipt(context),
    "clinic-request": clinicRequest,
    "acceptance-lacks": acceptanceLacks,
    "medical-report": medicalReport,
    "report-lacks": reportLacks,
    registration,
    "refusal-notice": refusalNotice,
    "force-majeure-report": forceMajeureReport,
    "issue-notice": issueNotice,
    "e125-differences": invoiceDifferences,
  } satisfies Record<E112LetterId, (context: E112Context) => Letter>,
  receipt,
  clinicsOf: () => [],
};
