/** What the API answers to administrators, for its own description. */
import { z } from "zod";
import { Text } from "./answers.ts";

const instant = z.iso.datetime();
const messageState = z.enum(["planned", "sending", "sent", "failed", "bounced", "merged", "dropped"]);

export const OutboxSchema = z
  .object({
    items: z.array(
      z.object({
        id: z.uuid(),
        kind: z.string(),
        title: Text,
        recipient: z.string().meta({ description: "A name, `patient-side`, or empty while it is planned" }),
        audience: Text.optional().meta({ description: "Whom it is meant for, while it is planned" }),
        inPlaceOf: z.string().optional(),
        caseId: z.uuid().optional(),
        registrationNumber: z.string().optional(),
        state: messageState,
        plannedAt: instant,
        sentAt: instant.optional(),
        attempts: z.int(),
        lastError: z.string().optional(),
        mayResend: z.boolean(),
      }),
    ),
    nextCursor: z.string().optional(),
  })
  .meta({ id: "Outbox" });

export const MailTaskSchema = z
  .object({
    id: z.uuid(),
    kind: z.enum(["mail-refused", "mail-bounced"]),
    institution: z.string(),
    reason: z.string(),
    openedAt: instant,
    recipient: z.discriminatedUnion("kind", [
      z.object({ kind: z.literal("user"), id: z.uuid(), name: z.string(), email: z.string() }),
      z.object({ kind: z.literal("patient-side"), officer: z.string() }),
      z.object({ kind: z.literal("nobody") }),
    ]),
    message: z.object({
      id: z.uuid(),
      title: Text,
      state: messageState,
      plannedAt: instant,
      attempts: z.int(),
      mayResend: z.boolean(),
    }),
    caseId: z.uuid().optional(),
    registrationNumber: z.string().optional(),
    closed: z.object({ at: instant, by: z.string(), note: z.string() }).optional(),
  })
  .meta({ id: "MailTask" });

export const MailTaskPageSchema = z
  .object({ items: z.array(MailTaskSchema), open: z.int(), nextCursor: z.string().optional() })
  .meta({ id: "MailTaskPage" });

export const UserAddressSchema = z
  .object({ id: z.uuid(), name: z.string(), email: z.string() })
  .meta({ id: "UserAddress" });

export const OfficeHoursSchema = z
  .object({ institution: z.string(), opens: z.int(), closes: z.int() })
  .meta({ id: "OfficeHours" });
