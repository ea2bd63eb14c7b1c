import { askBroker } from "./broker-client.ts";

/** The folder of the officers' pages, built from the sources as they are; for the API's `WEB_ROOT`. */
export async function webPages(): Promise<string> {
  const { root } = await askBroker<{ root: string }>("web-pages");
  return root;
}
