/** What the API answers, for its own description. Each stands in the OpenAPI document under its name. */
import { DOCUMENT_FORMS } from "../../domain/case/document-forms.ts";
import { PROCESS_NAMES, type ProcessName } from "../../domain/process-words.ts";
import { z } from "zod";
import { E112PartSchema } from "./e112.ts";
import { RoundSchema, TreatmentSchema } from "./treatment.ts";
import { RateOnSchema } from "./rates.ts";

export const Text = z
  .object({ ro: z.string(), en: z.string() })
  .meta({ id: "Text", description: "A text in both languages" });
const date = z.iso.date();
const provisionalYears = z
  .array(z.int())
  .meta({ description: "Years on the way whose calendar is not confirmed: the date may still change" });
const instant = z.iso.datetime();
const urgencyClass = z.enum(["A", "B"]);
const names = z.array(z.string());

export const ErrorSchema = z
  .object({
    code: z.string(),
    message: z.string().meta({ description: "A sentence in the caller’s language" }),
    fields: z
      .array(z.object({ path: z.string(), code: z.string(), message: z.string(), rule: z.string().optional() }))
      .optional(),
    allowed: names.optional().meta({ description: "Commands that the person may give now; with 409" }),
    version: z.int().optional(),
    changes: z.array(z.object({ type: z.string(), title: z.string(), by: z.string(), at: instant })).optional(),
  })
  .meta({ id: "Error" });

const AlertSchema = z
  .object({
    id: z.string(),
    reading: z.string(),
    since: date,
    days: z.int().meta({ description: "Working days from `since` to `on`" }),
    on: date,
    reached: z.boolean(),
  })
  .meta({ id: "MonitoringAlert", description: "A step waits long; no legal term, nothing is late by it" });

const StepSchema = z
  .object({
    step: z.string(),
    title: Text,
    institution: z.string(),
    institutionId: z.string(),
    duty: z.string(),
    rules: names,
    since: date,
    dueOn: date.optional(),
    provisionalYears: provisionalYears.optional(),
    workingDaysLeft: z.int().optional().meta({ description: "0 on the day itself, negative when overdue" }),
    deadlines: names,
    accepts: names,
    alert: AlertSchema.optional(),
  })
  .meta({ id: "Step" });

const By = z.object({
  name: z.string(),
  institution: z.string(),
  inPlaceOf: z.string().optional().meta({ description: "The officer of the file, away on the day, in whose place" }),
  patientSide: z.boolean().optional().meta({ description: "The patient side itself, by number and code" }),
});

const MoveSchema = z
  .object({
    seq: z.int(),
    at: instant,
    cause: z.enum(["entry", "correction", "calendar", "suspension", "duty", "notice"]),
    from: date,
    to: date,
    by: By.optional(),
  })
  .meta({ id: "DeadlineMove", description: "The last day of a deadline moved" });

const SuspensionSchema = z
  .object({
    act: z.int(),
    from: date.meta({ description: "The first day that does not count" }),
    until: date.optional().meta({ description: "The first day that counts again" }),
    resumedIn: z.int().optional(),
    causedBy: z.string(),
    cause: z.string().optional(),
    legalBasis: z.string().optional(),
    by: By.optional(),
  })
  .meta({ id: "Suspension" });

const DeadlineSchema = z
  .object({
    id: z.string(),
    rule: z.string(),
    title: Text,
    duty: z.string(),
    institutionId: z.string(),
    state: z.enum(["open", "suspended", "overdue", "met", "met-late", "cancelled"]),
    mode: z.string(),
    value: z.int(),
    startsOn: date,
    dueOn: date,
    practicalDueOn: date.optional(),
    effectOn: date.optional(),
    workingDaysLeft: z.int().optional(),
    metOn: date.optional(),
    passedAt: instant.optional(),
    clinic: z.string().optional(),
    readings: names,
    moves: z.array(MoveSchema),
    suspensions: z.array(SuspensionSchema),
    ruleValidFrom: date,
    calendarVersion: z.string(),
    calendarNumber: z.int(),
    provisionalYears: provisionalYears.optional(),
    lawVersion: z.string(),
  })
  .meta({ id: "Deadline" });

export const DutyDaysSchema = z
  .object({
    duty: z.string(),
    workingDays: z.int(),
    calendarDays: z.int(),
    suspendedDays: z.int().meta({ description: "Calendar days, in neither of the others" }),
  })
  .meta({ id: "DutyDays", description: "Days spent in the hands of one duty holder" });

const AllowedCommandSchema = z
  .object({
    type: z.string(),
    schema: z.string().meta({ description: "Name of the payload’s schema in this document" }),
    title: Text,
    step: z.string().optional(),
    institution: z.string(),
    rules: names,
    deadlines: names.optional().meta({ description: "The deadlines that it may name" }),
  })
  .meta({ id: "AllowedCommand" });

