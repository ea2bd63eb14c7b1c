/** Answers of the API that are not views of a case. */
import type { CaseView } from "../../domain/case/view.ts";
import type { Text } from "../../domain/case/commands.ts";
import type { PlainDate } from "../../domain/plain-date.ts";
import type { InstitutionKind, Role } from "../../domain/people/roles.ts";

export interface Membership {
  readonly institution: string;
  readonly kind: InstitutionKind;
  readonly name: string;
  readonly role: Role;
}

export interface Session {
  readonly user: { readonly id: string; readonly name: string; readonly email: string; readonly locale: string };
  /** Whether the person receives the morning digest. */
  readonly digest: boolean;
  readonly memberships: readonly Membership[];
}

export interface Institution {
  readonly id: string;
  readonly kind: InstitutionKind;
  readonly county?: string;
  readonly name: Text;
}

export interface DemoAccount {
  readonly email: string;
  readonly role: string;
  readonly institution: string;
  readonly password?: string;
}

export interface Config {
  readonly demo: boolean;
  readonly accounts?: readonly DemoAccount[];
}

export interface CaseLine {
  readonly caseId: string;
  readonly process: CaseView["process"];
  readonly registrationNumber: string;
  readonly ministryNumber?: string;
  readonly applicationNumber?: string;
  readonly legacyNumber?: string;
  readonly patient: string;
  readonly status: string;
  readonly statusTitle: Text;
  readonly statusSince: PlainDate;
  readonly openedOn: PlainDate;
  readonly outcome?: string;
  /** The earliest due date of its open steps. */
  readonly dueOn?: PlainDate;
  readonly provisionalYears?: readonly number[];
  readonly urgencyClass?: "A" | "B";
  readonly treatmentFrom?: PlainDate;
}

export interface CasePage {
  readonly items: readonly CaseLine[];
  readonly nextCursor?: string;
}

export interface FiledCase {
  readonly caseId: string;
  readonly registrationNumber: string;
  readonly accessCode: string;
  readonly view: CaseView;
}

export interface UploadAnswer {
  readonly id: string;
  readonly name: string;
  readonly mime: string;
  readonly size: number;
}

export interface OutboxMessage {
  readonly id: string;
  readonly kind: string;
  readonly title: Text;
  readonly recipient: string;
  readonly audience?: Text;
  readonly inPlaceOf?: string;
  readonly caseId?: string;
  readonly registrationNumber?: string;
  readonly state: "planned" | "sending" | "sent" | "failed" | "bounced" | "merged" | "dropped";
  readonly plannedAt: string;
  readonly sentAt?: string;
  readonly attempts: number;
  readonly lastError?: string;
  readonly mayResend: boolean;
}

export interface OutboxPage {
  readonly items: readonly OutboxMessage[];
  readonly nextCursor?: string;
}
