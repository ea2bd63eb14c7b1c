/** Every command of the product, by type. */
import type { z } from "zod";
import type { MohCommandType } from "../moh/commands.ts";
import { addDocument } from "./add-document.schema.ts";
import { askForMinistryNumber } from "./ask-for-ministry-number.schema.ts";
import { beginExamination } from "./begin-examination.schema.ts";
import { correctContact } from "./correct-contact.schema.ts";
import { correctDate } from "./correct-date.schema.ts";
import { decideAtMinistry } from "./decide-at-ministry.schema.ts";
import type { CommandSchema } from "./define.schema.ts";
import { fileDossier } from "./file-dossier.schema.ts";
import { finishExamination } from "./finish-examination.schema.ts";
import { intervene } from "./intervene.schema.ts";
import { notifyPatient } from "./notify-patient.schema.ts";
import { presentCorrespondence } from "./present-correspondence.schema.ts";
import { recordClinicAnswer } from "./record-clinic-answer.schema.ts";
import { registerAtMinistry } from "./register-at-ministry.schema.ts";
import { registerDecision } from "./register-decision.schema.ts";
import { registerDelayReport } from "./register-delay-report.schema.ts";
import { reportDelay } from "./report-delay.schema.ts";
import { resumeDeadline } from "./resume-deadline.schema.ts";
import { sendClinicRequest } from "./send-clinic-request.schema.ts";
import { sendToCommission } from "./send-to-commission.schema.ts";
import { sendToMinistry } from "./send-to-ministry.schema.ts";
import { signUndertaking } from "./sign-undertaking.schema.ts";
import { suspendDeadline } from "./suspend-deadline.schema.ts";
import { withdrawApplication } from "./withdraw-application.schema.ts";

export const COMMAND_SCHEMAS = {
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
  correctDate,
  correctContact,
  suspendDeadline,
  resumeDeadline,
  withdrawApplication,
} as const satisfies { [Type in MohCommandType]: CommandSchema<Type, z.ZodType> };

/** The name under which a command's payload stands in the OpenAPI document. */
export function schemaName(type: MohCommandType): string {
  return type.charAt(0).toUpperCase() + type.slice(1);
}