const OfferWarningSchema = z.object({
  code: z.literal("TOTAL_DIFFERS"),
  sum: z.string(),
  total: z.string(),
  days: z
    .int()
    .optional()
    .meta({ description: "The total is larger by just so many days in hospital, at the offer’s own cost of a day" }),
});

const OfferComparisonSchema = z
  .object({
    on: date.meta({ description: "The day by whose exchange rates it is made" }),
    offers: z.array(
      z.object({
        clinic: z.string(),
        complete: z.boolean(),
        missing: names.meta({ description: "The data of Annex 10 that are not there" }),
        warnings: z.array(OfferWarningSchema),
        totalInLei: z.string().optional(),
        rate: RateOnSchema.optional(),
        admissionPassed: z.literal(true).optional(),
      }),
    ),
    differing: names.meta({ description: "The fields in which offers differ" }),
    withoutRate: names.meta({ description: "Currencies without a rate" }),
    cheapest: names.meta({ description: "Of the complete offers; none while it is not known" }),
    earliest: names.meta({ description: "Of the complete offers, by the day of admission" }),
  })
  .meta({ id: "OfferComparison" });

const ClinicSchema = z
  .object({
    id: z.string(),
    name: z.string(),
    country: z.string(),
    city: z.string().optional(),
    email: z.string().optional(),
    status: z.enum(["not-asked", "asked", "answered", "refused", "silent"]),
    askedOn: date.optional(),
    askedBy: z.enum(["DSP", "patientSide"]).optional(),
    evidence: z.string().optional(),
    hasProof: z.boolean(),
    answers: z.array(
      z.object({
        kind: z.enum(["offer", "incomplete-offer", "refusal"]),
        on: date,
        act: z.int(),
        note: z.string().optional(),
      }),
    ),
    offer: z.record(z.string(), z.union([z.string(), z.boolean()])).optional(),
    offerWarnings: z.array(OfferWarningSchema),
    requestWindow: z
      .object({ endsOn: date, sendBy: date, late: z.boolean() })
      .optional()
      .meta({ description: "When its time to answer ends, against the term of sending (MOH-A6)" }),
  })
  .meta({ id: "Clinic" });

const TimelineEntrySchema = z
  .object({
    seq: z.int(),
    kind: z.enum(["act", "deadline-passed", "calendar-changed", "step-closed", "case-closed"]),
    type: z.string(),
    title: Text,
    at: instant,
    occurredOn: date.optional(),
    dates: z.record(z.string(), date).optional(),
    by: By.optional(),
    late: z.boolean().optional(),
    lateReason: z.string().optional(),
    payload: z.record(z.string(), z.unknown()).optional(),
    deadline: z.string().optional(),
    moves: z.array(z.object({ deadline: z.string(), rule: z.string(), from: date, to: date })).optional(),
    corrects: z.int().optional(),
    correctedBy: z.array(z.int()).optional(),
  })
  .meta({ id: "TimelineEntry" });

const EmailSchema = z
  .object({
    id: z.uuid(),
    kind: z.string(),
    title: Text,
    recipient: z.string(),
    audience: Text.optional(),
    inPlaceOf: z.string().optional(),
    deadline: z.string().optional(),
    step: z.string().optional(),
    state: z.enum(["planned", "sending", "sent", "failed", "bounced", "merged", "dropped"]),
    plannedAt: instant,
    sentAt: instant.optional(),
    attempts: z.int(),
    lastError: z.string().optional(),
    mayResend: z.boolean(),
  })
  .meta({ id: "Email" });

export const UploadSchema = z
  .object({ id: z.uuid(), name: z.string(), mime: z.string(), size: z.int() })
  .meta({ id: "Upload" });

const DocumentSchema = z
  .object({
    kind: z.string(),
    form: z.enum(DOCUMENT_FORMS),
    title: z.string().optional(),
    filedOn: date,
    act: z.int(),
    clinic: z.string().optional(),
    waiver: z.object({ reason: z.string(), proof: z.string() }).optional(),
    upload: UploadSchema.optional(),
  })
  .meta({ id: "Document" });

const ChecklistItemSchema = z
  .object({
    kind: z.string(),
    form: z.string(),
    rule: z.string(),
    title: Text,
    waivable: z.boolean(),
    status: z.enum(["missing", "wrong-form", "filed", "waived", "satisfied-by"]),
    satisfiedBy: z.object({ kind: z.string(), reading: z.string() }).optional(),
  })
  .meta({ id: "ChecklistItem" });

