/** What people and programs read of a case. Personal data stands in `subject`, `clinics`, `timeline` and `emails` alone. */
import type { PlainDate } from "../plain-date.ts";
import type { RuleId } from "../law/index.ts";
import type { Duty, InstitutionKind } from "../people/roles.ts";
import type { ChecklistLine } from "./checklist.ts";
import type { DocumentForm } from "./document-forms.ts";
import type { E112View } from "../e112/view.ts";
import type { ChecklistItem } from "../moh/documents.ts";
import type { OfferComparison } from "../moh/compare-offers.ts";
import type { OfferWarning } from "../moh/offer-sum.ts";
import type { SendableCheck } from "../moh/process.ts";
import type { AnswerKind } from "../moh/commands.ts";
import type { RoundView, TreatmentView } from "../moh/treatment-view.ts";
import type { WorkingDayReason } from "../law/explain-deadline.ts";
import type { CountingMode, LawProcess, StartEvent, TermUnit } from "../law/rule.ts";
import type { Text } from "./commands.ts";
import type { Seq } from "./events.ts";
import type { DutyDays } from "./days-by-duty.ts";
import type { MoveCause } from "./moves.ts";
import type { DeadlineStatus } from "./state.ts";

/** A monitoring alert over a step that waits long: no legal term, nothing is late by it. */
export interface AlertView {
  readonly id: string;
  /** The reading whose setting it follows. */
  readonly reading: string;
  /** The day from which so many working days are counted, and the day on which they are over. */
  readonly since: PlainDate;
  readonly days: number;
  readonly on: PlainDate;
  /** That day has come. */
  readonly reached: boolean;
}

/** An open work item. */
export interface StepView {
  readonly step: string;
  readonly title: Text;
  /** Whose people record the act. */
  readonly institution: InstitutionKind;
  readonly institutionId: string;
  /** Who owes it by law. */
  readonly duty: Duty;
  readonly rules: readonly RuleId[];
  /** The legal date from which it is open. */
  readonly since: PlainDate;
  /** The earliest due date of its open deadlines, practical date included. */
  readonly dueOn?: PlainDate;
  /** Years that the term runs through whose calendar is not confirmed: the date may still change. */
  readonly provisionalYears?: readonly number[];
  /** Working days from today to the due date; negative when overdue, 0 on the day. */
  readonly workingDaysLeft?: number;
  readonly deadlines: readonly string[];
  readonly accepts: readonly string[];
  readonly alert?: AlertView;
}

export interface DeadlineView {
  readonly id: string;
  readonly rule: RuleId;
  readonly title: Text;
  readonly duty: Duty;
  readonly institutionId: string;
  readonly state: DeadlineStatus;
  readonly mode: CountingMode;
  readonly value: number;
  readonly startsOn: PlainDate;
  readonly dueOn: PlainDate;
  readonly practicalDueOn?: PlainDate;
  readonly effectOn?: PlainDate;
  readonly workingDaysLeft?: number;
  readonly metOn?: PlainDate;
  /** Instant at which the case recorded that it passed. */
  readonly passedAt?: string;
  readonly clinic?: string;
  readonly readings: readonly string[];
  /** The first time first. */
  readonly moves: readonly MoveView[];
  readonly suspensions: readonly SuspensionView[];
  /** The first day of the version of the rule by which it is counted. */
  readonly ruleValidFrom: PlainDate;
  readonly calendarVersion: string;
  readonly calendarNumber: number;
  /** Years whose calendar is not confirmed: the date may still change. */
  readonly provisionalYears?: readonly number[];
  readonly lawVersion: string;
}

/** Who did something, and for which institution. */
export interface ByView {
  readonly name: string;
  readonly institution: string;
  /** The officer of the file, away on the day, in whose place. */
  readonly inPlaceOf?: string;
  /** The patient side itself, with the number and the code of the file. */
  readonly patientSide?: boolean;
}

/** The last day of a deadline moved. */
export interface MoveView {
  /** The event after which the date no longer followed. */
  readonly seq: Seq;
  readonly at: string;
  readonly cause: MoveCause;
  readonly from: PlainDate;
  readonly to: PlainDate;
  /** Who gave the act that moved it; absent for a change of the calendar. */
  readonly by?: ByView;
}

/** A time during which a deadline does not run (reading DEC-21). */
export interface SuspensionView {
  /** The act that suspended it. */
  readonly act: Seq;
  /** The first day that does not count. */
  readonly from: PlainDate;
  /** The first day that counts again; absent while it is suspended. */
  readonly until?: PlainDate;
  /** The act that resumed it. */
  readonly resumedIn?: Seq;
  readonly causedBy: Duty;
  readonly cause?: string;
  readonly legalBasis?: string;
  readonly by?: ByView;
}

