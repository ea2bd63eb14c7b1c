import fp from "fastify-plugin";
import type { ZodTypeProvider } from "fastify-type-provider-zod";
import { z } from "zod";
import type { DeadlineExplanation, RuleView } from "../../domain/case/view.ts";
import { getHouse, housesOf } from "../../domain/people/houses.ts";
import { institutionOfDuty } from "../../domain/people/roles.ts";
import { bucharestDate, type PlainDate } from "../../domain/plain-date.ts";
import { membershipFor } from "../authorisation.ts";
import { explainCaseDeadline, getDatedDeadline, termInputOf } from "../cases/explain.ts";
import { findCase } from "../cases/read-case.ts";
import { PreviewQuery } from "../deadlines/preview.ts";
import { notFound } from "../http/api-error.ts";
import { languageOf } from "../http/language.ts";
import { language } from "../http/query.ts";
import { getCaseHead, getPerson } from "../people/authentication.ts";
import { statusThrottle } from "../public/caller.ts";
import { LONG_TERM } from "./day-rows.ts";
import { CERTIFICATE, certificateData, type CertificateData } from "./deadline-certificate.ts";
import { findInstitutionName } from "./institution-name.ts";
import { previewOnPaper } from "./preview-paper.ts";
import { sendPdf } from "./send-pdf.ts";
import { verificationAddress } from "./verification.ts";

export default fp(
  async (fastify) => {
    const app = fastify.withTypeProvider<ZodTypeProvider>();
    const { services } = app;
    const { pool, keyring, calendars, typesetter, config } = services;
    const throttle = statusThrottle(config.PUBLIC_STATUS_PER_MINUTE);

    app.get(
      "/api/cases/:id/deadlines/:deadlineId/certificate.pdf",
      {
        config: { action: "case.read", audit: "case.certificate" },
        schema: {
          tags: ["cases"],
          summary: "The working of a deadline on paper (PDF), with a code to verify it",
          params: z.object({ id: z.string(), deadlineId: z.string().max(60) }),
          querystring: z.strictObject({ lang: language }),
        },
      },
      async (request, reply) => {
        const [person, head] = [getPerson(request), getCaseHead(request)];
        const row = await findCase(pool, head.caseId);
        if (row === undefined) throw notFound();
        const spoken = languageOf(request);
        const now = services.now();
        const deadline = getDatedDeadline(row.state, request.params.deadlineId);
        const explanation = await explainCaseDeadline(row, deadline.id, { calendars, now, language: spoken });
        const input = termInputOf(row.state, deadline);
        const house = getHouse(housesOf(row), institutionOfDuty(input.duty));
        const issuer = membershipFor(person, "case.read", { case: head });
        const address = verificationAddress(
          config.PUBLIC_URL,
          {
            ...input,
            dueOn: explanation.due,
            institution: house,
            calendarNumber: explanation.calendarNumber,
            lawVersion: deadline.due.lawVersion,
            printedOn: bucharestDate(now),
          },
          keyring,
        );
        const data = certificateData(
          {
            explanation,
            registrationNumber: row.registration_number,
            record: deadline,
            suspensions: input.suspensions,
            ...(issuer === undefined ? {} : { institution: spoken === "ro" ? issuer.nameRo : issuer.nameEn }),
            printedBy: person.name,
            printedAt: now,
            counted: {
              rule: getRuleView(explanation),
              duty: input.duty,
              formerDuty: input.formerDuty,
              startsOn: input.startsOn,
              value: explanation.deadline?.value,
              institution: await findInstitutionName(pool, house, spoken),
            },
            address,
          },
          spoken,
        );
        return sendPdf(reply, await typesetter.typeset(CERTIFICATE, data), fileName(deadline.rule, explanation.due));
      },
    );

    app.get(
      "/api/deadlines/preview.pdf",
      {
        config: { action: "deadline.preview" },
        schema: {
          tags: ["law"],
          summary: "A due date with its working on paper (PDF)",
          querystring: PreviewQuery,
        },
      },
      async (request, reply) => {
        throttle.check(request);
        const { query } = request;
        const spoken = languageOf(request);
        const { data, due } = await previewOnPaper(services, query, spoken);
        // A long table costs as much as ten short ones.
        throttle.note(request, numberOfRows(data) < LONG_TERM ? "right" : "wrong");
        const pdf = await typesetter.typeset(CERTIFICATE, data, "anybody");
        return sendPdf(reply, pdf, fileName(query.rule ?? "liber", due));
      },
    );
  },
  { name: "dosar-documents", dependencies: ["dosar-authentication"] },
);

function getRuleView({ rule }: DeadlineExplanation): RuleView {
  if (rule === undefined) throw new RangeError("a deadline of a file has a rule");
  return rule;
}

function numberOfRows({ days }: CertificateData): number {
  return days.months.reduce((sum, month) => sum + month.days.length, 0);
}

/** Says which rule and which day; no number of a file and no name. */
function fileName(rule: string, due: PlainDate): string {
  return `calculul-termenului-${rule}-${due}.pdf`;
}