const COMMON_CASE_VIEW = {
  caseId: z.uuid(),
  registrationNumber: z.string(),
  legacyNumber: z.string().optional().meta({ description: "In the register from which it was brought" }),
  status: z.string(),
  statusTitle: Text,
  state: z.string(),
  statusSince: date,
  outcome: z.string().optional(),
  linked: z
    .object({
      process: z.enum(["moh", "e112"]),
      institution: z.string(),
      institutionName: Text,
      registrationNumber: z.string().optional().meta({ description: "Absent while it is being opened" }),
    })
    .optional()
    .meta({
      id: "LinkedFile",
      description: "The file on the other route as which this one goes on, or from which it came",
    }),
  version: z.int(),
  today: date,
  openedOn: date,
  officer: z.object({
    name: z.string(),
    standIn: z.object({ name: z.string(), untilOn: date }).optional(),
  }),
  steps: z.array(StepSchema),
  closedSteps: z.array(z.object({ step: z.string(), cause: z.string(), at: instant })),
  deadlines: z.array(DeadlineSchema),
  daysByDuty: z.array(DutyDaysSchema),
  allowedCommands: z.array(AllowedCommandSchema),
  checklist: z.array(ChecklistItemSchema),
  missing: names,
  documents: z.array(DocumentSchema),
  subject: z.object({
    patient: z.record(z.string(), z.string()),
    filer: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])),
    minor: z.boolean(),
  }),
  timeline: z.array(TimelineEntrySchema),
  emails: z.array(EmailSchema),
};

export const MohCaseViewSchema = z
  .object({
    ...COMMON_CASE_VIEW,
    process: z.literal("moh"),
    institutions: z.object({ dsp: z.string(), cst: z.string(), ministry: z.string() }),
    ministryNumber: z.string().optional(),
    urgencyClass: urgencyClass.optional(),
    clinics: z.array(ClinicSchema),
    rounds: z.array(RoundSchema),
    treatment: TreatmentSchema.optional(),
    comparison: OfferComparisonSchema.optional(),
    sendable: z
      .object({
        answers: z.int(),
        answersNeeded: z.int(),
        completeOffers: z.int(),
        completeOffersNeeded: z.int(),
        withoutProof: names,
        sendable: z.boolean(),
        outOfReach: z.boolean(),
      })
      .optional(),
    decision: z.record(z.string(), z.unknown()).optional(),
  })
  .meta({ id: "MohCaseView" });

export const E112CaseViewSchema = z
  .object({
    ...COMMON_CASE_VIEW,
    process: z.literal("e112"),
    institutions: z.object({ cas: z.string() }),
    applicationNumber: z.string().optional(),
    e112: E112PartSchema,
  })
  .meta({ id: "E112CaseView" });

export const CaseViewSchema = z
  .discriminatedUnion("process", [MohCaseViewSchema, E112CaseViewSchema])
  .meta({ id: "CaseView" });

export const FiledCaseSchema = z
  .object({ caseId: z.uuid(), registrationNumber: z.string(), accessCode: z.string(), view: CaseViewSchema })
  .meta({ id: "FiledCase" });

export const CasePageSchema = z
  .object({
    items: z.array(
      z.object({
        caseId: z.uuid(),
        process: z.enum(PROCESS_NAMES as [ProcessName, ...ProcessName[]]),
        registrationNumber: z.string(),
        ministryNumber: z.string().optional(),
        applicationNumber: z.string().optional(),
        legacyNumber: z.string().optional(),
        patient: z.string(),
        status: z.string(),
        statusTitle: Text,
        statusSince: date,
        openedOn: date,
        urgencyClass: urgencyClass.optional(),
        treatmentFrom: date.optional(),
        outcome: z.string().optional(),
        dueOn: date.optional(),
        provisionalYears: provisionalYears.optional(),
      }),
    ),
    nextCursor: z.string().optional(),
  })
  .meta({ id: "CasePage" });

export const TaskPageSchema = z
  .object({
    items: z.array(
      z.object({
        id: z.string(),
        caseId: z.uuid(),
        process: z.enum(PROCESS_NAMES as [ProcessName, ...ProcessName[]]),
        registrationNumber: z.string(),
        step: z.string(),
        title: Text,
        institutionId: z.string(),
        duty: z.string(),
        rules: names,
        since: date,
        dueOn: date.optional(),
        provisionalYears: provisionalYears.optional(),
        workingDaysLeft: z.int().optional(),
        urgencyClass: urgencyClass.optional(),
        treatmentFrom: date.optional(),
        patient: z.string(),
        status: z.string(),
        alert: AlertSchema.optional().meta({ description: "An alert whose day has come" }),
        acts: z.boolean(),
        inPlaceOf: z.string().optional().meta({ description: "The officer, away today, whose work you have" }),
      }),
    ),
    total: z.int(),
    overdue: z.int(),
    dueToday: z.int(),
    nextCursor: z.string().optional(),
  })
  .meta({ id: "TaskPage" });

