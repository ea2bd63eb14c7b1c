import { z } from "zod";
import { isMinor } from "../people/age.ts";
import { defineCommand } from "./define.schema.ts";
import { DocumentEntries, documentFacts } from "./document.schema.ts";
import { checkCnp, Patient, personContact, personName } from "./person.schema.ts";

/** Who files: the patient, a legal representative, the spouse, or a relative up to the 4th degree (MOH-04). */
export const Filer = z.discriminatedUnion("role", [
  z.strictObject({ role: z.literal("patient") }),
  z.strictObject({ role: z.literal("legalRepresentative"), ...filerPerson() }),
  z.strictObject({ role: z.literal("spouse"), ...filerPerson() }),
  z.strictObject({ role: z.literal("relative"), kinshipDegree: z.int().min(1).max(4), ...filerPerson() }),
]);

function filerPerson() {
  return {
    ...personName(),
    /** True for a parent of a minor: one identity copy serves both lists (decision 13). */
    isParent: z.boolean().optional(),
    ...personContact(),
  };
}

/** A dossier is filed at the registry of the DSP (MOH-10, MOH-21). */
export const FileDossier = z
  .strictObject({ patient: Patient, filer: Filer, documents: DocumentEntries.default([]) })
  .superRefine(({ patient, documents }, context) => {
    documents.forEach(({ kind }, index) => {
      if (kind !== "dovadaCorespondenta") return;
      context.addIssue({ code: "custom", path: ["documents", index, "kind"], params: { code: "NO_CLINIC_YET" } });
    });
    checkCnp({ patient }, context);
  });
export type FileDossier = z.infer<typeof FileDossier>;

export const fileDossier = defineCommand({
  type: "fileDossier",
  payload: FileDossier,
  facts: ({ patient, filer, documents }, occurredOn) => ({
    minor: isMinor(patient.birthDate, occurredOn),
    filerRole: filer.role,
    filerIsParent: filer.role !== "patient" && filer.isParent === true,
    documents: documentFacts(documents),
  }),
  sealed: true,
});
