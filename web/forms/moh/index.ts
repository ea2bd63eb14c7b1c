/** The forms of the Ministry's process, one for each command that is given on a file. */
import type { MohCommandType } from "../../../domain/moh/commands.ts";
import type { FormDescription } from "../describe.ts";
import { correctContact, withdrawApplication } from "../every/people.ts";
import { addDocument } from "./dossier.tsx";
import {
  beginExamination,
  finishExamination,
  notifyPatient,
  registerDecision,
  sendToCommission,
} from "./commission.ts";
import { presentCorrespondence, recordClinicAnswer, sendClinicRequest, signUndertaking } from "./clinics.ts";
import {
  askForMinistryNumber,
  decideAtMinistry,
  intervene,
  registerAtMinistry,
  registerDelayReport,
  reportDelay,
  sendToMinistry,
} from "./ministry.ts";
import { announceCommission, closeWithoutClinic, registerNewMinutes } from "./rounds.ts";
import {
  chooseOwnExpense,
  confirmFunds,
  payClinic,
  recordDisposition,
  recordGovernmentDecision,
  recordLabourMinistryPart,
  recordPublication,
} from "./funds.ts";
import { recordDeparture, recordReturn, settleCompanions } from "./journey.ts";
import {
  confirmMissedCheck,
  drawOneYearReport,
  fileJustification,
  fundCheckUp,
  liftBar,
  recordFirstCheck,
  recordLaterCheck,
  requestClinicCheckUp,
  scheduleAppointment,
} from "./follow-up.ts";
import { fileExpenseClaim, settleClaim } from "./own-expense.tsx";
import { announceDeath, drawStatementOfExpenses, recordDeath } from "./death.ts";
import { correctDate } from "../every/correct-date.ts";
import { resumeDeadline, suspendDeadline } from "../every/suspensions.ts";

export const MOH_FORMS = {
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
  confirmFunds,
  chooseOwnExpense,
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
} as const satisfies Record<Exclude<MohCommandType, "fileDossier">, FormDescription>;