export const RuleSchema = z
  .object({
    id: z.string(),
    process: z.string(),
    kind: z.string(),
    text: Text,
    citation: Text,
    readings: z.array(z.object({ id: z.string(), text: Text })),
    validFrom: date,
    version: z.string(),
    deadline: z
      .object({
        value: z.int(),
        unit: z.string(),
        mode: z.string(),
        modeText: Text,
        modeCitation: Text.meta({ description: "Why its days are counted so" }),
        duty: z.string(),
        otherDuty: z.string().optional(),
        startsAt: z.string(),
        rollsForward: z.boolean().meta({ description: "A last day that is not working passes to the next that is" }),
        rollCitation: Text.optional(),
        interruptedByDeclaredDays: z.boolean(),
        interruptionCitation: Text,
        advisory: z.boolean().optional().meta({ description: "Advice, not a duty: nobody owes it" }),
      })
      .optional(),
  })
  .meta({ id: "Rule" });

export const RuleWithVersionsSchema = RuleSchema.extend({
  versions: z
    .array(RuleSchema.pick({ text: true, citation: true, validFrom: true, version: true, deadline: true }))
    .meta({ description: "Oldest first; each holds until the next" }),
}).meta({ id: "RuleWithVersions" });

export const ExplanationSchema = z
  .object({
    startsOn: date,
    due: date.meta({ description: "The strict due date" }),
    practicalDueOn: date.optional(),
    effectOn: date.optional(),
    passesAt: instant.meta({ description: "From this instant the term counts as passed" }),
    mode: z.string(),
    modeText: z.string(),
    days: z.array(
      z.object({
        date,
        counted: z.boolean(),
        number: z.int().optional(),
        reason: z.string(),
        kind: z.string(),
        why: z.record(z.string(), z.unknown()).optional(),
      }),
    ),
    rule: RuleSchema.optional(),
    duty: z.string().optional(),
    calendarVersion: z.string(),
    calendarNumber: z.int().meta({ description: "The change of the calendar after which it stands so" }),
    provisional: z.boolean().meta({ description: "Runs through years whose calendar is not confirmed" }),
    provisionalYears: z.array(z.int()),
    lawVersion: z.string().optional(),
    deadline: DeadlineSchema.optional(),
    calendarChanged: z
      .boolean()
      .optional()
      .meta({ description: "Today’s calendar gives other dates than the one that it was computed with" }),
    today: z.object({ due: date, practicalDueOn: date.optional(), calendarNumber: z.int() }).optional(),
  })
  .meta({ id: "DeadlineExplanation" });

const publicStatus = {
  registrationNumber: z.string().meta({ description: "The number that was asked by" }),
  step: Text,
  holder: Text,
  since: date,
  patientMust: Text,
  closed: z.boolean(),
};

const MohPublicStatusSchema = z
  .object({
    process: z.literal("moh"),
    ...publicStatus,
    limit: z
      .object({ on: date, provisionalYears: z.array(z.int()).optional(), citation: Text, rule: z.string() })
      .optional(),
    suspended: z
      .object({ since: date, citation: Text, rule: z.string() })
      .optional()
      .meta({ description: "Instead of the limit, while the term stands still" }),
  })
  .meta({ id: "MohPublicStatus" });

const E112PublicStatusSchema = z
  .object({
    process: z.literal("e112"),
    ...publicStatus,
    applicationNumber: z
      .string()
      .optional()
      .meta({ description: "Under which the application was registered (E112-61)" }),
    lacks: z
      .array(z.object({ title: Text, form: Text.optional(), rule: z.string() }))
      .meta({ description: "What the patient side has to bring or to have completed" }),
    noLimit: Text.optional().meta({
      description: "Until the decision reached the applicant: the law sets no limit for it (reading E112-A4)",
    }),
    notes: z.array(Text),
  })
  .meta({ id: "E112PublicStatus" });

export const PublicStatusSchema = z
  .discriminatedUnion("process", [MohPublicStatusSchema, E112PublicStatusSchema])
  .meta({ id: "PublicStatus" });

export const AuditPageSchema = z
  .object({
    items: z.array(
      z.object({
        at: instant,
        person: z.string(),
        action: z.string(),
        outcome: z.string(),
        institution: z.string().optional(),
        caseId: z.uuid().optional(),
        registrationNumber: z.string().optional(),
      }),
    ),
    nextCursor: z.string().optional(),
  })
  .meta({ id: "AuditPage" });