export interface AllowedCommandView {
  readonly type: string;
  /** Name of the payload's schema in the OpenAPI document. */
  readonly schema: string;
  readonly title: Text;
  readonly step?: string;
  readonly institution: InstitutionKind;
  readonly rules: readonly RuleId[];
  /** The deadlines that it may name, for a command that names one. */
  readonly deadlines?: readonly string[];
}

export interface ClinicView {
  readonly id: string;
  readonly name: string;
  readonly country: string;
  readonly city?: string;
  readonly email?: string;
  readonly status: "not-asked" | "asked" | "answered" | "refused" | "silent";
  readonly askedOn?: PlainDate;
  readonly askedBy?: "DSP" | "patientSide";
  readonly evidence?: string;
  readonly hasProof: boolean;
  readonly answers: readonly {
    readonly kind: AnswerKind;
    readonly on: PlainDate;
    readonly act: Seq;
    readonly note?: string;
  }[];
  /** The latest offer, complete or not, with the fields of Annex 10; sums that differ from the total are named (MOH-A28). */
  readonly offer?: Readonly<Record<string, string | boolean>>;
  readonly offerWarnings: readonly OfferWarning[];
  /** While the correspondence is open: of the request that left, or of one that would leave today. */
  readonly requestWindow?: RequestWindow;
}

/** When the time of a clinic to answer ends (MOH-61), and by when the dossier is to be sent (MOH-69, MOH-70); late when it ends after that (MOH-A6). */
export interface RequestWindow {
  readonly endsOn: PlainDate;
  readonly sendBy: PlainDate;
  readonly late: boolean;
}

/** One line of who did what. */
export interface TimelineEntry {
  readonly seq: Seq;
  readonly kind: "act" | "deadline-passed" | "calendar-changed" | "step-closed" | "case-closed";
  readonly type: string;
  readonly title: Text;
  readonly at: string;
  readonly occurredOn?: PlainDate;
  /** All the dates of an act, as they stand after corrections. */
  readonly dates?: Readonly<Record<string, PlainDate>>;
  readonly by?: ByView;
  readonly late?: boolean;
  readonly lateReason?: string;
  readonly payload?: Readonly<Record<string, unknown>>;
  readonly deadline?: string;
  /** The deadlines whose last day it moved. */
  readonly moves?: readonly {
    readonly deadline: string;
    readonly rule: RuleId;
    readonly from: PlainDate;
    readonly to: PlainDate;
  }[];
  /** The act that this one corrects, or the acts that corrected this one. */
  readonly corrects?: Seq;
  readonly correctedBy?: readonly Seq[];
}

export interface EmailView {
  readonly id: string;
  readonly kind: string;
  readonly title: Text;
  /** Name of the person, `patient-side`, or empty while it is planned: who has the part then is seen then. */
  readonly recipient: string;
  /** Whom it is meant for, while it is planned. */
  readonly audience?: Text;
  /** Name of the absent person whose message it is. */
  readonly inPlaceOf?: string;
  readonly deadline?: string;
  /** The step that it speaks of. */
  readonly step?: string;
  readonly state: "planned" | "sending" | "sent" | "failed" | "bounced" | "merged" | "dropped";
  readonly plannedAt: string;
  readonly sentAt?: string;
  readonly attempts: number;
  readonly lastError?: string;
  /** True when the person who asks may send it again. */
  readonly mayResend: boolean;
}

export interface DocumentView {
  readonly kind: string;
  readonly form: DocumentForm;
  readonly title?: string;
  readonly filedOn: PlainDate;
  readonly act: Seq;
  readonly clinic?: string;
  readonly waiver?: { readonly reason: string; readonly proof: string };
  readonly upload?: { readonly id: string; readonly name: string; readonly mime: string; readonly size: number };
}

/** One line of the dossier list of any process. */
export type DossierLine = ChecklistLine<string, DocumentForm, RuleId>;

/** The file as which this one goes on, or from which it came: read across houses, so its number and its house alone. */
export interface LinkedFile {
  readonly process: "moh" | "e112";
  readonly institution: string;
  readonly institutionName: Text;
  /** Absent while it is being opened. */
  readonly registrationNumber?: string;
}

