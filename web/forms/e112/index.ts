/** The forms of the E112 process, one for each command that is given on a file. */
import type { E112CaseView } from "../../../domain/case/view.ts";
import type { E112CommandType } from "../../../domain/e112/commands.ts";
import type { FormDescription } from "../describe.ts";
import { correctDate } from "../every/correct-date.ts";
import { correctContact, withdrawApplication } from "../every/people.ts";
import { recordAcceptance } from "./acceptance.tsx";
import {
  analyseConditions,
  checkInsuredStatus,
  closeRefusedFile,
  communicateRefusal,
  moveToMinistryRoute,
  passOnResidenceTransfer,
  recordDeath,
  refuseApplication,
  registerApplication,
} from "./house.tsx";
import {
  annulEntry,
  cancelForm,
  closeAfterDeparture,
  drawForceMajeureReport,
  handOverCopy,
  issueForm,
  recordCosts,
  recordDeparture,
  recordTreatmentDone,
  replaceForm,
} from "./issue.tsx";
import {
  addDocument,
  assembleDossier,
  recordClinicRefusal,
  recordLegalisedTranslation,
  recordPriorAgreement,
  sendRequestToClinic,
  waiveSecondParent,
} from "./preparation.ts";
import { recordMedicalReport } from "./report.tsx";
import { receiveInvoice, settleInvoice } from "./settlement.ts";
import { recordTranslations } from "./translations.ts";

export const E112_FORMS = {
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
} as const satisfies Record<Exclude<E112CommandType, "openFile">, FormDescription<E112CaseView>>;
