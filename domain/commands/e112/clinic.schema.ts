import { z } from "zod";
import type { ClinicFacts } from "../../e112/commands.ts";
import { HOME } from "../../e112/countries.ts";
import { text } from "../define.schema.ts";
import { NamedClinic } from "../named-clinic.schema.ts";

/** The clinic abroad (E112-02, E112-03); whether it has a contract may not be known yet. */
export const Clinic = z.strictObject({
  ...NamedClinic.shape,
  country: NamedClinic.shape.country.refine((country) => country !== HOME, { params: { code: "CLINIC_AT_HOME" } }),
  /** The doctor who will take over the case. */
  doctor: text(150).optional(),
  /** It has a contract with the public health insurance of its country. */
  publicInsuranceContract: z.boolean().optional(),
});
export type Clinic = z.infer<typeof Clinic>;

/** What of the clinic may travel. */
export function clinicFacts({ country, publicInsuranceContract }: Clinic): ClinicFacts {
  return { country, ...(publicInsuranceContract === undefined ? {} : { publicInsuranceContract }) };
}