/** What a file of any process shows. */
export interface CommonCaseView {
  readonly caseId: string;
  readonly registrationNumber: string;
  /** Its number in the register from which it was brought. */
  readonly legacyNumber?: string;
  /** Stage of the file, for example `at-commission`; `state` is its place in the state chart of its process. */
  readonly status: string;
  readonly statusTitle: Text;
  readonly state: string;
  readonly statusSince: PlainDate;
  readonly outcome?: string;
  /** On the other route: an E112 file that passed to the Ministry's, and the file there (E112-05). */
  readonly linked?: LinkedFile;
  readonly version: number;
  readonly today: PlainDate;
  readonly openedOn: PlainDate;
  /** Who has the file at the house that keeps it, and while that person is away who stands in, until when. */
  readonly officer: {
    readonly name: string;
    readonly standIn?: { readonly name: string; readonly untilOn: PlainDate };
  };
  readonly steps: readonly StepView[];
  readonly closedSteps: readonly { readonly step: string; readonly cause: string; readonly at: string }[];
  readonly deadlines: readonly DeadlineView[];
  /** How many days the file spent in whose hands. */
  readonly daysByDuty: readonly DutyDays[];
  /** What the person who asks may do now. */
  readonly allowedCommands: readonly AllowedCommandView[];
  readonly checklist: readonly DossierLine[];
  /** The kinds of documents that are still missing. */
  readonly missing: readonly string[];
  readonly documents: readonly DocumentView[];
  readonly subject: {
    readonly patient: Readonly<Record<string, string>>;
    readonly filer: Readonly<Record<string, string | number | boolean>>;
    readonly minor: boolean;
  };
  readonly timeline: readonly TimelineEntry[];
  readonly emails: readonly EmailView[];
}

/** A file of the Ministry's route. */
export interface MohCaseView extends CommonCaseView {
  readonly process: "moh";
  readonly institutions: { readonly dsp: string; readonly cst: string; readonly ministry: string };
  readonly ministryNumber?: string;
  readonly checklist: readonly ChecklistItem[];
  readonly urgencyClass?: "A" | "B";
  readonly clinics: readonly ClinicView[];
  /** The commission's minutes that named them, in their order, and those that changed the class. */
  readonly rounds: readonly RoundView[];
  /** From the Ministry's approval on. */
  readonly treatment?: TreatmentView;
  /** The offers side by side, once there is one. */
  readonly comparison?: OfferComparison;
  readonly sendable?: SendableCheck;
  /** The registered decision in the commission's words: causes, conduct, unit (MOH-29 to MOH-31), or minutes. */
  readonly decision?: Readonly<Record<string, unknown>>;
}

/** A file of the E112/S2 route. */
export interface E112CaseView extends CommonCaseView {
  readonly process: "e112";
  readonly institutions: { readonly cas: string };
  /** The number of the application in the registry at which it was filed (E112-61). */
  readonly applicationNumber?: string;
  /** Preparation, conditions, forms and settlement. */
  readonly e112: E112View & { readonly clinic?: E112ClinicView };
}

/** The clinic of an E112 file. */
export interface E112ClinicView {
  readonly name: string;
  /** ISO 3166 code. */
  readonly country: string;
  /** Form E112 leads there, by the list of states in force today (E112-02, E112-A2). */
  readonly onRoute: boolean;
  readonly city?: string;
  readonly email?: string;
  readonly doctor?: string;
  readonly publicInsuranceContract?: boolean;
}

export type CaseView = MohCaseView | E112CaseView;

/** One day of the working of a due date. */
export interface DayView {
  readonly date: PlainDate;
  readonly counted: boolean;
  /** Which day of the term it is, from 1. */
  readonly number?: number;
  /** In the caller's language. */
  readonly reason: string;
  readonly kind: WorkingDayReason["kind"] | "working-day";
  /** What the calendar knows of a day that is not an ordinary working day. */
  readonly why?: WorkingDayReason;
}

/** A rule of the law, as screens show it. */
export interface RuleView {
  readonly id: RuleId;
  readonly process: LawProcess;
  readonly kind: string;
  readonly text: Text;
  readonly citation: Text;
  readonly readings: readonly { readonly id: string; readonly text: Text }[];
  /** The first day on which this version holds. */
  readonly validFrom: PlainDate;
  readonly version: string;
  readonly deadline?: {
    readonly value: number;
    readonly unit: TermUnit;
    readonly mode: CountingMode;
    readonly modeText: Text;
    /** Why its days are counted so. */
    readonly modeCitation: Text;
    readonly duty: Duty;
    /** Who else may owe it. */
    readonly otherDuty?: Duty;
    readonly startsAt: StartEvent;
    /** A last day that is not working passes to the next that is. */
    readonly rollsForward: boolean;
    readonly rollCitation?: Text;
    readonly interruptedByDeclaredDays: boolean;
    /** Why they interrupt it or do not. */
    readonly interruptionCitation: Text;
    /** Advice, not a duty: nobody owes it, and another date has no legal consequence. */
    readonly advisory?: boolean;
  };
}

