/** A letter of a file, by its name. */
import type { LetterId } from "../../../domain/moh/letters.ts";
import { application, receipt } from "./application.ts";
import { clinicRequest } from "./clinic-request.ts";
import type { LetterContext } from "./context.ts";
import { cover, inventory } from "./dossier.ts";
import { framed, type Letter, type LetterData } from "./frame.ts";
import { disposition, settlement, statementOfExpenses } from "./money.ts";
import { approvalNotice, ministryNotice, rejectionNotice, undertaking } from "./notices.ts";
import { commissionAnnouncement, delayReport } from "./reports.ts";

const MAKERS: Readonly<Record<LetterId, (context: LetterContext) => Letter>> = {
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
};

/** The data of a letter that can be made of this file; whether it can is decided by `domain/moh/letters.ts`. */
export function letterData(id: LetterId, context: LetterContext): LetterData {
  return framed(MAKERS[id](context), context);
}

/** The receipt with the access code, for the answer to a filing. */
export function receiptWithCode(context: LetterContext, accessCode: string): LetterData {
  return framed(receipt(context, accessCode), context);
}
