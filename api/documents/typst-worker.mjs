// A thread of its own for the typesetter: the compiler is WebAssembly and works without a pause until a document is done.
// Plain JavaScript, so that it starts without a loader.
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { parentPort, workerData } from "node:worker_threads";
import initialise, { TypstCompilerBuilder } from "@myriaddreamin/typst-ts-web-compiler";

const PDF = 1;
const PLAIN_DIAGNOSTICS = 2;
/** Where a template finds what it is filled with. */
const DATA = "/data.json";
const encoder = new TextEncoder();

/** @type {{ fonts: string[], sources: Record<string, string> }} */
const { fonts, sources } = workerData;
const { resolve } = createRequire(import.meta.url);

async function load() {
  await initialise({ module_or_path: await readFile(resolve("@myriaddreamin/typst-ts-web-compiler/wasm")) });
  const builder = new TypstCompilerBuilder();
  builder.set_dummy_access_model(); // no file and no package beyond what is given here
  for (const font of fonts) await builder.add_raw_font(await readFile(resolve(font)));
  const compiler = await builder.build();
  for (const [path, text] of Object.entries(sources)) compiler.add_source(path, text);
  return compiler;
}

const compiler = await load();

/** @param {{ template: string, data: string }} job */
function typeset({ template, data }) {
  compiler.map_shadow(DATA, encoder.encode(data));
  const world = compiler.snapshot("/", template, undefined);
  try {
    const { result, diagnostics } = world.get_artifact(PDF, PLAIN_DIAGNOSTICS) ?? {};
    if (result === undefined) throw new Error(`${template}: ${[diagnostics].flat().join("\n")}`);
    return result;
  } finally {
    world.free();
  }
}

parentPort?.on("message", (job) => {
  try {
    const pdf = typeset(job);
    parentPort?.postMessage({ id: job.id, pdf }, [pdf.buffer]);
  } catch (error) {
    parentPort?.postMessage({ id: job.id, failure: error instanceof Error ? error.message : String(error) });
  }
});
