/** The commands of the Ministry's process, by type. */
import type { z } from "zod";
import type { MohCommandType } from "../moh/commands.ts";
import { addDocument } from "./add-document.schema.ts";
import { announceCommission } from "./announce-commission.schema.ts";
import { announceDeath } from "./announce-death.schema.ts";
import { askForMinistryNumber } from "./ask-for-ministry-number.schema.ts";
import { beginExamination } from "./begin-examination.schema.ts";
import { chooseOwnExpense } from "./choose-own-expense.schema.ts";
import { closeWithoutClinic } from "./close-without-clinic.schema.ts";
import { confirmFunds } from "./confirm-funds.schema.ts";
import { confirmMissedCheck } from "./confirm-missed-check.schema.ts";
import { correctContact } from "./correct-contact.schema.ts";
import { correctDate } from "./correct-date.schema.ts";
import { decideAtMinistry } from "./decide-at-ministry.schema.ts";
import { drawOneYearReport } from "./draw-one-year-report.schema.ts";
import { drawStatementOfExpenses } from "./draw-statement-of-expenses.schema.ts";
import { fileDossier } from "./file-dossier.schema.ts";
import { fileExpenseClaim } from "./file-expense-claim.schema.ts";
import { fileJustification } from "./file-justification.schema.ts";
import { finishExamination } from "./finish-examination.schema.ts";
import { fundCheckUp } from "./fund-check-up.schema.ts";
import { intervene } from "./intervene.schema.ts";
import { liftBar } from "./lift-bar.schema.ts";
import { notifyPatient } from "./notify-patient.schema.ts";
import { payClinic } from "./pay-clinic.schema.ts";
import { presentCorrespondence } from "./present-correspondence.schema.ts";
import { recordClinicAnswer } from "./record-clinic-answer.schema.ts";
import { recordDeath } from "./record-death.schema.ts";
import { recordDeparture } from "./record-departure.schema.ts";
import { recordDisposition } from "./record-disposition.schema.ts";
import { recordFirstCheck } from "./record-first-check.schema.ts";
import { recordGovernmentDecision } from "./record-government-decision.schema.ts";
import { recordLabourMinistryPart } from "./record-labour-ministry-part.schema.ts";
import { recordLaterCheck } from "./record-later-check.schema.ts";
import { recordPublication } from "./record-publication.schema.ts";
import { recordReturn } from "./record-return.schema.ts";
import { registerAtMinistry } from "./register-at-ministry.schema.ts";
import { registerDecision } from "./register-decision.schema.ts";
import { registerDelayReport } from "./register-delay-report.schema.ts";
import { registerNewMinutes } from "./register-new-minutes.schema.ts";
import { reportDelay } from "./report-delay.schema.ts";
import { requestClinicCheckUp } from "./request-clinic-check-up.schema.ts";
import { resumeDeadline } from "./resume-deadline.schema.ts";
import { scheduleAppointment } from "./schedule-appointment.schema.ts";
import { sendClinicRequest } from "./send-clinic-request.schema.ts";
import { sendToCommission } from "./send-to-commission.schema.ts";
import { sendToMinistry } from "./send-to-ministry.schema.ts";
import { settleClaim } from "./settle-claim.schema.ts";
import { settleCompanions } from "./settle-companions.schema.ts";
import { signUndertaking } from "./sign-undertaking.schema.ts";
import { suspendDeadline } from "./suspend-deadline.schema.ts";
import { withdrawApplication } from "./withdraw-application.schema.ts";
import type { CommandSchema } from "./define.schema.ts";

export const MOH_COMMAND_SCHEMAS = {
  fileDossier,
  addDocument,
  sendToCommission,
  beginExamination,
  finishExamination,
  registerDecision,
  notifyPatient,
  signUndertaking,
  sendClinicRequest,
  recordClinicAnswer,
  presentCorrespondence,
  sendToMinistry,
  reportDelay,
  registerDelayReport,
  intervene,
  registerAtMinistry,
  askForMinistryNumber,
  decideAtMinistry,
  announceCommission,
  registerNewMinutes,
  closeWithoutClinic,
  chooseOwnExpense,
  confirmFunds,
  recordLabourMinistryPart,
  recordGovernmentDecision,
  recordPublication,
  recordDisposition,
  payClinic,
  recordDeparture,
  recordReturn,
  fileJustification,
  recordFirstCheck,
  scheduleAppointment,
  recordLaterCheck,
  confirmMissedCheck,
  liftBar,
  drawOneYearReport,
  settleCompanions,
  requestClinicCheckUp,
  fundCheckUp,
  fileExpenseClaim,
  settleClaim,
  recordDeath,
  announceDeath,
  drawStatementOfExpenses,
  correctDate,
  correctContact,
  suspendDeadline,
  resumeDeadline,
  withdrawApplication,
} as const satisfies { [Type in MohCommandType]: CommandSchema<Type, z.ZodType> };