/** A rule as it holds from its first day until the next version. */
export type RuleVersionView = Pick<RuleView, "text" | "citation" | "validFrom" | "version" | "deadline">;

/** A due date with its working. */
export interface DeadlineExplanation {
  readonly startsOn: PlainDate;
  readonly due: PlainDate;
  readonly practicalDueOn?: PlainDate;
  readonly effectOn?: PlainDate;
  /** Instant from which it counts as passed. */
  readonly passesAt: string;
  readonly mode: CountingMode;
  /** How the days are counted, in the caller's language. */
  readonly modeText: string;
  readonly days: readonly DayView[];
  readonly rule?: RuleView;
  readonly duty?: Duty;
  readonly calendarVersion: string;
  readonly calendarNumber: number;
  /** True when it runs through years whose calendar is not confirmed: the date may still change. */
  readonly provisional: boolean;
  readonly provisionalYears: readonly number[];
  readonly lawVersion?: string;
  /** The deadline of the file that this explains. */
  readonly deadline?: DeadlineView;
  /** True when today's calendar gives other dates than the one that it was computed with: `today` has them. */
  readonly calendarChanged?: boolean;
  readonly today?: {
    readonly due: PlainDate;
    readonly practicalDueOn?: PlainDate;
    readonly calendarNumber: number;
  };
}

/** A line of a work list. */
export interface TaskView {
  readonly id: string;
  readonly caseId: string;
  readonly process: CaseView["process"];
  readonly registrationNumber: string;
  readonly step: string;
  readonly title: Text;
  readonly institutionId: string;
  readonly duty: Duty;
  readonly rules: readonly RuleId[];
  readonly since: PlainDate;
  readonly dueOn?: PlainDate;
  /** Years that the term runs through whose calendar is not confirmed: the date may still change. */
  readonly provisionalYears?: readonly number[];
  readonly workingDaysLeft?: number;
  readonly urgencyClass?: "A" | "B";
  /** When the treatment begins, as far as the clinic accepted the patient for a period. */
  readonly treatmentFrom?: PlainDate;
  readonly patient: string;
  readonly status: string;
  /** An alert whose day has come. */
  readonly alert?: AlertView;
  /** True when this institution records the act; false when it owes an act that another records. */
  readonly acts: boolean;
  /** The officer of the file, away today, whose work the person who asks has. */
  readonly inPlaceOf?: string;
}

export interface TaskPage {
  readonly items: readonly TaskView[];
  readonly total: number;
  readonly overdue: number;
  readonly dueToday: number;
  readonly nextCursor?: string;
}

/** What anybody with the number and the code may know. */
interface CommonPublicStatus {
  /** The number that was asked by. */
  readonly registrationNumber: string;
  readonly step: Text;
  readonly holder: Text;
  readonly since: PlainDate;
  readonly patientMust: Text;
  readonly closed: boolean;
}

export interface MohPublicStatus extends CommonPublicStatus {
  readonly process: "moh";
  readonly limit?: {
    readonly on: PlainDate;
    /** Years whose calendar is not confirmed: the date may still change. */
    readonly provisionalYears?: readonly number[];
    readonly citation: Text;
    readonly rule: RuleId;
  };
  /** Instead of the limit, while the term stands still. */
  readonly suspended?: { readonly since: PlainDate; readonly citation: Text; readonly rule: RuleId };
}

export interface E112PublicStatus extends CommonPublicStatus {
  readonly process: "e112";
  /** The number under which the application was registered (E112-61). */
  readonly applicationNumber?: string;
  /** What the patient side has to bring or to have completed, one by one. */
  readonly lacks: readonly { readonly title: Text; readonly form?: Text; readonly rule: string }[];
  /** Until the decision reached the applicant: that the law sets no limit for it (E112-A4). */
  readonly noLimit?: Text;
  /** What is worth knowing where the file is: of leaving, of costs. */
  readonly notes: readonly Text[];
}

export type PublicStatus = MohPublicStatus | E112PublicStatus;

/** Every error answer. */
export interface ErrorBody {
  readonly code: string;
  /** A sentence in the caller's language. */
  readonly message: string;
  readonly fields?: readonly {
    readonly path: string;
    readonly message: string;
    readonly rule?: string;
    readonly code: string;
  }[];
  /** Types of the commands that the person may give now; with 409. */
  readonly allowed?: readonly string[];
  /** With STALE_VERSION: who did what since, newest last. */
  readonly changes?: readonly {
    readonly type: string;
    readonly title: string;
    readonly by: string;
    readonly at: string;
  }[];
  readonly version?: number;
  /** The rule by which a command is refused. */
  readonly rule?: string;
}
