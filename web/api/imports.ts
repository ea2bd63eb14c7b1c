/** Registers that are brought into the product, and the register as a file. */
import { queryOptions } from "@tanstack/react-query";
import type { ImportedCode, ImportPreview, ImportProgress } from "../../domain/imports/views.ts";
import { get, post, postForBlob, requestLanguage, upload } from "./http.ts";
import { queryString } from "./queries.ts";

/** Thousands of rows are tried one after the other. */
const PATIENCE_MS = 180_000;
const WATCH_MS = 1_000;

export async function previewImport(file: File, institution: string): Promise<ImportPreview> {
  return await upload<ImportPreview>(`/api/imports${queryString({ institution })}`, file, PATIENCE_MS);
}

export async function startImport(importId: string): Promise<ImportProgress> {
  return await post<ImportProgress>(`/api/imports/${encodeURIComponent(importId)}/start`, {});
}

export const importsQuery = queryOptions({
  queryKey: ["imports"],
  queryFn: ({ signal }) => get<{ readonly items: readonly ImportProgress[] }>("/api/imports", signal),
});

/** An import with its progress: asked again every second until it is done. */
export function importQuery(importId: string) {
  return queryOptions({
    queryKey: ["import", importId],
    queryFn: ({ signal }) => get<ImportProgress>(`/api/imports/${encodeURIComponent(importId)}`, signal),
    staleTime: 0,
    refetchInterval: ({ state }) => (state.data?.state === "done" ? false : WATCH_MS),
  });
}

export async function importCodes(importId: string): Promise<readonly ImportedCode[]> {
  const { items } = await post<{ items: readonly ImportedCode[] }>(
    `/api/imports/${encodeURIComponent(importId)}/codes`,
    {},
  );
  return items;
}

export async function importCodesCsv(importId: string): Promise<Blob> {
  return await postForBlob(`/api/imports/${encodeURIComponent(importId)}/codes`, { format: "csv" });
}

/** The template of the register of this house. */
export function templateAddress(format: "csv" | "xlsx", institution: string): string {
  return `/api/imports/template${queryString({ format, institution, lang: requestLanguage() })}`;
}

/** The files of the list with this filter. What is looked for travels in the body. */
export async function exportRegister(format: "csv" | "xlsx", filter: Readonly<Record<string, unknown>>): Promise<Blob> {
  return await postForBlob("/api/cases/export", { format, ...filter });
}

/** Has the browser keep a file under a name. */
export function keep(blob: Blob, name: string): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  URL.revokeObjectURL(link.href);
}
