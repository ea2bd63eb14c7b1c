/** «Calculul termenului» of a preview, of no file. */
import type { FastifyBaseLogger } from "fastify";
import type { Language } from "../../domain/i18n/language.ts";
import { bucharestDate, type PlainDate } from "../../domain/plain-date.ts";
import { preview, termAsked, type PreviewQuery } from "../deadlines/preview.ts";
import type { Services } from "../services.ts";
import { CERTIFICATE, certificateData, type CertificateData } from "./deadline-certificate.ts";
import { findInstitutionName } from "./institution-name.ts";
import { countedPreview, printedPreview } from "./printed-preview.ts";
import { verificationAddress } from "./verification.ts";

type PaperServices = Pick<Services, "pool" | "calendars" | "config" | "keyring" | "now">;

/** @throws as `preview`. */
export async function previewOnPaper(
  services: PaperServices,
  query: PreviewQuery,
  spoken: Language,
): Promise<{ readonly data: CertificateData; readonly due: PlainDate }> {
  const { pool, config, keyring } = services;
  const explanation = await preview(services, query, spoken);
  const now = services.now();
  const printed = printedPreview(query, explanation, bucharestDate(now));
  const data = certificateData(
    {
      explanation,
      printedAt: now,
      counted: countedPreview(query, explanation, await findInstitutionName(pool, query.institution, spoken)),
      suspensions: termAsked(query).suspensions,
      ...(printed === undefined ? {} : { address: verificationAddress(config.PUBLIC_URL, printed, keyring) }),
    },
    spoken,
  );
  return { data, due: explanation.due };
}

/**
 * Sets a paper that nobody reads: the compiler and its first document take seconds, for which the first who asks is not
 * to wait. What goes wrong here goes wrong again, and is told, where a paper is wanted.
 */
export async function warmUp(
  services: PaperServices & Pick<Services, "typesetter">,
  log: Pick<FastifyBaseLogger, "debug">,
): Promise<void> {
  try {
    const today = bucharestDate(services.now());
    const { data } = await previewOnPaper(services, { from: today, workingDays: "2" }, "ro");
    await services.typesetter.typeset(CERTIFICATE, data, "anybody");
  } catch (error) {
    log.debug({ err: error }, "the typesetter was not warmed up");
  }
}
