/** Letters and forms of a file: which can be made, where each is, and the receipt that holds the access code. */
import { queryOptions } from "@tanstack/react-query";
import type { LetterView } from "../../domain/case/letters.ts";
import { get, postForBlob } from "./http.ts";

/** Which letters the file has at this version of it, and why not the others. */
export function lettersQuery(caseId: string, version: number) {
  return queryOptions({
    queryKey: ["letters", caseId, version],
    queryFn: ({ signal }) => get<readonly LetterView[]>(`/api/cases/${encodeURIComponent(caseId)}/letters`, signal),
  });
}

/** The address of a letter: it names a letter, a language and a clinic by its number, and nobody. */
export function letterAddress(
  caseId: string,
  letter: string,
  { lang, clinic }: { readonly lang?: string | undefined; readonly clinic?: string | undefined } = {},
): string {
  const query = new URLSearchParams();
  if (clinic !== undefined) query.set("clinic", clinic);
  if (lang !== undefined) query.set("lang", lang);
  const asked = query.toString();
  return `/api/cases/${encodeURIComponent(caseId)}/letters/${letter}.pdf${asked === "" ? "" : `?${asked}`}`;
}

/** The receipt with the access code, for who filed: the command travels in the body, so that no address leads to the code. */
export async function receiptPdf(caseId: string, commandId: string): Promise<Blob> {
  return await postForBlob(`/api/cases/${encodeURIComponent(caseId)}/receipt.pdf`, { commandId });
}

/** The receipt of a file that another house passed on: its code is given where the file is. */
export async function passedReceiptPdf(caseId: string): Promise<Blob> {
  return await postForBlob(`/api/cases/${encodeURIComponent(caseId)}/receipt.pdf`, {});
}
