import { z } from "zod";
import { countryField, emailField, text } from "./define.schema.ts";

/** A clinic by its name and place, as the commission names it in its minutes (MOH-32, MOH-33). */
export const NamedClinic = z.strictObject({
  name: text(200),
  country: countryField,
  city: text(100).optional(),
  email: emailField.optional(),
});
export type NamedClinic = z.infer<typeof NamedClinic>;
