import type { MohCommandType } from "../../../domain/moh/commands.ts";
import type { MohStep } from "../../../domain/moh/steps.ts";
import type { Offer } from "../offer.ts";

export const MOH_OFFER: Offer<MohCommandType, MohStep> = {
  usual: ["recordDeparture", "scheduleAppointment", "settleCompanions", "requestClinicCheckUp"],
  rare: ["registerNewMinutes", "closeWithoutClinic", "recordDeath"],
  grave: ["closeWithoutClinic", "confirmMissedCheck", "recordDeath"],
  beside: {},
};
