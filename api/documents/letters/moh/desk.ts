/** The letters of the Ministry's route, by their names. */
import type { MohCaseView } from "../../../../domain/case/view.ts";
import type { MohState } from "../../../../domain/moh/facts.ts";
import {
  missingContents,
  missingContentsText,
  REJECTION_CONTENTS,
  type LetterId,
} from "../../../../domain/moh/letters.ts";
import type { MohHouse } from "../../../../domain/people/roles.ts";
import type { LetterDesk } from "../desk.ts";
import type { Letter } from "../frame.ts";
import { application, receipt } from "./application.ts";
import { clinicRequest } from "./clinic-request.ts";
import type { MohContext } from "./context.ts";
import { cover, inventory } from "./dossier.ts";
import { disposition, settlement, statementOfExpenses } from "./money.ts";
import { approvalNotice, ministryNotice, rejectionNotice, undertaking } from "./notices.ts";
import { commissionAnnouncement, delayReport } from "./reports.ts";

export const mohLetters: LetterDesk<MohCaseView, MohState, MohHouse> = {
  houses: ["dsp", "cst", "ministry"],
  filing: "fileDossier",
  makers: {
    application,
    receipt: (context) => receipt(context),
    undertaking,
    "approval-notice": approvalNotice,
    "rejection-notice": rejectionNotice,
    "clinic-request": clinicRequest,
    "commission-announcement": commissionAnnouncement,
    cover,
    inventory,
    "delay-report": delayReport,
    "ministry-notice": ministryNotice,
    disposition,
    settlement,
    "statement-of-expenses": statementOfExpenses,
  } satisfies Record<LetterId, (context: MohContext) => Letter>,
  receipt,
  clinicsOf: ({ clinics }) => clinics.map(({ id, name }) => ({ id, name })),
  /** A rejection is not told without its three contents (MOH-29 to MOH-31). */
  missing(letter, file) {
    if (letter !== "rejection-notice" || file.decision?.["decision"] !== "rejected") return [];
    return missingContents(file).map((path) => ({
      path,
      rule: REJECTION_CONTENTS[path].rule,
      message: missingContentsText([path]),
    }));
  },
};
