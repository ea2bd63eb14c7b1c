/** Every command of the E112 process, by type. */
import type { z } from "zod";
import type { E112CommandType } from "../../e112/commands.ts";
import type { CommandSchema } from "../define.schema.ts";
import { addDocument } from "./add-document.schema.ts";
import { analyseConditions } from "./analyse-conditions.schema.ts";
import { annulEntry } from "./annul-entry.schema.ts";
import { assembleDossier } from "./assemble-dossier.schema.ts";
import { cancelForm } from "./cancel-form.schema.ts";
import { checkInsuredStatus } from "./check-insured-status.schema.ts";
import { closeAfterDeparture } from "./close-after-departure.schema.ts";
import { closeRefusedFile } from "./close-refused-file.schema.ts";
import { communicateRefusal } from "./communicate-refusal.schema.ts";
import { correctContact } from "./correct-contact.schema.ts";
import { correctDate } from "./correct-date.schema.ts";
import { drawForceMajeureReport } from "./draw-force-majeure-report.schema.ts";
import { handOverCopy } from "./hand-over-copy.schema.ts";
import { issueForm } from "./issue-form.schema.ts";
import { moveToMinistryRoute } from "./move-to-ministry-route.schema.ts";
import { openFile } from "./open-file.schema.ts";
import { passOnResidenceTransfer } from "./pass-on-residence-transfer.schema.ts";
import { receiveInvoice } from "./receive-invoice.schema.ts";
import { recordAcceptance } from "./record-acceptance.schema.ts";
import { recordClinicRefusal } from "./record-clinic-refusal.schema.ts";
import { recordCosts } from "./record-costs.schema.ts";
import { recordDeath } from "./record-death.schema.ts";
import { recordDeparture } from "./record-departure.schema.ts";
import { recordLegalisedTranslation } from "./record-legalised-translation.schema.ts";
import { recordMedicalReport } from "./record-medical-report.schema.ts";
import { recordPriorAgreement } from "./record-prior-agreement.schema.ts";
import { recordTranslations } from "./record-translations.schema.ts";
import { recordTreatmentDone } from "./record-treatment-done.schema.ts";
import { refuseApplication } from "./refuse-application.schema.ts";
import { registerApplication } from "./register-application.schema.ts";
import { replaceForm } from "./replace-form.schema.ts";
import { sendRequestToClinic } from "./send-request-to-clinic.schema.ts";
import { settleInvoice } from "./settle-invoice.schema.ts";
import { waiveSecondParent } from "./waive-second-parent.schema.ts";
import { withdrawApplication } from "./withdraw-application.schema.ts";

export const E112_COMMAND_SCHEMAS = {
  openFile,
  recordPriorAgreement,
  recordTranslations,
  sendRequestToClinic,
  recordAcceptance,
  recordClinicRefusal,
  recordLegalisedTranslation,
  recordMedicalReport,
  assembleDossier,
  addDocument,
  waiveSecondParent,
  registerApplication,
  checkInsuredStatus,
  analyseConditions,
  refuseApplication,
  communicateRefusal,
  closeRefusedFile,
  moveToMinistryRoute,
  recordDeparture,
  recordCosts,
  annulEntry,
  drawForceMajeureReport,
  issueForm,
  closeAfterDeparture,
  handOverCopy,
  replaceForm,
  cancelForm,
  recordTreatmentDone,
  receiveInvoice,
  settleInvoice,
  passOnResidenceTransfer,
  correctDate,
  correctContact,
  withdrawApplication,
  recordDeath,
} as const satisfies { [Type in E112CommandType]: CommandSchema<Type, z.ZodType> };
