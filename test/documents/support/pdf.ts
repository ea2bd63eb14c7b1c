/** A PDF as a reader, a screen reader and a telephone's camera see it. */
import { createCanvas } from "@napi-rs/canvas";
import jsQR from "jsqr";
import { getDocument, type PDFDocumentProxy } from "pdfjs-dist/legacy/build/pdf.mjs";

export interface ReadPdf {
  /** The text of each page, white space drawn together. */
  readonly pages: readonly string[];
  readonly text: string;
  readonly title: string | undefined;
  readonly language: string | null;
  readonly tagged: boolean;
  /** The standard that it says it keeps to. */
  readonly claims: string | undefined;
  /** The roles of the structure tree, each once. */
  readonly roles: ReadonlySet<string>;
  /** The alternative texts of pictures. */
  readonly alternatives: readonly string[];
}

interface Node {
  readonly role?: string;
  readonly alt?: string;
  readonly children?: readonly Node[];
}

export async function readPdf(pdf: Uint8Array): Promise<ReadPdf> {
  const loading = getDocument({ data: Uint8Array.from(pdf), verbosity: 0, useSystemFonts: false });
  const document = await loading.promise;
  try {
    const { info } = await document.getMetadata();
    const { lang } = info as { Title?: string; Language?: string; lang?: string };
    const pages: string[] = [];
    const nodes: Node[] = [];
    for (let number = 1; number <= document.numPages; number += 1) {
      const page = await document.getPage(number);
      const { items } = await page.getTextContent();
      pages.push(
        items
          .map((item) => ("str" in item ? item.str : ""))
          .join(" ")
          .replaceAll(/\s+/g, " "),
      );
      const tree = (await page.getStructTree()) as Node | null;
      if (tree !== null) nodes.push(...flat(tree));
    }
    return {
      pages,
      text: pages.join("\n"),
      title: (info as { Title?: string }).Title,
      language: lang ?? (info as { Language?: string }).Language ?? null,
      claims: /<pdfuaid:part[^>]*>1</.test(Buffer.from(pdf).toString("latin1")) ? "PDF/UA-1" : undefined,
      tagged: ((await document.getMarkInfo()) as { Marked?: boolean } | null)?.Marked === true,
      roles: new Set(nodes.flatMap(({ role }) => role ?? [])),
      alternatives: nodes.flatMap(({ alt }) => alt ?? []),
    };
  } finally {
    await loading.destroy();
  }
}

function flat(node: Node): Node[] {
  return [node, ...(node.children ?? []).flatMap(flat)];
}

/** What is written in the code of the first page, at the upper right or at the left, read from its picture at 150 dots to the inch; undefined without one. */
export async function readCode(pdf: Uint8Array, side: "left" | "right" = "right"): Promise<string | undefined> {
  const loading = getDocument({ data: Uint8Array.from(pdf), verbosity: 0 });
  try {
    return await decode(await loading.promise, side);
  } finally {
    await loading.destroy();
  }
}

async function decode(document: PDFDocumentProxy, side: "left" | "right"): Promise<string | undefined> {
  const page = await document.getPage(1);
  const viewport = page.getViewport({ scale: 150 / 72 });
  const canvas = createCanvas(Math.ceil(viewport.width), Math.ceil(viewport.height));
  const context = canvas.getContext("2d");
  await page.render({
    canvas: canvas as unknown as HTMLCanvasElement,
    canvasContext: context as unknown as CanvasRenderingContext2D,
    viewport,
  }).promise;
  const half = Math.floor(canvas.width / 2);
  const area = side === "right" ? ([half, 0, half, half] as const) : ([0, 0, half, canvas.height] as const);
  const { data, width, height } = context.getImageData(...area);
  return (jsQR as unknown as typeof jsQR.default)(new Uint8ClampedArray(data), width, height)?.data;
}
