/** The receipt of registration: the number, where the status is seen, and for who filed the access code. */
import { renderSVG } from "uqr";
import type { CommonCaseView } from "../../../domain/case/view.ts";
import type { RuleId } from "../../../domain/law/index.ts";
import { facts, signatures, type Block } from "./blocks.ts";
import { filerName, patientName, patientWords, type LetterContext } from "./context.ts";
import { letterDate } from "./format.ts";
import type { Letter } from "./frame.ts";

/** A code that still reads with a fifth of it lost to a fold or a stamp. */
const CODE = { ecc: "M", border: 2 } as const;

const CODE_GIVEN_ONCE = "Codul de acces a fost dat o singură dată, pe dovada făcută la depunere.";
const CODE_ON_REQUEST = "Codul de acces se dă solicitantului la direcție, pe dovada cu cod.";

interface Words {
  /** What was filed. */
  readonly subject: string;
  /** In which capacity somebody else than the patient filed. */
  readonly capacity: string | undefined;
  /** What is still to be brought, what comes next. */
  readonly next: readonly Block[];
  readonly rules: readonly RuleId[];
}

/** What who filed takes home. `accessCode`: known in the answer to the filing alone. */
export function receiptOf(
  { file, publicUrl }: Pick<LetterContext<CommonCaseView>, "file" | "publicUrl">,
  { subject, capacity, next, rules }: Words,
  accessCode: string | undefined,
): Letter {
  const address = statusAddress(publicUrl, file.registrationNumber);
  // Another house passed it on: nobody was at the desk when it was opened.
  const passedOn = file.linked?.process === "e112";
  return {
    title: "Dovadă de înregistrare",
    subject,
    to: ["Depus de", filerName(file), ...(capacity === undefined ? [] : [capacity])],
    cameOn: file.openedOn,
    blocks: [
      { kind: "large", name: "Numărul de înregistrare", value: file.registrationNumber, size: 22 },
      ...(accessCode === undefined
        ? [{ kind: "notice" as const, text: passedOn ? CODE_ON_REQUEST : CODE_GIVEN_ONCE }]
        : [{ kind: "large" as const, name: "Codul de acces", value: accessCode, size: 22 }]),
      facts([
        ["Depus la", letterDate(file.openedOn, "ro")],
        [patientWords(file).title, patientName(file)],
      ]),
      ...next,
      {
        kind: "code",
        code: renderSVG(address, CODE),
        alt: "Cod QR cu adresa paginii publice pe care se vede stadiul dosarului",
        lines: [
          `Stadiul dosarului se vede oricând, fără cont, la ${publicUrl}/stare, cu numărul de înregistrare și codul de acces.`,
          "Codul QR deschide pagina cu numărul completat; codul de acces îl scrieți dumneavoastră. Pagina nu arată nume, diagnostice sau clinici.",
          ...(accessCode === undefined || passedOn
            ? []
            : ["Păstrați această hârtie: codul de acces nu mai poate fi aflat a doua oară."]),
        ],
      },
      signatures({ who: "Registratura", name: null, note: "semnătura și ștampila" }),
    ],
    rules,
  };
}

/** The page of the status with the number filled in; the code never stands in an address. */
function statusAddress(publicUrl: string, number: string): string {
  return `${publicUrl}/stare?numar=${encodeURIComponent(number).replaceAll("%2F", "/")}`;
}
